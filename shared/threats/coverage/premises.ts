import type { Boundary, Component, Design } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { findKind } from '../../kinds/index.ts'
import type { Letter, Method } from './coverage.ts'
import type { ElementType } from './element-type.ts'

/** What stands in place of a rule where rules found nothing because what they judge by has not been stated. */
export const premiseNotStated = 'premise'

/** Something that rules judge by and nobody has stated: that they found nothing there says nothing. */
export interface MissingPremise {
  /** For a reader: "No data is stated, so ...". */
  readonly words: string
  /** Whether what rules found of an element rests on it. */
  readonly concerns: (type: ElementType, method: Method, letter: Letter) => boolean
}

/** A premise, and whether a design states it. */
interface Premise extends MissingPremise {
  readonly isStated: (design: Design) => boolean
}

const ofStride = (method: Method, letter: Letter, letters: string): boolean =>
  method === 'stride' && letters.includes(letter)
const ofLinddun = (method: Method, letter: Letter, letters: readonly Letter[]): boolean =>
  method === 'linddun' && letters.includes(letter)

/**
 * What whole families of rules judge by and no rule asks about, as it belongs to no single element: without it they find
 * nothing, and are silent about why. A new one is an entry here.
 */
const premises: readonly Premise[] = [
  {
    words: 'No data is stated, so no rule can tell what would be disclosed.',
    isStated: ({ data = [] }) => data.length > 0,
    concerns: (_, method, letter) => method === 'linddun' || letter === 'I',
  },
  {
    words:
      'No boundary says how far it is trusted, whose it is or on which network, so no rule can tell what an arrow crosses.',
    isStated: ({ boundaries = [] }) => boundaries.length === 0 || boundaries.some(tellsApart),
    concerns: (type) => type === 'flow',
  },
  {
    words:
      'Nobody who begins anything is drawn, and no data says who writes it, so no rule can tell whose words steer the system.',
    isStated: ({ components = [], data = [] }) =>
      components.some(begins) || data.some(({ writers }) => known(writers) !== undefined),
    concerns: (_, method, letter) => ofStride(method, letter, 'STE'),
  },
  {
    words:
      'Nobody has said whether several tenants share the system, so no rule can tell whether one of them reaches what is kept of another.',
    isStated: ({ context }) => known(context?.['multiTenant']) !== undefined,
    concerns: (type, method, letter) =>
      type === 'store' && (ofStride(method, letter, 'I') || ofLinddun(method, letter, ['L', 'Dd'])),
  },
  {
    words: 'Nobody has said where data may be processed, so no rule can tell whether it leaves.',
    isStated: ({ context, requirements = [] }) =>
      known(context?.['dataResidency']) !== undefined || requirements.some(({ metric }) => metric === 'residency'),
    concerns: (type, method, letter) => type !== 'actor' && ofLinddun(method, letter, ['Nc']),
  },
  {
    words:
      'Nobody has said how far it decides about people, so no rule can tell whether somebody has to answer for its decisions.',
    isStated: ({ context }) => known(context?.['decisionEffect']) !== undefined,
    concerns: (type, method, letter) =>
      (type === 'process' && ofStride(method, letter, 'R')) || ofLinddun(method, letter, ['U']),
  },
]

/**
 * What a design does not state at all and whole families of rules judge by. A drawing of another tool often says neither
 * what data it carries nor how far its boundaries are trusted.
 */
export function missingPremises(design: Design): readonly MissingPremise[] {
  return premises.filter(({ isStated }) => !isStated(design))
}

function tellsApart({ trust, organisation, network }: Boundary): boolean {
  return trust !== undefined || organisation !== undefined || network !== undefined
}

function begins({ kind }: Component): boolean {
  const { traits } = findKind(kind)
  return traits.includes('person') || traits.includes('starts-requests')
}
