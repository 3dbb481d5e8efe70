import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import type { Variant, WorkItem } from '../../../shared/design/design.ts'
import { orderPhases, planRoadmap, type Stage } from '../../../shared/options/roadmap.ts'
import { changeVariant, makeVariant, showSide } from '../../options/option-edits.ts'
import { useDesignState } from '../../store/design-store.ts'
import { Button, DateField, LinkButton, NameField } from '../../ui/index.ts'
import { BandNumber } from '../BandNumber.tsx'
import { withField } from '../edits.ts'
import { addWork } from './work-edits.ts'
import { useOutcomes } from './use-outcomes.ts'
import { WorkItemRow } from './WorkItemRow.tsx'

/** From what is there to the target: phases with their dates and costs, and the work that brings each about. */
export function RoadmapView() {
  const document = useDesignState((state) => state.document)
  const { stages, problems } = useMemo(() => planRoadmap(document), [document])
  const hasPhases = orderPhases(document).length > 0
  return (
    <div className="roadmap">
      {problems.length === 0 ? null : (
        <ul className="roadmap-problems">
          {problems.map(({ on, sentence }) => (
            <li key={`${on} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      )}
      <BaseStage />
      {stages.map((stage) => (
        <StageView key={stage.phase?.id ?? ' none'} stage={stage} />
      ))}
      {hasPhases ? null : (
        <p className="muted">
          The base is what is there. A phase is what it becomes: it has a date, a cost of its own and the work that
          brings it about. <LinkButton onClick={() => makeVariant('phase')}>Make the first phase</LinkButton>
        </p>
      )}
    </div>
  )
}

function BaseStage() {
  const cost = useOutcomes().get(null)?.outcome.estimate
  return (
    <section aria-label="Current">
      <div className="stage-head">
        <h3>Current</h3>
        <span className="muted small">the base as drawn</span>
        <span className="stage-facts">
          <BandNumber band={cost?.meaningful === true ? cost.totalUsdPerMonth : undefined} unit="USD" per="/month" />
        </span>
      </div>
    </section>
  )
}

const headings = ['Work', 'Status', 'Due', 'Effort', 'After', 'Done when', ''] as const

function StageView({ stage: { phase, items, effortDays, withoutEffort } }: { readonly stage: Stage }) {
  const all = useDesignState(({ document }) => document.workItems)
  const others: readonly WorkItem[] = all ?? []
  return (
    <section aria-label={phase?.name ?? 'Work of no phase'}>
      <div className="stage-head">
        {phase === undefined ? <h3>Not in a phase yet</h3> : <PhaseHead phase={phase} />}
        <span className="stage-facts">
          {effortDays === undefined ? null : <BandNumber band={effortDays} unit="days" />}
          {withoutEffort === 0 ? null : <span>{withoutEffort} without an estimate of effort</span>}
          {phase === undefined ? null : <PhaseCost phase={phase} />}
        </span>
      </div>
      {items.length === 0 ? null : (
        <div className="work-item work-head" aria-hidden>
          {headings.map((heading) => (
            <span key={heading}>{heading}</span>
          ))}
        </div>
      )}
      {items.map((item) => (
        <WorkItemRow key={item.id} item={item} others={others} />
      ))}
      <Button tone="quiet" icon={Plus} onClick={() => addWork(phase?.id)}>
        Add work
      </Button>
    </section>
  )
}

function PhaseHead({ phase }: { readonly phase: Variant }) {
  const isDrawn = useDesignState(({ document }) => document.shown === phase.id)
  return (
    <>
      <NameField
        className="strong"
        aria-label="Name of the phase"
        value={phase.name}
        onCommit={(name) => changeVariant(phase.id, 'Rename', (one) => ({ ...one, name }))}
      />
      <DateField
        className="stage-date"
        aria-label={`Date of ${phase.name}`}
        value={phase.date ?? ''}
        onCommit={(date) =>
          changeVariant(phase.id, 'Change the date', (one) => withField(one, 'date', date === '' ? undefined : date))
        }
      />
      {isDrawn ? (
        <span className="muted small">drawn</span>
      ) : (
        <LinkButton className="small" onClick={() => showSide(phase.id)}>
          Draw it
        </LinkButton>
      )}
    </>
  )
}

function PhaseCost({ phase }: { readonly phase: Variant }) {
  const estimate = useOutcomes().get(phase.id)?.outcome.estimate
  if (estimate === undefined) return <span className="faint">...</span>
  return <BandNumber band={estimate.meaningful ? estimate.totalUsdPerMonth : undefined} unit="USD" per="/month" />
}
