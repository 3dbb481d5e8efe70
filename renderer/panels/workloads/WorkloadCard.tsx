import type { Action, Arrivals, Id, Value, Workload } from '../../../shared/design/design.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { Choice, Segmented } from '../../ui/index.ts'
import { changeElement, withField } from '../edits.ts'
import { editDesign } from '../stores.ts'
import { FaultNotes } from '../faults/FaultNotes.tsx'
import type { Fallback } from '../inspector/ValueControl.tsx'
import { useWantedField } from '../use-wanted.ts'
import { ProfileEditor } from './ProfileEditor.tsx'
import { arrivalsOf, formOf, usualPeakOf } from './use-edits.ts'
import { UseHead } from './UseHead.tsx'
import { ValueCell } from './ValueCell.tsx'

/** How often each action happens, in one of three forms: a rate, people at work, or a batch. */
export function WorkloadCard({
  workload,
  actions,
}: {
  readonly workload: Workload
  readonly actions: readonly Action[]
}) {
  const edit = (label: string, change: (one: Workload) => Workload) =>
    editDesign(label, (design) => changeElement(design, 'workloads', workload.id, change))
  const setArrivals = (arrivals: Arrivals, key?: string) =>
    editDesign(
      'Change how often',
      (design) => changeElement(design, 'workloads', workload.id, (one) => ({ ...one, arrivals })),
      key === undefined ? {} : { key },
    )
  const form = formOf(workload.arrivals)
  const wanted = useWantedField(workload.id)
  return (
    <article className="use-card">
      <UseHead
        id={workload.id}
        name={workload.name}
        what="Workload"
        onRename={(name) => edit('Rename', (one) => ({ ...one, name }))}
      />
      <Segmented
        label="Form of arrivals"
        value={form}
        options={[
          { value: 'open', label: 'A rate' },
          { value: 'closed', label: 'People at work' },
          { value: 'batch', label: 'A batch' },
        ]}
        onChange={(next) => next !== undefined && next !== form && setArrivals(arrivalsOf(next))}
      />
      <FaultNotes on={workload.id} notAt={arrivalNames} />
      <div className="use-fields">
        <ArrivalFields on={workload.id} arrivals={workload.arrivals} wanted={wanted} onChange={setArrivals} />
        {actions.map((action) => (
          <MixShare
            key={action.id}
            action={action}
            value={workload.mix[action.id]}
            onChange={(value) =>
              edit('Change the mix', (one) => {
                const { [action.id]: _before, ...rest } = one.mix
                return { ...one, mix: value === undefined ? rest : { ...one.mix, [action.id]: value as Value<number> } }
              })
            }
          />
        ))}
      </div>
    </article>
  )
}

/** The numbers of arrivals, each of which says below it what is wrong with it. */
const arrivalNames = ['rate', 'peakFactor', 'growthPerMonth', 'users', 'thinkTimeS', 'items', 'withinHours'] as const

const number = (label: string, more: Partial<Field> = {}): Field => ({ type: 'number', label, min: 0, ...more })

const perOptions = ['second', 'minute', 'hour', 'day', 'month'].map((value) => ({ value, label: `per ${value}` }))
const everyOptions = [
  { value: 'once', label: 'once' },
  ...['hour', 'day', 'week', 'month'].map((value) => ({ value, label: `every ${value}` })),
]

function ArrivalFields({
  on,
  arrivals,
  wanted,
  onChange,
}: {
  readonly on: Id
  readonly arrivals: Arrivals
  /** The name of the field that somebody asked for. */
  readonly wanted: string | undefined
  readonly onChange: (arrivals: Arrivals, key?: string) => void
}) {
  if ('rate' in arrivals) {
    return (
      <>
        <Row
          field={number('Requests')}
          value={arrivals.rate}
          of={{ on, name: 'rate' }}
          wanted={wanted === 'rate'}
          onChange={(rate) => rate !== undefined && onChange({ ...arrivals, rate })}
        />
        <span className="muted">Time</span>
        <Choice
          label="Time"
          value={arrivals.per}
          options={perOptions}
          onChange={(per) => onChange({ ...arrivals, per: per as typeof arrivals.per })}
        />
        <Row
          field={number('Peak', { unit: 'count', help: 'Times the average' })}
          value={arrivals.peakFactor}
          fallback={usualPeakOf(arrivals)}
          of={{ on, name: 'peakFactor' }}
          wanted={wanted === 'peakFactor'}
          suffix="× average"
          onChange={(peak) => onChange(withField(arrivals, 'peakFactor', peak))}
        />
        <Row
          field={number('Growth', { unit: 'share', min: -1 })}
          value={arrivals.growthPerMonth}
          of={{ on, name: 'growthPerMonth' }}
          wanted={wanted === 'growthPerMonth'}
          suffix="a month"
          onChange={(growth) => onChange(withField(arrivals, 'growthPerMonth', growth))}
        />
        <ProfileEditor workload={on} part="hours" arrivals={arrivals} onChange={onChange} />
        <ProfileEditor workload={on} part="weekdays" arrivals={arrivals} onChange={onChange} />
      </>
    )
  }
  if ('users' in arrivals) {
    return (
      <>
        <Row
          field={number('People', { unit: 'people' })}
          value={arrivals.users}
          of={{ on, name: 'users' }}
          wanted={wanted === 'users'}
          onChange={(users) => users !== undefined && onChange({ ...arrivals, users })}
        />
        <Row
          field={number('Pause between requests', { unit: 's' })}
          value={arrivals.thinkTimeS}
          of={{ on, name: 'thinkTimeS' }}
          wanted={wanted === 'thinkTimeS'}
          onChange={(pause) => pause !== undefined && onChange({ ...arrivals, thinkTimeS: pause })}
        />
      </>
    )
  }
  return (
    <>
      <Row
        field={number('Items')}
        value={arrivals.items}
        of={{ on, name: 'items' }}
        wanted={wanted === 'items'}
        onChange={(items) => items !== undefined && onChange({ ...arrivals, items })}
      />
      <span className="muted">How often</span>
      <Choice
        label="How often"
        value={arrivals.every}
        options={everyOptions}
        onChange={(every) => onChange({ ...arrivals, every: every as typeof arrivals.every })}
      />
      <Row
        field={number('Done within', { unit: 'hours' })}
        value={arrivals.withinHours}
        of={{ on, name: 'withinHours' }}
        wanted={wanted === 'withinHours'}
        onChange={(hours) => onChange(withField(arrivals, 'withinHours', hours))}
      />
    </>
  )
}

interface RowProps {
  readonly field: Field
  readonly value: Value<number> | undefined
  readonly suffix?: string
  readonly fallback?: Fallback | undefined
  readonly of: { readonly on: Id; readonly name: string }
  readonly wanted?: boolean
  readonly onChange: (value: Value<number> | undefined) => void
}

function Row({ onChange, ...row }: RowProps) {
  // A number field only ever hands numbers on.
  return <ValueCell {...row} onChange={(next) => onChange(next as Value<number> | undefined)} />
}

function MixShare({
  action,
  value,
  onChange,
}: {
  readonly action: Action
  readonly value: Value<number> | undefined
  readonly onChange: (value: Value | undefined) => void
}) {
  const field: Field = { type: 'number', label: `Share of ${action.name}`, unit: 'share', min: 0, max: 1 }
  return <ValueCell field={field} label={action.name} value={value} suffix="of requests" onChange={onChange} />
}
