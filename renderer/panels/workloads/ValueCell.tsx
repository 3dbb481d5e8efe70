import { useRef } from 'react'
import type { Id, Value } from '../../../shared/design/design.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { type Fallback, ValueControl } from '../inspector/ValueControl.tsx'
import { ValuePopover } from '../inspector/ValuePopover.tsx'
import { FaultNotes } from '../faults/FaultNotes.tsx'
import { useWantedFocus } from '../use-wanted.ts'

interface ValueCellProps {
  readonly field: Field
  readonly value: Value | undefined
  /** When the label of the field says more than the row has room for. */
  readonly label?: string
  readonly suffix?: string
  /** What the engines use while nothing is stated. */
  readonly fallback?: Fallback | undefined
  /** Whose field it is and what it is called there: what is wrong with it is said below it. */
  readonly of?: { readonly on: Id; readonly name: string } | undefined
  /** Somebody asked for it: it comes into view and takes the focus. */
  readonly wanted?: boolean
  readonly onChange: (value: Value | undefined) => void
}

/** Two cells of a card: the name of a value, and its control with where it comes from. */
export function ValueCell(props: ValueCellProps) {
  const { field, value, label = field.label, suffix, fallback, of, wanted, onChange } = props
  const place = useRef<HTMLSpanElement>(null)
  useWantedFocus(place, wanted)
  return (
    <>
      <span className="muted ellipsis" title={label}>
        {label}
      </span>
      <span ref={place} className="cell-value" data-wanted={wanted}>
        <ValueControl field={field} value={value} fallback={fallback} onChange={onChange} />
        {suffix === undefined ? null : <span className="faint small cell-suffix">{suffix}</span>}
        <ValuePopover field={field} value={value} onChange={onChange} />
      </span>
      {of === undefined ? null : <FaultNotes on={of.on} at={of.name} />}
    </>
  )
}
