import type { Boundary, Component, Design, Element, Flow, Id } from '../design/design.ts'
import { diffDesigns } from '../design/diff.ts'
import { sameJson } from '../design/same-json.ts'

export type DrawingMark = 'here' | 'there' | 'changed'

/** What of each of two drawings has no match in the other, and what differs in both. */
export interface DrawingDifferences {
  readonly first: ReadonlyMap<Id, DrawingMark>
  readonly second: ReadonlyMap<Id, DrawingMark>
  /** What differs, by the id in the first: "product, settings.replicas". */
  readonly fields: ReadonlyMap<Id, string>
  /** By the id in the second, what is the same in the first. */
  readonly partners: ReadonlyMap<Id, Id>
}

/**
 * Two drawings beside one another: components, boundaries and arrows. The same id is the same element; in designs that
 * were not made from one another those of equal name and kind are, and arrows between them. Where things stand is no
 * difference.
 *
 * @param first as it is drawn, and `second` likewise: without variants
 */
export function compareDrawings(first: Design, second: Design): DrawingDifferences {
  const pairs = pairElements(first, second)
  const changed = changedFields(first, second, pairs)
  const partners = new Map([...pairs].map(([one, other]) => [other, one]))
  const marks = (
    elements: readonly Element[],
    isPaired: (id: Id) => boolean,
    alone: DrawingMark,
    isChanged: (id: Id) => boolean,
  ) =>
    new Map(
      elements.flatMap(({ id }): (readonly [Id, DrawingMark])[] => {
        if (!isPaired(id)) return [[id, alone]]
        return isChanged(id) ? [[id, 'changed']] : []
      }),
    )
  const changedThere = new Set([...changed.keys()].map((id) => pairs.get(id)))
  return {
    first: marks(
      drawnOf(first),
      (id) => pairs.has(id),
      'here',
      (id) => changed.has(id),
    ),
    second: marks(
      drawnOf(second),
      (id) => partners.has(id),
      'there',
      (id) => changedThere.has(id),
    ),
    fields: changed,
    partners,
  }
}

function drawnOf({ components = [], boundaries = [], flows = [] }: Design): readonly Element[] {
  return [...components, ...boundaries, ...flows]
}

/** Ids of the first with the ids of what is the same in the second. */
function pairElements(first: Design, second: Design): ReadonlyMap<Id, Id> {
  const pairs = new Map<Id, Id>()
  pairBy(first.boundaries, second.boundaries, pairs, ({ name }: Boundary) => name)
  pairBy(first.components, second.components, pairs, ({ name, kind }: Component) => `${kind} ${name}`)
  const ends = ({ from, to, name = '' }: Flow): string => `${from} ${to} ${name}`
  const there = (flow: Flow): string =>
    ends({ ...flow, from: pairs.get(flow.from) ?? `only ${flow.from}`, to: pairs.get(flow.to) ?? `only ${flow.to}` })
  pairBy(first.flows, second.flows, pairs, there, ends)
  return pairs
}

/** By id, else by what two elements are called, where there is just one such on each side. */
function pairBy<E extends Element>(
  first: readonly E[] = [],
  second: readonly E[] = [],
  pairs: Map<Id, Id>,
  keyOf: (element: E) => string,
  keyOfSecond = keyOf,
): void {
  const ids = new Set(second.map(({ id }) => id))
  const [left, others] = [first.filter(({ id }) => !ids.has(id)), new Set(first.map(({ id }) => id))]
  for (const { id } of first) if (ids.has(id)) pairs.set(id, id)
  const candidates = second.filter(({ id }) => !others.has(id))
  for (const element of left) {
    const key = keyOf(element)
    const same = candidates.filter((candidate) => keyOfSecond(candidate) === key)
    const rivals = left.filter((other) => keyOf(other) === key)
    const [only] = same
    if (only !== undefined && same.length === 1 && rivals.length === 1) pairs.set(element.id, only.id)
  }
}

/** Fields in which paired elements differ; places and words that name no property of the system are none. */
function changedFields(first: Design, second: Design, pairs: ReadonlyMap<Id, Id>): ReadonlyMap<Id, string> {
  const fields = new Map<Id, string>()
  const add = (id: Id, field: string): void => {
    const before = fields.get(id)
    fields.set(id, before === undefined ? field : `${before}, ${field}`)
  }
  const drawn = new Set(drawnOf(first).map(({ id }) => id))
  for (const { type, id, field } of diffDesigns(first, second)) {
    if (type === 'changed' && drawn.has(id)) add(id, field ?? '')
  }
  const there = new Map(drawnOf(second).map((element) => [element.id, element]))
  for (const element of drawnOf(first)) {
    const partner = pairs.get(element.id)
    const other = partner === undefined || partner === element.id ? undefined : there.get(partner)
    if (other === undefined) continue
    for (const field of comparedByName) {
      const [one, two] = [element, other].map((each) => (each as unknown as Readonly<Record<string, unknown>>)[field])
      if (!sameJson(one, two)) add(element.id, field)
    }
  }
  return fields
}

/** What can be told apart where references have other ids. */
const comparedByName = [
  'product',
  'region',
  'settings',
  'owner',
  'outOfScope',
  'trust',
  'organisation',
  'network',
  'copies',
  'mode',
  'call',
  'authentication',
  'encrypted',
] as const
