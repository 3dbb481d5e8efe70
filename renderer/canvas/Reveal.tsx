import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import type { Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import { boxAround, encloses } from '../../shared/layout/box.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'

/** Brings into sight what a panel selects or a finding shows, when it is not to be seen. */
export function Reveal() {
  const flow = useStoreApi()
  useEffect(() => {
    const seen = (): Box => {
      const { transform, width, height } = flow.getState()
      const [x, y, zoom] = transform
      return { x: -x / zoom, y: -y / zoom, w: width / zoom, h: height / zoom }
    }
    const reveal = (ids: readonly Id[]): void => {
      const standing = withEnds(ids)
      const box = boxAround(standing.flatMap((id) => canvasStore.getState().places[id] ?? []))
      if (box !== undefined && !encloses(seen(), box)) canvasControls()?.fit(standing)
    }
    return viewStore.subscribe((view, before) => {
      if (view.highlighted !== before.highlighted && view.highlighted !== undefined) {
        reveal([...view.highlighted.elements, ...(view.highlighted.path ?? [])])
      } else if (view.selection !== before.selection && view.selection.length > 0 && !pointing()) {
        reveal(view.selection)
      }
    })
  }, [flow])
  return null
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
