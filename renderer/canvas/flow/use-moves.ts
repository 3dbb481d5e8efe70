import type { Node, OnNodeDrag, SelectionDragHandler } from '@xyflow/react'
import { useMemo } from 'react'
import { beginDrag, dragTo, endDrag } from '../dragging.ts'
import type { CanvasNode } from './flow-types.ts'

interface Moves {
  readonly onNodeDragStart: OnNodeDrag<CanvasNode>
  readonly onNodeDrag: OnNodeDrag<CanvasNode>
  readonly onNodeDragStop: OnNodeDrag<CanvasNode>
  readonly onSelectionDragStart: SelectionDragHandler<CanvasNode>
  readonly onSelectionDrag: SelectionDragHandler<CanvasNode>
  readonly onSelectionDragStop: SelectionDragHandler<CanvasNode>
}

/** Hands React Flow's drags on. It knows only the cards in sight: what else is selected moves along all the same. */
export function useMoves(): Moves {
  return useMemo(() => {
    const start = (event: Pick<MouseEvent, 'shiftKey'>, node: Node | undefined): void => {
      if (node !== undefined) beginDrag(node.id, event.shiftKey)
    }
    return {
      onNodeDragStart: (event, node) => start(event, node),
      onNodeDrag: (event, node) => dragTo(node.position, event),
      onNodeDragStop: (event) => endDrag(event),
      onSelectionDragStart: (event, [node]) => start(event, node),
      onSelectionDrag: (event, [node]) => (node === undefined ? undefined : dragTo(node.position, event)),
      onSelectionDragStop: (event) => endDrag(event),
    }
  }, [])
}
