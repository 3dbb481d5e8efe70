import { Replace, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import type { Decision } from '../../../shared/design/design.ts'
import { decisionLabel, nextStatuses } from '../../../shared/decisions/status.ts'
import { useDesignState } from '../../store/design-store.ts'
import { Choice, DateField, IconButton, LinkButton, NameField, showToast } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { InternalToggle } from '../InternalToggle.tsx'
import { removeFromDesign } from '../remove.ts'
import { viewStore } from '../stores.ts'
import { useWantedField, useWantedFocus } from '../use-wanted.ts'
import { askWhy, changeStatus, editDecision, statusWords, succeed } from './decision-edits.ts'
import { useChosenOutcome } from './use-chosen-outcome.ts'

function isStatus(text: string): text is Decision['status'] {
  return text in statusWords
}

interface DecisionHeadProps {
  readonly decision: Decision
  /** That the chosen option misses a must. */
  readonly out: string | undefined
  readonly onRemoved: () => void
}

/** Number, title, status and day of a decision, and what it stands before or behind. */
export function DecisionHead({ decision, out, onRemoved }: DecisionHeadProps) {
  const { id, status } = decision
  const outcome = useChosenOutcome(decision)
  const head = useRef<HTMLDivElement>(null)
  useWantedFocus(head, useWantedField(id) === 'name')
  const edit = (label: string, change: (one: Decision) => Decision): void => editDecision(id, label, change)
  const moveOn = (next: Decision['status']): void => {
    changeStatus(id, next, outcome)
    if (next !== 'accepted' || out === undefined || decision.because !== undefined) return
    askWhy(id)
    showToast(`Accepted. ${out} Say why it is chosen all the same.`)
  }
  return (
    <>
      <div className="decision-head" ref={head}>
        <span className="decision-number">{decisionLabel(decision)}</span>
        <NameField
          className="decision-name"
          aria-label="Decision title"
          value={decision.name}
          onCommit={(name) => edit('Rename decision', (one) => ({ ...one, name }))}
        />
        <Choice
          label="Status"
          className="decision-status"
          value={status}
          options={nextStatuses(decision).map((each) => ({ value: each, label: statusWords[each] }))}
          onChange={(next) => isStatus(next) && moveOn(next)}
        />
        <DateField
          aria-label="Date"
          className="decision-date"
          value={decision.date ?? ''}
          onCommit={(date) => edit('Change the date', (one) => withField(one, 'date', date === '' ? undefined : date))}
        />
        {status === 'accepted' ? (
          <IconButton label="Propose what supersedes it" icon={Replace} onClick={() => succeed(decision)} />
        ) : null}
        <InternalToggle id={id} name={decision.name} />
        <IconButton
          label="Delete this decision"
          icon={Trash2}
          onClick={() => {
            removeFromDesign(id, decision.name)
            onRemoved()
          }}
        />
      </div>
      <Lineage decision={decision} />
    </>
  )
}

/** What it supersedes, and what superseded it. */
function Lineage({ decision }: { readonly decision: Decision }) {
  const older = useDesignState(({ document }) => document.decisions?.find(({ id }) => id === decision.supersedes))
  const newer = useDesignState(({ document }) => document.decisions?.find((each) => each.supersedes === decision.id))
  if (older === undefined && newer === undefined) return null
  return (
    <p className="small muted decision-lineage">
      {older === undefined ? null : (
        <span>
          {decision.status === 'accepted' ? 'Supersedes' : 'Will supersede'} <DecisionLink decision={older} />
        </span>
      )}
      {newer === undefined ? null : (
        <span>
          {newer.status === 'accepted' ? 'Superseded by' : 'To be superseded by'} <DecisionLink decision={newer} />
        </span>
      )}
    </p>
  )
}

function DecisionLink({ decision }: { readonly decision: Decision }) {
  return (
    <LinkButton title={decision.name} onClick={() => viewStore.getState().select([decision.id])}>
      {decisionLabel(decision)}
    </LinkButton>
  )
}
