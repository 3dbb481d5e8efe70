import type { IsValidConnection, OnConnect, OnConnectEnd } from '@xyflow/react'
import { useReactFlow } from '@xyflow/react'
import { useMemo } from 'react'
import { viewStore } from '../../store/view-store.ts'
import { connect } from '../canvas-edits.ts'
import { canvasStore } from '../canvas-store.ts'
import type { CanvasEdge, CanvasNode } from './flow-types.ts'
import { componentAt } from '../hit-test.ts'

const reach = 10

/** Draws arrows: let go over a card anywhere it connects; over empty canvas it asks what to add. */
export function useConnecting(): {
  readonly onConnect: OnConnect
  readonly onConnectEnd: OnConnectEnd
  readonly isValidConnection: IsValidConnection<CanvasEdge>
} {
  const { screenToFlowPosition } = useReactFlow<CanvasNode, CanvasEdge>()
  return useMemo(
    () => ({
      isValidConnection: ({ source, target }) => source !== target,
      onConnect: ({ source, target }) => connect(source, target),
      onConnectEnd: (event, { isValid, fromNode }) => {
        if (isValid === true || fromNode === null) return
        const pointer = 'changedTouches' in event ? event.changedTouches[0] : event
        if (pointer === undefined) return
        const screen = { x: pointer.clientX, y: pointer.clientY }
        const at = screenToFlowPosition(screen)
        const { design, places } = canvasStore.getState().drawn
        const hit = componentAt(design, places, at, reach)
        if (hit === fromNode.id) return
        if (hit === undefined) viewStore.getState().set({ quickAdd: { at, screen, from: fromNode.id } })
        else connect(fromNode.id, hit)
      },
    }),
    [screenToFlowPosition],
  )
}
