import type { OnConnectEnd, OnConnectStart } from '@xyflow/react'
import type { MouseEvent } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { canvasStore } from '../canvas-store.ts'
import { beginConnecting, cancelConnecting, finishConnecting } from '../connecting.ts'

/** Arrows that are dragged out of a card. React Flow says when; where they may end is decided by the drawing. */
export const dragsOut: { readonly onConnectStart: OnConnectStart; readonly onConnectEnd: OnConnectEnd } = {
  onConnectStart: (_event, { nodeId }) => {
    if (nodeId !== null) beginConnecting({ fixed: nodeId, end: 'to' })
  },
  onConnectEnd: (event) => {
    const pointer = 'changedTouches' in event ? event.changedTouches[0] : event
    if (pointer !== undefined) finishConnecting({ x: pointer.clientX, y: pointer.clientY })
    cancelConnecting()
  },
}

/** A click on the border of a card takes an arrow in the hand; the next click ends it. */
export function clickOut(event: MouseEvent): void {
  const handle = event.target instanceof Element ? event.target.closest('.card-handle, .card-plus') : null
  const fixed = handle?.matches('.card-handle') === true ? nodeOf(handle) : undefined
  if (fixed === undefined || canvasStore.getState().connecting !== undefined) return
  event.stopPropagation()
  beginConnecting({ fixed, end: 'to', byClick: true })
}

function nodeOf(handle: Element): Id | undefined {
  return handle.closest<HTMLElement>('.react-flow__node')?.dataset['id']
}
