import type { Answer, Design } from '../design.ts'
import { sameJson } from '../same-json.ts'

/**
 * What a person answered to a question of a questionnaire, or confirmed ('ai-act.role', 'law.ai-act.scope',
 * 'evidence.purpose'); undefined takes it back. The same design when it says so already.
 */
export function setAnswer(design: Design, key: string, answer: Answer | undefined): Design {
  const before = design.answers?.[key]
  if (answer === undefined ? before === undefined : sameJson(before, answer)) return design
  const { [key]: _old, ...others } = design.answers ?? {}
  if (answer !== undefined) return { ...design, answers: { ...others, [key]: answer } }
  if (Object.keys(others).length > 0) return { ...design, answers: others }
  const { answers: _answers, ...rest } = design
  return rest
}
