import type { Classification } from '../../design/design.ts'

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
