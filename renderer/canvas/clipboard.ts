import type { Fragment } from '../../shared/design/edit/index.ts'
import { copyFragment, isFragment, newId, pasteFragment } from '../../shared/design/edit/index.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import { takenIds } from '../../shared/design/collections.ts'
import type { Places } from '../../shared/layout/places.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { boxAround } from '../../shared/layout/box.ts'
import { designStore, editDesign } from '../store/design-store.ts'
import { tellStep } from '../store/tell-step.ts'
import { viewStore } from '../store/view-store.ts'
import { dismissToast, formatNumber, showToast } from '../ui/index.ts'
import { canvasStore } from './canvas-store.ts'
import { freezePlaces, growBoundaries } from './from-flow.ts'
import type { XY } from './hit-test.ts'
import { boundaryAt } from './hit-test.ts'

const pasteStep = 32

/** More than this in one paste are announced. */
const manyPasted = 500

/** The selection as text for the clipboard; undefined when nothing on the canvas is selected. */
export function copySelection(): string | undefined {
  const fragment = fragmentOf(viewStore.getState().selection)
  return fragment === undefined ? undefined : JSON.stringify(fragment)
}

function fragmentOf(ids: readonly Id[]): Fragment | undefined {
  const { design } = designStore.getState()
  const fragment = copyFragment(freezePlaces(design, canvasStore.getState().places), ids)
  return fragment.components.length + fragment.boundaries.length === 0 ? undefined : fragment
}

/** Pastes a copied piece where the pointer is; false when the text is something else. */
export function pasteText(text: string): boolean {
  const fragment = readFragment(text)
  if (fragment === undefined) return false
  const { pointer, places } = canvasStore.getState()
  const box = boxAround(Object.values(fragment.places).map(({ x, y, w = 0, h = 0 }) => ({ x, y, w, h })))
  const wanted =
    pointer === undefined || box === undefined
      ? { x: pasteStep, y: pasteStep }
      : { x: Math.round(pointer.x - box.x - box.w / 2), y: Math.round(pointer.y - box.y - box.h / 2) }
  const insert = (): readonly Id[] | undefined =>
    insertFragment('Paste', fragment, uncovered(fragment, wanted, places), pointer && { at: pointer })
  const count = fragment.components.length + fragment.boundaries.length
  if (count > manyPasted) void insertMany(insert, count)
  else insert()
  return true
}

/** So many keep the page busy for a moment: what happens is said, and seen, before. */
async function insertMany(insert: () => readonly Id[] | undefined, count: number): Promise<void> {
  const { id } = designStore.getState().document
  const many = `${formatNumber(count)} components and boundaries`
  const message = showToast(`Pasting ${many}…`)
  await nextPicture()
  await nextPicture()
  // Another design may have been opened meanwhile: it was not meant for that.
  const done = designStore.getState().document.id === id && insert() !== undefined
  await nextPicture()
  dismissToast(message)
  if (done) tellStep(`Pasted ${many}.`)
}

function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve())
  })
}

/** A copy never lies on a card so closely that one takes the two for one. */
function uncovered(fragment: Fragment, wanted: XY, places: Places): XY {
  const [first] = fragment.components.flatMap(({ id }) => fragment.places[id] ?? [])
  const cards = designStore.getState().design.components?.flatMap(({ id }) => places[id] ?? []) ?? []
  let offset = wanted
  const covers = (): boolean =>
    first !== undefined &&
    cards.some(
      (card) =>
        Math.abs(card.x - first.x - offset.x) < pasteStep * 0.75 &&
        Math.abs(card.y - first.y - offset.y) < pasteStep * 0.75,
    )
  for (let turn = 0; turn < cards.length && covers(); turn += 1) {
    offset = { x: offset.x + pasteStep, y: offset.y + pasteStep }
  }
  return offset
}

function readFragment(text: string): Fragment | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isFragment(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** What was copied last: where the first of the originals stood, and its copy. */
let lastDuplicate: { readonly origin: XY; readonly copy: Id } | undefined

/** Copies the selection beside itself. Done again on the copy, moved meanwhile, it repeats the distance. */
export function duplicateSelection(): void {
  const { selection } = viewStore.getState()
  copyElementsTo(selection, repeatedOffset(selection) ?? { x: pasteStep, y: pasteStep })
}

function repeatedOffset(selection: readonly Id[]): XY | undefined {
  if (lastDuplicate === undefined || !selection.includes(lastDuplicate.copy)) return undefined
  const { origin, copy } = lastDuplicate
  const after = canvasStore.getState().places[copy]
  return after && { x: after.x - origin.x, y: after.y - origin.y }
}

/** Leaves the originals where they were and puts copies at a distance: what a drag with Alt does. */
export function copyElementsTo(ids: readonly Id[], offset: XY): void {
  const fragment = fragmentOf(ids)
  if (fragment === undefined) return
  const [copy] = insertFragment('Duplicate', fragment, offset) ?? []
  const [first] = [...fragment.boundaries, ...fragment.components]
  const origin = fragment.places[first?.id ?? '']
  lastDuplicate = copy === undefined || origin === undefined ? undefined : { origin, copy }
}

/**
 * Adds a piece to the open design at a distance from where it stood, as one step, and selects it; `at`: it goes into the
 * boundary there; `also`: what else the same step changes. Answers the new ids, or undefined where nothing may be changed.
 */
export function insertFragment(
  label: string,
  fragment: Fragment,
  offset: XY,
  { at, also = (design) => design }: { readonly at?: XY; readonly also?: (design: Design) => Design } = {},
): readonly Id[] | undefined {
  const { document } = designStore.getState()
  const { places, drawn } = canvasStore.getState()
  const into = at === undefined ? undefined : boundaryAt(drawn.design, drawn.places, at)
  const used = takenIds(document)
  let pasted: readonly Id[] = []
  const done = editDesign(label, (before) => {
    const result = pasteFragment(
      freezePlaces(before, places),
      fragment,
      (prefix, taken) => idUnused(prefix, taken, used),
      { offset, ...(into === undefined ? {} : { into }) },
    )
    pasted = result.pasted
    const after = also(result.design)
    // What takes it in has room for it, as after a drag.
    return into === undefined ? after : growBoundaries(after, placesOf(after), pasted)
  })
  if (!done) return undefined
  viewStore.getState().select(pasted)
  return pasted
}

/** Free in what is pasted into, and in all variants of the file. Two sets are asked: joined for each id they would cost much. */
function idUnused(prefix: string, taken: ReadonlySet<Id>, used: ReadonlySet<Id>): Id {
  let id = newId(prefix, taken, Math.random)
  while (used.has(id)) id = newId(prefix, taken, Math.random)
  return id
}
