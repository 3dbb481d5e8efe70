import type { CoverageCell, Id, Treatment } from '../design/design.ts'
import { shorten } from '../design/wording.ts'

/** 1 to 5 each. */
export interface Steps {
  readonly likelihood: number
  readonly impact: number
}

const stride: Readonly<Record<string, string>> = {
  spoofing: 'S',
  tampering: 'T',
  repudiation: 'R',
  'information disclosure': 'I',
  'denial of service': 'D',
  'elevation of privilege': 'E',
  'elevation of privileges': 'E',
  confidentiality: 'I',
  integrity: 'T',
  availability: 'D',
}
const linddun: Readonly<Record<string, string>> = {
  linking: 'L',
  linkability: 'L',
  identifying: 'I',
  identifiability: 'I',
  'non-repudiation': 'Nr',
  detecting: 'D',
  detectability: 'D',
  'data disclosure': 'Dd',
  'disclosure of information': 'Dd',
  unawareness: 'U',
  unawarenes: 'U',
  'non-compliance': 'Nc',
  noncompliance: 'Nc',
}

/** The cell of the coverage matrix that a type of threat stands for, by its English name. */
export function cellOf(type: string, on: Id): CoverageCell | undefined {
  const word = type.trim().toLowerCase()
  const letters = Object.hasOwn(stride, word) ? stride[word] : undefined
  if (letters !== undefined) return { on, method: 'stride', letter: letters }
  const privacy = Object.hasOwn(linddun, word) ? linddun[word] : undefined
  return privacy === undefined ? undefined : { on, method: 'linddun', letter: privacy }
}

/** The English name of a cell, as other tools write it. */
export function typeOfCell({ method, letter }: Pick<CoverageCell, 'method' | 'letter'>): string {
  const names = method === 'stride' ? stride : linddun
  const found = Object.entries(names).find(([, each]) => each === letter)?.[0] ?? 'Other'
  return found.charAt(0).toUpperCase() + found.slice(1)
}

/** A severity word as a place in a matrix of five by five; nothing for what nobody has judged. */
export function ratingOf(severity: string | undefined): Steps | undefined {
  switch ((severity ?? '').trim().toLowerCase()) {
    case 'critical':
    case 'very high':
      return { likelihood: 4, impact: 5 }
    case 'high':
    case 'elevated':
      return { likelihood: 4, impact: 4 }
    case 'medium':
    case 'moderate':
      return { likelihood: 3, impact: 3 }
    case 'low':
    case 'minor':
      return { likelihood: 2, impact: 2 }
    default:
      return undefined
  }
}

/** A score of 0 to 10 as Threat Dragon bands it: from 9 critical, from 7 high, from 4 medium. */
export function severityOfScore(score: number): 'Critical' | 'High' | 'Medium' | 'Low' {
  if (score >= 9) return 'Critical'
  if (score >= 7) return 'High'
  return score >= 4 ? 'Medium' : 'Low'
}

/** Word of a status in a foreign file, and what it means here. The first that fits counts. */
const statuses: readonly (readonly [RegExp, Pick<Treatment, 'response' | 'status'>])[] = [
  [/not ?applicable|^na$|false.?positive|disput/i, { response: 'dispute' }],
  [/accept/i, { response: 'accept' }],
  [/transfer/i, { response: 'transfer', status: 'done' }],
  [/avoid|eliminat/i, { response: 'avoid', status: 'done' }],
  [/^(?!.*(un|not |to ).*)(.*mitigated|resolved|implemented|closed)/i, { response: 'mitigate', status: 'done' }],
]

/** What the word of a state in a foreign file stands for; undefined where it decides nothing. */
export function decisionOf(state: string | undefined): Pick<Treatment, 'response' | 'status'> | undefined {
  return statuses.find(([pattern]) => pattern.test(state ?? ''))?.[1]
}

/** Why something was decided, where the file gives the state alone. */
export function reasonOfState(state: string | undefined, format: string): string {
  return `"${shorten(state ?? 'Open')}" in the file (${format}).`
}

/** Whether a reason says no more than the state that the file gave: it is no mitigation that anybody wrote. */
export function isReasonOfState(reason: string): boolean {
  return /^".*" in the file \([\w-]+\)\.$/su.test(reason)
}
