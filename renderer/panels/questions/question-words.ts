import type { QuestionGroup } from '../../../shared/findings/finding.ts'

/** Who would know, or whom somebody has asked already and until when. */
export function whoKnows({ ask, elements }: QuestionGroup): string | undefined {
  const isAsked = elements.some(({ answered }) => answered === 'unknown')
  if (!isAsked) return ask === undefined ? undefined : `Ask: ${ask}`
  const [due] = elements.flatMap((element) => element.due ?? []).toSorted()
  return `Asked${ask === undefined ? '' : ` ${ask}`}${due === undefined ? '' : `, by ${due}`}`
}
