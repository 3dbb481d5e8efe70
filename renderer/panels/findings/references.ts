import { groupBy } from '../../../shared/design/group-by.ts'
import type { Reference } from '../../../shared/findings/finding.ts'
import type { Catalogues } from '../../../shared/threats/frameworks/catalogues.ts'
import { nameReference } from '../../../shared/threats/frameworks/name-reference.ts'

interface CatalogueReferences {
  /** Official title of the catalogue, or of the rule pack whose own words these are. */
  readonly title: string
  /** Its entries with their titles, by commas. */
  readonly words: string
  /** Whether a title among them was read on other pages than the publisher's. */
  readonly isSecondHand: boolean
}

/** The references of a finding, catalogue by catalogue in the order in which they are first named: never a bare id. */
export function referencesByCatalogue(
  references: readonly Reference[],
  catalogues?: Catalogues,
): readonly CatalogueReferences[] {
  const named = references.map((reference) => nameReference(reference, catalogues))
  return [...groupBy(named, ({ catalogue }) => catalogue)].map(([title, entries]) => ({
    title,
    words: entries.map(({ entry }) => entry).join(', '),
    isSecondHand: entries.some(({ isSecondHand }) => isSecondHand),
  }))
}
