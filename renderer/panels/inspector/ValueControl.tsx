import type { Scalar, Value } from '../../../shared/design/design.ts'
import { isUnknown, known } from '../../../shared/design/value.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { Choice, Choices, FactField, NumberField, Switch, TextField, formatNumber } from '../../ui/index.ts'
import type { Fact } from '../../ui/index.ts'
import { typedAs } from '../quantities.ts'
import { saidNow } from './said-by.ts'
import { mixed, restate, sayNumber, unknownValue } from './value-edits.ts'
import type { ShownValue } from './value-edits.ts'

/** What the engines use while nothing is stated, and who says so. */
export interface Fallback {
  readonly scalar: Scalar
  readonly source: string
}

interface ValueControlProps {
  readonly id?: string
  readonly field: Field
  readonly value: ShownValue
  readonly fallback?: Fallback | undefined
  /** What an empty text field says. */
  readonly placeholder?: string
  /** A number of a requirement: nobody reports it, so it is written bare; an amount is in the currency of the design. */
  readonly isTarget?: boolean
  readonly onChange: (value: Value | undefined) => void
}

const notKnown = '\u0000unknown'

/** The control for a field's type. What is not stated shows its default greyed. */
export function ValueControl({
  id,
  field,
  value,
  fallback,
  placeholder = '',
  isTarget = false,
  onChange,
}: ValueControlProps) {
  const stated = value === mixed ? undefined : value
  const scalar = known(stated)
  const unknown = isUnknown(stated)
  const set = (next: Scalar | undefined) => onChange(next === undefined ? undefined : restate(stated, next))
  const open = value === mixed ? 'mixed' : unknown ? 'not known' : undefined
  const base = id === undefined ? { label: field.label } : { id }

  if (field.type === 'number') {
    const { suffix, scale, others } = typedAs(field.unit, isTarget)
    return (
      <NumberField
        {...base}
        value={typeof scalar === 'number' ? scalar : undefined}
        placeholder={open ?? (typeof fallback?.scalar === 'number' ? formatNumber(fallback.scalar * scale, 6) : '–')}
        suffix={suffix}
        scale={scale}
        others={others}
        min={field.min}
        max={field.max}
        integer={field.integer}
        onCommit={(next) => (next === undefined || isTarget ? set(next) : onChange(sayNumber(stated, next, saidNow())))}
      />
    )
  }
  if (field.type === 'boolean') {
    if (field.fact !== true && value !== mixed) {
      const on = typeof scalar === 'boolean' ? scalar : fallback?.scalar === true
      return <Switch {...base} checked={on} onChange={set} />
    }
    return (
      <FactField
        label={field.label}
        value={factOf(scalar, unknown)}
        onChange={(fact) => onChange(valueOfFact(fact, stated))}
      />
    )
  }
  if (field.type === 'choice') {
    const options = field.options ?? []
    const word = (one: Scalar | undefined) => options.find((option) => option.value === one)?.label
    const chosen = typeof scalar === 'string' ? scalar : undefined
    return (
      <Choice
        {...base}
        value={unknown ? notKnown : chosen}
        options={[
          ...options,
          ...(chosen === undefined || word(chosen) !== undefined ? [] : [{ value: chosen, label: chosen }]),
          ...(field.fact === true || unknown ? [{ value: notKnown, label: 'Not known' }] : []),
        ]}
        placeholder={open ?? word(fallback?.scalar) ?? (field.fact === true ? 'Not answered' : 'Choose...')}
        clearLabel={field.fact === true ? 'Not answered' : 'Default'}
        onClear={() => onChange(undefined)}
        onChange={(next) => onChange(next === notKnown ? unknownValue(field.ask) : restate(stated, next))}
      />
    )
  }
  if (field.type === 'choices') {
    const list = listOf(scalar)
    return (
      <Choices
        {...base}
        value={list}
        options={field.options ?? []}
        placeholder={open ?? (fallback === undefined ? 'None stated' : listOf(fallback.scalar).join(', '))}
        onChange={(next) => set(next.length === 0 ? undefined : next)}
      />
    )
  }
  return (
    <TextField
      {...(id === undefined ? { 'aria-label': field.label } : { id })}
      value={typeof scalar === 'string' ? scalar : scalar === undefined ? '' : String(scalar)}
      placeholder={open ?? (fallback === undefined ? placeholder : String(fallback.scalar))}
      onCommit={(text) => set(text.trim() === '' ? undefined : text.trim())}
    />
  )
}

function listOf(scalar: Scalar | undefined): readonly string[] {
  if (scalar === undefined) return []
  return Array.isArray(scalar) ? scalar.map(String) : [String(scalar)]
}

function factOf(scalar: Scalar | undefined, unknown: boolean): Fact {
  if (unknown) return 'unknown'
  if (scalar === true) return 'yes'
  return scalar === false ? 'no' : 'open'
}

function valueOfFact(fact: Fact, before: Value | undefined): Value | undefined {
  if (fact === 'open') return undefined
  if (fact === 'unknown') return isUnknown(before) ? before : unknownValue(undefined)
  return restate(before, fact === 'yes')
}
