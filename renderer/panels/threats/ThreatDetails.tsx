import { Pencil, Trash2 } from 'lucide-react'
import { typographic } from '../../../shared/design/typographic.ts'
import type { Treatment } from '../../../shared/design/design.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import type { Rule } from '../../../shared/findings/rule.ts'
import { rules } from '../../../shared/rules.ts'
import { Badge, Button } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { ExceptionRequest } from '../findings/ExceptionRequest.tsx'
import { PlannedControls } from '../findings/PlannedControls.tsx'
import { References } from '../findings/References.tsx'
import { statusWords } from '../findings/status-words.ts'
import { reopen } from '../findings/treat.ts'
import { InternalToggle } from '../InternalToggle.tsx'
import { editDesign, tellStep, useDesign, viewStore } from '../stores.ts'
import { Break } from './Break.tsx'
import { withoutManualThreat } from './manual-draft.ts'
import { notEnough } from './not-enough.ts'
import { draftOf, emptyDraft } from './threat-draft.ts'
import { ThreatForm } from './ThreatForm.tsx'
import { riskOf, subjectOf } from './threat-lines.ts'
import { TreatmentLine } from './TreatmentLine.tsx'
import { Trail } from '../findings/Trail.tsx'

interface ThreatDetailsProps {
  readonly finding: Finding
  readonly treatment: Treatment | undefined
  readonly deciding: boolean
  readonly onDecide: (deciding: boolean) => void
  /** A form was sent or closed: the focus goes back to the line. */
  readonly onDone: () => void
}

/** Why it is a threat, how to break it, and what was decided about it. */
export function ThreatDetails({ finding, treatment, deciding, onDecide, onDone }: ThreatDetailsProps) {
  const rule = rules.find(({ id }) => id === finding.rule)
  const close = () => {
    onDecide(false)
    onDone()
  }
  return (
    <div className="finding-details">
      {deciding ? (
        <ThreatForm
          subject={subjectOf(finding)}
          rule={rule}
          start={treatment === undefined ? emptyDraft : draftOf(treatment)}
          onClose={close}
        />
      ) : null}
      {treatment === undefined ? null : <TreatmentLine finding={finding} treatment={treatment} />}
      {finding.status === 'open' && treatment !== undefined ? <PlannedControls treatment={treatment.id} /> : null}
      <dl className="facts">
        <Fact term="Why">{typographic(finding.why)}</Fact>
        <Fact term="Fix">{typographic(finding.fix)}</Fact>
        {finding.remedy === undefined ? null : (
          <Fact term="Cheapest break">
            <Break finding={finding} remedy={finding.remedy} />
          </Fact>
        )}
        <SoftControls finding={finding} rule={rule} />
        {finding.legs === undefined ? null : (
          <Fact term="Legs">
            {finding.legs.map((leg) => (
              <div key={leg.label} className="finding-leg">
                <span className="strong">{leg.label}</span> <ElementChips ids={leg.elements} />
              </div>
            ))}
          </Fact>
        )}
        <RatingFact finding={finding} />
        <Fact term={finding.path === undefined ? 'On' : 'Path'}>
          <ElementChips ids={finding.path ?? finding.elements} most={12} />
        </Fact>
        {finding.trail === undefined || finding.path !== undefined ? null : (
          <Fact term="Way of the data">
            <Trail finding={finding} />
          </Fact>
        )}
        {rule?.verify === undefined ? null : <Fact term="Verify">{rule.verify}</Fact>}
        {rule?.falsePositive === undefined ? null : <Fact term="Does not apply if">{rule.falsePositive}</Fact>}
        <Assumed finding={finding} />
        {finding.references.length === 0 ? null : (
          <Fact term="References">
            <References references={finding.references} />
          </Fact>
        )}
      </dl>
      {finding.treatedBy !== undefined && finding.treatedBy !== treatment?.id ? (
        <div className="finding-treated">
          <span className="muted">{statusWords[finding.status]} by</span> <ElementChips ids={[finding.treatedBy]} />
        </div>
      ) : null}
      {deciding ? null : (
        <div className="finding-decide">
          <Button tone="quiet" onClick={() => onDecide(true)}>
            {treatment === undefined ? 'Decide about it...' : 'Change the decision...'}
          </Button>
          {treatment === undefined ? null : (
            <>
              <Button tone="quiet" onClick={() => reopen(finding, treatment.id)}>
                Open again
              </Button>
              <InternalToggle id={treatment.id} name={finding.title} />
            </>
          )}
          {finding.status === 'open' ? <ExceptionRequest finding={finding} onClosed={onDone} /> : null}
          <OwnWords finding={finding} />
        </div>
      )}
    </div>
  )
}

/** What makes it less likely and never closes it: what stands on the drawing by its own name, then what else would not do. */
function SoftControls({ finding, rule }: { readonly finding: Finding; readonly rule: Rule | undefined }) {
  const controls = useDesign((design) => design.controls)
  const soft = notEnough(controls ?? [], rule, finding)
  if (soft.length === 0) return null
  return (
    <Fact term="Not enough">
      {soft.map(({ control, title, why, standing }) => (
        <div key={control}>
          {standing === undefined ? <span className="strong">{title}</span> : <ElementChips ids={[standing]} />}{' '}
          <Badge tone="atRisk">{standing === undefined ? 'one step less likely' : 'takes one step off'}</Badge> {why}
        </div>
      ))}
    </Fact>
  )
}

/** What a person wrote a person changes or takes away. */
function OwnWords({ finding }: { readonly finding: Finding }) {
  const risk = useDesign((design) => riskOf(design, finding))
  if (risk === undefined) return null
  return (
    <>
      <Button tone="quiet" icon={Pencil} onClick={() => viewStore.getState().set({ writingThreat: { risk: risk.id } })}>
        Edit
      </Button>
      <Button
        tone="quiet"
        icon={Trash2}
        onClick={() => {
          if (editDesign(`Delete “${finding.title}”`, (design) => withoutManualThreat(design, risk.id)))
            tellStep(`“${finding.title}” is deleted.`)
        }}
      >
        Delete
      </Button>
    </>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

function RatingFact({
  finding: { inherent, residual, rating, stride, linddun, weighed },
}: {
  readonly finding: Finding
}) {
  const before = inherent ?? rating
  const hasMoved =
    before !== undefined &&
    residual !== undefined &&
    (residual.likelihood !== before.likelihood || residual.impact !== before.impact)
  return (
    <>
      {before === undefined ? null : (
        <Fact term="Inherent">
          Likelihood {before.likelihood} × impact {before.impact} = {before.likelihood * before.impact} of 25.{' '}
          {before.why}
          {stride === undefined ? null : <span className="muted"> STRIDE {stride}.</span>}
          {linddun === undefined ? null : <span className="muted"> LINDDUN {linddun.join(' ')}.</span>}
        </Fact>
      )}
      {hasMoved ? (
        <Fact term="Residual">
          Likelihood {residual.likelihood} × impact {residual.impact} = {residual.likelihood * residual.impact} of 25.{' '}
          {residual.why}
        </Fact>
      ) : null}
      <Fact term="Severity">{weighed}</Fact>
    </>
  )
}

/** What the design takes for granted about the elements of this threat. */
function Assumed({ finding }: { readonly finding: Finding }) {
  const assumptions = useDesign((design) => design.assumptions)
  const mine = (assumptions ?? []).filter(({ about }) => about?.some((id) => finding.elements.includes(id)) === true)
  if (mine.length === 0) return null
  return (
    <Fact term="Assumed">
      {mine.map(({ id, statement, status }) => (
        <div key={id}>
          {statement} <Badge tone={assumptionTones[status]}>{status}</Badge>
        </div>
      ))}
    </Fact>
  )
}

const assumptionTones = { open: 'unknown', confirmed: 'pass', refuted: 'fail' } as const
