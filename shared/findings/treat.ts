import type { Design, Treatment } from '../design/design.ts'
import type { Finding } from './finding.ts'
import { unsignedOrOver } from '../requirements/waiver.ts'
import { severities, type Severity } from './finding.ts'
import { treats } from './fingerprint.ts'
import { rankOf } from './rate.ts'

const statusByResponse: Readonly<Record<Treatment['response'], Finding['status']>> = {
  accept: 'accepted',
  transfer: 'transferred',
  avoid: 'avoided',
  dispute: 'disputed',
  mitigate: 'mitigated',
}

/** The treatments that speak of the variant a design shows. */
export function treatmentsOf(design: Design): readonly Treatment[] {
  return (design.treatments ?? []).filter(({ variant }) => variant === undefined || variant === design.shown)
}

/** Whether a dated treatment has run out. Both are ISO dates, so text order is time order. */
export function isExpired(treatment: Treatment, today: string): boolean {
  return treatment.until !== undefined && treatment.until < today
}

/**
 * Applies what named persons decided. A waiver holds while somebody carries it, it is in date and the finding is no worse
 * than when it was signed; else the finding is open again and says why.
 */
export function applyTreatments(finding: Finding, treatments: readonly Treatment[], today: string): Finding {
  const judged = treatments
    .filter((each) => treats(each, finding))
    .map((treatment) => ({ treatment, reopened: reasonToReopen(treatment, finding, today) }))
  // A waiver that was renewed stands beside the one that ran out.
  const { treatment, reopened } = judged.find((each) => each.reopened === undefined) ?? judged[0] ?? {}
  if (treatment === undefined || finding.status === 'mitigated') return finding
  if (reopened !== undefined) return { ...finding, treatedBy: treatment.id, note: reopened }
  const isPending = treatment.response === 'mitigate' && treatment.status !== 'done' && treatment.status !== 'verified'
  return { ...finding, status: isPending ? 'open' : statusByResponse[treatment.response], treatedBy: treatment.id }
}

function reasonToReopen(treatment: Treatment, finding: Finding, today: string): string | undefined {
  const unsigned = treatment.response === 'accept' ? unsignedOrOver(treatment, today) : undefined
  if (unsigned !== undefined) return unsigned
  if (isExpired(treatment, today)) return `What was decided held until ${treatment.until}.`
  const { basis } = treatment
  if (basis === undefined) return undefined
  if (isSeverity(basis.severity) && rankOf(finding.severity) < rankOf(basis.severity))
    return `It was ${basis.severity} when the waiver was signed and is ${finding.severity} now.`
  const changed = Object.entries(basis.facts).find(([name, was]) => isWorse(was, finding.facts[name]))
  return changed === undefined
    ? undefined
    : `The waiver rests on "${changed[1]}"; it is "${finding.facts[changed[0]] ?? ''}" now.`
}

/** Numbers in facts are written so that more is worse; any other change of a fact is a change of what was signed. */
function isWorse(was: string, is: string | undefined): boolean {
  if (is === undefined || is === was) return false
  const [before, now] = [Number(was), Number(is)]
  return Number.isFinite(before) && Number.isFinite(now) ? now > before : true
}

function isSeverity(text: string): text is Severity {
  return severities.some((severity) => severity === text)
}
