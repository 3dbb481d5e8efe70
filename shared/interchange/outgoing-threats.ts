import { manualThreatRule } from '../design/design.ts'
import { riskMatrixOf } from '../design/risk-matrix.ts'
import type { Design, Id, Risk, Treatment } from '../design/design.ts'
import { typeOfCell } from './threat-words.ts'

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
  readonly status: 'NotApplicable' | 'Open' | 'Mitigated' | 'Accepted' | 'Transferred' | 'Avoided'
  readonly severity: 'TBD' | 'Low' | 'Medium' | 'High' | 'Critical'
  /** 1 to 5 each. */
  readonly rating?: { readonly likelihood: number; readonly impact: number }
  /** What makes it ours when it comes back. */
  readonly ours:
    | { readonly risk: Id; readonly treatment?: Id }
    | { readonly fingerprint: string; readonly rule: string; readonly on: readonly Id[] }
}

/** Threats that people wrote down, with what was decided; those about nothing that is drawn have no place outside. */
export function manualThreats(design: Design, drawn: ReadonlySet<Id>): readonly OutgoingThreat[] {
  return (design.risks ?? []).flatMap((risk): readonly OutgoingThreat[] => {
    const isWritten = Object.values(risk.grammar ?? {}).some((part) => part.trim() !== '')
    if (risk.cell === undefined && !isWritten) return []
    const about = [...new Set([...(risk.cell === undefined ? [] : [risk.cell.on]), ...(risk.about ?? [])])]
    const standing = about.filter((id) => drawn.has(id))
    const [on] = standing
    if (on === undefined) return []
    const treatment = design.treatments?.find(({ rule, on: to }) => rule === manualThreatRule && to.includes(risk.id))
    return [
      {
        on,
        about: standing,
        type: risk.cell === undefined ? (risk.grammar?.['goal'] ?? 'Other') : typeOfCell(risk.cell),
        method: risk.cell?.method === 'linddun' ? 'LINDDUN' : 'STRIDE',
        title: risk.name ?? risk.statement,
        description: risk.statement,
        mitigation: treatment?.reason ?? '',
        status: statusOf(treatment),
        severity: severityOf(risk, design),
        ...(risk.likelihood === undefined || risk.impact === undefined
          ? {}
          : { rating: { likelihood: risk.likelihood, impact: risk.impact } }),
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
