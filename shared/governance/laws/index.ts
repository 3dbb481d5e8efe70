import type { Answer, Design } from '../../design/design.ts'
import { truth } from '../../design/value.ts'
import { euAiActLaws } from './eu-ai-act.ts'
import type { Law } from './law.ts'
import { otherLaws } from './other-laws.ts'

export type { Law } from './law.ts'

/** Every legal fact that an assessment uses. A new one is one entry of a table. */
export const laws: readonly Law[] = [...euAiActLaws, ...otherLaws]

const byId: ReadonlyMap<string, Law> = new Map(laws.map((law) => [law.id, law]))

/** Throws for an id that stands in no table: ids come from our own data. */
export function lawOf(id: string): Law {
  const law = byId.get(id)
  if (law === undefined) throw new Error(`There is no law "${id}".`)
  return law
}

/** The key of a person's word that a legal fact was read at its source. */
export function lawAnswer(id: string): string {
  return `law.${id}`
}

/** Who confirmed a legal fact, and when; undefined until somebody has, with a name and a day. */
export function confirmationOf(design: Design, id: string): Answer | undefined {
  const answer = design.answers?.[lawAnswer(id)]
  const isNamed = (answer?.by ?? '').trim() !== '' && (answer?.date ?? '').trim() !== ''
  return answer !== undefined && truth(answer.value) === true && isNamed ? answer : undefined
}

/** Whether a legal fact may be printed for people outside: read at its source by us, or confirmed by a person. */
export function isPrintable(design: Design, id: string): boolean {
  return lawOf(id).readAtSource || confirmationOf(design, id) !== undefined
}
