import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requirementRule, type Design, type Treatment } from '../design/design.ts'
import { researchRagDesign } from '../design/testing/fixtures.ts'
import { isForPeople } from './accepted.ts'
import { buildDocument, documents } from './index.ts'
import { contextFor } from './testing/context-for.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object

const waiver: Treatment = {
  id: 't-waived',
  rule: 'RAG-01',
  on: ['index'],
  response: 'accept',
  reason: 'The pilot has one department',
  owner: 'Research operations',
  approver: 'Ada Signs',
  compensating: 'Weekly review of who asked what',
  until: '2027-03-31',
}
const target: Treatment = {
  ...waiver,
  id: 't-target',
  rule: requirementRule,
  on: ['r-first'],
  reason: 'Later this year',
}
const waived: Design = { ...researchRagDesign, treatments: [waiver, target] }
const saidIn = (document: (typeof documents)[number], design: Design): string =>
  JSON.stringify(buildDocument(document, contextFor(design, prices)).blocks)

describe.each(
  documents.filter(({ formats }) => isForPeople(formats)).map((document) => [document.id, document] as const),
)('what was accepted, in the document %s', (_, document) => {
  it('stands there with reason, owner, who signed, what makes up for it, and until when', () => {
    const text = saidIn(document, waived)
    for (const said of [waiver.reason, target.reason, waiver.owner, waiver.approver, waiver.compensating, waiver.until])
      expect(text).toContain(said)
  })

  it('is marked once it has run out', () => {
    expect(saidIn(document, { ...waived, treatments: [{ ...waiver, until: '2026-11-20' }] })).toContain('expired')
  })

  it('stays in the house when it is marked internal', () => {
    const text = saidIn(document, { ...waived, treatments: [{ ...waiver, internal: true }] })
    for (const secret of [waiver.reason, 'Ada Signs', 'Weekly review']) expect(text).not.toContain(secret)
  })

  it('changes nothing where nothing was accepted', () => {
    expect(saidIn(document, { ...waived, treatments: [{ ...waiver, response: 'dispute' }] })).not.toContain('Ada Signs')
  })
})

it('leaves alone what only programs read', () => {
  const [data] = documents.filter(({ formats }) => !isForPeople(formats))
  if (data === undefined) throw new Error('The cost lines are data')
  expect(saidIn(data, waived)).not.toContain(waiver.reason)
})
