import type { Classification } from '../../design/design.ts'
import { numberAt, recordAt } from '../foreign-values.ts'
import type { Steps } from '../threat-words.ts'

/** The zone for what stands in no boundary: the format wants a parent for each component. */
export const outsideZone = 'outside-every-boundary'

const levels: readonly (readonly [Classification, number, number])[] = [
  ['public', 10, 25],
  ['internal', 37, 50],
  ['confidential', 62, 75],
  ['restricted', 100, Infinity],
]

/** Confidentiality of 0 to 100, in the four classes of a design. */
export function classificationOf(confidentiality: number): Classification {
  return levels.find(([, , below]) => confidentiality < below)?.[0] ?? 'restricted'
}

/** The class as a number of 0 to 100. */
export function confidentialityOf(classification: Classification): number {
  return levels.find(([name]) => name === classification)?.[1] ?? 50
}

/** What is said of an asset and of its risk, as the notes of a data asset. */
export function notesOfAsset(description: string | undefined, comment: string | undefined): string {
  return [description, comment].filter((text) => text !== undefined).join('\n')
}

/** Likelihood and impact of a threat of the file, from 0 to 100, as steps of 1 to 5; undefined where nobody judged. */
export function ratingIn(item: unknown): Steps | undefined {
  const [likelihood, impact] = [stepOf(item, 'likelihood'), stepOf(item, 'impact')]
  return likelihood === undefined || impact === undefined ? undefined : { likelihood, impact }
}

function stepOf(item: unknown, key: 'likelihood' | 'impact'): number | undefined {
  if (recordAt(item, 'attributes', 'studio')?.['rated'] === false) return undefined
  const value = numberAt(item, 'risk', key)
  return value === undefined ? undefined : Math.max(1, Math.min(5, Math.round(value / 20)))
}
