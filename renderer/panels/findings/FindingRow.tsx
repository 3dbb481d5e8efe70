import { CornerDownRight, ThumbsDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { typographic } from '../../../shared/design/typographic.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { markNotUseful, takeBackNotUseful, useNotUseful } from '../../store/not-useful.ts'
import { Badge, Button } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { InternalToggle } from '../InternalToggle.tsx'
import { useDesign } from '../stores.ts'
import { TreatmentForm } from '../TreatmentForm.tsx'
import { ExceptionRequest } from './ExceptionRequest.tsx'
import { FindingFrame } from './FindingFrame.tsx'
import { RuleMark } from './RuleMark.tsx'
import { reopen, treat } from './treat.ts'
import { PlannedControls } from './PlannedControls.tsx'
import { References } from './References.tsx'
import { statusWords } from './status-words.ts'
import { Trail } from './Trail.tsx'

/** One cause: what is wrong, where, why it matters, how to fix it, and what was decided about it. */
export function FindingRow({ finding }: { readonly finding: Finding }) {
  const [open, setOpen] = useState(false)
  const [treating, setTreating] = useState(false)
  const title = useRef<HTMLButtonElement>(null)
  return (
    <FindingFrame
      finding={finding}
      open={open}
      onOpen={setOpen}
      title={title}
      fixable
      marks={
        <>
          <RuleMark finding={finding} />
          {finding.status === 'open' ? null : (
            <Badge tone={finding.status === 'mitigated' ? 'pass' : 'waived'}>{statusWords[finding.status]}</Badge>
          )}
        </>
      }
      details={
        <Details
          finding={finding}
          treating={treating}
          onTreat={() => setTreating(true)}
          onTreated={() => {
            setTreating(false)
            title.current?.focus()
          }}
        />
      }
    />
  )
}

interface DetailsProps {
  readonly finding: Finding
  readonly treating: boolean
  readonly onTreat: () => void
  /** A form was sent or closed: the focus goes back to the line. */
  readonly onTreated: () => void
}

/** Asks the rules where it goes, which the page starts without. */
async function placeBreak(finding: Finding): Promise<void> {
  const placing = await import('../threats/place-break.ts')
  placing.placeBreak(finding)
}

function Details({ finding, treating, onTreat, onTreated }: DetailsProps) {
  const { remedy } = finding
  return (
    <div className="finding-details">
      <dl className="facts">
        <dt>Why</dt>
        <dd>{typographic(finding.why)}</dd>
        <dt>Fix</dt>
        <dd>{typographic(finding.fix)}</dd>
        {remedy === undefined ? null : (
          <>
            <dt>Cheapest break</dt>
            <dd>
              {remedy.title}{' '}
              <Badge tone={remedy.strength === 'deterministic' ? 'pass' : 'atRisk'}>{remedy.strength}</Badge>{' '}
              <ElementChips ids={[remedy.at]} />
              {finding.status === 'open' && finding.treatedBy === undefined ? (
                <Button
                  tone="plain"
                  icon={CornerDownRight}
                  className="finding-remedy"
                  onClick={() => void placeBreak(finding)}
                >
                  Place this control
                </Button>
              ) : null}
            </dd>
          </>
        )}
        {finding.legs === undefined ? null : (
          <>
            <dt>Legs</dt>
            <dd>
              {finding.legs.map((leg) => (
                <div key={leg.label} className="finding-leg">
                  <span className="strong">{leg.label}</span> <ElementChips ids={leg.elements} />
                </div>
              ))}
            </dd>
          </>
        )}
        <dt>Severity</dt>
        <dd>{finding.weighed}</dd>
        <dt>{finding.path === undefined ? 'On' : 'Path'}</dt>
        <dd>
          <ElementChips ids={finding.path ?? finding.elements} most={12} />
        </dd>
        {finding.trail === undefined || finding.path !== undefined ? null : (
          <>
            <dt>Way of the data</dt>
            <dd>
              <Trail finding={finding} />
            </dd>
          </>
        )}
        {finding.references.length === 0 ? null : (
          <>
            <dt>References</dt>
            <dd>
              <References references={finding.references} />
            </dd>
          </>
        )}
      </dl>
      {finding.status === 'open' && finding.treatedBy !== undefined ? (
        <PlannedControls treatment={finding.treatedBy} />
      ) : null}
      {treating ? (
        <TreatmentForm
          label={`Decision about ${finding.title}`}
          onRecord={(draft) => treat(finding, draft)}
          onClose={onTreated}
        />
      ) : finding.status === 'open' ? (
        <div className="finding-decide">
          <Button tone="quiet" onClick={onTreat}>
            Decide about it...
          </Button>
          <ExceptionRequest finding={finding} onClosed={onTreated} />
          <NotUsefulButton finding={finding} />
        </div>
      ) : (
        <Treatment finding={finding} />
      )}
    </div>
  )
}

/** A mark for the makers of the rules, kept here; it changes nothing about the finding. */
function NotUsefulButton({ finding: { id, rule } }: { readonly finding: Finding }) {
  const mark = useNotUseful(id)
  return (
    <Button
      tone="quiet"
      icon={ThumbsDown}
      aria-pressed={mark !== undefined}
      title="Remembered on this machine, and written to a file when you export it"
      onClick={() => (mark === undefined ? markNotUseful(id, rule) : takeBackNotUseful(id))}
    >
      {mark === undefined ? 'Not useful' : `Not useful, said on ${mark.on}`}
    </Button>
  )
}

function Treatment({ finding }: { readonly finding: Finding }) {
  const { treatedBy } = finding
  // What closes it may also stand on the drawing, or be a control that others rest on: neither goes away from here.
  const isDecision = useDesign((design) => design.treatments?.some(({ id }) => id === treatedBy) === true)
  if (treatedBy === undefined) return null
  return (
    <div className="finding-treated">
      <span className="muted">{statusWords[finding.status]} by</span> <ElementChips ids={[treatedBy]} />
      {isDecision ? (
        <>
          <Button tone="quiet" onClick={() => reopen(finding, treatedBy)}>
            Open again
          </Button>
          <InternalToggle id={treatedBy} name={finding.title} />
        </>
      ) : null}
    </div>
  )
}
