import type { Reference } from '../../findings/finding.ts'
import type { CatalogueEntry } from '../../findings/report/report.ts'
import { type Catalogues, latestOf, otherEditionsOf, printId, shippedCatalogues, titleIn } from './catalogues.ts'
import type { PinnedId } from './framework.ts'
import { llmIdIn2025 } from './owasp.ts'
import { resolveAlias } from './resolve-alias.ts'

/** A reference as people read it: never a bare id. */
export interface NamedReference {
  /** Title of the catalogue, or of the rule pack whose own words it is in. */
  readonly catalogue: string
  readonly edition: string
  /** "LLM03:2026 Excessive Agency (LLM06:2025)" */
  readonly entry: string
  /** No catalogue has such an entry: these are the words of the house. */
  readonly isOwnWords: boolean
  /** Its title was read on other pages than the publisher's. */
  readonly isSecondHand: boolean
}

/**
 * Names what a rule refers to, by the titles of these catalogues. A rule of a house refers to what it likes, in words of
 * its own: where those are an entry of a catalogue, and no other, it is named as such.
 */
export function nameReference(reference: Reference, catalogues: Catalogues = shippedCatalogues): NamedReference {
  const { framework, edition, id } = pinReference(reference, catalogues)
  const catalogue = catalogues.frameworks.find((each) => each.id === framework)
  if (catalogue === undefined)
    return { catalogue: framework, edition, entry: id, isOwnWords: true, isSecondHand: false }
  return {
    catalogue: catalogue.title,
    edition,
    entry: printEntry({ framework, edition, id }, catalogues),
    isOwnWords: false,
    isSecondHand: catalogue.secondHand?.includes(edition) === true,
  }
}

/** All that somebody may look for it by: catalogue, id and title, and the ids that other editions give the same risk. */
export function findableWords(reference: Reference, catalogues: Catalogues = shippedCatalogues): string {
  const { catalogue, entry } = nameReference(reference, catalogues)
  const others = otherEditionsOf(catalogues, pinReference(reference, catalogues))
  const ids = others.map((other) => `${printId(catalogues, other)}:${other.edition}`)
  return [catalogue, entry, ...ids].join(' ')
}

/** The entry that a reference is, part by part, for formats that keep catalogues apart; undefined for words of a house. */
export function entryOf(reference: Reference, catalogues: Catalogues = shippedCatalogues): CatalogueEntry | undefined {
  const pinned = pinReference(reference, catalogues)
  const catalogue = catalogues.frameworks.find(({ id }) => id === pinned.framework)?.title
  if (catalogue === undefined) return undefined
  const title = titleIn(catalogues, pinned) ?? ''
  const { framework, edition } = pinned
  return {
    framework,
    catalogue,
    edition,
    id: printId(catalogues, pinned),
    title,
    words: printEntry(pinned, catalogues),
  }
}

/** The entry of a catalogue that a reference is, its own words included; a reference to none stays as it is. */
export function pinReference(reference: Reference, catalogues: Catalogues): PinnedId {
  if (catalogues.frameworks.some(({ id }) => id === reference.framework)) return reference
  return entryMeant(reference.id, catalogues) ?? reference
}

/** A rule keeps to the edition that it was written against; what a later one calls it stands behind. */
function printEntry(pinned: PinnedId, catalogues: Catalogues): string {
  const { framework, edition, id } = pinned
  const before = framework === 'owasp-llm' && edition === '2026' ? llmIdIn2025[id] : undefined
  const title = titleIn(catalogues, pinned) ?? ''
  const later = latestOf(catalogues, pinned)
  const laterTitle = titleIn(catalogues, later) ?? ''
  const elsewhere = [
    ...(before === undefined ? [] : [`${before}:2025`]),
    ...(later === pinned
      ? []
      : [`now ${printId(catalogues, later)}:${later.edition} ${laterTitle === title ? '' : laterTitle}`.trim()]),
  ]
  const written = printId(catalogues, pinned)
  const words = framework.startsWith('owasp') ? `${written}:${edition}` : written
  return `${words} ${title}${elsewhere.length === 0 ? '' : ` (${elsewhere.join('; ')})`}`.trim()
}

/**
 * The entry that a text is, all of it: "ISO 27001, A.5.1" is none of another standard with such a number. An id as short
 * as "T1" or "A.5.1" may be anybody's: it counts with its catalogue or its edition.
 */
function entryMeant(text: string, catalogues: Catalogues): PinnedId | undefined {
  const resolved = resolveAlias(text, catalogues)
  if (resolved.type !== 'one') return undefined
  const { framework, edition, id } = resolved.pinned
  const said = text
    .toLowerCase()
    .split(/[\s:@()]+/u)
    .filter((word) => word !== '')
  const others = said.filter((word) => word.replace(/^aml\./u, '') !== id.toLowerCase())
  const isNamed = others.length > 0 || /^(?:aml\.|[a-z]{3})/u.test(said[0] ?? '')
  const isWhole = others.every((word) => word === framework || word === edition.toLowerCase())
  return isNamed && isWhole ? resolved.pinned : undefined
}
