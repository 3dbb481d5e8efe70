import type { RefObject } from 'react'
import { useEffect } from 'react'
import { canvasControls, canvasStore } from '../canvas/canvas-store.ts'
import { isHandOut } from '../canvas/hand.ts'
import { onEscape } from '../canvas/on-escape.ts'
import { selectAt } from '../canvas/overview/select-at.ts'
import type { Point } from '../../shared/layout/box.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { layStroke, touchWithEraser, wipeTouched } from './ink-edits.ts'
import { inkStore, nothingWiped } from './ink-store.ts'

/** So far a stylus goes before it draws, in screen points: until then it taps. */
const drawFrom = 3
/** Half the width of the eraser, in screen points. */
const eraserReach = 8
/** What the button at the back of a stylus reports. */
const eraserButton = 5

type InkTool = 'pen' | 'eraser'

interface Press {
  readonly pointerId: number
  readonly tool: InkTool
  /** It came down as a stylus on the drawing, where a tap selects. */
  readonly taps: boolean
  readonly start: PointerEvent
  readonly stopEscape: () => void
  drawn: boolean
  /** Where it was last, in the canvas's coordinates. */
  last: Point | undefined
}

/**
 * Drawing over the picture: any pointer with the pen or the eraser in the hand, and a stylus at any time, whose other
 * end erases. Fingers that pinch end a line.
 */
export function useInkPointer(surface: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = surface.current
    if (element === null) return undefined
    let press: Press | undefined
    /** The click that the browser makes of a line is nobody's. */
    let clickIsInk = false

    const give = (): void => {
      press?.stopEscape()
      press = undefined
      inkStore.setState({ drawing: undefined, wiped: nothingWiped })
    }
    const down = (event: PointerEvent): void => {
      clickIsInk = false
      if (press !== undefined) {
        give()
        return
      }
      const tool = isHandOut() || !isOnDrawing(event, element) ? undefined : toolOf(event)
      if (tool === undefined) return
      // Without this React Flow would move the card under the pen.
      event.preventDefault()
      event.stopImmediatePropagation()
      element.focus({ preventScroll: true })
      const isTool = viewStore.getState().tool === tool
      press = {
        pointerId: event.pointerId,
        tool,
        taps: !isTool,
        start: event,
        stopEscape: onEscape(give),
        drawn: isTool,
        last: undefined,
      }
      if (isTool) follow(press, event)
    }
    const move = (event: PointerEvent): void => {
      if (press === undefined || event.pointerId !== press.pointerId) return
      event.stopImmediatePropagation()
      const { start, drawn } = press
      if (!drawn) {
        if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < drawFrom) return
        press.drawn = true
        follow(press, start)
      }
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId)
      const between = event.getCoalescedEvents()
      for (const each of between.length === 0 ? [event] : between) follow(press, each)
    }
    const up = (event: PointerEvent): void => {
      if (press === undefined || event.pointerId !== press.pointerId) return
      event.stopImmediatePropagation()
      const { drawn, tool, taps } = press
      const { drawing } = inkStore.getState()
      clickIsInk = drawn
      if (!drawn && taps && canvasStore.getState().distance === 'far') {
        selectAt({ x: event.clientX, y: event.clientY })
      }
      if (drawn && tool === 'eraser') wipeTouched()
      if (drawn && tool === 'pen' && drawing !== undefined) layStroke(drawing)
      give()
    }
    const cancel = (event: PointerEvent): void => {
      if (event.pointerId === press?.pointerId) give()
    }
    const click = (event: MouseEvent): void => {
      if (!clickIsInk) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const listening = new AbortController()
    // Before whatever else hears of it, React included, which listens high up.
    const options = { capture: true, signal: listening.signal }
    window.addEventListener('pointerdown', down, options)
    window.addEventListener('pointermove', move, options)
    window.addEventListener('pointerup', up, options)
    window.addEventListener('pointercancel', cancel, options)
    window.addEventListener('click', click, options)
    window.addEventListener('dblclick', click, options)
    return () => {
      listening.abort()
      give()
    }
  }, [surface])
}

/** What this press draws with; undefined where it is none of the pen's business. */
function toolOf({ button, pointerType }: PointerEvent): InkTool | undefined {
  const { tool, stylusDraws } = viewStore.getState()
  const isStylus = pointerType === 'pen' && stylusDraws && !designStore.getState().readOnly
  if (isStylus && button === eraserButton) return 'eraser'
  if (button !== 0) return undefined
  if (tool === 'pen' || tool === 'eraser') return tool
  return isStylus && tool === 'select' ? 'pen' : undefined
}

/** On the picture itself: not on what floats over it, nor in a name that is being typed. */
function isOnDrawing({ target }: Event, surface: HTMLElement): boolean {
  if (!(target instanceof Element) || !surface.contains(target)) return false
  if (target.closest('input, textarea, .underlay-frame') !== null) return false
  return target.closest('.react-flow__renderer, .painted') !== null
}

/** Goes on to where an event says that the pointer is. */
function follow(press: Press, { clientX, clientY }: PointerEvent): void {
  const at = canvasControls()?.toCanvas({ x: clientX, y: clientY })
  if (at === undefined) return
  const point: Point = [at.x, at.y]
  if (press.tool === 'eraser') {
    touchWithEraser(press.last ?? point, point, eraserReach / canvasStore.getState().camera.zoom)
  } else inkStore.setState(({ drawing = [] }) => ({ drawing: [...drawing, point] }))
  press.last = point
}
