import { ArrowRight, ChevronRight, Route, Wand2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { manualThreatRule } from '../../../shared/design/design.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { Badge, type BadgeTone, Button, SeverityMark, Tip, useFocusHandover } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { applyQuickFix } from '../findings/treat.ts'
import { useDesign, useView, viewStore } from '../stores.ts'
import type { Movement, ThreatMovement } from '../../../shared/threats/reviews/compare-reviews.ts'
import { isOverdue, statusLine, treatmentFor } from './threat-lines.ts'
import { ThreatDetails } from './ThreatDetails.tsx'
import type { ChoosingProps } from './ThreatLine.tsx'

/** One threat: how bad before and after what was done, what was decided, by whom and until when. */
export function ThreatRow({ finding, today, moved, chosen, onToggle }: ChoosingProps & { readonly finding: Finding }) {
  const [open, setOpen] = useState(false)
  const [deciding, setDeciding] = useState(false)
  const highlighted = useView((view) => view.highlighted?.id === finding.id)
  const treatment = useDesign((design) => treatmentFor(design, finding))
  const show = () => viewStore.getState().highlight(highlighted ? undefined : finding)
  const row = useFocusHandover<HTMLElement>(listOf)
  const title = useRef<HTMLButtonElement>(null)
  // The walk from finding to finding can start anywhere in the studio. What is being pressed stays under the pointer.
  useEffect(() => {
    const line = row.current
    if (highlighted && line?.contains(document.activeElement) === false) line.scrollIntoView({ block: 'nearest' })
  }, [highlighted, row])
  const owner = treatment?.owner
  const due = finding.status === 'open' ? treatment?.due : undefined
  return (
    <article
      ref={row}
      className="finding threat"
      data-finding={finding.rule}
      data-open={open}
      data-highlighted={highlighted}
      data-chosen={chosen.has(finding.id)}
    >
      <div className="finding-head">
        <input
          type="checkbox"
          className="threat-choose"
          aria-label={`Choose ${finding.title}`}
          checked={chosen.has(finding.id)}
          onChange={() => onToggle([finding.id])}
        />
        <SeverityMark severity={finding.severity} size={13} />
        <button
          ref={title}
          type="button"
          className="finding-title"
          aria-expanded={open}
          aria-keyshortcuts="x"
          onClick={() => {
            setOpen(!open)
            if (!open && !highlighted) show()
          }}
          onFocus={() => viewStore.getState().highlight(finding)}
        >
          <ChevronRight size={13} className="finding-arrow" aria-hidden />
          <span className="ellipsis">{finding.title}</span>
        </button>
        {finding.rule === manualThreatRule ? (
          <Badge>by hand</Badge>
        ) : (
          <code className="finding-rule">{finding.rule}</code>
        )}
        <Rating finding={finding} />
        <MovementBadge movement={moved?.byThreat.get(finding.id)} />
        {finding.status === 'open' && treatment === undefined ? null : (
          <Badge tone={toneOf(finding)}>{statusLine(finding, treatment, today)}</Badge>
        )}
        {owner === undefined ? null : <span className="threat-owner ellipsis">{owner}</span>}
        {due === undefined ? null : (
          <Badge tone={isOverdue(finding, treatment, today) ? 'fail' : 'neutral'}>
            {isOverdue(finding, treatment, today) ? 'overdue since' : 'due'} {due}
          </Badge>
        )}
        <span className="finding-actions">
          {deciding && open ? null : (
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
          )}
          {finding.quickFix === undefined || finding.remedy !== undefined || finding.status !== 'open' ? null : (
            <Button tone="plain" icon={Wand2} onClick={() => applyQuickFix(finding)}>
              {finding.quickFix.label}
            </Button>
          )}
          {finding.path === undefined ? null : (
            <Button tone="quiet" icon={Route} aria-pressed={highlighted} onClick={show}>
              {highlighted ? 'Hide path' : 'Show path'}
            </Button>
          )}
        </span>
      </div>
      <p className="finding-problem">{finding.problem}</p>
      {finding.note === undefined ? null : <p className="finding-problem faint small">{finding.note}</p>}
      {open ? (
        <ThreatDetails
          finding={finding}
          treatment={treatment}
          deciding={deciding}
          onDecide={setDeciding}
          onDone={() => title.current?.focus()}
        />
      ) : (
        <div className="finding-elements">
          <ElementChips ids={finding.path ?? finding.elements} most={5} />
        </div>
      )}
    </article>
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
    <Tip text={movement.sentence}>
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

/** Where the keyboard goes on when a line is gone: the list, whose arrows lead to its lines. */
function listOf(row: HTMLElement): Element | null {
  return row.closest('.finding-list')
}
