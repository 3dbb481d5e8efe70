import type { Box } from '../../layout/box.ts'
import { overlaps } from '../../layout/box.ts'
import { fitText, textWidth } from '../../layout/text-width.ts'
import { pointAlong } from '../../layout/waypoints.ts'
import type { Id, Route } from '../../design/design.ts'
import type { PictureBoundary, PictureEdge, PictureNode } from '../outline.ts'

export const labelSize = 11
export const labelHeight = 18
export const stepSize = 18
/** Tried in turn: a shorter label beside a short arrow is better than none. */
const labelWidths = [150, 110, 76] as const

/** Width of the chip of an edge: its step number and its label. */
export function chipWidth(edge: Pick<PictureEdge, 'label' | 'step'>): number {
  const label = edge.label === undefined ? 0 : Math.ceil(textWidth(edge.label, labelSize)) + 12
  return label + (edge.step === undefined ? 0 : stepSize)
}

/**
 * Finds a spot for each edge's chip on its own line, clear of cards, titles and chips placed before. A label that finds
 * none is dropped (a step's number never is): a bare arrow is better than an unreadable one.
 *
 * `fixed`: labels that somebody put at a share of their arrow's length; they stand there, and the others keep clear.
 */
export function placeLabels(
  edges: readonly PictureEdge[],
  nodes: readonly PictureNode[],
  boundaries: readonly PictureBoundary[],
  fixed: ReadonlyMap<Id, number> = new Map(),
): readonly PictureEdge[] {
  const taken: Box[] = [
    ...nodes.map(({ x, y, width, height }) => ({ x: x - 2, y: y - 2, w: width + 4, h: height + 4 })),
    ...boundaries.map(({ x, y, width }) => ({ x, y, w: Math.min(width, 240), h: 28 })),
  ]
  const placed = new Map<Id, PictureEdge>()
  for (const edge of edges) {
    const share = fixed.get(edge.id)
    if (share === undefined || edge.label === undefined) continue
    const labelled = { ...edge, words: edge.label, label: fitText(edge.label, labelWidths[0], labelSize) }
    const [x, y] = pointAlong(edge.points, share)
    const w = chipWidth(labelled)
    taken.push({ x: x - w / 2, y: y - labelHeight / 2, w, h: labelHeight })
    placed.set(edge.id, { ...labelled, labelAt: [Math.round(x), Math.round(y)] })
  }
  return edges.map((edge) => {
    const there = placed.get(edge.id)
    if (there !== undefined) return there
    if (edge.label === undefined && edge.step === undefined) return edge
    const { label, short, ...unlabelled } = edge
    const bare = label === undefined ? unlabelled : { ...unlabelled, words: label }
    const shortened =
      label === undefined ? [] : [...new Set(labelWidths.map((width) => shortenTo(width, label, short)))]
    const candidates: readonly PictureEdge[] = [
      ...shortened.map((words) => ({ ...bare, label: words })),
      ...(edge.step === undefined ? [] : [bare]),
    ]
    for (const candidate of candidates) {
      const w = chipWidth(candidate)
      for (const [x, y] of spotsAlong(edge.points, w)) {
        const box = { x: x - w / 2, y: y - labelHeight / 2, w, h: labelHeight }
        if (taken.some((other) => overlaps(box, other, 1))) continue
        taken.push(box)
        return { ...candidate, labelAt: [x, y] as const }
      }
    }
    const middle = spotsAlong(edge.points, 0)[0]
    return edge.step === undefined || middle === undefined ? bare : { ...bare, labelAt: middle }
  })
}

/** All of it, what stands for it, or as much of that as there is room for. */
function shortenTo(width: number, label: string, short: string | undefined): string {
  return fitText(short === undefined || textWidth(label, labelSize) <= width ? label : short, width, labelSize)
}

/** Spots on a polyline, best first: the middles of long level pieces, then of others, then off the middle. */
function spotsAlong(points: PictureEdge['points'], width: number): readonly (readonly [number, number])[] {
  const pieces = points.flatMap((from, index) => {
    const to = points[index + 1]
    if (to === undefined) return []
    const length = Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1])
    const level = from[1] === to[1]
    return [{ from, to, length, worth: level ? length - width : length / 2 - 30 }]
  })
  const sorted = pieces.toSorted((a, b) => b.worth - a.worth)
  return [0.5, 0.35, 0.65, 0.2, 0.8].flatMap((share) =>
    sorted
      .filter(({ length }) => length >= 14)
      .map(({ from, to }): readonly [number, number] => [
        Math.round(from[0] + (to[0] - from[0]) * share),
        Math.round(from[1] + (to[1] - from[1]) * share),
      ]),
  )
}

/** Where labels were put by hand, as shares of the length of their arrows. */
export function labelShares(routes: Readonly<Record<Id, Route>>): ReadonlyMap<Id, number> {
  return new Map(Object.entries(routes).flatMap(([id, { labelAt }]) => (labelAt === undefined ? [] : [[id, labelAt]])))
}
