import type { Design, Id } from '../design/design.ts'
import { insideOf } from '../design/nesting.ts'

/** What is chosen to be drawn of a design. */
export interface Part {
  /** Nothing but these and what belongs to them is drawn; all when absent. */
  readonly only?: Iterable<Id>
  /** What is left out; a boundary takes what is in it along. */
  readonly hide?: Iterable<Id>
}

/**
 * The design without what is not drawn: for the canvas alone, as numbers and findings always are those of the whole.
 * Boundaries around what is drawn are drawn, and arrows of which both ends are. Nothing left out: the same design.
 */
export function drawnPart(design: Design, { only, hide = [] }: Part): Design {
  const hidden = withInside(design, hide)
  if (only === undefined && hidden.size === 0) return design
  const wanted = only === undefined ? undefined : wantedBy(design, only)
  const drawn = (id: Id): boolean => !hidden.has(id) && wanted?.has(id) !== false
  const components = (design.components ?? []).filter(({ id }) => drawn(id))
  const ends = new Set(components.map(({ id }) => id))
  const around = aroundOf(design, components)
  return {
    ...design,
    components,
    boundaries: (design.boundaries ?? []).filter(({ id }) => !hidden.has(id) && (drawn(id) || around.has(id))),
    flows: (design.flows ?? []).filter(({ id, from, to }) => !hidden.has(id) && ends.has(from) && ends.has(to)),
  }
}

/** Everything in a design, or a part of one, that a drawing can show. */
export function drawnIds({ components = [], boundaries = [], flows = [] }: Design): ReadonlySet<Id> {
  return new Set([...components, ...boundaries, ...flows].map(({ id }) => id))
}

/** How many components and boundaries are not drawn, and arrows that are left out by themselves. */
export function hiddenCount(design: Design, part: Design): number {
  if (part === design) return 0
  const left = (all: readonly unknown[] = [], drawn: readonly unknown[] = []): number => all.length - drawn.length
  const ends = new Set((part.components ?? []).map(({ id }) => id))
  const between = (design.flows ?? []).filter(({ from, to }) => ends.has(from) && ends.has(to))
  return left(design.components, part.components) + left(design.boundaries, part.boundaries) + left(between, part.flows)
}

function withInside(design: Design, ids: Iterable<Id>): ReadonlySet<Id> {
  const boundaries = new Set((design.boundaries ?? []).map(({ id }) => id))
  return new Set([...ids].flatMap((id) => (boundaries.has(id) ? [id, ...insideOf(design, id)] : [id])))
}

/** What was named, what is in the boundaries among it, and the ends of the arrows among it. */
function wantedBy(design: Design, only: Iterable<Id>): ReadonlySet<Id> {
  const wanted = new Set(withInside(design, only))
  for (const { id, from, to } of design.flows ?? []) if (wanted.has(id)) wanted.add(from).add(to)
  return wanted
}

/** Boundaries around components at any depth; a circle in a broken file ends the chain. */
function aroundOf(design: Design, components: NonNullable<Design['components']>): ReadonlySet<Id> {
  const parents = new Map((design.boundaries ?? []).map((boundary) => [boundary.id, boundary.in]))
  const around = new Set<Id>()
  for (const component of components) {
    for (let next = component.in; next !== undefined && !around.has(next); next = parents.get(next)) around.add(next)
  }
  return around
}
