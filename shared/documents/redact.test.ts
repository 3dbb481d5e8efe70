import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { supportAgentDesign as base } from '../design/testing/fixtures.ts'
import { buildDocument, documents } from './index.ts'
import type { Outline } from './outline.ts'
import { redact } from './redact.ts'
import { contextFor } from './testing/context-for.ts'
import { outlineOf } from './testing/outline-of.ts'
import { writeDocument } from './writers/index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const internal = true
const agent = base.components!.find(({ kind }) => kind === 'agent')!
const boundary = base.boundaries!.at(-1)!.id

/** One of everything that can be marked internal, each called after the same animal, ids and all. */
const hiding: Design = {
  ...base,
  boundaries: [...base.boundaries!, { id: 'okapi-in', name: 'Okapi enclave', trust: 90, internal, region: 'okapi-1' }],
  components: [
    ...base.components!,
    { id: 'okapi-model', name: 'Okapi model', kind: 'llm-api', in: boundary, internal, product: 'openai/gpt-4.1' },
    { id: 'okapi-store', name: 'Okapi store', kind: 'vector-store', in: 'okapi-in', holds: ['okapi-data'] },
  ],
  flows: [
    ...base.flows!,
    { id: 'okapi-asks', name: 'asks the okapi', from: agent.id, to: 'okapi-model', authentication: 'apiKey' },
    { id: 'okapi-reads', from: agent.id, to: 'okapi-store', response: { data: ['okapi-data'] }, does: ['read'] },
    {
      id: 'okapi-starts',
      name: 'okapi starts',
      from: base.flows![0]!.from,
      to: base.flows![0]!.to,
      request: { data: ['okapi-data'] },
      internal,
    },
  ],
  data: [
    ...base.data!,
    { id: 'okapi-data', name: 'Okapi ledger', classification: 'restricted', personal: 'special', internal },
  ],
  identities: [
    ...base.identities!,
    { id: 'okapi-who', name: 'Okapi identity', type: 'service', credential: 'longLived', internal },
  ],
  controls: [
    { id: 'okapi-guard', name: 'Okapi guard', type: 'human-approval', on: [agent.id], status: 'planned', internal },
  ],
  actions: [...base.actions!, { id: 'okapi-action', name: 'Feed the okapi', starts: 'okapi-starts', internal }],
  workloads: [
    ...base.workloads!,
    { id: 'okapi-load', name: 'Okapi load', mix: { 'okapi-action': 1 }, arrivals: { rate: 900, per: 'day' }, internal },
  ],
  requirements: [
    ...base.requirements!,
    { id: 'okapi-r', name: 'Okapi cost', metric: 'cost.month', is: '<=', target: 1, priority: 'must', internal },
  ],
  framing: {
    problem: 'Cases wait.',
    measures: [{ id: 'm', name: 'Time', requirement: 'okapi-r' }],
    answers: [
      { id: 'a', name: 'Okapi answer', action: 'okapi-action', wrong: 'okapi lost', fallback: 'okapi again' },
      { id: 'b', name: 'Case answer', action: base.actions![0]!.id, fallback: 'The Okapi model answers' },
    ],
  },
  decisions: [
    {
      id: 'd-open',
      name: 'A person approves',
      number: 1,
      status: 'accepted',
      options: [],
      about: [agent.id, 'okapi-model'],
      drivers: ['okapi-r'],
      people: { informed: ['Keepers of the Okapi model'] },
    },
    { id: 'okapi-d', name: 'Buy an okapi', number: 9, status: 'accepted', options: [], because: 'okapi', internal },
  ],
  treatments: [
    { id: 'okapi-t', rule: 'P-02', on: [agent.id], response: 'accept', reason: 'okapi', approver: 'Okapi', internal },
    { id: 'open-t', rule: 'SUP-04', on: ['okapi-model'], response: 'accept', reason: 'Pinned later', approver: 'Ada' },
  ],
  risks: [{ id: 'okapi-risk', statement: 'The okapi runs', about: [agent.id], internal }],
  assumptions: [{ id: 'okapi-as', statement: 'Okapi eats', about: [agent.id], status: 'open', internal }],
  questions: [{ id: 'okapi-q', text: 'Which okapi?', about: { on: agent.id }, ask: 'Okapi', internal }],
  views: [...(base.views ?? []), { id: 'okapi-view', name: 'Okapi view', internal }],
  variants: [{ id: 'okapi-v', name: 'Okapi variant', type: 'option', changes: {}, internal }],
}

describe.each(documents.map((document) => [document.id, document] as const))('the document %s', (_, document) => {
  it('says nothing of an element that is internal, in any format', async () => {
    const outline = buildDocument(document, contextFor(hiding, prices))
    expect(JSON.stringify(outline)).not.toMatch(/okapi/i)
    for (const format of document.formats) {
      if (format !== 'pptx' && format !== 'pdf')
        expect(String(await writeDocument(outline, format))).not.toMatch(/okapi/i)
    }
  })
})

describe('redact', () => {
  const ofOkapi = (words: string): Outline =>
    outlineOf({ type: 'paragraph', text: [words, { type: 'strong', text: 'Okapi' }] })

  it('takes the article along, and begins sentences with a capital', () => {
    const { blocks } = redact(ofOkapi('Ask the Okapi. Okapi knows, as an okapi does: '), ['Okapi'])
    expect(blocks).toEqual([
      {
        type: 'paragraph',
        text: [
          'Ask an internal element. An internal element knows, as an internal element does: ',
          { type: 'strong', text: 'an internal element' },
        ],
      },
    ])
  })

  it('leaves words alone that only contain the name', () => {
    expect(redact(ofOkapi('Okapis'), ['Okapi']).blocks[0]).toMatchObject({ text: ['Okapis', {}] })
  })
})
