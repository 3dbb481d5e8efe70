import { useEffect } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { boxAround, encloses, overlaps } from '../../shared/layout/box.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { seenBox } from './camera.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import { centreOf, contains } from './hit-test.ts'

/**
 * Brings into sight what a panel selects, what a finding shows, and what was just added, when it is not to be seen; and
 * near, what is renamed.
 */
export function useReveal(): void {
  useEffect(() => {
    // What is new is selected before anybody knows where it stands.
    let added: readonly Id[] = []
    const reveal = (ids: readonly Id[]): void => {
      const { drawn, camera } = canvasStore.getState()
      const standing = withEnds(ids)
      const box = boxAround(standing.flatMap((id) => drawn.places[id] ?? []))
      if (box !== undefined && !encloses(seenBox(camera), box)) canvasControls()?.fit(standing)
    }
    const stopPlaces = canvasStore.subscribe(({ places, camera }, before) => {
      if (added.length === 0 || places === before.places) return
      const [box, around] = [added, joinedTo(added)].map((ids) => boxAround(ids.flatMap((id) => places[id] ?? [])))
      added = []
      if (box !== undefined && around !== undefined && !contains(seenBox(camera), centreOf(box))) {
        canvasControls()?.include(around)
      }
    })
    const stopView = viewStore.subscribe((view, before) => {
      if (view.highlighted !== before.highlighted && view.highlighted !== undefined) {
        reveal([...view.highlighted.elements, ...(view.highlighted.path ?? view.highlighted.trail ?? [])])
      } else if (view.renaming !== before.renaming && view.renaming !== undefined) {
        approach(view.renaming)
      } else if (view.selection !== before.selection && view.selection.length > 0) {
        const { places } = canvasStore.getState()
        added = view.selection.filter((id) => places[id] === undefined && stands(id))
        if (added.length === 0 && !pointing()) reveal(view.selection)
      }
    })
    return () => {
      stopPlaces()
      stopView()
    }
  }, [])
}

/** A name is typed on the card itself, which must be near. */
function approach(id: Id): void {
  const { distance, places, camera } = canvasStore.getState()
  const [from] = withEnds([id])
  const box = places[id] ?? places[from ?? '']
  const seen = box !== undefined && overlaps(seenBox(camera), box)
  if (distance === 'far' || !seen) canvasControls()?.approach(places[id] === undefined ? (from ?? id) : id)
}

/** What the hand picks on the canvas is seen already; moving the canvas under it would be rude. */
function pointing(): boolean {
  return canvasStore.getState().pointer !== undefined
}

/** Arrows stand nowhere; their ends do. What is not drawn is where its collapsed boundary is. */
function withEnds(ids: readonly Id[]): readonly Id[] {
  const { design, shownAs } = canvasStore.getState().drawn
  const wanted = new Set(ids.map((id) => shownAs.get(id) ?? id))
  const ends = (design.flows ?? []).flatMap((flow) => (wanted.has(flow.id) ? [flow.from, flow.to] : []))
  return [...wanted, ...ends.filter((id) => !wanted.has(id))]
}

function stands(id: Id): boolean {
  const { components, boundaries } = designStore.getState().design
  return [...(components ?? []), ...(boundaries ?? [])].some((element) => element.id === id)
}

/** With them what their arrows come from. */
function joinedTo(ids: readonly Id[]): readonly Id[] {
  const wanted = new Set(ids)
  const flows = designStore.getState().design.flows ?? []
  const ends = flows.flatMap(({ from, to }) => (wanted.has(from) || wanted.has(to) ? [from, to] : []))
  return [...new Set([...ids, ...ends])]
}
