import { expect, it } from 'vitest'
import { anyFinding } from '../../findings/testing/finding.ts'
import { heldWith } from '../../threats/frameworks/read-update.ts'
import { referenceBlocks } from './references.ts'

it('marks the editions whose titles were read on other pages than the publisher’s, and says so once', () => {
  const cited = (framework: string, edition: string, id: string) =>
    JSON.stringify(referenceBlocks([anyFinding({ references: [{ framework, edition, id }] })]))
  const iso = cited('iso-42001', '2023', 'A.7.4')
  expect(iso).toContain('2023 *')
  expect(iso.split('before you quote it')).toHaveLength(2)
  expect(cited('azure-waf', '2026', 'RE:04')).not.toMatch(/2026 \*|before you quote it/u)
})

it('lists the words of a house under the catalogue that they cite, an imported one too', () => {
  const catalogues = heldWith({
    format: 'lintel/catalogues',
    version: 1,
    aliases: [],
    catalogues: [
      { id: 'house-risks', title: 'Risks of the house', source: 'Ours', editions: { '7': { H1: 'Money lost' } } },
    ],
  })
  const threats = [anyFinding({ references: [{ framework: 'House rules', edition: '3', id: 'house-risks H1' }] })]
  expect(JSON.stringify(referenceBlocks(threats, catalogues))).toContain('[["Risks of the house"],["7"],["H1"]]')
  expect(JSON.stringify(referenceBlocks(threats))).toContain('[["House rules"],["3"],["house-risks H1"]]')
})
