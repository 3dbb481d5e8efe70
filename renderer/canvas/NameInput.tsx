import { useEffect, useRef } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { viewStore } from '../store/view-store.ts'
import { canvasControls } from './canvas-store.ts'
import { renameElement } from './canvas-edits.ts'

/** A name being typed in place: Enter keeps it, Esc leaves the old one, leaving the field keeps it too. */
export function NameInput({ id, name }: { readonly id: Id; readonly name: string }) {
  const field = useRef<HTMLInputElement>(null)
  const cancelled = useRef(false)
  // The focus is the browser's, outside React: it is taken once the field is there.
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const finish = (): void => {
    const typed = field.current?.value.trim() ?? ''
    if (!cancelled.current && typed !== '' && typed !== name) renameElement(id, typed)
    viewStore.getState().set({ renaming: undefined })
  }
  return (
    <input
      ref={field}
      className="name-input nodrag nopan"
      aria-label="Name"
      defaultValue={name}
      onBlur={finish}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') cancelled.current = true
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.currentTarget.blur()
        canvasControls()?.focus()
      }}
    />
  )
}
