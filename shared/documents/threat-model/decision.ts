import type { Treatment } from '../../design/design.ts'
import type { Finding } from '../../findings/finding.ts'
import { closingOf } from '../../threats/closing.ts'
import { badge } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { asSentence } from '../text/sentences.ts'

const responseWords: Readonly<Record<Treatment['response'], string>> = {
  mitigate: 'Mitigation',
  accept: 'Accepted',
  transfer: 'Transferred',
  avoid: 'Avoided',
  dispute: 'Disputed',
}

/** What somebody decided about a threat, whether or not it still holds; undefined where nobody did. */
export function treatmentIn({ treatedBy }: Finding, { design }: DocumentContext): Treatment | undefined {
  return design.treatments?.find(({ id }) => id === treatedBy)
}

/**
 * One fact about a threat under a fitting name: what closes it, what is planned, or which decision no longer holds and
 * why. Empty where nothing was decided.
 */
export function decisionFact(threat: Finding, context: DocumentContext): Readonly<Record<string, string>> {
  const treatment = treatmentIn(threat, context)
  if (treatment === undefined) {
    const closing = closingOf(context.design, threat)
    return closing === undefined ? {} : { 'Treated by': closing }
  }
  const said = decisionWords(treatment, threat)
  if (threat.note !== undefined) return { 'No longer holds': `${said} ${asSentence(threat.note)}` }
  return { [threat.status === 'open' ? 'Planned' : 'Treated by']: said }
}

function decisionWords({ response, reason, approver, until }: Treatment, { fix }: Finding): string {
  const signed = response === 'accept' || approver !== undefined ? ` Signed by ${approver ?? 'nobody'}` : ''
  const end = signed === '' ? '' : until === undefined ? '.' : ` until ${until}.`
  // What a person wrote down stands there already, as what helps.
  if (response === 'mitigate' && reason === fix) return `${responseWords.mitigate}, as described.${signed}${end}`
  return `${responseWords[response]}: ${asSentence(reason)}${signed}${end}`
}

/** Whether what was decided is still to be done; a mitigation is, until somebody says otherwise. */
export function isPending({ response, status }: Treatment): boolean {
  if (response === 'mitigate') return status !== 'done' && status !== 'verified'
  return (response === 'transfer' || response === 'avoid') && (status === 'open' || status === 'inProgress')
}

/** The day by which it is to be done, marked where that day has passed and it is not. */
export function dueWords(treatment: Treatment, { date }: DocumentContext): Words {
  const { due } = treatment
  if (due === undefined) return '–'
  return due < date && isPending(treatment) ? [`${due} `, badge('overdue', 'fail')] : due
}
