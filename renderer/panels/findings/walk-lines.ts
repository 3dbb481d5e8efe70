import type { KeyboardEvent } from 'react'

/** The arrows go from line to line; what a line speaks of shows on the canvas as it gets the focus. */
export function walkLines(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const titles = [...event.currentTarget.querySelectorAll<HTMLElement>('.finding-title')]
  const at = titles.findIndex((title) => title === document.activeElement)
  // On the list itself, when the line with the focus is gone, they start at the top.
  const isOnList = event.target instanceof Element && event.target.matches('.finding-list')
  if (at < 0 && !isOnList) return
  event.preventDefault()
  titles[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
