import type { Finding, QuestionGroup } from './finding.ts'
import { type FindingLine, linesOf } from './lines.ts'
import { rankOf } from './rate.ts'

export interface FirstSight {
  /** Worst first, both lenses. */
  readonly findings: readonly FindingLine[]
  /** Those of the same list that are threats. */
  readonly threats: readonly FindingLine[]
  /** Those that can change most, and every one that presses. */
  readonly questions: readonly QuestionGroup[]
  /** How many more "show all" would show, of what is open. */
  readonly more: { readonly findings: number; readonly threats: number; readonly questions: number }
}

export const firstFindings = 7
const firstThreats = 5
/** A design that has more groups of questions than these asks too much. */
export const firstQuestions = 12
/** Asked first, however little they weigh. */
const fewQuestions = 3

/** What a person sees before asking for more: short lists of lines, ranked, out of the one list of open findings. */
export function firstSight(analysis: {
  readonly findings: readonly Finding[]
  readonly questions: readonly QuestionGroup[]
}): FirstSight {
  const open = analysis.findings.filter((finding) => finding.status === 'open')
  const lines = linesOf(open)
  const questions = analysis.questions.filter((group, place) => place < fewQuestions || presses(group))
  const shown = questions.slice(0, firstQuestions)
  const threats = linesOf(open.filter((finding) => finding.lenses.includes('threat')))
  return {
    findings: lines.slice(0, firstFindings),
    threats: threats.slice(0, firstThreats),
    questions: shown,
    more: {
      findings: Math.max(0, lines.length - firstFindings),
      threats: Math.max(0, threats.length - firstThreats),
      questions: analysis.questions.length - shown.length,
    },
  }
}

/** Its answer can change a high or critical verdict, or was promised for a day that has passed. */
function presses({ weight, overdue }: QuestionGroup): boolean {
  return rankOf(weight) <= rankOf('high') || overdue === true
}
