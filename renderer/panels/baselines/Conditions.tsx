import { Trash2 } from 'lucide-react'
import type { Baseline, Condition } from '../../../shared/design/design.ts'
import { Choice, DateField, IconButton, TextField } from '../../ui/index.ts'
import { todayIso, withField } from '../edits.ts'
import { dropCondition, editCondition, newCondition } from './baseline-edits.ts'

const statuses = [
  { value: 'open', label: 'Open' },
  { value: 'met', label: 'Met' },
  { value: 'dropped', label: 'Dropped' },
]

function isStatus(text: string): text is Condition['status'] {
  return statuses.some(({ value }) => value === text)
}

/** What the board asks for, with who answers for it and by when; each that is open is a finding. */
export function Conditions({ baseline }: { readonly baseline: Baseline }) {
  const { id, conditions = [] } = baseline
  return (
    <section aria-label="Conditions">
      <h4 className="decision-sub">Conditions</h4>
      {conditions.map((condition) => (
        <ConditionRow key={condition.id} baseline={id} condition={condition} />
      ))}
      <TextField
        className="condition-new"
        aria-label="New condition"
        placeholder="What the board asks for"
        value=""
        adds
        onCommit={(text) => (text.trim() === '' ? undefined : newCondition(id, text.trim()))}
      />
    </section>
  )
}

function ConditionRow({ baseline, condition }: { readonly baseline: string; readonly condition: Condition }) {
  const { id, text, owner, due, status } = condition
  const edit = (label: string, change: (one: Condition) => Condition): void =>
    editCondition(baseline, id, label, change)
  const isOverdue = status === 'open' && due !== undefined && due < todayIso()
  return (
    <fieldset className="condition" aria-label={text}>
      <TextField
        quiet
        aria-label="Condition"
        value={text}
        onCommit={(next) =>
          next.trim() === '' ? undefined : edit('Change a condition', (one) => ({ ...one, text: next.trim() }))
        }
      />
      <TextField
        aria-label={`Owner of: ${text}`}
        placeholder="Owner"
        value={owner ?? ''}
        onCommit={(next) =>
          edit('Change the owner', (one) => withField(one, 'owner', next.trim() === '' ? undefined : next.trim()))
        }
      />
      <span className="condition-due" data-overdue={isOverdue}>
        <DateField
          aria-label={`Due: ${text}`}
          value={due ?? ''}
          onCommit={(date) => edit('Change the date', (one) => withField(one, 'due', date === '' ? undefined : date))}
        />
        {isOverdue ? <span className="small">overdue</span> : null}
      </span>
      <Choice
        label={`Status: ${text}`}
        value={status}
        options={statuses}
        onChange={(next) => isStatus(next) && edit('Change the status', (one) => ({ ...one, status: next }))}
      />
      <IconButton label={`Delete: ${text}`} icon={Trash2} onClick={() => dropCondition(baseline, id)} />
    </fieldset>
  )
}
