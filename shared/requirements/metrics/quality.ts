import type { Link, Requirement } from '../../design/design.ts'
import type { Judged, Measured, Metric } from '../metric.ts'

/**
 * Qualities that no drawing can tell: they are measured on the running system, so the requirement needs evidence, a result
 * with date and owner whose title states the value. Without it they are unknown, with the question who has it.
 */
function evidenced(id: string, title: string, category: string, usual: Metric['usual'], how: string): Metric {
  return {
    id,
    title,
    unit: 'share',
    category,
    scopes: ['design', 'actions', 'components', 'flows'],
    aggregates: [],
    usual,
    verification: 'evidence',
    verify: (requirement) => [judgeEvidence(requirement, title, how)],
  }
}

function judgeEvidence(requirement: Requirement, title: string, how: string): Judged | Measured {
  const elements = requirement.on ?? []
  const newest = newestEvidence(requirement.evidence ?? [])
  if (!newest) {
    return {
      type: 'judged',
      verdict: 'unknown',
      arithmetic: `${title} is measured, not drawn: ${how}. No dated evidence is linked yet.`,
      elements,
      question: `What was measured for "${requirement.name ?? title}", when and by whom?`,
    }
  }
  const value = readShare(newest.title)
  const by = newest.by === undefined ? '' : ` by ${newest.by}`
  if (value === undefined) {
    return {
      type: 'judged',
      verdict: 'unknown',
      arithmetic: `${newest.title} (${newest.date}${by}): the result is not in the title, so it cannot be compared.`,
      elements,
      question: `Which value did "${newest.title}" find? Write it in the title of the evidence, for example "0.93".`,
    }
  }
  const subject = `${title} in "${newest.title}" (${newest.date}${by})`
  return { type: 'measured', band: { value, low: value, high: value }, subject, elements }
}

/** The evidence that counts: the newest with a date; of the same day the last by title, as order in a file means nothing. */
export function newestEvidence(evidence: readonly Link[]): Link | undefined {
  const key = ({ date = '', title }: Link): string => `${date} ${title}`
  return evidence
    .filter(({ date }) => date !== undefined && date !== '')
    .toSorted((one, other) => (key(one) < key(other) ? 1 : key(one) > key(other) ? -1 : 0))[0]
}

/** The one share that a title states: "0.87" or "87 %"; undefined when there is none or more than one. */
export function readShare(title: string): number | undefined {
  const percents = [...title.matchAll(/(\d+(?:\.\d+)?)\s*%/g)].map((match) => Number(match[1]) / 100)
  const decimals = [...title.matchAll(/(?<![\d.])([01]\.\d+)(?![\d.]|\s*%)/g)].map((match) => Number(match[1]))
  const found = [...percents, ...decimals].filter((share) => share >= 0 && share <= 1)
  return found.length === 1 ? found[0] : undefined
}

const atLeast = (target: number): Metric['usual'] => ({ is: '>=', target })

export const groundedness = evidenced(
  'quality.groundedness',
  'Groundedness',
  'functional-suitability.correctness',
  atLeast(0.95),
  'the share of answers whose statements all rest on the retrieved passages, judged on a sample',
)
export const taskSuccess = evidenced(
  'quality.taskSuccess',
  'Task success',
  'functional-suitability.completeness',
  atLeast(0.8),
  'the share of cases solved to the end, judged on a sample',
)
export const recall = evidenced(
  'quality.recall',
  'Recall',
  'functional-suitability.correctness',
  atLeast(0.85),
  'the share of true cases that are found, on a labelled set',
)
export const precision = evidenced(
  'quality.precision',
  'Precision',
  'functional-suitability.correctness',
  atLeast(0.8),
  'the share of found cases that are true, on a labelled set',
)
export const retrievalPrecision = evidenced(
  'quality.retrievalPrecision',
  'Retrieval precision',
  'functional-suitability.appropriateness',
  atLeast(0.8),
  'the share of retrieved passages that help to answer, on a golden set',
)
export const safetyViolations = evidenced(
  'quality.safetyViolations',
  'Rate of safety violations',
  'safety.operational-constraint',
  { is: '<=', target: 0.001 },
  'the share of answers that break the policy, on an adversarial set',
)
export const fairnessGap = evidenced(
  'quality.fairnessGap',
  'Fairness gap',
  'quality-in-use.societal-and-ethical-risk-mitigation',
  { is: '<=', target: 0.05 },
  'the largest difference of the error rate between groups, on a labelled set',
)
export const unsupportedClaims = evidenced(
  'quality.unsupportedClaims',
  'Rate of unsupported claims',
  'functional-suitability.correctness',
  { is: '<=', target: 0.02 },
  'the share of answers with a statement that no source supports, judged on a sample',
)
export const fieldAccuracy = evidenced(
  'quality.fieldAccuracy',
  'Field accuracy',
  'functional-suitability.correctness',
  atLeast(0.97),
  'the share of extracted fields that are right, on labelled documents',
)
export const wordErrors = evidenced(
  'quality.wordErrors',
  'Word error rate',
  'functional-suitability.correctness',
  { is: '<=', target: 0.1 },
  'the share of words heard wrongly, on transcribed recordings of real callers',
)
export const falseAlarms = evidenced(
  'quality.falseAlarms',
  'Rate of false alarms',
  'functional-suitability.correctness',
  { is: '<=', target: 0.01 },
  'the share of harmless cases that are reported, on a labelled set',
)
