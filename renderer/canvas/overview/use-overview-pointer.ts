import type { RefObject } from 'react'
import { useEffect } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { designStore } from '../../store/design-store.ts'
import { viewStore } from '../../store/view-store.ts'
import { canvasControls, canvasStore } from '../canvas-store.ts'
import { toggleCollapsed } from '../collapse-edits.ts'
import { beginDrag, cancelDrag, dragTo, endDrag, isDragging } from '../dragging.ts'
import { meantBy, shownBy } from '../drawn-ids.ts'
import { isHandOut } from '../hand.ts'
import type { XY } from '../hit-test.ts'
import { hitAt, holdsAt, insideFrame } from './hit-overview.ts'

/** So far the pointer goes before a press becomes a drag, in screen points. */
const dragFrom = 3

interface Press {
  readonly pointerId: number
  readonly start: XY
  readonly hit: Id | undefined
  /** The corner of what was hit, from the pointer, in the canvas's coordinates. */
  readonly grip: XY | undefined
  readonly before: readonly Id[]
  readonly adds: boolean
  /** Whether what was hit was selected before. */
  readonly selected: boolean
}

/**
 * Selecting and moving where cards are painted. Pan and zoom stay with React Flow, which gets every press that is not
 * the main button of a mouse or a pen on the canvas itself, or a finger on something that can be moved.
 */
export function useOverviewPointer(surface: RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    const element = surface.current
    if (!active || element === null) return undefined
    let press: Press | undefined
    const pointOf = (event: MouseEvent): XY =>
      canvasControls()?.toCanvas({ x: event.clientX, y: event.clientY }) ?? { x: 0, y: 0 }
    const onCanvas = (event: Event): boolean =>
      event.target instanceof Element && event.target.closest('.react-flow__pane, .painted') !== null

    const down = (event: PointerEvent): void => {
      // A second finger: both pan and zoom from now on.
      if (press !== undefined) cancel()
      const isFinger = event.pointerType === 'touch'
      const panning = isHandOut() || (isFinger && !event.isPrimary)
      if (event.button !== 0 || panning || !onCanvas(event)) return
      if (isFinger && !holdsAt({ x: event.clientX, y: event.clientY })) return
      event.stopPropagation()
      element.focus({ preventScroll: true })
      const at = pointOf(event)
      const hit = hitAt(at)
      const { selection, select } = viewStore.getState()
      const adds = event.shiftKey || event.ctrlKey || event.metaKey
      // What is selected already may be about to be dragged: it is let go of only with the button.
      if (hit !== undefined && !selection.includes(hit)) select([...(adds ? selection : []), ...meantBy(hit)])
      const place = hit === undefined ? undefined : canvasStore.getState().places[hit]
      press = {
        pointerId: event.pointerId,
        start: { x: event.clientX, y: event.clientY },
        hit,
        grip: place && { x: place.x - at.x, y: place.y - at.y },
        before: adds ? selection : [],
        adds,
        selected: hit !== undefined && selection.includes(hit),
      }
    }
    const move = (event: PointerEvent): void => {
      if (press === undefined) {
        if (onCanvas(event)) hover(hitAt(pointOf(event)))
        return
      }
      if (event.pointerId !== press.pointerId) return
      const { start, hit, grip } = press
      const moved = Math.hypot(event.clientX - start.x, event.clientY - start.y) > dragFrom
      if (hit === undefined) {
        if (moved || canvasStore.getState().marquee !== undefined) drawMarquee(press, event)
        return
      }
      if (grip === undefined || designStore.getState().readOnly) return
      if (!isDragging()) {
        if (!moved) return
        element.setPointerCapture(event.pointerId)
        beginDrag(hit)
      }
      const at = pointOf(event)
      dragTo({ x: at.x + grip.x, y: at.y + grip.y }, event)
    }
    const up = (event: PointerEvent): void => {
      if (press === undefined || event.pointerId !== press.pointerId) return
      const { hit, adds, selected } = press
      press = undefined
      if (isDragging()) endDrag(event)
      else if (canvasStore.getState().marquee !== undefined) canvasStore.setState({ marquee: undefined })
      else if (hit === undefined && !adds) viewStore.getState().select([])
      else if (hit !== undefined && !adds) viewStore.getState().select(meantBy(hit))
      else if (hit !== undefined && selected)
        viewStore.getState().select(without(viewStore.getState().selection, shownBy(hit)))
    }
    const drawMarquee = (of: Press, event: PointerEvent): void => {
      const { x, y } = element.getBoundingClientRect()
      element.setPointerCapture(event.pointerId)
      const marquee = {
        x: Math.min(of.start.x, event.clientX) - x,
        y: Math.min(of.start.y, event.clientY) - y,
        w: Math.abs(event.clientX - of.start.x),
        h: Math.abs(event.clientY - of.start.y),
      }
      canvasStore.setState({ marquee })
      viewStore.getState().select([...new Set([...of.before, ...insideFrame(marquee)])])
    }
    const cancel = (): void => {
      press = undefined
      cancelDrag()
      canvasStore.setState({ marquee: undefined })
    }
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || press === undefined) return
      event.stopPropagation()
      if (canvasStore.getState().marquee !== undefined) viewStore.getState().select(press.before)
      cancel()
    }
    const doubleClick = (event: MouseEvent): void => {
      if (!onCanvas(event)) return
      const hit = hitAt(pointOf(event))
      if (hit === undefined) return
      event.stopPropagation()
      const isBoundary = designStore.getState().design.boundaries?.some(({ id }) => id === hit) === true
      if (isBoundary) toggleCollapsed([hit])
      else canvasControls()?.approach(hit)
    }
    const hover = (id: Id | undefined): void => {
      viewStore.getState().hover(id)
      element.dataset['over'] = id === undefined ? 'nothing' : 'element'
    }

    const stops = [
      listen(element, 'pointerdown', down),
      listen(element, 'pointermove', move),
      listen(element, 'pointerup', up),
      listen(element, 'pointercancel', cancel),
      listen(element, 'dblclick', doubleClick),
      listen(window, 'keydown', key),
    ]
    return () => {
      for (const stop of stops) stop()
      hover(undefined)
      delete element.dataset['over']
      if (press !== undefined) cancel()
    }
  }, [surface, active])
}

function without(selection: readonly Id[], ids: readonly Id[]): readonly Id[] {
  return selection.filter((id) => !ids.includes(id))
}

/** In the capturing phase: before React Flow, which would draw a frame of its own. */
function listen<K extends keyof HTMLElementEventMap>(
  on: HTMLElement | Window,
  type: K,
  handle: (event: HTMLElementEventMap[K]) => void,
): () => void {
  const handler = handle as EventListener
  on.addEventListener(type, handler, { capture: true })
  return () => on.removeEventListener(type, handler, { capture: true })
}
