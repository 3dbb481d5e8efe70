import type { Treatment } from '../../../shared/design/design.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { SeverityMark } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { riskMatrixOf } from '../../../shared/design/risk-matrix.ts'
import { severityOf } from '../../../shared/findings/rate.ts'
import { useDesign, viewStore } from '../stores.ts'
import { progressOptions, responseOptions } from './responses.ts'

/** What was decided about a threat, in one or two sentences with their evidence. */
export function TreatmentLine({ finding, treatment }: { readonly finding: Finding; readonly treatment: Treatment }) {
  const decision = useDesign((design) => design.decisions?.find(({ id }) => id === treatment.decision))
  const matrix = useDesign(riskMatrixOf)
  const response = responseOptions.find(({ value }) => value === treatment.response)?.label ?? treatment.response
  const progress = progressOptions.find(({ value }) => value === treatment.status)?.label
  const people = [
    treatment.owner === undefined ? undefined : `Owner ${treatment.owner}`,
    treatment.approver === undefined ? undefined : `approved by ${treatment.approver}`,
    treatment.due === undefined ? undefined : `due ${treatment.due}`,
    treatment.until === undefined ? undefined : `until ${treatment.until}`,
  ].filter((words) => words !== undefined)
  return (
    <div className="threat-treatment" data-status={finding.status}>
      <p>
        <span className="strong">{response}</span>
        {progress === undefined ? null : <span className="muted"> ({progress.toLowerCase()})</span>}: {treatment.reason}
      </p>
      {people.length === 0 ? null : <p className="muted">{people.join(', ')}.</p>}
      {treatment.compensating === undefined ? null : <p className="muted">Meanwhile: {treatment.compensating}</p>}
      {(treatment.links ?? []).map((link) => (
        <p key={`${link.title} ${link.url ?? ''}`} className="muted">
          Evidence: <span className="threat-link">{link.url ?? link.title}</span>
        </p>
      ))}
      {decision === undefined ? null : (
        <p>
          <button
            type="button"
            className="ui-link"
            onClick={() => {
              viewStore.getState().showPanel('decisions')
              viewStore.getState().select([decision.id])
            }}
          >
            Decision {decision.number}: {decision.name}
          </button>
        </p>
      )}
      {treatment.controls === undefined || finding.status === 'open' ? null : (
        <p className="chips">
          {treatment.controls.map((id) => (
            <ElementChip key={id} id={id} />
          ))}
        </p>
      )}
      {treatment.residual === undefined ? null : (
        <p>
          Residual as stated: {treatment.residual.likelihood} × {treatment.residual.impact}{' '}
          <SeverityMark severity={severityOf(treatment.residual, matrix)} word />
        </p>
      )}
    </div>
  )
}
