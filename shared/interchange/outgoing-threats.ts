import { manualThreatRule } from '../design/design.ts'
import { riskMatrixOf } from '../design/risk-matrix.ts'
import type { Design, Id, Risk, Treatment } from '../design/design.ts'
import { keptOf } from './kept.ts'
import type { KeptFormat } from './kept.ts'
import { listAt, textAt } from './foreign-values.ts'
import type { Foreign } from './foreign-values.ts'
import { cellOf, decisionOf, isReasonOfState, typeOfCell } from './threat-words.ts'
import type { Steps } from './threat-words.ts'

/** A threat as it leaves for another tool. */
export interface OutgoingThreat {
  readonly on: Id
  /** All it is about, where the format can say it; `on` among them. */
  readonly about: readonly Id[]
  /** English name of its category. */
  readonly type: string
  readonly method: 'STRIDE' | 'LINDDUN'
  readonly title: string
  readonly description: string
  readonly mitigation: string
  readonly status: (typeof statuses)[number]
  readonly severity: 'TBD' | 'Low' | 'Medium' | 'High' | 'Critical'
  /** 1 to 5 each. */
  readonly rating?: { readonly likelihood: number; readonly impact: number }
  /** What people wrote down, where it is that. */
  readonly risk?: Risk
  readonly treatment?: Treatment
  /** What makes it ours when it comes back. */
  readonly ours:
    | { readonly risk: Id; readonly treatment?: Id }
    | { readonly fingerprint: string; readonly rule: string; readonly on: readonly Id[] }
}

/**
 * What a threat that somebody wrote down is called, and how it stands, on the day that a file is written: a decision that
 * has run out, or that nobody signed, no longer holds. It travels in the file, so that reading it tells what others
 * changed from what time did.
 */
export interface Standing {
  readonly risk: Id
  readonly title: string
  readonly description: string
  readonly status: OutgoingThreat['status']
}

/** The standings that a file of ours carries, under `studio`; what is none is passed over. */
export function standingsIn(studio: unknown): readonly Standing[] {
  return listAt(studio, 'standings').flatMap((item): readonly Standing[] => {
    const [risk, title, description] = ['risk', 'title', 'description'].map((name) => textAt(item, name))
    const status = statuses.find((word) => word === textAt(item, 'status'))
    if (risk === undefined || title === undefined || description === undefined || status === undefined) return []
    return [{ risk, title, description, status }]
  })
}

/**
 * Threats that people wrote down, with what was decided; those about nothing that is drawn have no place outside.
 *
 * @param standings how each stands today; one that is not among them stands as its decision says
 */
export function manualThreats(
  design: Design,
  drawn: ReadonlySet<Id>,
  standings: readonly Standing[] = [],
): readonly OutgoingThreat[] {
  const byRisk = new Map(standings.map((each) => [each.risk, each]))
  return (design.risks ?? []).flatMap((risk): readonly OutgoingThreat[] => {
    const isWritten = Object.values(risk.grammar ?? {}).some((part) => part.trim() !== '')
    if (risk.cell === undefined && !isWritten) return []
    const about = [...new Set([...(risk.cell === undefined ? [] : [risk.cell.on]), ...(risk.about ?? [])])]
    const standing = about.filter((id) => drawn.has(id))
    const [on] = standing
    if (on === undefined) return []
    const treatment = design.treatments?.find(({ rule, on: to }) => rule === manualThreatRule && to.includes(risk.id))
    const now = byRisk.get(risk.id)
    return [
      {
        on,
        about: standing,
        type: risk.cell === undefined ? (risk.grammar?.['goal'] ?? 'Other') : typeOfCell(risk.cell),
        method: risk.cell?.method === 'linddun' ? 'LINDDUN' : 'STRIDE',
        title: risk.name ?? (risk.statement || (now?.title ?? '')),
        description: risk.statement || (now?.description ?? ''),
        mitigation: treatment === undefined || isReasonOfState(treatment.reason) ? '' : treatment.reason,
        status: now?.status ?? statusOf(treatment),
        severity: severityOf(risk, design),
        ...(risk.likelihood === undefined || risk.impact === undefined
          ? {}
          : { rating: { likelihood: risk.likelihood, impact: risk.impact } }),
        risk,
        ...(treatment === undefined ? {} : { treatment }),
        ours: { risk: risk.id, ...(treatment === undefined ? {} : { treatment: treatment.id }) },
      },
    ]
  })
}

function severityOf({ likelihood, impact }: Risk, design: Design): OutgoingThreat['severity'] {
  if (likelihood === undefined || impact === undefined) return 'TBD'
  const word = riskMatrixOf(design)[Math.round(likelihood) - 1]?.[Math.round(impact) - 1]
  return word === undefined ? 'TBD' : severityWords[word]
}

export const severityWords = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' } as const

const statuses = ['NotApplicable', 'Open', 'Mitigated', 'Accepted', 'Transferred', 'Avoided'] as const

const ways = {
  dispute: 'NotApplicable',
  accept: 'Accepted',
  transfer: 'Transferred',
  avoid: 'Avoided',
  mitigate: 'Mitigated',
} as const

/** What is only planned is still open; to dispute and to accept need nothing done. */
function statusOf(treatment: Treatment | undefined): OutgoingThreat['status'] {
  if (treatment === undefined) return 'Open'
  const { response, status } = treatment
  const isDone = response === 'dispute' || response === 'accept' || status === 'done' || status === 'verified'
  return isDone ? ways[response] : 'Open'
}

/** What the file said of a threat that came from it; empty for every other. */
export function saidOf({ risk }: OutgoingThreat, format: KeptFormat): Foreign {
  return risk === undefined ? {} : keptOf(risk, format)
}

/** The word that the file had for the state of a threat, while nothing else was decided since. `taken`: as it was read. */
export function stateAsSaid({ treatment }: OutgoingThreat, word: string | undefined, taken = word): string | undefined {
  const then = decisionOf(taken)
  const isPlanned = treatment?.response === 'mitigate' && statusOf(treatment) === 'Open'
  const now = isPlanned ? undefined : treatment
  const isSame = then?.response === now?.response && (then?.status ?? now?.status) === now?.status
  return isSame ? word : undefined
}

/** The category as the file spells it, while the threat is still of that category. */
export function typeAsSaid({ on, type }: OutgoingThreat, word: string | undefined): string {
  const [said, is] = [cellOf(word ?? '', on), cellOf(type, on)]
  return word !== undefined && said !== undefined && said.method === is?.method && said.letter === is.letter
    ? word
    : type
}

/** Whether a threat is rated as it was taken over. */
export function isRatedAs({ rating }: OutgoingThreat, taken: Steps | undefined): boolean {
  return rating?.likelihood === taken?.likelihood && rating?.impact === taken?.impact
}
