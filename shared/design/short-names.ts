import type { Design } from './design.ts'
import { shorten } from './wording.ts'

/** Longer than any name that a person gives, and short enough for a sentence. */
const longestName = 120

/**
 * The design with names that fit into a sentence, for the engines: what they say repeats names, and a name of thousands
 * of characters would bury every finding. Returns the design itself when all names are short.
 */
export function shortenNames(design: Design): Design {
  const lists = namedCollections.flatMap((collection): [string, readonly Named[]][] => {
    const list: readonly Named[] | undefined = design[collection]
    return list?.some(isLong) === true ? [[collection, list.map(shortened)]] : []
  })
  if (lists.length === 0 && !isLong(design)) return design
  return { ...design, name: shorten(design.name, longestName), ...Object.fromEntries(lists) }
}

/** The collections whose names engines repeat. */
const namedCollections = [
  'boundaries',
  'components',
  'flows',
  'data',
  'identities',
  'actions',
  'workloads',
  'requirements',
] as const satisfies readonly (keyof Design)[]

interface Named {
  readonly name?: string
}

const isLong = ({ name }: Named): boolean => name !== undefined && name.length > longestName

function shortened<Element extends Named>(element: Element): Element {
  const { name } = element
  return name === undefined || !isLong(element) ? element : { ...element, name: shorten(name, longestName) }
}
