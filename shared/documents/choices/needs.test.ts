import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { researchRagDesign } from '../../design/testing/fixtures.ts'
import type { DocumentContext } from '../document.ts'
import { buildDocument, documents, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { answerPlaces, needsOf } from './needs.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const read = (design: Design): DocumentContext => ({ ...contextFor(design, prices), authors: design.authors ?? [] })
const context = read(researchRagDesign)
const keysOf = (id: string, given: DocumentContext = context): readonly string[] =>
  needsOf(findDocument(id)!, given).map(({ key }) => key)

describe('what a document needs', () => {
  it('is what it has words for, and no more', () => {
    expect(keysOf('deck')).toEqual(expect.arrayContaining(['authors', 'framing.problem']))
    expect(keysOf('deck').filter((key) => key.endsWith('.owner'))).toEqual([])
    expect(keysOf('runbook')).toContain('components.llm.owner')
    expect(keysOf('runbook')).not.toContain('framing.problem')
    expect(keysOf('adr', { ...context, decisionId: 'adr-1' })).toContain('decisions.adr-1.context')
  })

  it('asks nothing for files that programs read', () => {
    for (const id of ['threat-dragon', 'otm', 'threat-table']) expect(keysOf(id)).toEqual([])
  })

  it('asks for no client where the look of the files names one', () => {
    const { client: _client, ...nameless } = researchRagDesign
    expect(keysOf('deck', read(nameless))).toContain('client')
    expect(keysOf('deck', { ...read(nameless), brand: { client: 'Nordbank' } })).not.toContain('client')
  })

  it('is not asked for what is marked internal', () => {
    const components = researchRagDesign.components!.map((one) => (one.id === 'llm' ? { ...one, internal: true } : one))
    expect(keysOf('runbook', read({ ...researchRagDesign, components }))).not.toContain('components.llm.owner')
  })

  it('asks for the owner and the day of an open condition, and for the signature under a waiver', () => {
    const design: Design = {
      ...researchRagDesign,
      treatments: [{ id: 't-1', rule: 'requirement', on: ['r-first'], response: 'accept', reason: 'Known.' }],
    }
    expect(keysOf('deck', read(design))).toEqual(
      expect.arrayContaining(['treatments.t-1.approver', 'treatments.t-1.until']),
    )
  })

  it('is nothing any more once everything has been answered, in every document', () => {
    for (const document of documents.filter(({ perDecision }) => perDecision !== true)) {
      const needs = needsOf(document, context)
      const words = (type: string): string => (type === 'date' ? '2027-03-01' : 'Anna Berg, Tom Okafor')
      const answered = answerPlaces(
        researchRagDesign,
        needs.map((place) => ({ place, words: words(place.type) })),
      )
      expect(needsOf(document, read(answered)).filter(({ key }) => needs.some((need) => need.key === key))).toEqual([])
    }
  })
})

describe('an answer', () => {
  it('goes to its place, several names as a list, and empty ones nowhere', () => {
    const places = needsOf(findDocument('deck')!, context)
    const answers = places.map((place) => ({ place, words: place.type === 'names' ? 'A. Berg, T. Okafor' : ' ' }))
    const design = answerPlaces(researchRagDesign, answers)
    expect(design.authors).toEqual(['A. Berg', 'T. Okafor'])
    expect(design.framing).toEqual(researchRagDesign.framing)
  })

  it('shares what it does not touch with the design before', () => {
    const place = needsOf(findDocument('runbook')!, context).find(({ key }) => key === 'components.llm.owner')!
    const design = answerPlaces(researchRagDesign, [{ place, words: 'Platform team' }])
    expect(design.components!.find(({ id }) => id === 'llm')!.owner).toBe('Platform team')
    expect(design.components!.find(({ id }) => id === 'api')).toBe(
      researchRagDesign.components!.find(({ id }) => id === 'api'),
    )
    expect(JSON.stringify(buildDocument(findDocument('runbook')!, read(design)))).toContain('Platform team')
  })
})
