import type { FocusEvent } from 'react'
import { useMemo, useState } from 'react'

/** Whether somebody points at a list or walks through it, and the listeners of the list that tell. */
export function useAttention(): { readonly attended: boolean; readonly listeners: Listeners } {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const listeners = useMemo(
    () => ({
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false)
      },
    }),
    [],
  )
  return { attended: pointed || focused, listeners }
}

interface Listeners {
  readonly onPointerEnter: () => void
  readonly onPointerLeave: () => void
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}
