import type { Boundary, Component, Design, Flow, Id } from '../design/design.ts'
import { cardHeight, cardWidth } from './card.ts'
import { hierarchyOf } from './hierarchy.ts'
import type { Places, SizedPlace } from './places.ts'

/** A design as it is drawn while some of its boundaries are collapsed, and what in it stands for what is not drawn. */
export interface Folded {
  /** Without what is inside collapsed boundaries; arrows end at these, and several between two ends are one. */
  readonly design: Design
  /** Of what is drawn; a collapsed boundary is as large as a card. */
  readonly places: Places
  /** What is drawn in place of an element that is not: the collapsed boundary, or the arrow that stands for several. */
  readonly shownAs: ReadonlyMap<Id, Id>
  /** All the arrows that a drawn one stands for, itself included, where they are several. */
  readonly bundles: ReadonlyMap<Id, readonly Id[]>
  /** How many components are inside each collapsed boundary that is drawn. */
  readonly inside: ReadonlyMap<Id, number>
}

const nothing = new Map<Id, never>()

/**
 * Collapses the boundaries whose place says so. Nothing of the design changes: this is what the canvas draws of it.
 *
 * `design`, `places`: the whole, as `placesOf` gives it. Without a collapsed boundary both come back as they are.
 */
export function foldDesign(design: Design, places: Places): Folded {
  const collapsed = (id: Id): boolean => places[id]?.collapsed === true
  if (!(design.boundaries ?? []).some(({ id }) => collapsed(id))) {
    return { design, places, shownAs: nothing, bundles: nothing, inside: nothing }
  }
  const hierarchy = hierarchyOf({ ...design, flows: [] })
  const shownAs = new Map<Id, Id>()
  const inside = new Map<Id, number>()
  for (const { id } of design.boundaries ?? []) {
    const around = hierarchy.chainOf(id).find(collapsed)
    if (around === id) inside.set(id, 0)
    else if (around !== undefined) shownAs.set(id, around)
  }
  for (const { id } of design.components ?? []) {
    const around = hierarchy.chainOf(id).find(collapsed)
    if (around === undefined) continue
    shownAs.set(id, around)
    inside.set(around, (inside.get(around) ?? 0) + 1)
  }
  const drawn = ({ id }: Boundary | Component): boolean => !shownAs.has(id)
  const bundles = new Map<Id, readonly Id[]>()
  const flows = foldFlows(design.flows ?? [], shownAs, bundles)
  return {
    design: {
      ...design,
      boundaries: (design.boundaries ?? []).filter(drawn),
      components: (design.components ?? []).filter(drawn),
      flows,
    },
    places: foldPlaces(places, shownAs, inside),
    shownAs,
    bundles,
    inside,
  }
}

/** Everything that is drawn as a card, and that arrows end at: components, and collapsed boundaries. */
export function drawnCards({
  design,
  inside,
}: {
  readonly design: Pick<Design, 'components'>
  readonly inside: ReadonlyMap<Id, number>
}): readonly Id[] {
  return [...(design.components ?? []).map(({ id }) => id), ...inside.keys()]
}

/** The arrows between what is drawn. Writes down which arrow shows which, and which one stands for several. */
function foldFlows(flows: readonly Flow[], shownAs: Map<Id, Id>, bundles: Map<Id, readonly Id[]>): readonly Flow[] {
  const kept: Flow[] = []
  const between = new Map<string, Flow[]>()
  for (const flow of flows) {
    const [from, to] = [shownAs.get(flow.from) ?? flow.from, shownAs.get(flow.to) ?? flow.to]
    if (from === flow.from && to === flow.to) kept.push(flow)
    else if (from === to) shownAs.set(flow.id, from)
    else {
      const moved = { ...flow, from, to }
      const pair = JSON.stringify([from, to])
      const others = between.get(pair)
      if (others === undefined) between.set(pair, [moved])
      else others.push(moved)
    }
  }
  for (const bundle of between.values()) {
    const [first, ...others] = bundle.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    if (first === undefined) continue
    if (others.length === 0) kept.push(first)
    else {
      kept.push({ id: first.id, from: first.from, to: first.to, name: `${others.length + 1} arrows` })
      bundles.set(first.id, [first.id, ...others.map(({ id }) => id)])
      for (const { id } of others) shownAs.set(id, first.id)
    }
  }
  return kept
}

function foldPlaces(places: Places, shownAs: ReadonlyMap<Id, Id>, collapsed: ReadonlyMap<Id, number>): Places {
  const drawn: Record<Id, SizedPlace> = {}
  for (const [id, place] of Object.entries(places)) {
    if (shownAs.has(id)) continue
    drawn[id] = collapsed.has(id) ? { ...place, w: cardWidth, h: cardHeight } : place
  }
  return drawn
}
