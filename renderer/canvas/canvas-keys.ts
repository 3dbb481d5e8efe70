import type { KeyboardEvent } from 'react'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { takeTool } from '../ink/ink-edits.ts'
import { nudge } from './canvas-edits.ts'
import { boxAround, encloses } from '../../shared/layout/box.ts'
import { seenBox } from './camera.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import { gridStep } from './grid.ts'
import { resizeBySteps } from './resizing.ts'
import { nextInReading, readingOrder } from './reading-order.ts'

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const longNudge = 10

/** Keys that act on what is selected or focused on the canvas; everything else is a command. */
export function handleCanvasKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
  if (resizeByKey(event)) {
    event.preventDefault()
    event.stopPropagation()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Tab') {
    if (walkOn(event)) event.preventDefault()
    return
  }
  if (actOn(event)) {
    event.preventDefault()
    event.stopPropagation()
  }
}

/**
 * Tab walks from element to element in reading order, whatever order they were drawn in. After the last one, and before
 * the first, it leaves the canvas: from the mark behind the elements, or from the canvas itself, the browser goes on.
 */
function walkOn({ currentTarget, target, shiftKey }: KeyboardEvent<HTMLElement>): boolean {
  const here = focusedElement(target)
  if (here === undefined && (target !== currentTarget || shiftKey)) return false
  const { distance, drawn } = canvasStore.getState()
  if (distance === 'far') return false
  const next = nextInReading(readingOrder(drawn.design, drawn.places), here, shiftKey)
  if (next !== undefined) walkTo(next)
  else if (shiftKey) currentTarget.focus({ preventScroll: true })
  else currentTarget.querySelector<HTMLElement>('.canvas-end')?.focus({ preventScroll: true })
  return next !== undefined
}

function walkTo(id: string): void {
  canvasControls()?.focus(id)
  const { drawn, camera } = canvasStore.getState()
  const flow = drawn.design.flows?.find((each) => each.id === id)
  const box = boxAround((flow === undefined ? [id] : [flow.from, flow.to]).flatMap((each) => drawn.places[each] ?? []))
  if (box !== undefined && !encloses(seenBox(camera), box)) canvasControls()?.include(box)
}

/** Alt with the arrow keys pulls the lower right corner of a selected boundary. */
function resizeByKey({ altKey, ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): boolean {
  const direction = steps[key]
  const [only, ...others] = viewStore.getState().selection
  if (direction === undefined || !altKey || ctrlKey || metaKey || only === undefined || others.length > 0) return false
  if (designStore.getState().design.boundaries?.some(({ id }) => id === only) !== true) return false
  const by = shiftKey ? longNudge : 1
  resizeBySteps(only, { x: direction[0] * by, y: direction[1] * by })
  return true
}

function actOn(event: KeyboardEvent): boolean {
  const { selection, highlighted, tool, select, highlight } = viewStore.getState()
  const focused = focusedElement(event.target)
  const direction = steps[event.key]
  if (direction !== undefined && selection.length > 0) {
    const by = gridStep() * (event.shiftKey ? longNudge : 1)
    nudge(selection, { x: direction[0] * by, y: direction[1] * by })
    return true
  }
  switch (event.key) {
    case 'Escape':
      if (tool === 'pen' || tool === 'eraser') takeTool('select')
      else if (highlighted !== undefined) highlight(undefined)
      else select([])
      // Tab begins anew.
      canvasControls()?.focus()
      return true
    case 'Enter':
    case ' ':
      // The first press picks the focused card; Enter on a picked one types its name.
      if (focused !== undefined && (event.shiftKey || !selection.includes(focused))) {
        select(event.shiftKey ? toggled(selection, focused) : [focused])
        return true
      }
      return event.key === 'Enter' && rename(selection[0])
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

function toggled(selection: readonly string[], id: string): readonly string[] {
  return selection.includes(id) ? selection.filter((each) => each !== id) : [...selection, id]
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
