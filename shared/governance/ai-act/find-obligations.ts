import type { EvidenceId, EvidenceState } from '../evidence/evidence.ts'
import { lawOf } from '../laws/index.ts'
import type { ActTier } from './act-tier.ts'
import { type Duty, duties, type DutyGround } from './obligations.ts'
import type { QuestionId } from './question.ts'

/** A duty that this system brings, with the day from which it applies and what does not yet show that it is met. */
export interface Obligation {
  readonly id: string
  readonly provision: string
  readonly says: string
  readonly roles: readonly string[]
  /** ISO date; absent where sources dispute it. */
  readonly appliesFrom?: string
  /** Whether it applies on the day of the assessment; absent without a date. */
  readonly inForce?: boolean
  /** Legal facts that it rests on. */
  readonly laws: readonly string[]
  readonly evidence: readonly EvidenceId[]
  /** Evidence that nothing shows yet. */
  readonly missing: readonly EvidenceId[]
}

/**
 * The duties of the roles of this organisation. An open tier brings the duties of what holds already, never those of
 * what is only possible; without a role all roles' duties are listed, because they fall on somebody.
 */
export function findObligations(
  act: ActTier,
  evidence: readonly EvidenceState[],
  today: string,
): readonly Obligation[] {
  const missing = new Set(evidence.filter(({ status }) => status === 'missing').map(({ id }) => id))
  return duties
    .filter((duty) => isGiven(act, duty.ground) && isTheirs(act, duty))
    .map((duty): Obligation => {
      const laws = lawsOf(act, duty)
      const appliesFrom = laws.flatMap((id) => lawOf(id).appliesFrom ?? [])[0]
      return {
        id: duty.id,
        provision: duty.provision,
        says: duty.says,
        roles: duty.roles,
        ...(appliesFrom === undefined ? {} : { appliesFrom, inForce: appliesFrom <= today }),
        laws,
        evidence: duty.evidence,
        missing: duty.evidence.filter((id) => missing.has(id)),
      }
    })
}

function isTheirs(act: ActTier, { roles }: Duty): boolean {
  return roles.length === 0 || act.roles.length === 0 || roles.some((role) => act.roles.includes(role))
}

function optionsOf(act: ActTier, id: QuestionId): readonly string[] {
  return act.questions.find((question) => question.id === id)?.options ?? []
}

function isGiven(act: ActTier, ground: DutyGround): boolean {
  if (act.highest === 'outOfScope') return false
  const isAi = optionsOf(act, 'ai-system').includes('yes') && act.lowest !== 'outOfScope'
  switch (ground) {
    case 'prohibited':
      return act.tier === 'prohibited'
    case 'any':
      return isAi
    case 'high':
      return act.tier === 'high'
    case 'derogated':
      return act.derogated
    case 'interacts':
      return isAi && optionsOf(act, 'interacts').includes('yes')
    case 'synthetic':
    case 'deep-fake':
    case 'public-text':
    case 'emotion-or-biometric':
      return isAi && optionsOf(act, 'content').includes(ground)
    case 'rights-assessment':
      return act.tier === 'high' && optionsOf(act, 'rights-assessment').some((option) => option !== 'none')
    case 'general-purpose':
      return act.generalPurpose === 'provider' || act.generalPurpose === 'systemic'
    case 'systemic':
      return act.generalPurpose === 'systemic'
    default:
      return ground satisfies never
  }
}

/** High-risk duties take their day from the way in: that of Annex III comes first where both hold. */
function lawsOf(act: ActTier, duty: Duty): readonly string[] {
  if (duty.ground === 'prohibited') {
    const late = ['intimate-images', 'child-abuse']
    const isLateAlone = optionsOf(act, 'prohibited-practice').every((practice) => late.includes(practice))
    return isLateAlone ? ['ai-act.prohibitions-2026'] : duty.laws
  }
  if (duty.ground !== 'high' && duty.ground !== 'rights-assessment') return duty.laws
  const ways = act.highBy.toReversed().map((way) => `ai-act.${way}`)
  return [...new Set([...ways, ...duty.laws])]
}
