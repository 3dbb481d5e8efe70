import type { DragEvent } from 'react'
import { useMemo } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { designStore } from '../store/design-store.ts'
import { addKind } from './canvas-edits.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import type { XY } from './hit-test.ts'
import { arrowAt, boundaryAt } from './hit-test.ts'
import { droppedKind, droppedProduct, kindDragType } from './kind-drag.ts'

const arrowReach = 14

/** Takes kinds dragged from the palette: into a boundary, onto an arrow, or beside everything. */
export function useDrops(): {
  readonly onDragOver: (event: DragEvent) => void
  readonly onDragLeave: () => void
  readonly onDrop: (event: DragEvent) => void
} {
  return useMemo(() => {
    const pointOf = (event: DragEvent): XY =>
      canvasControls()?.toCanvas({ x: event.clientX, y: event.clientY }) ?? { x: 0, y: 0 }
    return {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(kindDragType) || designStore.getState().readOnly) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        const target = targetAt(pointOf(event))
        if (canvasStore.getState().target !== target) canvasStore.setState({ target })
      },
      onDragLeave: () => canvasStore.setState({ target: undefined }),
      onDrop: (event) => {
        const kind = droppedKind(event.dataTransfer)
        const product = droppedProduct(event.dataTransfer)
        canvasStore.setState({ target: undefined })
        if (kind === undefined) return
        event.preventDefault()
        const at = pointOf(event)
        const onArrow = arrowUnder(at)
        const added = addKind(kind, {
          at,
          ...(product === undefined ? {} : { product }),
          ...(onArrow === undefined ? {} : { onArrow }),
        })
        // The keys that come next mean the canvas, not the entry that was dragged.
        canvasControls()?.focus(added)
      },
    }
  }, [])
}

function arrowUnder(point: XY): Id | undefined {
  return arrowAt(canvasStore.getState().routes, point, arrowReach)
}

function targetAt(point: XY): Id | undefined {
  const { design, places } = canvasStore.getState().drawn
  return arrowUnder(point) ?? boundaryAt(design, places, point)
}
