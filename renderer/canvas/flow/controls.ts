import type { ReactFlowInstance } from '@xyflow/react'
import type { Id } from '../../../shared/design/design.ts'
import type { Box } from '../../../shared/layout/box.ts'
import { boxAround, encloses } from '../../../shared/layout/box.ts'
import { viewStore } from '../../store/view-store.ts'
import { underlayStore } from '../../underlay/underlay-store.ts'
import type { Camera, Padding } from '../camera.ts'
import { fitCamera, fitPadding, panCamera, seenBox, toCanvas, toSurface } from '../camera.ts'
import type { CanvasControls } from '../canvas-store.ts'
import { canvasStore } from '../canvas-store.ts'
import type { CanvasEdge, CanvasNode } from './flow-types.ts'

const mostFitZoom = 1.25
/** The whole drawing is shown rather than a part of it while names can be read from the back of a room. */
const readableZoom = 0.6
/** What was just added is drawn within a few frames. */
const mostFramesToWait = 30
/** From here on a card can be worked on. */
const workingZoom = 0.8

/** What commands can ask of the canvas. Where things stand is known without React Flow, which holds only what is near. */
export function controlsOf(
  flow: ReactFlowInstance<CanvasNode, CanvasEdge>,
  surface: () => HTMLElement | null,
): CanvasControls {
  const duration = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140)
  const fly = ({ x, y, zoom }: Camera): void => void flow.setViewport({ x, y, zoom }, { duration: duration() })
  const corner = (): DOMRect => surface()?.getBoundingClientRect() ?? new DOMRect()
  return {
    zoomIn: () => void flow.zoomIn({ duration: duration() }),
    zoomOut: () => void flow.zoomOut({ duration: duration() }),
    zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: duration() }),
    fit: (ids) => {
      const { drawn, camera } = canvasStore.getState()
      const standing =
        ids === undefined
          ? [...Object.values(drawn.places), ...traced()]
          : ids.flatMap((id) => drawn.places[drawn.shownAs.get(id) ?? id] ?? [])
      const box = boxAround(standing)
      if (box !== undefined) fly(fitCamera(box, camera, paddingNow(surface()), mostFitZoom))
    },
    approach: (id) => {
      const { drawn, camera } = canvasStore.getState()
      const box = drawn.places[drawn.shownAs.get(id) ?? id]
      if (box === undefined) return
      fly(fitCamera(box, camera, fitPadding, Math.max(workingZoom, camera.zoom)))
    },
    centre: ({ x, y }) => {
      const { zoom, width, height } = canvasStore.getState().camera
      void flow.setViewport({ x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom })
    },
    lookFrom: (camera) => void flow.setViewport(camera),
    middle: () => {
      const { camera } = canvasStore.getState()
      return toCanvas(camera, { x: camera.width / 2, y: camera.height / 2 })
    },
    toScreen: (point) => {
      const { x, y } = toSurface(canvasStore.getState().camera, point)
      return { x: x + corner().x, y: y + corner().y }
    },
    toCanvas: (screen) =>
      toCanvas(canvasStore.getState().camera, { x: screen.x - corner().x, y: screen.y - corner().y }),
    include: (box) => {
      const { drawn, camera } = canvasStore.getState()
      const whole = boxAround(Object.values(drawn.places))
      const all = whole === undefined ? undefined : fitCamera(whole, camera, fitPadding, camera.zoom)
      fly(all !== undefined && all.zoom >= readableZoom ? all : panCamera(box, camera, fitPadding))
    },
    focus: (id = viewStore.getState().selection[0]) => {
      surface()?.focus({ preventScroll: true })
      if (id !== undefined) focusOnceDrawn(id, surface, mostFramesToWait)
    },
    seen: () => seenBox(canvasStore.getState().camera),
    seesAll: () => {
      const { drawn, camera } = canvasStore.getState()
      const whole = boxAround([...Object.values(drawn.places), ...traced()])
      return whole !== undefined && encloses(seenBox(camera), whole)
    },
    show: ({ x, y, w, h }) => void flow.fitBounds({ x, y, width: w, height: h }, { padding: 0, duration: duration() }),
  }
}

/** The picture under the drawing belongs to all that there is to see, while it shows. */
function traced(): readonly Box[] {
  const { underlay } = underlayStore.getState()
  return underlay === undefined || underlay.hidden === true ? [] : [underlay]
}

/** Below what says which perspective is on. */
function paddingNow(surface: HTMLElement | null): Padding {
  const bar = surface?.querySelector('.sight-bar')?.getBoundingClientRect().height ?? 0
  return bar === 0 ? fitPadding : { ...fitPadding, top: fitPadding.top + bar + 12 }
}

/** Only while nobody has taken the focus elsewhere. */
function focusOnceDrawn(id: Id, surface: () => HTMLElement | null, frames: number): void {
  const element = surface()?.querySelector<HTMLElement | SVGElement>(`.react-flow [data-id="${CSS.escape(id)}"]`)
  if (document.activeElement !== surface()) return
  if (element) element.focus({ preventScroll: true })
  else if (frames > 0) requestAnimationFrame(() => focusOnceDrawn(id, surface, frames - 1))
}
