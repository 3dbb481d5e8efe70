import { canvasStore } from '../canvas/canvas-store.ts'

/** What is open has the keys to itself; the list of painted cards is not open but always there. */
const openLayers = '[role="dialog"], [role="menu"], [role="listbox"]:not(.card-list)'

/** Whether a dialog, a menu or a list is open. */
export function isLayerOpen(): boolean {
  return document.querySelector(openLayers) !== null
}

/** Whether a key without modifiers is meant for the canvas as a whole: nobody types, nothing is open or in the hand. */
export function freeKey(event: KeyboardEvent): boolean {
  const { target } = event
  const typing = target instanceof HTMLElement && target.matches('input, textarea, [contenteditable=true]')
  const elsewhere = target instanceof HTMLElement && target !== document.body && target.closest('.canvas') === null
  const { moved, marquee, resized } = canvasStore.getState()
  const isPulling = document.querySelector('.react-flow__connection') !== null
  const inHand = isPulling || moved.size > 0 || marquee !== undefined || resized !== undefined
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
  return !typing && !elsewhere && !inHand && !modified && !isLayerOpen()
}
