import type { Design, Treatment } from '../../shared/design/design.ts'

/** What a person decides about a finding or a requirement, as the form collects it. */
export interface TreatmentDraft {
  readonly response: Treatment['response']
  readonly reason: string
  readonly approver: string
  readonly until: string
  /** Who answers for it while it lasts; nobody named: the approver. */
  readonly owner?: string
  /** What makes up for it meanwhile. */
  readonly compensating?: string
}

/** Why the draft cannot be recorded yet; undefined when it can. */
export function treatmentGap(draft: TreatmentDraft): string | undefined {
  if (draft.reason.trim() === '') return 'Say why: a decision without a reason cannot be checked later.'
  if (/\[(why|what|what replaces it)\]/u.test(draft.reason))
    return 'Write what stands in brackets: nobody else knows it.'
  if (draft.response !== 'accept') return undefined
  if (draft.approver.trim() === '') return 'Name who approves: somebody carries an accepted risk.'
  if (draft.until === '') return 'Give a last day: an accepted risk is looked at again.'
  return undefined
}

/** The decision as a treatment has it, for the variant that is shown: what is empty is absent. */
export function statedIn(
  { shown }: Design,
  draft: TreatmentDraft,
): Pick<Treatment, 'response' | 'reason' | 'owner' | 'approver' | 'compensating' | 'until' | 'variant'> {
  const owner = draft.owner?.trim() ?? ''
  const compensating = draft.compensating?.trim() ?? ''
  return {
    response: draft.response,
    reason: draft.reason.trim(),
    ...(owner === '' ? {} : { owner }),
    ...(compensating === '' ? {} : { compensating }),
    ...(draft.approver.trim() === '' ? {} : { approver: draft.approver.trim() }),
    ...(draft.until === '' ? {} : { until: draft.until }),
    ...(shown === undefined ? {} : { variant: shown }),
  }
}
