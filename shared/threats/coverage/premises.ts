import type { Boundary, Design } from '../../design/design.ts'
import type { Letter, Method } from './coverage.ts'
import type { ElementType } from './element-type.ts'

/** What stands in place of a rule where rules found nothing because what they judge by has not been stated. */
export const premiseNotStated = 'premise'

/** Something that rules judge by and nobody has stated: that they found nothing there says nothing. */
export interface MissingPremise {
  /** For a reader: "No data is stated: ...". */
  readonly words: string
  /** Whether what rules found of an element rests on it. */
  readonly concerns: (type: ElementType, method: Method, letter: Letter) => boolean
}

/**
 * What a design does not state at all and whole families of rules judge by. A drawing of another tool often says neither
 * what data it carries nor how far its boundaries are trusted.
 */
export function missingPremises({ data = [], boundaries = [] }: Design): readonly MissingPremise[] {
  return [
    ...(data.length > 0 ? [] : [noData]),
    ...(boundaries.length === 0 || boundaries.some(tellsApart) ? [] : [noTrust]),
  ]
}

const noData: MissingPremise = {
  words: 'No data is stated, so no rule can tell what would be disclosed.',
  concerns: (_, method, letter) => method === 'linddun' || letter === 'I',
}

const noTrust: MissingPremise = {
  words:
    'No boundary says how far it is trusted, whose it is or on which network, so no rule can tell what an arrow crosses.',
  concerns: (type) => type === 'flow',
}

function tellsApart({ trust, organisation, network }: Boundary): boolean {
  return trust !== undefined || organisation !== undefined || network !== undefined
}
