import { frameworks } from '../../threats/frameworks/index.ts'
import type { Finding } from '../../findings/finding.ts'
import { paragraph, table } from '../blocks.ts'
import type { Block } from '../outline.ts'

/** The catalogues that the threats refer to, with the edition that was used. */
export function referenceBlocks(threats: readonly Finding[]): readonly Block[] {
  const editions = new Map<string, Set<string>>()
  for (const { framework, edition, id } of threats.flatMap(({ references }) => references)) {
    const title = frameworks.find((each) => each.id === framework)?.title ?? framework
    const key = `${title}\n${edition}`
    editions.set(key, (editions.get(key) ?? new Set()).add(id))
  }
  if (editions.size === 0) return [paragraph('No threat refers to a catalogue.')]
  const rows = [...editions].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    // Before the table, so that it never stands alone on a last page.
    paragraph('Identifiers refer to these editions; later editions may number them otherwise.'),
    table(
      [{ title: 'Catalogue', width: 1.5 }, { title: 'Edition' }, { title: 'Entries referred to', width: 4 }],
      rows.map(([key, ids]) => {
        const [framework = '', edition = ''] = key.split('\n')
        return [framework, edition, [...ids].toSorted().join(', ')]
      }),
    ),
  ]
}
