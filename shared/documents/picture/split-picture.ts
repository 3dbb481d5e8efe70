import type { Picture, PictureBoundary, PictureFrame, PictureNode } from '../outline.ts'

/** A picture that is too large for one page: all of it with its parts framed, and the parts, each large enough to read. */
export interface SplitPicture {
  readonly overview: Picture
  /** In the order of reading: rows from the top, each from the left. */
  readonly parts: readonly Picture[]
}

const air = 16

/**
 * Splits a picture into parts of at most `space` pixels. Cuts run between the cards where they can; every card is whole
 * in one part at least, and none is cut: a card that does not fit whole is left to the part that has it. Arrows to cards
 * of other parts run to the edge.
 */
export function splitPicture(
  picture: Picture,
  space: { readonly width: number; readonly height: number },
): SplitPicture {
  const windows = windowsAlong(
    picture.nodes.map(({ y, height }) => [y, y + height]),
    picture.height,
    space.height,
  ).flatMap(([top, bottom]) => {
    const row = picture.nodes.filter((node) => node.y >= top && node.y + node.height <= bottom)
    return windowsAlong(
      row.map(({ x, width }) => [x, x + width]),
      picture.width,
      space.width,
    ).map(([left, right]): Window => ({ x: left, y: top, width: right - left, height: bottom - top }))
  })
  const parts = windows
    .map((window) => ({ window, part: partOf(picture, window) }))
    .filter(({ part }) => part.nodes.length > 0)
  return {
    overview: {
      ...picture,
      frames: parts.map(({ window }, index): PictureFrame => ({ title: `Part ${index + 1}`, ...window })),
    },
    parts: parts.map(({ part }) => part),
  }
}

interface Window {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Stretches of at most `room` that together hold every span whole. */
function windowsAlong(
  spans: readonly (readonly [number, number])[],
  end: number,
  room: number,
): readonly (readonly [number, number])[] {
  const windows: (readonly [number, number])[] = []
  let left = spans.toSorted((a, b) => a[0] - b[0])
  while (left.length > 0) {
    const start = windows.length === 0 ? 0 : Math.max(0, (left[0]?.[0] ?? 0) - air)
    // A span that is longer than the room gets a window of its own.
    const first = left[0]?.[1] ?? 0
    const limit = Math.max(start + room, first + air)
    const inside = left.filter(([, to]) => to + air <= limit)
    const last =
      inside.length === left.length ? Math.min(end, limit) : Math.max(first, ...inside.map(([, to]) => to)) + air
    windows.push([start, Math.min(end, last)])
    left = left.filter(([, to]) => to + air > last + 0.01)
    if (inside.length === 0) break
  }
  return windows.length === 0 ? [[0, Math.min(end, room)]] : windows
}

function partOf(picture: Picture, window: Window): Picture {
  const isInside = (node: PictureNode): boolean =>
    node.x >= window.x &&
    node.y >= window.y &&
    node.x + node.width <= window.x + window.width &&
    node.y + node.height <= window.y + window.height
  const moved = <B extends { readonly x: number; readonly y: number }>(box: B): B => ({
    ...box,
    x: box.x - window.x,
    y: box.y - window.y,
  })
  const nodes = picture.nodes.filter(isInside)
  const shown = new Set(nodes.map(({ id }) => id))
  return {
    width: Math.ceil(window.width),
    height: Math.ceil(window.height),
    nodes: nodes.map(moved),
    boundaries: picture.boundaries.flatMap((boundary) => clipped(boundary, window) ?? []).map(moved),
    edges: picture.edges
      .filter(({ from, to }) => shown.has(from) || shown.has(to))
      .map((edge) => ({
        ...edge,
        points: edge.points.map(([x, y]): readonly [number, number] => [x - window.x, y - window.y]),
        ...(edge.labelAt === undefined
          ? {}
          : { labelAt: [edge.labelAt[0] - window.x, edge.labelAt[1] - window.y] as const }),
      })),
  }
}

/** The part of a boundary inside the window, so that its title stays in sight. */
function clipped(boundary: PictureBoundary, window: Window): PictureBoundary | undefined {
  const x = Math.max(boundary.x, window.x - 2)
  const y = Math.max(boundary.y, window.y - 2)
  const right = Math.min(boundary.x + boundary.width, window.x + window.width + 2)
  const bottom = Math.min(boundary.y + boundary.height, window.y + window.height + 2)
  if (right - x < 20 || bottom - y < 20) return undefined
  return { ...boundary, x, y, width: right - x, height: bottom - y }
}
