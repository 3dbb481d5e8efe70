import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design, Requirement } from '../../design/design.ts'
import { findMetric, metrics } from '../../requirements/metrics/index.ts'
import { qualityOf } from '../../requirements/requirement-quality.ts'
import { qualityModel } from '../../requirements/quality-model.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeCsv } from '../writers/csv.ts'
import { isUncovered, traceRequirements } from './trace-requirements.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const research = JSON.parse(readFileSync('resources/templates/analyst-research-rag.lintel.json', 'utf8')) as Design
const trace = (design: Design) => {
  const { graph, analysis } = contextFor(design, prices)
  return traceRequirements(graph, analysis)
}
const requirement = (id: string, more: Partial<Requirement>): Requirement => ({
  id,
  metric: 'latency.full',
  is: '<=',
  target: 8000,
  priority: 'must',
  ...more,
})

describe('the way from a requirement to what answers for it', () => {
  it('has every requirement once, in the order of the file', () => {
    expect(trace(research).map((row) => row.requirement.id)).toEqual(research.requirements?.map(({ id }) => id))
  })

  it('finds elements, decisions, evidence and the measure that it holds', () => {
    const [first] = research.requirements ?? []
    if (first === undefined) throw new Error('no requirement')
    const design: Design = {
      ...research,
      framing: { measures: [{ id: 'm', name: 'Minutes', requirement: first.id }] },
      requirements: [{ ...first, evidence: [{ title: 'Trial: 0.9', date: '2026-11-01' }] }],
      decisions: [
        { id: 'adr-x', name: 'Stream answers', number: 1, status: 'accepted', options: [], drivers: [first.id] },
        { id: 'adr-y', name: 'Elsewhere', number: 2, status: 'accepted', options: [] },
      ],
    }
    const [row] = trace(design)
    expect(row?.elements.length).toBeGreaterThan(1)
    expect(row?.decisions.map(({ id }) => id)).toEqual(['adr-x'])
    expect(row?.evidence).toHaveLength(1)
    expect(row?.measures.map(({ id }) => id)).toEqual(['m'])
    expect(row?.gaps).not.toContain('decision')
  })

  it('says what is missing, and calls uncovered what nothing answers for or nobody can judge', () => {
    const design: Design = {
      ...research,
      requirements: [
        requirement('gone', { on: ['nowhere'] }),
        requirement('open', { target: { unknown: true } }),
        requirement('measured', { metric: 'quality.recall', is: '>=', target: 0.9 }),
        requirement('fine', { target: 1e9, owner: 'Head of Research' }),
      ],
    }
    const rows = trace(design)
    expect(rows.map(({ gaps }) => gaps)).toEqual([
      ['elements', 'verdict', 'decision', 'owner'],
      ['verdict', 'decision', 'owner'],
      ['verdict', 'decision', 'evidence', 'owner'],
      ['decision'],
    ])
    expect(rows.map(isUncovered)).toEqual([true, true, true, false])
  })

  it('names open findings of the rules that watch its topic, on its own elements alone', () => {
    for (const { findings, rules, elements } of trace(research)) {
      for (const finding of findings) {
        expect(rules).toContain(finding.rule)
        expect(finding.elements.some((id) => elements.includes(id))).toBe(true)
      }
    }
  })

  it('gives every metric rules that watch it', () => {
    const design: Design = {
      ...research,
      requirements: metrics.map(({ id, usual }) => ({ ...requirement(id, {}), metric: id, ...usual })),
    }
    for (const row of trace({ ...design, decisions: [] }))
      expect(row.rules.length, row.requirement.metric).toBeGreaterThan(0)
    expect(qualityOf(requirement('r', { category: 'safety' }))).toBe('safety')
    expect(qualityModel.some(({ id }) => id === 'safety')).toBe(true)
    expect(findMetric('latency.full')?.category).toBe(qualityOf(requirement('r', {})))
  })
})

it('is written as one line a requirement, and as a document with the arithmetic', () => {
  const context = contextFor(research, prices)
  const build = (id: string) => {
    const document = findDocument(id)
    if (document === undefined) throw new Error('not registered')
    return buildDocument(document, context)
  }
  const csv = writeCsv(build('traceability-matrix'))
  const lines = csv.trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFId,Requirement,Scenario,Quality,Priority,Verdict,.*,Missing,Accepted$/)
  expect(lines).toHaveLength(1 + (research.requirements?.length ?? 0))
  expect(csv).toContain('Head of Research')
  // Verdicts in the words of every other document.
  expect(csv).not.toContain(',atRisk,')
  expect(csv).toContain(',at risk,')
  const document = JSON.stringify(build('traceability'))
  for (const { arithmetic } of context.analysis.requirements)
    expect(document).toContain(JSON.stringify(arithmetic.replaceAll('\u202f', '\u00a0')).slice(1, -1))
})
