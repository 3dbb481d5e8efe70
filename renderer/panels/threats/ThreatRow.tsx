import { ArrowRight } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Finding } from '../../../shared/findings/finding.ts'
import { Badge, type BadgeTone, Button, SeverityMark, Tip } from '../../ui/index.ts'
import { FindingFrame } from '../findings/FindingFrame.tsx'
import { RuleMark } from '../findings/RuleMark.tsx'
import { useDesign } from '../stores.ts'
import type { Movement, ThreatMovement } from '../../../shared/threats/reviews/compare-reviews.ts'
import { closingOf } from '../../../shared/threats/closing.ts'
import { typographic } from '../../../shared/design/typographic.ts'
import type { Moved } from './review.ts'
import { isOverdue, statusLine, treatmentFor } from './threat-lines.ts'
import { ThreatDetails } from './ThreatDetails.tsx'

/** What a row is told of the list it stands in. */
export interface ChoosingProps {
  readonly today: string
  readonly moved: Moved | undefined
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (ids: readonly string[]) => void
}

/** One threat: how bad before and after what was done, what was decided, by whom and until when. */
export function ThreatRow({ finding, today, moved, chosen, onToggle }: ChoosingProps & { readonly finding: Finding }) {
  const [open, setOpen] = useState(false)
  const [deciding, setDeciding] = useState(false)
  const treatment = useDesign((design) => treatmentFor(design, finding))
  const closing = useDesign((design) => closingOf(design, finding))
  const title = useRef<HTMLButtonElement>(null)
  const owner = treatment?.owner
  const due = finding.status === 'open' ? treatment?.due : undefined
  return (
    <FindingFrame
      finding={finding}
      open={open}
      onOpen={setOpen}
      title={title}
      className="threat"
      chosen={chosen.has(finding.id)}
      keyShortcuts="x"
      lead={
        <input
          type="checkbox"
          className="threat-choose"
          aria-label={`Choose ${finding.title}`}
          checked={chosen.has(finding.id)}
          onChange={() => onToggle([finding.id])}
        />
      }
      marks={
        <>
          <RuleMark finding={finding} />
          <Rating finding={finding} />
          <MovementBadge movement={moved?.byThreat.get(finding.id)} />
          {finding.status === 'open' && treatment === undefined ? null : (
            <Badge tone={toneOf(finding)}>{statusLine(finding, treatment, today, closing)}</Badge>
          )}
          {owner === undefined ? null : <span className="threat-owner ellipsis">{owner}</span>}
          {due === undefined ? null : (
            <Badge tone={isOverdue(finding, treatment, today) ? 'fail' : 'neutral'}>
              {isOverdue(finding, treatment, today) ? 'overdue since' : 'due'} {due}
            </Badge>
          )}
        </>
      }
      actions={
        deciding && open ? null : (
          <Button
            tone="quiet"
            aria-label={`Decide about ${finding.title}`}
            onClick={() => {
              setOpen(true)
              setDeciding(true)
            }}
          >
            Decide...
          </Button>
        )
      }
      // A control that breaks the way is placed from the details.
      fixable={finding.remedy === undefined}
      details={
        <ThreatDetails
          finding={finding}
          treatment={treatment}
          deciding={deciding}
          onDecide={setDeciding}
          onDone={() => title.current?.focus()}
        />
      }
    />
  )
}

/** Inherent and residual, each as likelihood times impact with its mark; one figure where nothing was taken off. */
function Rating({ finding: { inherent, residual, rating } }: { readonly finding: Finding }) {
  const before = inherent ?? rating
  if (before === undefined) return null
  const hasMoved =
    residual !== undefined && (residual.likelihood !== before.likelihood || residual.impact !== before.impact)
  return (
    <Tip text={[before.why, hasMoved ? residual.why : undefined].filter(Boolean).join(' ')}>
      <span className="threat-rating-figure">
        {inherent === undefined ? null : <SeverityMark severity={inherent.severity} size={9} />}
        {before.likelihood} × {before.impact} = {before.likelihood * before.impact}
        {hasMoved ? (
          <>
            <ArrowRight size={11} aria-label="residual" />
            <SeverityMark severity={residual.severity} size={9} />
            {residual.likelihood} × {residual.impact} = {residual.likelihood * residual.impact}
          </>
        ) : null}
      </span>
    </Tip>
  )
}

/** What has become of it since the last review. */
function MovementBadge({ movement }: { readonly movement: ThreatMovement | undefined }) {
  if (movement === undefined || movement.movement === 'same') return null
  const [word, tone] = movementWords[movement.movement]
  return (
    <Tip text={typographic(movement.sentence)}>
      <span>
        <Badge tone={tone}>{word}</Badge>
      </span>
    </Tip>
  )
}

const movementWords: Readonly<Record<Exclude<Movement, 'same'>, readonly [string, BadgeTone]>> = {
  new: ['new since the review', 'accent'],
  reopened: ['reopened', 'fail'],
  worse: ['worse', 'fail'],
  better: ['milder', 'pass'],
  treatment: ['decided otherwise', 'neutral'],
  closed: ['closed since the review', 'pass'],
}

function toneOf({ status }: Finding): BadgeTone {
  if (status === 'mitigated' || status === 'avoided') return 'pass'
  return status === 'open' ? 'atRisk' : 'waived'
}
