import { canvasStore } from '../canvas/canvas-store.ts'

const floating = '[role="dialog"], [role="menu"], [role="listbox"], .react-flow__connection'

/** Whether a key without modifiers is meant for the canvas as a whole: nobody types, nothing is open or in the hand. */
export function freeKey(event: KeyboardEvent): boolean {
  const { target } = event
  const typing = target instanceof HTMLElement && target.matches('input, textarea, [contenteditable=true]')
  const elsewhere = target instanceof HTMLElement && target !== document.body && target.closest('.canvas') === null
  const { moved, marquee, resized } = canvasStore.getState()
  const inHand = moved.size > 0 || marquee !== undefined || resized !== undefined
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
  return !typing && !elsewhere && !inHand && !modified && document.querySelector(floating) === null
}
