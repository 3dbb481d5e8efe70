import type { TextEdit } from '../../../shared/ipc.ts'
import { desktop } from '../../desktop.ts'

/** Whether what has the focus takes typing: its own keys then win over the canvas's. */
export function typesText(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  if (element instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'range', 'color', 'file', 'submit'].includes(element.type)
  }
  return element instanceof HTMLElement && (element.isContentEditable || element.role === 'textbox')
}

/** A command that belongs to the text field in focus, and otherwise to the canvas. */
export function onText(edit: TextEdit, otherwise: () => void | Promise<void>): () => void | Promise<void> {
  return () => (typesText(document.activeElement) ? desktop.editText(edit) : otherwise())
}
