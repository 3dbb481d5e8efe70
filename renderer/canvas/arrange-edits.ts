import type { Design, Id } from '../../shared/design/design.ts'
import { setPlaces } from '../../shared/design/edit/place.ts'
import { insideOf } from '../../shared/design/nesting.ts'
import type { StackMove } from '../../shared/layout/stacking.ts'
import { restack } from '../../shared/layout/stacking.ts'
import { designStore, editDesign } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { canvasStore } from './canvas-store.ts'
import { freezePlaces, moveElements } from './from-flow.ts'
import type { XY } from './hit-test.ts'

type Axis = 'x' | 'y'

interface Standing {
  readonly id: Id
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function selected(): readonly Standing[] {
  const { places } = canvasStore.getState().drawn
  return viewStore.getState().selection.flatMap((id) => (places[id] === undefined ? [] : [{ id, ...places[id] }]))
}

/** What is arranged: what stands in a selected boundary goes along with it, and is not moved about in it. */
function arranged(): readonly Standing[] {
  return outermostOf(designStore.getState().design, selected())
}

/** Those that stand in none of the others. */
export function outermostOf<Element extends { readonly id: Id }>(
  design: Design,
  elements: readonly Element[],
): readonly Element[] {
  const boundaries = new Set((design.boundaries ?? []).map(({ id }) => id))
  const inside = new Set(elements.flatMap(({ id }) => (boundaries.has(id) ? [...insideOf(design, id)] : [])))
  return elements.filter(({ id }) => !inside.has(id))
}

type Edge = 'start' | 'middle' | 'end'

/** Lines up the left or top edges of the selection, the right or bottom ones, or the middles. */
export function alignSelection(axis: Axis, edge: Edge = 'start'): void {
  move('Align', aligned(arranged(), axis, edge))
}

export function aligned(standing: readonly Standing[], axis: Axis, edge: Edge): readonly Standing[] {
  const size = axis === 'x' ? 'w' : 'h'
  const start = Math.min(...standing.map((each) => each[axis]))
  const end = Math.max(...standing.map((each) => each[axis] + each[size]))
  const share = edge === 'start' ? 0 : edge === 'middle' ? 0.5 : 1
  const line = start + (end - start) * share
  return standing.map((each) => ({ ...each, [axis]: Math.round(line - each[size] * share) }))
}

/** Moves the selection up or down among what it may lie on: cards among cards, boundaries among boundaries. */
export function restackSelection(to: StackMove): void {
  const { places, drawn } = canvasStore.getState()
  const { design } = designStore.getState()
  const moved = new Set(viewStore.getState().selection)
  const boundaries = (design.boundaries ?? []).map(({ id }) => id)
  const components = (design.components ?? []).map(({ id }) => id)
  const next = { ...restack(drawn.places, components, moved, to), ...restack(drawn.places, boundaries, moved, to) }
  const changed = Object.entries(next).flatMap(([id, z]) => {
    const place = places[id]
    return place === undefined ? [] : [[id, { x: place.x, y: place.y, z }] as const]
  })
  if (changed.length === 0) return
  editDesign(stackWords[to], (before) => setPlaces(freezePlaces(before, places), Object.fromEntries(changed)))
}

const stackWords: Readonly<Record<StackMove, string>> = {
  front: 'Bring to the front',
  forward: 'Bring forward',
  backward: 'Send backward',
  back: 'Send to the back',
}

/** Locks the selection in place, or lets it go when all of it is locked: drags, nudges and layouts leave it alone. */
export function lockSelection(): void {
  const { places } = canvasStore.getState()
  const standing = selected()
  const locked = !standing.every(({ id }) => places[id]?.locked === true)
  if (standing.length === 0) return
  editDesign(locked ? 'Lock' : 'Unlock', (design) =>
    setPlaces(freezePlaces(design, places), Object.fromEntries(standing.map(({ id, x, y }) => [id, { x, y, locked }]))),
  )
}

/** Makes the gaps between the selected elements equal; the outermost stay. */
export function spaceSelection(axis: Axis): void {
  move('Space evenly', spaced(arranged(), axis))
}

export function spaced(standing: readonly Standing[], axis: Axis): readonly Standing[] {
  if (standing.length < 3) return standing
  const size = axis === 'x' ? 'w' : 'h'
  const sorted = standing.toSorted((a, b) => a[axis] - b[axis])
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return standing
  const taken = sorted.reduce((total, each) => total + each[size], 0)
  const gap = (last[axis] + last[size] - first[axis] - taken) / (sorted.length - 1)
  let at = first[axis]
  return sorted.map((each) => {
    const next = { ...each, [axis]: Math.round(at) }
    at += each[size] + gap
    return next
  })
}

/** Moves elements with all that stands in them. Membership never changes by arranging. */
function move(label: string, next: readonly Standing[]): void {
  const { places } = canvasStore.getState()
  const { design } = designStore.getState()
  const moved = new Map<Id, XY>()
  for (const { id, x, y } of next) {
    const before = places[id]
    if (before === undefined || before.locked === true) continue
    moved.set(id, { x, y })
    for (const inside of insideOf(design, id)) {
      const place = places[inside]
      if (place !== undefined && !next.some((each) => each.id === inside)) {
        moved.set(inside, { x: place.x + x - before.x, y: place.y + y - before.y })
      }
    }
  }
  if (moved.size > 1) editDesign(label, (before) => moveElements(before, places, moved, []))
}
