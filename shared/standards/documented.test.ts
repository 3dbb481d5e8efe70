import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import type { Design } from '../design/design.ts'
import { supportAgentDesign } from '../design/testing/fixtures.ts'
import { buildDocument, findDocument } from '../documents/index.ts'
import { contextFor } from '../documents/testing/context-for.ts'
import { writeDocument } from '../documents/writers/index.ts'
import { parseCondition } from '../graph/condition-text.ts'
import { rules } from '../rules.ts'
import { deviationOf, draftException } from './exception.ts'
import { buildStandardsSchema, printStandardsSchema, standardsSchemaPath } from './json-schema.ts'
import { printStandards } from './print-standards.ts'
import { readStandards } from './read-standards.ts'
import { house } from './testing/house.ts'

const at = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
const guide = at('docs/standards.md')
const [, example = ''] = /```json\n([\s\S]*?)```/u.exec(guide) ?? []
const read = readStandards(example, rules)
if (!read.ok) throw new Error(read.problems[0]?.sentence)
const standards = read.value
const prices = JSON.parse(at('resources/prices/price-book.json')) as object
const today = '2026-11-21'
const agent: Design = {
  ...supportAgentDesign,
  components: (supportAgentDesign.components ?? []).map((each) =>
    each.kind === 'llm-api' ? { ...each, product: 'anthropic/claude-sonnet-4.5' } : each,
  ),
}

describe('the guide', () => {
  it('has an example that is read without a remark and finds what it says', () => {
    expect(read.problems).toEqual([])
    const { findings } = analyse(agent, { prices, today, standards })
    const before = analyse(agent, { prices, today }).findings
    const told = findings.map(({ rule }) => rule)
    expect(told).toEqual(expect.arrayContaining(['HOUSE-02', 'STD-02']))
    expect(before.map(({ rule }) => rule)).not.toContain('STD-02')
    expect(told).not.toContain('LAT-05')
  })

  it('names conditions that can be read', () => {
    const forms = [...guide.matchAll(/`([^`\n]+)`/gu)].map(([, text = '']) => text)
    const conditions = forms.filter(
      (text) =>
        /^(kind|trait|product|name|tag|in|settings\.|encrypted|region|classification)\b.* (=|<=|<|in|>=) /u.test(
          text,
        ) || text.startsWith('in trust'),
    )
    expect(conditions.length).toBeGreaterThan(8)
    for (const text of conditions) expect([text, parseCondition(text)]).toMatchObject([text, { ok: true }])
  })
})

describe('the JSON Schema', () => {
  it('is the committed one', () => {
    expect(at(standardsSchemaPath)).toBe(printStandardsSchema())
  })

  it('takes what the reader takes, in text and in JSON, and refuses what it refuses', () => {
    const validate = new Ajv2020({ strict: false }).compile(buildStandardsSchema())
    for (const file of [house, JSON.parse(example), JSON.parse(printStandards(standards)), standards])
      expect([validate(file), validate.errors]).toEqual([true, null])
    expect(validate({ ...house, technologies: [{ name: 'A', status: 'maybe' }] })).toBe(false)
    expect(validate({ ...house, controls: [{ control: 'kill-switch', where: { knid: 'agent' } }] })).toBe(false)
  })
})

describe('an exception', () => {
  const { findings } = analyse(agent, { prices, today, standards })
  const deviating = findings.find(({ rule }) => rule === 'STD-02')
  if (deviating === undefined) throw new Error('nothing deviates')

  it('is filled in from the list and leaves the reason to whoever asks', () => {
    expect(
      draftException(
        deviating,
        {
          ...standards,
          technologies: [{ name: 'anthropic/*', status: 'forbidden', owner: 'Platform', approver: 'CTO' }],
        },
        today,
      ),
    ).toEqual({
      rule: 'STD-02',
      on: deviating.anchors,
      response: 'accept',
      reason: expect.stringMatching(/which is forbidden.*because \[why\]/u),
      owner: 'Platform',
      approver: 'CTO',
      until: '2027-05-20',
      basis: { severity: deviating.severity, facts: deviating.facts },
    })
    expect(deviationOf(deviating, standards)?.from).toBe('the technology list')
  })

  it('of a rule of a pack asks who approves for the pack, and there is none of a rule of the product', () => {
    const own = findings.find(({ rule }) => rule === 'HOUSE-02')
    expect(own && draftException(own, standards, today)?.approver).toBe('Architecture board')
    const other = findings.find(({ rule }) => rule === 'P-02')
    expect(other && draftException(other, standards, today)).toBeUndefined()
  })

  it('that was granted closes the finding until it ends', () => {
    const draft = draftException(deviating, standards, today)
    if (draft === undefined) throw new Error('no draft')
    const granted = { ...agent, treatments: [{ id: 't-granted', ...draft, approver: 'CTO' }] }
    const after = analyse(granted, { prices, today, standards })
    expect(after.findings.find(({ id }) => id === deviating.id)?.status).toBe('accepted')
    // A rule of the house is no unknown rule.
    expect(after.problems.filter(({ code }) => code === 'W22')).toEqual([])
    const later = analyse(granted, { prices, today: '2027-06-01', standards })
    expect(later.findings.find(({ id }) => id === deviating.id)?.status).toBe('open')
  })

  it('is a document that can be signed, for one finding or for all', async () => {
    const document = findDocument('exception-request')
    if (document === undefined) throw new Error('no document')
    const context = { ...contextFor(agent, prices), analysis: analyse(agent, { prices, today, standards }), standards }
    const all = String(await writeDocument(buildDocument(document, context), 'markdown'))
    expect(all).toContain(deviating.problem)
    expect(all).toContain('House rules 2026-10, rule HOUSE-02')
    const one = String(
      await writeDocument(buildDocument(document, { ...context, findingId: deviating.id }), 'markdown'),
    )
    expect(one).not.toContain('HOUSE-02')
    expect(String(await writeDocument(buildDocument(document, context), 'html'))).toContain('Architecture board')
  })
})

it('the threat model says what was not looked at, and why', async () => {
  const document = findDocument('threat-model')
  if (document === undefined) throw new Error('no document')
  const context = contextFor(agent, prices)
  const text = String(await writeDocument(buildDocument(document, { ...context, standards }), 'markdown'))
  expect(text).toContain('## Not looked at')
  expect(text).toContain('Latency is reviewed by another team.')
  expect(String(await writeDocument(buildDocument(document, context), 'markdown'))).not.toContain('## Not looked at')
})
