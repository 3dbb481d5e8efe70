/** Runs once when Esc is pressed while a gesture goes on, before anything else hears of the key. Returns the stop. */
export function onEscape(cancel: () => void): () => void {
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    stop()
    cancel()
  }
  const stop = (): void => window.removeEventListener('keydown', key, { capture: true })
  window.addEventListener('keydown', key, { capture: true })
  return stop
}
