import { groupBy } from '../../../shared/design/group-by.ts'
import type { Reference } from '../../../shared/findings/finding.ts'
import { frameworks, printReference } from '../../../shared/threats/frameworks/index.ts'

interface FrameworkReferences {
  /** Official title of the catalogue. */
  readonly title: string
  /** Its entries with their titles, by commas. */
  readonly words: string
  /** Whether a title among them was read on other pages than the publisher's. */
  readonly isSecondHand: boolean
}

/** The references of a finding, catalogue by catalogue in the order in which they are first named: never a bare id. */
export function referencesByFramework(references: readonly Reference[]): readonly FrameworkReferences[] {
  return [...groupBy(references, ({ framework }) => framework)].map(([id, entries]) => {
    const catalogue = frameworks.find((framework) => framework.id === id)
    return {
      title: catalogue?.title ?? id,
      words: entries.map(printReference).join(', '),
      isSecondHand: entries.some(({ edition }) => catalogue?.secondHand?.includes(edition) === true),
    }
  })
}
