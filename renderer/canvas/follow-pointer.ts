import { canvasControls } from './canvas-store.ts'
import type { XY } from './hit-test.ts'

interface Follower {
  /** The pointer in the canvas's coordinates. */
  readonly onMove: (at: XY) => void
  /** The button was let go (`done`), or the gesture was given up by Esc or by the system. */
  readonly onEnd: (done: boolean) => void
}

/** Follows a pressed pointer wherever it goes, also when what was pressed is drawn anew meanwhile. */
export function followPointer({ onMove, onEnd }: Follower): void {
  const listening = new AbortController()
  const end = (done: boolean): void => {
    listening.abort()
    onEnd(done)
  }
  const options = { capture: true, signal: listening.signal }
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      const at = canvasControls()?.toCanvas({ x: clientX, y: clientY })
      if (at !== undefined) onMove(at)
    },
    options,
  )
  window.addEventListener('pointerup', () => end(true), options)
  window.addEventListener('pointercancel', () => end(false), options)
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end(false)
    },
    options,
  )
}
