import { useEffect } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { boxAround, encloses, overlaps } from '../../shared/layout/box.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { seenBox } from './camera.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'

/** Brings into sight what a panel selects or a finding shows, when it is not to be seen; and near, what is renamed. */
export function useReveal(): void {
  useEffect(() => {
    const reveal = (ids: readonly Id[]): void => {
      const { places, camera } = canvasStore.getState()
      const standing = withEnds(ids)
      const box = boxAround(standing.flatMap((id) => places[id] ?? []))
      if (box !== undefined && !encloses(seenBox(camera), box)) canvasControls()?.fit(standing)
    }
    return viewStore.subscribe((view, before) => {
      if (view.highlighted !== before.highlighted && view.highlighted !== undefined) {
        reveal([...view.highlighted.elements, ...(view.highlighted.path ?? [])])
      } else if (view.renaming !== before.renaming && view.renaming !== undefined) {
        approach(view.renaming)
      } else if (view.selection !== before.selection && view.selection.length > 0 && !pointing()) {
        reveal(view.selection)
      }
    })
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

/** Arrows stand nowhere; their ends do. */
function withEnds(ids: readonly Id[]): readonly Id[] {
  const wanted = new Set(ids)
  const flows = designStore.getState().design.flows ?? []
  const ends = flows.flatMap((flow) => (wanted.has(flow.id) ? [flow.from, flow.to] : []))
  return [...new Set([...ids, ...ends])]
}
