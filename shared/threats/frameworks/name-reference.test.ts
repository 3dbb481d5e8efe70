import { describe, expect, it } from 'vitest'
import type { CatalogueUpdate } from './read-update.ts'
import { heldWith } from './read-update.ts'
import { nameReference } from './name-reference.ts'

const update: CatalogueUpdate = {
  format: 'lintel/catalogues',
  version: 1,
  aliases: [
    {
      from: { framework: 'mitre-atlas', edition: 'v5.6.1', id: 'T0086' },
      to: { framework: 'mitre-atlas', edition: '2026.12', id: 'T0999' },
      change: 'renumbered',
    },
  ],
  catalogues: [
    { id: 'house-risks', title: 'Risks of the house', source: 'Ours', editions: { '7': { H1: 'Money lost' } } },
    { id: 'mitre-atlas', title: 'MITRE ATLAS', source: 'Read', editions: { '2026.12': { T0999: 'Newly found' } } },
  ],
}
const held = heldWith(update)
const ofHouse = (id: string) => ({ framework: 'House standard', edition: '3', id })

describe('a reference in words', () => {
  it('bears the title of its catalogue, and says which titles were read elsewhere', () => {
    expect(nameReference({ framework: 'owasp-llm', edition: '2026', id: 'LLM03' })).toMatchObject({
      catalogue: 'OWASP Top 10 for LLM applications',
      isSecondHand: false,
    })
    expect(nameReference({ framework: 'owasp-asi', edition: '2025', id: 'ASI01' }).isSecondHand).toBe(true)
  })

  it('keeps to its edition, and says what a later one that was imported calls it', () => {
    const atlas = { framework: 'mitre-atlas', edition: 'v5.6.1', id: 'T0086' }
    const title = 'Exfiltration via AI Agent Tool Invocation'
    expect(nameReference(atlas, held)).toMatchObject({
      edition: 'v5.6.1',
      entry: `AML.T0086 ${title} (now AML.T0999:2026.12 Newly found)`,
    })
    expect(nameReference(atlas).entry).toBe(`AML.T0086 ${title}`)
  })

  it('of a house rule is named by the catalogue that it cites, imported ones too', () => {
    expect(nameReference(ofHouse('house-risks H1'), held)).toMatchObject({
      catalogue: 'Risks of the house',
      entry: 'H1 Money lost',
    })
    expect(nameReference(ofHouse('mitre-atlas T0999'), held).entry).toBe('AML.T0999 Newly found')
    expect(nameReference(ofHouse('AML.T0999'), held).entry).toBe('AML.T0999 Newly found')
    expect(nameReference(ofHouse('CWE-250'), held).entry).toBe('CWE-250 Execution with Unnecessary Privileges')
    expect(nameReference(ofHouse('LLM06:2025'), held).entry).toBe('LLM06:2025 Excessive Agency (now LLM03:2026)')
  })

  it('of a house rule stays in the words of the house where it cites none, or may mean another', () => {
    const words = ['Records policy, 4.2', 'H1', 'ISO 27001 A.6.2.8', 'LLM06', 'Annex D', 'house-risks H2']
    expect(words.map((each) => nameReference(ofHouse(each), held).entry)).toEqual(words)
    expect(nameReference(ofHouse('house-risks H1')).catalogue).toBe('House standard')
  })
})
