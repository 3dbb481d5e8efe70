import { useEffect } from 'react'
import { useView, viewStore } from '../store/view-store.ts'
import { canvasStore, useCanvas } from './canvas-store.ts'

const typing = 'input, textarea, [contenteditable], [role="textbox"]'

/** Whether the hand that moves the canvas is out: taken as a tool, or for as long as Space is down. Nothing else is met then. */
export function isHandOut(): boolean {
  return canvasStore.getState().spaceHeld || viewStore.getState().tool === 'hand'
}

/** As `isHandOut`, followed; for the canvas, which listens for Space. */
export function useHand(): boolean {
  useEffect(() => {
    const listening = new AbortController()
    const hold = (spaceHeld: boolean): void => {
      if (canvasStore.getState().spaceHeld !== spaceHeld) canvasStore.setState({ spaceHeld })
    }
    const options = { capture: true, signal: listening.signal }
    const down = ({ code, target }: KeyboardEvent): void => {
      if (code === 'Space' && !(target instanceof Element && target.closest(typing) !== null)) hold(true)
    }
    const up = ({ code }: KeyboardEvent): void => {
      if (code === 'Space') hold(false)
    }
    window.addEventListener('keydown', down, options)
    window.addEventListener('keyup', up, options)
    window.addEventListener('blur', () => hold(false), options)
    return () => {
      listening.abort()
      hold(false)
    }
  }, [])
  const spaceHeld = useCanvas((state) => state.spaceHeld)
  const taken = useView((view) => view.tool === 'hand')
  return spaceHeld || taken
}
