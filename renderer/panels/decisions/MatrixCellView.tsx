import { isStated, isUnknown, known } from '../../../shared/design/value.ts'
import type { Decision, Id, Value } from '../../../shared/design/design.ts'
import type { Criterion } from '../../../shared/decisions/criteria.ts'
import type { MatrixCell } from '../../../shared/decisions/matrix.ts'
import { evidenceOf } from '../../../shared/decisions/score.ts'
import { FieldRow, LinkButton, NumberField, Popover, TextField, VerdictMark } from '../../ui/index.ts'
import { BandNumber } from '../BandNumber.tsx'
import { setScore } from './decision-edits.ts'

interface MatrixCellProps {
  readonly decision: Decision
  readonly option: Id
  readonly criterion: Criterion
  readonly cell: MatrixCell | undefined
}

/** A score with what it rests on; what people judge is typed here, with its evidence. */
export function MatrixCellView({ decision, option, criterion, cell }: MatrixCellProps) {
  if (cell === undefined) return <span className="faint">–</span>
  if (cell.by === 'engines') {
    const { number, verdict, because, value } = cell
    return (
      <span className="matrix-cell" title={because}>
        <span className="matrix-score">{value === undefined ? '?' : Math.round(value * 10) / 10}</span>
        {number === undefined || criterion.unit === undefined ? null : (
          <BandNumber band={number} unit={criterion.unit} />
        )}
        {verdict === undefined ? null : <VerdictMark verdict={verdict} />}
      </span>
    )
  }
  return <TypedScore decision={decision} option={option} criterion={criterion} cell={cell} />
}

function TypedScore({ decision, option, criterion, cell }: MatrixCellProps & { readonly cell: MatrixCell }) {
  const title = decision.options.find(({ id }) => id === option)?.title ?? ''
  const typed = decision.options.find(({ id }) => id === option)?.scores?.[criterion.id]
  const score = known(typed)
  const label = `${title}, ${criterion.title}`
  const set = (value: Value | undefined): void => setScore(decision.id, option, criterion.id, value)
  return (
    <Popover
      label={`Score of ${label}`}
      width={320}
      align="start"
      trigger={
        <LinkButton
          className="matrix-typed"
          aria-label={cell.value === undefined ? `${label}: not scored` : `${label}: ${cell.value}`}
          title={cell.question ?? cell.because}
        >
          <span className="matrix-score">{cell.value ?? '?'}</span>
          <span className="muted small ellipsis">{cell.because ?? (cell.value === undefined ? 'Score it' : '')}</span>
        </LinkButton>
      }
    >
      <div className="popover-form">
        <p className="strong">{label}</p>
        <FieldRow label="Score" help="1 misses it by far, 3 just meets it, 5 is far better" wide>
          {(id) => (
            <NumberField
              id={id}
              value={typeof score === 'number' ? score : undefined}
              placeholder="unknown"
              min={1}
              max={5}
              onCommit={(value) => set(value === undefined ? undefined : withScore(typed, value))}
            />
          )}
        </FieldRow>
        <FieldRow label="Evidence" help="What it rests on: a trial, a reference, a name" wide>
          {(id) => (
            <TextField
              id={id}
              value={evidenceOf(typed) ?? ''}
              placeholder="A trial, a reference, a name"
              onCommit={(source) => set(withEvidence(typed, source.trim()))}
            />
          )}
        </FieldRow>
      </div>
    </Popover>
  )
}

function withScore(typed: Value | undefined, value: number): Value {
  return isStated(typed) ? { ...typed, value } : { value }
}

/** Evidence without a score says nothing yet. */
function withEvidence(typed: Value | undefined, source: string): Value | undefined {
  if (typed === undefined || isUnknown(typed)) return typed
  if (!isStated(typed)) return source === '' ? typed : { value: typed, source }
  const { source: _before, ...rest } = typed
  return source === '' ? rest : { ...rest, source }
}
