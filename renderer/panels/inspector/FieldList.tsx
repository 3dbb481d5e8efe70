import { X } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import type { Id, Settings, Value } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import type { WorkedOutSetting } from '../../../shared/estimate/estimate-parts.ts'
import type { Field, Fields } from '../../../shared/kinds/fields/field.ts'
import type { Product } from '../../../shared/kinds/product.ts'
import { IconButton, LinkButton } from '../../ui/index.ts'
import { useView } from '../stores.ts'
import { useFaultyFields } from '../faults/FaultNotes.tsx'
import { useWantedField } from '../use-wanted.ts'
import { offeredFields, splitFields } from './split-fields.ts'
import { ValueField } from './ValueField.tsx'
import type { Fallback } from './ValueControl.tsx'
import { commonValue, type ShownValue } from './value-edits.ts'

interface FieldListProps {
  readonly fields: Fields
  /** The settings of each selected element; one when a single one is selected. */
  readonly settings: readonly (Settings | undefined)[]
  readonly product?: Product | undefined
  /** What the estimate works out of other answers while nobody states it: goes before facts and defaults. */
  readonly workedOut?: readonly WorkedOutSetting[] | undefined
  /** The element whose fields these are: a question or a ledger line may ask for one of them. */
  readonly on?: Id
  readonly onChange: (name: string, value: Value | undefined) => void
}

/** The fields of a schema: those that matter first, the rest under More, what the schema does not know at the end. */
export function FieldList({ fields, settings, product, workedOut, on, onChange }: FieldListProps) {
  const [pressed, setPressed] = useState(false)
  const wanted = useWantedField(on)
  const faulty = useFaultyFields(on)
  const room = useView((view) => view.roomMode)
  const { first, rest } = splitFields(offeredFields(room ? withoutMoney(fields) : fields, settings))
  const more = pressed || rest.some(([name]) => name === wanted || faulty.has(name))
  const strangers = unknownNames(fields, settings)
  const statedInRest = rest.filter(([name]) => settings.some((one) => one?.[name] !== undefined)).length
  const row = ([name, field]: readonly [string, Field]) => (
    <Row
      key={name}
      name={name}
      field={field}
      value={commonValue(settings.map((one) => one?.[name]))}
      product={product}
      derived={workedOut?.find((each) => each.field === name)}
      on={on}
      wanted={name === wanted}
      onChange={onChange}
    />
  )
  return (
    <>
      {first.map(row)}
      {more ? rest.map(row) : null}
      {more
        ? strangers.map((name) => (
            <Stranger key={name} name={name} settings={settings} onRemove={() => onChange(name, undefined)} />
          ))
        : null}
      {rest.length + strangers.length > 0 ? (
        <LinkButton className="field-more" aria-expanded={more} onClick={() => setPressed(!more)}>
          {more
            ? 'Less'
            : `More (${rest.length + strangers.length}${statedInRest > 0 ? `, ${statedInRest} stated` : ''})`}
        </LinkButton>
      ) : null}
    </>
  )
}

interface RowProps extends Pick<FieldListProps, 'product' | 'onChange'> {
  readonly on: Id | undefined
  readonly name: string
  readonly field: Field
  readonly value: ShownValue
  readonly derived: WorkedOutSetting | undefined
  readonly wanted: boolean
}

/** One field. An edit of another one does not draw it again, if whoever edits gives the same function. */
const Row = memo(function Row({ name, field, value, product, derived, on, wanted, onChange }: RowProps) {
  const of = useMemo(() => (on === undefined ? undefined : { on, name }), [on, name])
  return (
    <ValueField
      field={field}
      value={value}
      fallback={derived ? { scalar: derived.value, source: derived.source } : fallbackOf(field, name, product)}
      of={of}
      wanted={wanted}
      onChange={(next) => onChange(name, next)}
    />
  )
})

/** What a room may read: no price and no budget. */
function withoutMoney(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, field]) => field.type !== 'number' || field.unit?.startsWith('USD') !== true),
  )
}

/** A product's fact goes before the kind's default. */
function fallbackOf(field: Field, name: string, product: Product | undefined): Fallback | undefined {
  const fact = product?.facts[name]
  if (fact !== undefined) return { scalar: fact.value, source: `${fact.source}, ${fact.asOf}` }
  if (field.default === undefined) return undefined
  return { scalar: field.default, source: field.defaultSource ?? 'default' }
}

function unknownNames(fields: Fields, settings: readonly (Settings | undefined)[]): readonly string[] {
  const names = new Set(settings.flatMap((one) => Object.keys(one ?? {})))
  return [...names].filter((name) => !(name in fields))
}

/** A setting of another kind or of a newer version: kept, shown, not used. */
function Stranger({
  name,
  settings,
  onRemove,
}: {
  readonly name: string
  readonly settings: readonly (Settings | undefined)[]
  readonly onRemove: () => void
}) {
  const value = settings.find((one) => one?.[name] !== undefined)?.[name]
  const scalar = known(value)
  return (
    <div className="field-stranger">
      <code className="ellipsis" title={name}>
        {name}
      </code>
      <span className="ellipsis faint">{scalar === undefined ? 'not known' : String(scalar)}</span>
      <span className="faint small">kept, not used</span>
      <IconButton label={`Remove ${name}`} icon={X} onClick={onRemove} />
    </div>
  )
}
