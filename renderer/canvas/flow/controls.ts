import type { ReactFlowInstance } from '@xyflow/react'
import type { CanvasControls } from '../canvas-store.ts'
import type { CanvasEdge, CanvasNode } from './flow-types.ts'

/** Below, the tools float over the canvas. */
export const fitPadding = { top: '16px', right: '16px', bottom: '64px', left: '16px' } as const
const mostFitZoom = 1.25

/** What commands can ask of the canvas, on top of React Flow. */
export function controlsOf(
  flow: ReactFlowInstance<CanvasNode, CanvasEdge>,
  surface: () => HTMLElement | null,
): CanvasControls {
  const duration = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140)
  return {
    zoomIn: () => void flow.zoomIn({ duration: duration() }),
    zoomOut: () => void flow.zoomOut({ duration: duration() }),
    zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: duration() }),
    fit: (ids) => {
      const nodes = ids?.map((id) => ({ id }))
      void flow.fitView({
        padding: fitPadding,
        maxZoom: mostFitZoom,
        duration: duration(),
        ...(nodes === undefined ? {} : { nodes }),
      })
    },
    middle: () => {
      const box = surface()?.getBoundingClientRect() ?? new DOMRect()
      return flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
    },
    toScreen: (point) => flow.flowToScreenPosition(point),
    focus: () => surface()?.focus({ preventScroll: true }),
    seen: () => {
      const { width, height } = surface()?.getBoundingClientRect() ?? new DOMRect()
      const { x, y, zoom } = flow.getViewport()
      return { x: -x / zoom, y: -y / zoom, w: width / zoom, h: height / zoom }
    },
    show: ({ x, y, w, h }) => void flow.fitBounds({ x, y, width: w, height: h }, { padding: 0, duration: duration() }),
  }
}
