import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requirementRule, type Design, type Treatment } from '../design/design.ts'
import { researchRagDesign, supportAgentDesign } from '../design/testing/fixtures.ts'
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

describe.each(
  documents.filter(({ formats }) => !isForPeople(formats)).map((document) => [document.id, document] as const),
)('what was accepted, in the data of %s', (id, document) => {
  const model = researchRagDesign.components!.find(
    ({ product }) => typeof product === 'string' && product.startsWith('anthropic/'),
  )!
  const onModel: Treatment = { ...waiver, id: 't-model', rule: 'SUP-04', on: [model.id] }
  const said = (treatments: readonly Treatment[]): string => {
    const { blocks, data } = buildDocument(document, contextFor({ ...waived, treatments }, prices))
    return JSON.stringify([blocks, data])
  }

  it('stands at what it is about, with who signed and until when', () => {
    const text = said([waiver, target, onModel])
    expect(text).toContain('The pilot has one department. Compensating control: Weekly review of who asked what.')
    expect(text).toContain('Signed by Ada Signs, until 2027-03-31.')
    expect(said([{ ...onModel, until: '2026-11-20' }, waiver])).toContain('until 2026-11-20, which has passed.')
  })

  it('stays in the house when it is marked internal, and has no cell of its own then', () => {
    const text = said([{ ...onModel, internal: true }])
    expect(text).not.toContain('Ada Signs')
    expect(text).not.toContain(onModel.id)
    // What carries the design itself holds its records, ids and all.
    const carries = document.carriesDesign === true
    expect([id, said([waiver, target, onModel]).includes('t-waived')]).toEqual([id, carries])
  })
})

it('is said to have a name and an end only where each has both', () => {
  const deck = documents.find(({ id }) => id === 'deck')!
  expect(saidIn(deck, waived)).toContain('2 risks and targets have been accepted by name, each until a day')
  const { approver: _, ...unsigned } = waiver
  expect(saidIn(deck, { ...waived, treatments: [unsigned, target] })).toContain(
    '2 risks and targets have been accepted, 1 of them with no name or end, or past it',
  )
})

describe('the subject of a waiver', () => {
  const record = documents.find(({ id }) => id === 'threat-model')!

  it('is a rule in words, also when nothing is found any more', () => {
    const gone: Treatment = { ...waiver, rule: 'REL-04', on: ['portal'] }
    expect(saidIn(record, { ...waived, treatments: [gone] })).toMatch(/"[A-Z][^"]+ \(REL-04, [^"]+\)"/)
  })

  it('has the number that the report gives the threat', () => {
    const { analysis } = contextFor(supportAgentDesign, prices)
    const [first] = analysis.findings.filter(({ lenses }) => lenses.includes('threat'))
    const treatments = [{ ...waiver, rule: first!.rule, on: first!.anchors }]
    const text = saidIn(record, { ...supportAgentDesign, treatments })
    const heading = new RegExp(`"(T\\d+)\\. ${first!.title}"`).exec(text)?.[1]
    expect(heading).not.toBe('T1')
    expect(text.split('"Accepted risks"')[1]).toContain(`{"type":"strong","text":"${heading}"}`)
    expect(text).toContain('Accepted: The pilot has one department. Signed by Ada Signs until 2027-03-31.')
  })

  it('is left out where it is about a variant that is not shown', () => {
    const other = { ...waiver, variant: 'v-other' }
    expect(saidIn(record, { ...waived, treatments: [other] })).not.toContain('Ada Signs')
  })
})
