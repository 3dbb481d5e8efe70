import { useEffect, useRef } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { viewStore } from '../store/view-store.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import { renameElement } from './canvas-edits.ts'
import { nextInReading, readingOrder } from './reading-order.ts'

/** A name being typed in place: Enter keeps it, Tab goes on to the next element, Esc leaves the old one. */
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
        if (event.key === 'Tab') {
          event.preventDefault()
          event.currentTarget.blur()
          nameNext(id, event.shiftKey)
          return
        }
        if (event.key === 'Escape') cancelled.current = true
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.currentTarget.blur()
        canvasControls()?.focus()
      }}
    />
  )
}

/** In reading order, arrows after all that stands somewhere. After the last one the canvas has the keys again. */
function nameNext(id: Id, back: boolean): void {
  const { design, places } = canvasStore.getState().drawn
  const next = nextInReading(readingOrder(design, places), id, back)
  const { select, set } = viewStore.getState()
  if (next === undefined) canvasControls()?.focus()
  else {
    select([next])
    set({ renaming: next })
  }
}
