import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { inkStore } from '../ink/ink-store.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import { cancelDrag } from './dragging.ts'
import type { XY } from './hit-test.ts'
import { holdsAt } from './overview/hit-overview.ts'
import { selectAt } from './overview/select-at.ts'
import type { Pinch } from './touching.ts'
import { pinched, pinchOf } from './touching.ts'

/** So long a finger rests before it asks for the menu. */
const holdMs = 500
/** So far a resting finger may slip, in screen points. */
const slip = 8

interface Finger {
  readonly at: XY
  readonly hold: ReturnType<typeof setTimeout>
}

/**
 * Fingers on the canvas: two of them pan and zoom wherever they land, one that rests asks for the menu, and where cards
 * are painted a tap selects. One finger that slides stays with React Flow: it moves the card under it, or the canvas;
 * with the pen in the hand it draws.
 */
export function useTouch(
  surface: RefObject<HTMLElement | null>,
  painted: boolean,
  openMenu: (at: XY, on: Id | undefined) => void,
): void {
  const latest = useRef({ painted, openMenu })
  useEffect(() => {
    latest.current = { painted, openMenu }
  })
  useEffect(() => {
    const element = surface.current
    if (element === null) return undefined
    let finger: Finger | undefined
    let pinch: Pinch | undefined
    /** Whether React Flow has lost this touch, until the last finger is up. */
    let taken = false

    const letGo = (): void => {
      clearTimeout(finger?.hold)
      finger = undefined
    }
    const take = (): void => {
      letGo()
      taken = true
      cancelDrag()
    }
    const pointsOf = ({ touches }: TouchEvent): readonly XY[] => {
      const { x, y } = element.getBoundingClientRect()
      return [...touches].map(({ clientX, clientY }) => ({ x: clientX - x, y: clientY - y }))
    }
    const start = (event: TouchEvent): void => {
      const [touch] = event.touches
      if (touch === undefined || !(event.target instanceof Element) || event.target.closest('.react-flow') === null)
        return
      if (event.touches.length > 1) {
        take()
        pinch = pinchOf(pointsOf(event))
        stop(event)
        return
      }
      if (inkStore.getState().drawing !== undefined) {
        stop(event)
        return
      }
      const at = { x: touch.clientX, y: touch.clientY }
      // The painted picture moves it itself; React Flow would move the canvas under it.
      if (latest.current.painted && holdsAt(at)) stop(event)
      const on = event.target.closest<HTMLElement>('.react-flow__node, .react-flow__edge')?.dataset['id']
      const hold = setTimeout(() => {
        take()
        latest.current.openMenu(at, on)
      }, holdMs)
      finger = { at, hold }
    }
    const move = (event: TouchEvent): void => {
      const [touch] = event.touches
      if (finger !== undefined && touch !== undefined && distance(finger.at, touch) > slip) letGo()
      if (!taken) return
      stop(event)
      const after = pinchOf(pointsOf(event))
      if (pinch !== undefined && after !== undefined) {
        canvasControls()?.lookFrom(pinched(canvasStore.getState().camera, pinch, after))
      }
      pinch = after
    }
    const end = (event: TouchEvent): void => {
      const tapped = finger
      letGo()
      pinch = pinchOf(pointsOf(event))
      if (taken && event.cancelable) event.preventDefault()
      else if (tapped !== undefined && latest.current.painted && event.type === 'touchend') selectAt(tapped.at)
      if (event.touches.length === 0) taken = false
    }
    const options = { capture: true, passive: false }
    const listening: readonly (readonly [keyof HTMLElementEventMap, (event: TouchEvent) => void])[] = [
      ['touchstart', start],
      ['touchmove', move],
      ['touchend', end],
      ['touchcancel', end],
    ]
    for (const [type, listener] of listening) element.addEventListener(type, listener as EventListener, options)
    return () => {
      letGo()
      for (const [type, listener] of listening) element.removeEventListener(type, listener as EventListener, options)
    }
  }, [surface])
}

function stop(event: TouchEvent): void {
  event.stopPropagation()
  if (event.cancelable) event.preventDefault()
}

function distance(from: XY, { clientX, clientY }: Touch): number {
  return Math.hypot(clientX - from.x, clientY - from.y)
}
