import type { KeyboardEvent } from 'react'
import { canvasControls } from '../canvas/canvas-store.ts'
import { setAdjusting, stepUnderlay } from './underlay-store.ts'

/** While the picture or its bar has the keyboard, taking back means the picture and not the drawing; Esc ends. */
export function adjustKeys(event: KeyboardEvent): void {
  const key = event.key.toLowerCase()
  const withCommand = (event.ctrlKey || event.metaKey) && !event.altKey
  if (withCommand && key === 'z') stepUnderlay(event.shiftKey ? 'after' : 'before')
  else if (withCommand && key === 'y') stepUnderlay('after')
  else if (key === 'escape') endAdjusting()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Gives the keyboard back to the drawing. */
export function endAdjusting(): void {
  setAdjusting(false)
  canvasControls()?.focus()
}
