import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { researchRagDesign } from '../design/testing/fixtures.ts'
import { noStandards } from '../standards/edit-standards.ts'
import { isForPeople } from './accepted.ts'
import { buildDocument, documents, findDocument } from './index.ts'
import { contextFor } from './testing/context-for.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const house = { ...noStandards, rules: { 'REL-02': { off: true, reason: 'Our gateway sets every limit' } } }
const context = contextFor(researchRagDesign, prices, house)
const saidIn = (id: string, own = context): string => JSON.stringify(buildDocument(findDocument(id)!, own))

describe.each(documents.filter(({ formats }) => isForPeople(formats)).map(({ id }) => id))(
  'a rule that is switched off, in the document %s',
  (id) => {
    it('is named there, and only where one is', () => {
      const own = { ...context, decisionId: 'adr-1' }
      expect(saidIn(id, own)).toMatch(/REL-02.*switched off|switched off.*REL-02/)
      const { standards: _standards, ...open } = own
      expect(saidIn(id, open)).not.toContain('switched off in this workspace')
    })
  },
)

describe('a rule that is switched off', () => {
  it('is named with its reason where the board reads, and in the file for other tools', () => {
    expect(saidIn('review-pack')).toContain('Our gateway sets every limit')
    expect(saidIn('threat-model')).toContain('Our gateway sets every limit')
    expect(saidIn('threat-results')).toContain('REL-02')
  })
})
