import { readFileSync, readdirSync } from 'node:fs'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStudy, readGraph } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import { researchRagDesign, supportAgentDesign } from '../../design/testing/fixtures.ts'
import { arrow, box, data, miniDesign } from '../../findings/testing/mini-design.ts'
import { buildLineage } from '../../graph/build-lineage.ts'
import { modelInventory } from '../inventory.ts'
import { thirdPartyRegister } from '../third-parties.ts'
import { buildAiBom } from './build-ai-bom.ts'
import type { CycloneDx } from './cyclonedx.ts'
import { serialNumberOf } from './serial-number.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design] as const)
const schema = new Validation.JsonStrictValidator(Spec.Version.v1dot6)

function billOf(design: Design, timestamp = '2026-11-21T00:00:00Z'): CycloneDx {
  const numbers = openStudy(design, { prices, today: '2026-11-21' }).compute()
  const graph = readGraph(design)
  const lineage = buildLineage(graph)
  return buildAiBom({
    graph,
    inventory: modelInventory(graph, lineage, numbers.estimate),
    register: thirdPartyRegister(graph, lineage, numbers.estimate).rows,
    requirements: numbers.requirements,
    properties: [{ name: 'lintel:tier', value: 'open' }],
    timestamp,
    authors: ['A. Architect'],
  })
}

const trained = miniDesign({
  summary: 'Scores payments',
  components: [
    box('c-app', 'orchestrator'),
    box('c-score', 'ml-endpoint', { owner: 'Science' }),
    box('c-train', 'training-job'),
    box('c-llm', 'llm-api', { product: 'openai/gpt-4.1', settings: { pinned: true } }),
    box('c-clerk', 'human-review'),
    box('c-away', 'llm-api', { outOfScope: 'Later' }),
  ],
  flows: [
    arrow('c-app', 'c-score', { request: { data: ['d-pay'] } }),
    arrow('c-train', 'c-score', { mode: 'offline', request: { data: ['d-history'] } }),
    arrow('c-app', 'c-llm', { request: { data: ['d-pay'] }, response: { data: ['d-note'] }, authentication: 'oauth2' }),
    arrow('c-app', 'c-clerk'),
    arrow('c-app', 'c-away'),
  ],
  data: [
    data('d-pay', { classification: 'confidential', personal: 'personal', owner: 'Payments' }),
    data('d-history', { personal: 'special' }),
    data('d-note'),
  ],
})

describe('the AI-BOM', () => {
  it.each([
    ...templates,
    ['research-rag', researchRagDesign] as const,
    ['support-agent', supportAgentDesign] as const,
    ['trained', trained] as const,
    ['empty', miniDesign({})] as const,
  ])('of %s is valid against the official schema of CycloneDX 1.6', async (_name, design) => {
    expect(await schema.validate(JSON.stringify(billOf(design)))).toBeNull()
  })

  it('is refused by that schema when a field is wrong, so the test can fail', async () => {
    const bill = billOf(trained)
    expect(await schema.validate(JSON.stringify({ ...bill, serialNumber: '9' }))).not.toBeNull()
    expect(
      await schema.validate(JSON.stringify({ ...bill, components: [{ type: 'model', name: 'x' }] })),
    ).not.toBeNull()
  })

  it('stays valid whatever people write', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, owner, notes) => {
        const components = trained.components!.map((each) => ({ ...each, name: `x${name}`, owner, notes }))
        expect(await schema.validate(JSON.stringify(billOf({ ...trained, components, summary: notes })))).toBeNull()
      }),
      { numRuns: 12 },
    )
  })

  it('has a model with its card, apart from the service behind it', () => {
    const bill = billOf(trained)
    const model = bill.components.find((each) => each['bom-ref'] === 'c-llm')
    expect(model).toMatchObject({
      type: 'machine-learning-model',
      supplier: { name: 'OpenAI' },
      name: 'GPT-4.1',
      version: 'gpt-4.1',
      modelCard: { modelParameters: { task: 'text-generation' } },
      properties: [
        { name: 'lintel:hosting', value: 'vendor' },
        { name: 'lintel:pinned', value: 'true' },
      ],
    })
    expect(bill.services).toEqual([
      {
        'bom-ref': 'service:c-llm',
        provider: { name: 'OpenAI' },
        name: 'GPT-4.1',
        description: expect.any(String) as string,
        authenticated: true,
        data: [
          { flow: 'outbound', classification: 'unknown', name: 'Note' },
          { flow: 'inbound', classification: 'confidential', name: 'Pay' },
        ],
      },
    ])
    expect(bill.dependencies.find(({ ref }) => ref === 'c-llm')?.dependsOn).toEqual(['service:c-llm'])
  })

  it('names training data alone as data sets of a model', () => {
    const score = billOf(trained).components.find((each) => each['bom-ref'] === 'c-score')
    expect(score?.modelCard?.modelParameters?.datasets).toEqual([{ ref: 'd-history' }])
  })

  it('lists data with class, people and owner, and leaves out people and what is out of scope', () => {
    const { components } = billOf(trained)
    expect(components.find((each) => each['bom-ref'] === 'd-pay')?.data).toEqual([
      {
        type: 'dataset',
        name: 'Pay',
        classification: 'confidential',
        sensitiveData: ['personal data'],
        governance: { owners: [{ organization: { name: 'Payments' } }] },
      },
    ])
    expect(components.map((each) => each['bom-ref'])).toEqual([
      'c-app',
      'c-llm',
      'c-score',
      'c-train',
      'd-pay',
      'd-history',
      'd-note',
    ])
  })

  it('refers only to what it lists, each name once', () => {
    for (const [, design] of [...templates, ['', trained] as const]) {
      const bill = billOf(design)
      const refs = [
        bill.metadata.component['bom-ref'],
        ...bill.components.map((each) => each['bom-ref']),
        ...bill.services.map((each) => each['bom-ref']),
      ]
      expect(new Set(refs).size).toBe(refs.length)
      for (const { ref, dependsOn } of bill.dependencies)
        for (const each of [ref, ...dependsOn]) expect(refs).toContain(each)
    }
  })

  it('gives results of evaluations, and never a target for a result', () => {
    const results = billOf(templates.find(([name]) => name.startsWith('real-time'))![1])
    const metrics = results.components.flatMap((each) => each.modelCard?.quantitativeAnalysis?.performanceMetrics ?? [])
    expect(metrics.length).toBeGreaterThan(0)
    const untested = billOf(templates.find(([name]) => name.startsWith('analyst'))![1])
    expect(untested.components.flatMap((each) => each.modelCard?.quantitativeAnalysis ?? [])).toEqual([])
  })

  it('has a serial number that its content decides, not the hour', () => {
    const bill = billOf(trained)
    expect(billOf(trained)).toEqual(bill)
    expect(billOf(trained, '2027-01-01T00:00:00Z').serialNumber).toBe(bill.serialNumber)
    expect(billOf({ ...trained, name: 'Other' }).serialNumber).not.toBe(bill.serialNumber)
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const many = new Set(Array.from({ length: 20_000 }, (_, at) => serialNumberOf(`bill ${at}`)))
    expect(many.size).toBe(20_000)
  })
})
