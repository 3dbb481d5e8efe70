import type { Design, Element, Id } from '../../design/design.ts'
import { internalIds } from '../internal-elements.ts'

/** Something that no document says. */
export interface WithheldThing {
  readonly id: Id
  /** "Component", "Assumption". */
  readonly type: string
  readonly words: string
  /** Not marked itself: it stands in, or starts or ends at, something that is. */
  readonly follows?: true
}

const types = {
  boundaries: 'Boundary',
  components: 'Component',
  flows: 'Arrow',
  data: 'Data',
  identities: 'Identity',
  controls: 'Control',
  actions: 'Action',
  workloads: 'Workload',
  requirements: 'Requirement',
  decisions: 'Decision',
  treatments: 'Treatment',
  risks: 'Risk',
  assumptions: 'Assumption',
  questions: 'Question',
  parked: 'Parked item',
  workItems: 'Work item',
  reviews: 'Threat review',
  baselines: 'Baseline',
  variants: 'Option',
} as const satisfies Partial<Record<keyof Design, string>>

/** What stays out of every document of the design, with what goes with it. */
export function withheldThings(design: Design): readonly WithheldThing[] {
  const hidden = internalIds(design)
  if (hidden.size === 0) return []
  const nameOf = new Map((design.components ?? []).map(({ id, name }) => [id, name]))
  return Object.entries(types).flatMap(([list, type]) => {
    const elements: readonly Element[] = design[list as keyof typeof types] ?? []
    return elements
      .filter(({ id }) => hidden.has(id))
      .map((element) => ({
        id: element.id,
        type,
        words: wordsOf(element, nameOf),
        ...(element.internal === true ? {} : { follows: true as const }),
      }))
  })
}

/** The words that people know an element by. */
function wordsOf(element: Element, nameOf: ReadonlyMap<Id, string>): string {
  if (element.name !== undefined && element.name !== '') return element.name
  const said = ['statement', 'text', 'reason'].map((field) => (element as unknown as Record<string, unknown>)[field])
  const words = said.find((each) => typeof each === 'string')
  if (typeof words === 'string') return words
  const { from, to } = element as { readonly from?: Id; readonly to?: Id }
  return from === undefined || to === undefined ? element.id : `${nameOf.get(from) ?? from} to ${nameOf.get(to) ?? to}`
}
