import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse, readGraph } from '../analyse.ts'
import type { Design } from '../design/design.ts'
import type { DocumentContext } from './document.ts'
import { buildDocument, buildForDecisions, documents } from './index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const today = '2026-11-21'
const template = JSON.parse(readFileSync('resources/templates/analyst-research-rag.lintel.json', 'utf8')) as Design
const inDollars: Design = { ...template, context: { ...template.context, monthlyBudgetUsd: 100 } }
const inEuros: Design = {
  ...inDollars,
  currency: { code: 'EUR', unitsPerUsd: { value: 0.86, source: 'ECB', asOf: '2026-11-20' } },
}

function contextOf(design: Design): DocumentContext {
  const analysis = analyse(design, { prices, today })
  return { design, graph: readGraph(design), analysis, date: today, authors: [] }
}

/** The documents for people; tables for machines keep USD and say so. */
function textOf(design: Design): string {
  const context = contextOf(design)
  const plain = documents.filter(({ perDecision, formats }) => perDecision !== true && formats.includes('html'))
  const decided = documents.filter(({ perDecision }) => perDecision === true)
  const outlines = [
    ...plain.map((each) => buildDocument(each, context)),
    ...decided.flatMap((each) => buildForDecisions(each, context)),
  ]
  return JSON.stringify(outlines)
}

describe('a design with a currency', () => {
  it('shows every amount of its documents in it, with the rate and its day', () => {
    const text = textOf(inEuros)
    expect(text).toContain('€')
    expect(text).toContain('shown in EUR at 0.86 a USD (ECB, 2026-11-20)')
    expect(text).not.toMatch(/\$\d/)
    expect(textOf(inDollars)).toMatch(/\$\d/)
    expect(textOf(inDollars)).not.toContain('€')
  })

  it('says its verdicts and findings in it, and computes the same', () => {
    const euros = contextOf(inEuros).analysis
    const dollars = contextOf(inDollars).analysis
    const sentences = ({ requirements, findings }: typeof euros): string =>
      [...requirements.map((each) => each.arithmetic), ...findings.map((each) => each.problem)].join(' ')
    expect(sentences(dollars)).toMatch(/\$\d/)
    expect(sentences(euros)).toContain('€')
    expect(sentences(euros)).not.toMatch(/\$\d/)
    expect(euros.estimate).toEqual(dollars.estimate)
    expect(euros.requirements.map(({ verdict }) => verdict)).toEqual(dollars.requirements.map(({ verdict }) => verdict))
  })

  it('falls back to USD with a warning when the rate is not known', () => {
    const design: Design = { ...inDollars, currency: { code: 'EUR', unitsPerUsd: { unknown: true } } }
    expect(contextOf(design).analysis.problems).toMatchObject([{ code: 'currency', level: 'warning' }])
    expect(textOf(design)).toMatch(/\$\d/)
  })
})
