import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import type { WorkItem } from '../../../shared/design/design.ts'
import { orderPhases } from '../../../shared/options/roadmap.ts'
import { known } from '../../../shared/design/value.ts'
import { useDesignState } from '../../store/design-store.ts'
import { Choice, Choices, DateField, IconButton, NameField, NumberField, TextArea } from '../../ui/index.ts'
import { linesOf } from '../decisions/decision-edits.ts'
import { withField } from '../edits.ts'
import { changeAfter, changeWork, removeWork } from './work-edits.ts'

const statuses = [
  { value: 'open', label: 'Open' },
  { value: 'inProgress', label: 'In progress' },
  { value: 'done', label: 'Done' },
]

function isStatus(text: string): text is NonNullable<WorkItem['status']> {
  return statuses.some(({ value }) => value === text)
}

/** One piece of work, edited in place. */
export function WorkItemRow({ item, others }: { readonly item: WorkItem; readonly others: readonly WorkItem[] }) {
  const { id, name } = item
  const document = useDesignState((state) => state.document)
  const phases = useMemo(() => orderPhases(document), [document])
  return (
    <fieldset className="work-item" aria-label={name}>
      <span className="work-name">
        <NameField
          aria-label="Work"
          value={name}
          onCommit={(next) => changeWork(id, 'Rename work', (one) => ({ ...one, name: next }))}
        />
        {phases.length < 2 && (phases.length === 0 || item.phase !== undefined) ? null : (
          <Choice
            quiet
            className="work-phase"
            label={`Phase of ${name}`}
            value={item.phase}
            placeholder="No phase"
            clearLabel="No phase"
            options={phases.map((phase) => ({ value: phase.id, label: phase.name }))}
            onClear={() => changeWork(id, 'Change the phase', (one) => withField(one, 'phase', undefined))}
            onChange={(phase) => changeWork(id, 'Change the phase', (one) => ({ ...one, phase }))}
          />
        )}
      </span>
      <Choice
        quiet
        label={`Status of ${name}`}
        value={item.status ?? 'open'}
        options={statuses}
        onChange={(status) => isStatus(status) && changeWork(id, 'Change the status', (one) => ({ ...one, status }))}
      />
      <DateField
        aria-label={`${name} is due`}
        value={item.due ?? ''}
        onCommit={(due) =>
          changeWork(id, 'Change the date', (one) => withField(one, 'due', due === '' ? undefined : due))
        }
      />
      <NumberField
        label={`Effort of ${name}`}
        value={known(item.effortDays)}
        placeholder="unknown"
        suffix="days"
        min={0}
        onCommit={(effortDays) =>
          changeWork(id, 'Change the effort', (one) => withField(one, 'effortDays', effortDays))
        }
      />
      <Choices
        label={`${name} comes after`}
        value={item.after ?? []}
        placeholder="Nothing"
        options={others.filter((other) => other.id !== id).map((other) => ({ value: other.id, label: other.name }))}
        onChange={(after) => changeAfter(id, after)}
      />
      <TextArea
        aria-label={`${name} is done when`}
        placeholder="One criterion a line"
        value={(item.exitCriteria ?? []).join('\n')}
        onCommit={(text) => {
          const lines = linesOf(text)
          changeWork(id, 'Change when it is done', (one) =>
            withField(one, 'exitCriteria', lines.length === 0 ? undefined : lines),
          )
        }}
      />
      <IconButton label={`Delete ${name}`} icon={Trash2} onClick={() => removeWork(id)} />
    </fieldset>
  )
}
