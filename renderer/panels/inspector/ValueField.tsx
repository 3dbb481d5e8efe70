import { useRef } from 'react'
import type { Id, Value } from '../../../shared/design/design.ts'
import { isStated, isUnknown, known } from '../../../shared/design/value.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { FieldRow } from '../../ui/index.ts'
import { FaultNotes } from '../faults/FaultNotes.tsx'
import { useWantedFocus } from '../use-wanted.ts'
import { ValueControl, type Fallback } from './ValueControl.tsx'
import { ValuePopover } from './ValuePopover.tsx'
import { askOf, mixed } from './value-edits.ts'
import type { ShownValue } from './value-edits.ts'

export interface ValueFieldProps {
  readonly field: Field
  readonly value: ShownValue
  readonly fallback?: Fallback | undefined
  /** Whose field it is and what it is called there: what is wrong with it is said below it. */
  readonly of?: { readonly on: Id; readonly name: string } | undefined
  /** Somebody asked for this field: it comes into view and takes the focus. */
  readonly wanted?: boolean
  /** Undefined: back to not stated. */
  readonly onChange: (value: Value | undefined) => void
}

/** One field of a schema: stated, not stated (the default greyed, its source below) or not known (and who would know). */
export function ValueField({ field, value, fallback, of, wanted, onChange }: ValueFieldProps) {
  const place = useRef<HTMLDivElement>(null)
  useWantedFocus(place, wanted)
  return (
    <div ref={place} data-field={field.label} data-wanted={wanted}>
      <FieldRow
        label={field.label}
        help={field.help ?? field.question}
        wide={field.type === 'choices' || (field.type === 'text' && field.fact !== true)}
        note={<Note field={field} value={value} fallback={fallback} />}
        aside={value === mixed ? null : <ValuePopover field={field} value={value} onChange={onChange} />}
      >
        {(id) => <ValueControl id={id} field={field} value={value} fallback={fallback} onChange={onChange} />}
      </FieldRow>
      {of === undefined ? null : <FaultNotes on={of.on} at={of.name} />}
    </div>
  )
}

/** One line of small type: the source of what is shown, or whom to ask. */
function Note({ field, value, fallback }: Pick<ValueFieldProps, 'field' | 'value' | 'fallback'>) {
  const text = noteText(field, value, fallback)
  if (text === undefined || text === '') return null
  return (
    <span className="field-source" title={text}>
      {text}
    </span>
  )
}

function noteText(field: Field, value: ShownValue, fallback: Fallback | undefined): string | undefined {
  if (value === mixed) return 'Differs among the selected; an edit makes all alike'
  if (isUnknown(value)) {
    const ask = askOf(value, field)
    const instead = fallback === undefined || fallback.source === '' ? '' : ` Until then ${fallback.source}.`
    return `Not known.${ask === undefined ? '' : ` Ask: ${ask}.`}${instead}`.replace('..', '.').replace('?.', '?')
  }
  if (known(value) === undefined)
    return fallback?.source ?? (field.fact === true && field.ask !== undefined ? `Ask: ${field.ask}` : undefined)
  if (!isStated(value)) return undefined
  const parts = [
    value.source,
    value.asOf,
    value.confidence === undefined ? undefined : `confidence ${value.confidence}`,
  ]
  const text = parts.filter((part) => part !== undefined).join(', ')
  return text === '' ? undefined : text
}
