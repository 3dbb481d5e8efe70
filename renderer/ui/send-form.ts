import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

/** Ctrl+Enter, or ⌘ with it: what is being written is done. */
export function asksToSend({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey)
}

/** Sends the form that a field stands in. `commit`: stores what was typed first, as the form reads what is stored. */
export function sendForm(
  event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>,
  commit: () => void = () => undefined,
): void {
  event.preventDefault()
  flushSync(commit)
  event.currentTarget.form?.requestSubmit()
}
