import { type Catalogues, printId, shippedCatalogues } from '../../threats/frameworks/catalogues.ts'
import { pinReference } from '../../threats/frameworks/name-reference.ts'
import type { Finding } from '../../findings/finding.ts'
import { paragraph, table } from '../blocks.ts'
import type { Block } from '../outline.ts'

/** The catalogues that the threats refer to, with the edition that was used. */
export function referenceBlocks(
  threats: readonly Finding[],
  catalogues: Catalogues = shippedCatalogues,
): readonly Block[] {
  const editions = new Map<string, Set<string>>()
  const secondHand = new Set<string>()
  for (const reference of threats.flatMap(({ references }) => references)) {
    const { framework, edition, id } = pinReference(reference, catalogues)
    const catalogue = catalogues.frameworks.find((each) => each.id === framework)
    const key = `${catalogue?.title ?? framework}\n${edition}`
    if (catalogue?.secondHand?.includes(edition) === true) secondHand.add(key)
    editions.set(key, (editions.get(key) ?? new Set()).add(printId(catalogues, { framework, id })))
  }
  if (editions.size === 0)
    return [
      paragraph(
        'No threat refers to a catalogue. The lists of threats that were gone through, and their editions, stand under Coverage.',
      ),
    ]
  const rows = [...editions].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    // Before the table, so that it never stands alone on a last page.
    paragraph('Identifiers refer to these editions; later editions may number them otherwise.'),
    table(
      [{ title: 'Catalogue', width: 1.5 }, { title: 'Edition' }, { title: 'Entries referred to', width: 4 }],
      rows.map(([key, ids]) => {
        const [framework = '', edition = ''] = key.split('\n')
        return [framework, `${edition}${secondHand.has(key) ? ' *' : ''}`, [...ids].toSorted().join(', ')]
      }),
    ),
    ...(secondHand.size === 0
      ? []
      : [
          paragraph(
            '* Titles read on other pages than the publisher’s: check their wording there before you quote it.',
          ),
        ]),
  ]
}
