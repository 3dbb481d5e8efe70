import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'

/**
 * Hands the focus on when what holds it goes away, such as a question that has just been answered: left alone, the
 * keyboard would start again at the top of the page. `next` says where to, seen from what leaves; it must not change.
 */
export function useFocusHandover<T extends HTMLElement>(
  next: (leaving: T) => Element | null | undefined,
): RefObject<T | null> {
  const leaving = useRef<T>(null)
  useLayoutEffect(() => {
    const element = leaving.current
    return () => {
      if (element?.contains(document.activeElement) !== true) return
      const to = next(element)
      if (to instanceof HTMLElement) to.focus()
    }
  }, [next])
  return leaving
}
