import type { Design } from './design.ts'
import { shorten } from './wording.ts'

/** Longer than any name that a person gives, and short enough for a sentence. */
const longestName = 120

/**
 * The design with names that fit into a sentence, for the engines: what they say repeats names, and a name of thousands
 * of characters would bury every finding. Returns the design itself when all names are short.
 */
export function shortenNames(design: Design): Design {
  const { boundaries, components, flows, data, identities, actions, workloads, requirements } = design
  const lists = [boundaries, components, flows, data, identities, actions, workloads, requirements]
  if (!isLong(design) && !lists.some((list) => list?.some(isLong) === true)) return design
  return {
    ...design,
    name: shorten(design.name, longestName),
    ...(boundaries === undefined ? {} : { boundaries: boundaries.map(shortened) }),
    ...(components === undefined ? {} : { components: components.map(shortened) }),
    ...(flows === undefined ? {} : { flows: flows.map(shortened) }),
    ...(data === undefined ? {} : { data: data.map(shortened) }),
    ...(identities === undefined ? {} : { identities: identities.map(shortened) }),
    ...(actions === undefined ? {} : { actions: actions.map(shortened) }),
    ...(workloads === undefined ? {} : { workloads: workloads.map(shortened) }),
    ...(requirements === undefined ? {} : { requirements: requirements.map(shortened) }),
  }
}

interface Named {
  readonly name?: string
}

const isLong = ({ name }: Named): boolean => name !== undefined && name.length > longestName

function shortened<Element extends Named>(element: Element): Element {
  const { name } = element
  return name === undefined || !isLong(element) ? element : { ...element, name: shorten(name, longestName) }
}
