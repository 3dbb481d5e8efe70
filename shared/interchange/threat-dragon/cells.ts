import { listAt, numberAt, recordAt, textAt, valueAt } from '../foreign-values.ts'
import type { Foreign } from '../foreign-values.ts'

export type Shape = 'actor' | 'process' | 'store' | 'flow' | 'box' | 'curve' | 'text' | 'unknown'
export type Point = readonly [number, number]

/** One end of an edge: a cell, or a point where it is joined to nothing. */
export interface End {
  readonly cell?: string
  readonly at?: Point
}

/** A cell of a diagram of version 1 or 2, in the words of version 2. */
export interface Cell {
  readonly foreign: string
  /** The file itself calls it that; a cell without an id (of two characters at least, says the format) goes by its number. */
  readonly hasOwnId: boolean
  readonly shape: Shape
  /** As the file spells it. */
  readonly word: string
  readonly name: string | undefined
  /** Its name as the file spells it, where that has line breaks: names of ours have none. */
  readonly spelling: string | undefined
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly source: End
  readonly target: End
  readonly vertices: readonly Point[]
  /** Flags, description and threats. */
  readonly data: Foreign
}

const shapes: readonly (readonly [RegExp, Shape])[] = [
  [/^(tm\.)?actor$/i, 'actor'],
  [/^(tm\.)?process$/i, 'process'],
  [/^(tm\.)?store$/i, 'store'],
  [/^(tm\.)?flow$/i, 'flow'],
  [/^(trust-boundary-box|tm\.boundarybox)$/i, 'box'],
  // Files of older versions spell it "trust-broundary-curve".
  [/^(trust-b\w+-curve|tm\.boundary)$/i, 'curve'],
  [/^(td-text-block|text|tm\.text)$/i, 'text'],
]

/** A cell of the file; version 1 keeps what version 2 has under `data` on the cell itself. */
export function readCell(cell: unknown, index: number): Cell {
  const word = textAt(cell, 'shape') ?? textAt(cell, 'type') ?? textAt(cell, 'data', 'type') ?? ''
  const data = recordAt(cell, 'data') ?? recordAt(cell) ?? {}
  const isBox = /box/i.test(word)
  const id = textAt(cell, 'id')
  const spelling = nameOf(cell, data)
  const name = spelling === undefined ? undefined : onOneLine(spelling)
  return {
    foreign: id ?? `cell-${index + 1}`,
    hasOwnId: id !== undefined && id.length > 1,
    shape: shapes.find(([pattern]) => pattern.test(word))?.[1] ?? 'unknown',
    word,
    name,
    spelling: spelling === name ? undefined : spelling,
    x: within(numberAt(cell, 'position', 'x') ?? 0),
    y: within(numberAt(cell, 'position', 'y') ?? 0),
    w: Math.max(1, within(numberAt(cell, 'size', 'width') ?? (isBox ? 240 : 120))),
    h: Math.max(1, within(numberAt(cell, 'size', 'height') ?? (isBox ? 140 : 80))),
    source: endOf(valueAt(cell, 'source')),
    target: endOf(valueAt(cell, 'target')),
    vertices: listAt(cell, 'vertices')
      .map((vertex) => pointOf(vertex))
      .filter((point) => point !== undefined),
    data,
  }
}

/** Names stand in four places, depending on the shape and the version that wrote them. */
function nameOf(cell: unknown, data: Foreign): string | undefined {
  const first = listAt(cell, 'labels')[0]
  return (
    textAt(data, 'name') ??
    textAt(cell, 'attrs', 'text', 'text') ??
    textAt(cell, 'attrs', 'label', 'text') ??
    textAt(first, 'attrs', 'labelText', 'text') ??
    textAt(first, 'attrs', 'text', 'text') ??
    (typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined) ??
    textAt(cell, 'label')
  )
}

/** A name as it stands on a card. */
export function onOneLine(name: string): string {
  return name.replaceAll(/\s+/g, ' ')
}

function endOf(end: unknown): End {
  const cell = textAt(end, 'cell') ?? textAt(end, 'id')
  const at = pointOf(end)
  return { ...(cell === undefined ? {} : { cell }), ...(at === undefined ? {} : { at }) }
}

function pointOf(value: unknown): Point | undefined {
  const x = numberAt(value, 'x')
  const y = numberAt(value, 'y')
  return x === undefined || y === undefined ? undefined : [within(x), within(y)]
}

/** Whole pixels, on a canvas that somebody can still reach. */
function within(value: number): number {
  return Math.max(-1_000_000, Math.min(1_000_000, Math.round(value)))
}

export function centreOf({ x, y, w, h }: Pick<Cell, 'x' | 'y' | 'w' | 'h'>): Point {
  return [x + w / 2, y + h / 2]
}

/** The smallest box around the centre of another, itself excluded. */
export function smallestAround<B extends Pick<Cell, 'x' | 'y' | 'w' | 'h'>>(
  inner: B,
  boxes: readonly B[],
): B | undefined {
  const [x, y] = centreOf(inner)
  return boxes
    .filter((box) => box !== inner && box.w * box.h > inner.w * inner.h)
    .filter((box) => x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h)
    .toSorted((one, other) => one.w * one.h - other.w * other.h)[0]
}
