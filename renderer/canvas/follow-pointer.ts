import { canvasControls } from './canvas-store.ts'
import type { XY } from './hit-test.ts'
import { onEscape } from './on-escape.ts'

interface Follower {
  /** The pointer in the canvas's coordinates. */
  readonly onMove: (at: XY, keys: PointerEvent) => void
  /** The button was let go (`done`), or the gesture was given up by Esc or by the system. */
  readonly onEnd: (done: boolean) => void
}

/** Follows a pressed pointer wherever it goes, also when what was pressed is drawn anew meanwhile. */
export function followPointer({ onMove, onEnd }: Follower): void {
  const listening = new AbortController()
  const end = (done: boolean): void => {
    listening.abort()
    stopEscape()
    onEnd(done)
  }
  const stopEscape = onEscape(() => end(false))
  const options = { capture: true, signal: listening.signal }
  window.addEventListener('pointermove', swallowClick, { ...options, once: true })
  window.addEventListener(
    'pointermove',
    (event) => {
      const at = canvasControls()?.toCanvas({ x: event.clientX, y: event.clientY })
      if (at !== undefined) onMove(at, event)
    },
    options,
  )
  window.addEventListener('pointerup', () => end(true), options)
  window.addEventListener('pointercancel', () => end(false), options)
}

/** The browser makes a click of what was pulled, wherever it is let go: there it would select something, or nothing. */
function swallowClick(): void {
  const isOver = new AbortController()
  const swallow = (event: MouseEvent): void => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true, signal: isOver.signal })
  window.addEventListener('pointerdown', () => isOver.abort(), { capture: true, once: true })
}
