import { Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import type { Baseline } from '../../../shared/design/design.ts'
import { type Verdict, verdictTitles } from '../../../shared/baselines/board.ts'
import { isUntouched } from '../../../shared/baselines/freeze.ts'
import { Choice, DateField, FieldRow, IconButton, NameField, TextField } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { changeBaseline, changeVerdict, removeBaseline } from './baseline-edits.ts'
import { Conditions } from './Conditions.tsx'
import { SinceView } from './SinceView.tsx'

const verdicts = Object.entries(verdictTitles).map(([value, label]) => ({ value, label }))

function isVerdict(text: string): text is Verdict {
  return text in verdictTitles
}

/** One frozen design: what it is, what the board said, and what has changed since. */
export function BaselineView({ baseline }: { readonly baseline: Baseline }) {
  const { id, name } = baseline
  const setText = (field: 'board' | 'by', label: string) => (text: string) =>
    changeBaseline(id, label, (one) => withField(one, field, text.trim() === '' ? undefined : text.trim()))
  return (
    <div className="baseline">
      <div className="decision-head">
        <NameField
          className="decision-name"
          aria-label="Name of the baseline"
          value={name}
          onCommit={(next) => changeBaseline(id, 'Rename', (one) => ({ ...one, name: next }))}
        />
        <IconButton label={`Delete ${name}`} icon={Trash2} onClick={() => removeBaseline(baseline)} />
      </div>
      <Stamp baseline={baseline} />
      <div className="baseline-board">
        <FieldRow label="Verdict" wide>
          {(field) => (
            <Choice
              id={field}
              value={baseline.verdict}
              placeholder="Not decided yet"
              clearLabel="Not decided yet"
              options={verdicts}
              onClear={() => changeVerdict(id, undefined)}
              onChange={(verdict) => isVerdict(verdict) && changeVerdict(id, verdict)}
            />
          )}
        </FieldRow>
        <FieldRow label="Board" wide>
          {(field) => (
            <TextField
              id={field}
              value={baseline.board ?? ''}
              placeholder="Who decides"
              onCommit={setText('board', 'Change the board')}
            />
          )}
        </FieldRow>
        <FieldRow label="Decided on" wide>
          {(field) => (
            <DateField
              id={field}
              value={baseline.decidedOn ?? ''}
              onCommit={(date) =>
                changeBaseline(id, 'Change the date', (one) =>
                  withField(one, 'decidedOn', date === '' ? undefined : date),
                )
              }
            />
          )}
        </FieldRow>
      </div>
      <Conditions baseline={baseline} />
      <SinceView baseline={baseline} />
    </div>
  )
}

/** What was frozen, so that anybody can hold it against another copy. */
function Stamp({ baseline }: { readonly baseline: Baseline }) {
  const untouched = useMemo(() => isUntouched(baseline), [baseline])
  const { hash, date, priceBook, editions = {} } = baseline
  const rules = editions['Rules']
  const all = Object.entries(editions).map(([title, edition]) => `${title}: ${edition}`)
  return (
    <p className="muted small baseline-stamp">
      {date === undefined ? null : <span>Frozen on {date}</span>}
      {priceBook === undefined ? null : <span>prices of {priceBook}</span>}
      {rules === undefined ? null : <span title={all.join('\n')}>rules {rules}</span>}
      <span title={`SHA-256 ${hash}`}>
        SHA-256 <code>{hash.slice(0, 12)}</code>
      </span>
      {untouched ? null : <span className="baseline-touched">The frozen copy is not what the hash was made of.</span>}
    </p>
  )
}
