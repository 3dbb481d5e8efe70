/** A drawing that every program of the comparison gets: boxes with names, arrows between them, areas around them. */
export interface BenchGraph {
  readonly nodes: readonly BenchBox[]
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[]
  /** Outer ones first; none in the flat drawing. */
  readonly areas: readonly (BenchBox & { readonly depth: number })[]
}

export interface BenchBox {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The area that it stands in. */
  readonly in?: string
}

export type GraphForm = 'flat' | 'nested'

const box = { width: 200, height: 72 }
const step = { x: 296, y: 124 }
/** So many boxes across and down share the innermost area; so many of these the next one. */
const block = 4
const room = { inner: 60, between: 80, outer: 100 }

/**
 * `size` boxes in a field about as wide as a screen. Each has an arrow to the box on its right; every fourth has one
 * more, to a box chosen by the seed within a few rows. The same seed gives the same drawing.
 */
export function benchGraph(size: number, form: GraphForm, seed = 7): BenchGraph {
  const columns = Math.ceil(Math.sqrt(size * 0.7))
  const random = seeded(seed)
  const at = (index: number) => placeOf(index % columns, Math.floor(index / columns), form)
  const nodes = Array.from({ length: size }, (_, index): BenchBox => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    const name = form === 'flat' ? `Part ${index}` : `Part ${index} of the ${words[index % words.length]} platform`
    return {
      id: `c${index}`,
      name,
      ...at(index),
      ...box,
      ...(form === 'nested' ? { in: areaId(2, column, row) } : {}),
    }
  })
  const edges: { id: string; from: string; to: string }[] = []
  for (let index = 0; index < size; index += 1) {
    if ((index + 1) % columns !== 0 && index + 1 < size) edges.push(edge(edges.length, index, index + 1))
    if (index % 4 !== 0) continue
    const other = index + Math.floor((random() - 0.5) * 6) * columns + Math.floor((random() - 0.5) * 8)
    if (other >= 0 && other < size && other !== index && other !== index + 1)
      edges.push(edge(edges.length, index, other))
  }
  return { nodes, edges, areas: form === 'flat' ? [] : areasOf(nodes, columns) }
}

const words = ['customer interaction', 'retrieval and ranking', 'model serving', 'evaluation and feedback', 'records']

function edge(number: number, from: number, to: number) {
  return { id: `f${number}`, from: `c${from}`, to: `c${to}` }
}

function placeOf(column: number, row: number, form: GraphForm): { readonly x: number; readonly y: number } {
  if (form === 'flat') return { x: column * step.x, y: row * step.y }
  const extra = (index: number): number =>
    Math.floor(index / block) * room.inner +
    Math.floor(index / (block * 3)) * room.between +
    Math.floor(index / (block * 9)) * room.outer
  return { x: column * step.x + extra(column), y: row * step.y + extra(row) }
}

/** Blocks of boxes at depth 2, three by three of these at depth 1, three by three of those at depth 0. */
function areaId(depth: number, column: number, row: number): string {
  const size = block * 3 ** (2 - depth)
  return `b${depth}-${Math.floor(column / size)}-${Math.floor(row / size)}`
}

function areasOf(nodes: readonly BenchBox[], columns: number): BenchGraph['areas'] {
  const found: (BenchBox & { depth: number })[] = []
  for (const depth of [0, 1, 2]) {
    const margin = [92, 58, 26][depth] ?? 0
    const areas = new Map<string, { left: number; top: number; right: number; bottom: number; parent?: string }>()
    for (const [index, { x, y }] of nodes.entries()) {
      const [column, row] = [index % columns, Math.floor(index / columns)]
      const id = areaId(depth, column, row)
      const known = areas.get(id) ?? { left: x, top: y, right: x, bottom: y }
      areas.set(id, {
        left: Math.min(known.left, x),
        top: Math.min(known.top, y),
        right: Math.max(known.right, x + box.width),
        bottom: Math.max(known.bottom, y + box.height),
        ...(depth === 0 ? {} : { parent: areaId(depth - 1, column, row) }),
      })
    }
    for (const [id, { left, top, right, bottom, parent }] of areas) {
      found.push({
        id,
        name: `${words[found.length % words.length]} of the business unit ${found.length} and its suppliers abroad`,
        x: left - margin,
        y: top - margin,
        width: right - left + 2 * margin,
        height: bottom - top + 2 * margin,
        depth,
        ...(parent === undefined ? {} : { in: parent }),
      })
    }
  }
  return found
}

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
