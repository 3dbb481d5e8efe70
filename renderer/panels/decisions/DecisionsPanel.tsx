import './decisions.css'
import { FileDown, Plus, Scale } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Decision, Id } from '../../../shared/design/design.ts'
import { Badge, Button, EmptyState, IconButton, Segmented } from '../../ui/index.ts'
import type { BadgeTone } from '../../ui/index.ts'
import { runCommand } from '../commands.ts'
import { useDesign, useView } from '../stores.ts'
import { DecisionEditor } from './DecisionEditor.tsx'
import { startDecision, statusWords } from './decision-edits.ts'
import { ImportRecords } from './ImportRecords.tsx'
import { MatrixView } from './MatrixView.tsx'
import { useShownDecision } from './shown-decision.ts'
import { Suggestions } from './Suggestions.tsx'
import { useMoved } from './use-chosen-outcome.ts'

const none: readonly Decision[] = []

const tones: Record<Decision['status'], BadgeTone> = {
  proposed: 'accent',
  accepted: 'pass',
  rejected: 'fail',
  deprecated: 'neutral',
  superseded: 'neutral',
}

/** The architecture decisions: a list, and the one being read or written. */
export function DecisionsPanel() {
  const [{ part, choice }, show] = useShownDecision()
  const decisions = useDesign((design) => design.decisions) ?? none
  // A decision may be asked for from elsewhere (a new one, a chip): the selection then names it.
  const asked = useView((view) => view.selection.find((id) => decisions.some((decision) => decision.id === id)))
  const chosen = choice?.asked === asked ? choice?.id : (asked ?? choice?.id)
  // It stays open when something else is selected next; a choice in the list stands until another one is asked for.
  useEffect(() => {
    if (asked !== undefined && choice?.asked !== asked) show({ choice: { id: asked, asked } })
  }, [asked, choice, show])
  const setChosen = (id: Id | undefined) => show({ choice: { id, asked } })
  const shown = decisions.find((decision) => decision.id === chosen) ?? decisions[0]
  const moved = useMoved(decisions)
  if (shown === undefined) {
    return (
      <EmptyState
        icon={Scale}
        text="A decision records what was chosen, over what, and why; it leaves as an ADR."
        action={
          <span className="decision-start">
            <Button tone="primary" icon={Plus} onClick={startDecision}>
              New decision
            </Button>
            <ImportRecords />
            <Suggestions onTaken={setChosen} />
          </span>
        }
      />
    )
  }
  return (
    <div className="panel-columns">
      <aside className="panel-side panel-side-list">
        <div className="panel-bar">
          <Button className="decision-new" icon={Plus} onClick={startDecision}>
            New decision
          </Button>
          <IconButton label="Export ADRs" icon={FileDown} onClick={() => runCommand('share.decision-records')} />
          <ImportRecords iconOnly />
        </div>
        <ul>
          {decisions
            .toSorted((a, b) => a.number - b.number)
            .map((decision) => (
              <li key={decision.id}>
                <button
                  type="button"
                  className="side-item"
                  aria-current={decision.id === shown.id}
                  onClick={() => setChosen(decision.id)}
                >
                  <span className="faint side-item-number">{decision.number}</span>
                  <span className="side-item-name">{decision.name}</span>
                  {(moved.get(decision.id) ?? []).length > 0 ? <Badge tone="atRisk">Outdated</Badge> : null}
                  <Badge tone={tones[decision.status]}>{statusWords[decision.status]}</Badge>
                </button>
              </li>
            ))}
        </ul>
        <Suggestions onTaken={setChosen} />
      </aside>
      <section className="panel-main">
        <Beginning key={`${shown.id} ${part}`} />
        <div className="panel-bar">
          <Segmented
            label="Part of the decision"
            value={part}
            options={[
              { value: 'record', label: 'Record' },
              { value: 'matrix', label: 'Matrix' },
            ]}
            onChange={(next) => show({ part: next ?? part })}
          />
        </div>
        {part === 'record' ? (
          <DecisionEditor key={shown.id} decision={shown} onRemoved={() => setChosen(undefined)} />
        ) : (
          <MatrixView key={shown.id} decision={shown} />
        )}
      </section>
    </div>
  )
}

/** Whatever comes in with it is read from its beginning: another decision, or its other part. */
function Beginning() {
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const pane = mark.current?.parentElement
    if (pane) pane.scrollTop = 0
  }, [])
  return <span ref={mark} hidden />
}
