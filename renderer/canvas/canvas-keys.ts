import type { KeyboardEvent } from 'react'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { nudge } from './canvas-edits.ts'
import { canvasControls } from './canvas-store.ts'

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const step = 4
const longStep = 40

/** Keys that act on what is selected or focused on the canvas; everything else is a command. */
export function handleCanvasKey(event: KeyboardEvent): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (actOn(event)) {
    event.preventDefault()
    event.stopPropagation()
  }
}

function actOn(event: KeyboardEvent): boolean {
  const { selection, highlighted, select, highlight, set } = viewStore.getState()
  const focused = focusedElement(event.target)
  const direction = steps[event.key]
  if (direction !== undefined && selection.length > 0) {
    const by = event.shiftKey ? longStep : step
    nudge(selection, { x: direction[0] * by, y: direction[1] * by })
    return true
  }
  switch (event.key) {
    case 'Escape':
      if (highlighted !== undefined) highlight(undefined)
      else select([])
      return true
    case 'Enter':
    case ' ':
      // The first press picks the focused card; Enter on a picked one types its name.
      if (focused !== undefined && !selection.includes(focused)) {
        select(event.shiftKey ? [...selection, focused] : [focused])
        return true
      }
      return event.key === 'Enter' && rename(selection[0])
    case 'F2':
      return rename(selection[0])
    case 'h':
      set({ tool: 'hand' })
      return true
    case 'v':
      set({ tool: 'select' })
      return true
    case '+':
      canvasControls()?.zoomIn()
      return true
    case '-':
      canvasControls()?.zoomOut()
      return true
    default:
      return false
  }
}

function rename(id: string | undefined): boolean {
  if (id === undefined || designStore.getState().readOnly) return false
  viewStore.getState().set({ renaming: id })
  return true
}

/** The card, boundary or arrow that has the focus. */
function focusedElement(target: EventTarget): string | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? undefined) : undefined
}
