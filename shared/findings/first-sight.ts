import type { Finding, QuestionGroup } from './finding.ts'
import { type FindingLine, linesOf } from './lines.ts'

export interface FirstSight {
  /** Worst first, both lenses. */
  readonly findings: readonly FindingLine[]
  /** Those of the same list that are threats. */
  readonly threats: readonly FindingLine[]
  readonly questions: readonly QuestionGroup[]
  /** How many more "show all" would show, of what is open. */
  readonly more: { readonly findings: number; readonly threats: number; readonly questions: number }
}

export const firstFindings = 7
const firstThreats = 5
export const firstQuestions = 12

/** What a person sees before asking for more: short lists of lines, ranked, out of the one list of open findings. */
export function firstSight(analysis: {
  readonly findings: readonly Finding[]
  readonly questions: readonly QuestionGroup[]
}): FirstSight {
  const open = analysis.findings.filter((finding) => finding.status === 'open')
  const lines = linesOf(open)
  const threats = linesOf(open.filter((finding) => finding.lenses.includes('threat')))
  return {
    findings: lines.slice(0, firstFindings),
    threats: threats.slice(0, firstThreats),
    questions: analysis.questions.slice(0, firstQuestions),
    more: {
      findings: Math.max(0, lines.length - firstFindings),
      threats: Math.max(0, threats.length - firstThreats),
      questions: Math.max(0, analysis.questions.length - firstQuestions),
    },
  }
}
