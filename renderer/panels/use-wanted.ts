import type { RefObject } from 'react'
import { useEffect } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { useView } from './stores.ts'

/** The field of this element that somebody asked for, by its own name: of 'settings.p50Ms' the last part. */
export function useWantedField(on: Id | undefined): string | undefined {
  return useView((view) => {
    const wanted = view.wantedField
    return on === undefined || wanted?.on !== on ? undefined : wanted.field.slice(wanted.field.indexOf('.') + 1)
  })
}

/** What has had the focus once: who comes back to its panel later keeps the focus where it is. */
const served = new WeakSet<object>()

/** A field that somebody asked for comes into view and takes the focus, ready to be written over. */
export function useWantedFocus(place: RefObject<HTMLElement | null>, wanted: boolean | undefined): void {
  const asked = useView((view) => view.wantedField)
  useEffect(() => {
    if (wanted !== true || asked === undefined || place.current === null || served.has(asked)) return
    served.add(asked)
    place.current.scrollIntoView({ block: 'center' })
    const all = 'input, textarea, button[role=combobox], [role=radio], button'
    const field = place.current.querySelector<HTMLElement>('input') ?? place.current.querySelector<HTMLElement>(all)
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }, [place, wanted, asked])
}
