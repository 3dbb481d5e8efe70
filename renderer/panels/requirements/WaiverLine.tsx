import { useState } from 'react'
import type { Requirement, Treatment } from '../../../shared/design/design.ts'
import type { RequirementResult } from '../../../shared/estimate/requirement-result.ts'
import { waiversOf } from '../../../shared/requirements/waiver.ts'
import { LinkButton, Popover } from '../../ui/index.ts'
import { InternalToggle } from '../InternalToggle.tsx'
import { useDesign } from '../stores.ts'
import { TreatmentForm } from '../TreatmentForm.tsx'
import { requirementTitle, takeBackWaiver, waiveRequirement } from './requirement-edits.ts'

interface WaiverProps {
  readonly requirement: Requirement
  readonly result: RequirementResult
}

/** The waiver of a requirement: who accepted what until when, or why it does not hold; and the way back. */
export function WaiverLine({ requirement, result }: WaiverProps) {
  const first = useDesign((design) => waiversOf(design, requirement.id)[0])
  const named = useDesign((design) => design.treatments?.find(({ id }) => id === result.treatment))
  const waiver = named ?? first
  if (waiver === undefined) return null
  return (
    <p className="requirement-waiver" data-held={result.verdict === 'waived'}>
      {result.note ?? wordsOf(waiver, result)}{' '}
      <LinkButton className="small" onClick={() => takeBackWaiver(requirement, waiver.id)}>
        Take back
      </LinkButton>
      <InternalToggle id={waiver.id} name={waiver.reason} />
    </p>
  )
}

function wordsOf({ approver = 'somebody', until, reason }: Treatment, { verdict }: RequirementResult): string {
  const last = until === undefined ? '' : ` until ${until}`
  return verdict === 'pass'
    ? `Waived by ${approver}${last}, which it no longer needs.`
    : `Waived by ${approver}${last}: ${reason}`
}

/** Accepts, by name and for a time, that the requirement is missed. */
export function WaiveAction({ requirement, result }: WaiverProps) {
  const [open, setOpen] = useState(false)
  if (result.verdict === 'pass' || result.verdict === 'waived') return null
  const title = requirementTitle(requirement)
  return (
    <Popover
      label={`Waive ${title}`}
      width={460}
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={<LinkButton className="small">Waive...</LinkButton>}
    >
      <div className="popover-form">
        <p className="strong">Waive “{title}”</p>
        <p className="muted small">
          It counts as waived until that day, as long as it gets no worse and asks for no more than today.
        </p>
        <TreatmentForm
          acceptOnly
          word="Waive"
          label={`Waiver of ${title}`}
          onRecord={(draft) => waiveRequirement(requirement, result, draft)}
          onClose={() => setOpen(false)}
        />
      </div>
    </Popover>
  )
}
