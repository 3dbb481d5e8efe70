import { readFileSync, readdirSync } from 'node:fs'
import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { table } from '../blocks.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeCsv } from '../writers/csv.ts'
import { writeDocument } from '../writers/index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)

async function rowsOf(design: Design) {
  const document = findDocument('cost-lines')
  if (!document) throw new Error('no cost lines')
  const text = String(await writeDocument(buildDocument(document, contextFor(design, prices)), 'csv'))
  return csvParse(text.replace(/^\uFEFF/u, ''))
}
const total = (rows: Awaited<ReturnType<typeof rowsOf>>): number =>
  rows.filter((row) => row['ChargeFrequency'] !== 'One-Time').reduce((sum, row) => sum + Number(row['BilledCost']), 0)

describe('the cost lines', () => {
  it('of a month sum to the total, whatever the design', async () => {
    for (const design of templates) {
      const { totalUsdPerMonth } = contextFor(design, prices).analysis.estimate
      expect(total(await rowsOf(design))).toBeCloseTo(totalUsdPerMonth.value, 2)
    }
  })
  it('sum to it also when a component is internal, which is not named', async () => {
    const [design] = templates
    if (!design) throw new Error('no template')
    const [costly] = contextFor(design, prices).analysis.estimate.components.toSorted(
      (one, other) => other.usdPerMonth.value - one.usdPerMonth.value,
    )
    const hidden: Design = {
      ...design,
      components: (design.components ?? []).map((each) =>
        each.id === costly?.component ? { ...each, name: 'Secret desk', internal: true } : each,
      ),
    }
    const rows = await rowsOf(hidden)
    expect(total(rows)).toBeCloseTo(contextFor(design, prices).analysis.estimate.totalUsdPerMonth.value, 2)
    expect(JSON.stringify(rows)).not.toContain('Secret desk')
  })
  it('have the columns of the specification, its dates, and one price times one quantity where there is one', async () => {
    const rows = await rowsOf(templates[0] as Design)
    expect(rows.columns.slice(0, 4)).toEqual([
      'BilledCost',
      'BillingCurrency',
      'BillingPeriodStart',
      'BillingPeriodEnd',
    ])
    const priced = rows.filter((row) => row['PricingQuantity'] !== '')
    expect(priced.length).toBeGreaterThan(3)
    for (const row of priced) {
      const { BilledCost, ListUnitPrice, PricingQuantity } = row
      expect(Number(ListUnitPrice) * Number(PricingQuantity)).toBeCloseTo(Number(BilledCost), 4)
    }
    for (const row of rows) {
      expect(row['BillingPeriodStart']).toBe('2026-12-01T00:00:00Z')
      expect(row['BillingPeriodEnd']).toBe('2027-01-01T00:00:00Z')
    }
  })
  it('leave the cost of what nobody has priced empty, and say at least', async () => {
    const [design] = templates
    if (!design) throw new Error('no template')
    const components = (design.components ?? []).map((each) =>
      each.kind === 'llm-api' ? { ...each, product: 'nobody/sells-it', settings: {} } : each,
    )
    const open = (await rowsOf({ ...design, components })).filter((row) => row['x_Completeness'] !== 'complete')
    expect(open.length).toBeGreaterThan(0)
    for (const row of open) {
      expect(row['x_Completeness']).toMatch(/^at least/)
      expect(row['BilledCost']).not.toBe('0')
    }
  })
})

describe('comma-separated values', () => {
  it('keep commas, quotes and lines inside a cell, and never run as a formula', () => {
    const blocks = [
      table(
        ['Name', 'Sum'],
        [
          ['=1+2', '-5'],
          ['a "b", c\nd', '@x'],
        ],
      ),
    ]
    const text = writeCsv({ id: 'x', title: 'X', authors: [], date: '2026-11-21', blocks, footer: '' })
    expect(text).toBe(`\uFEFFName,Sum\r\n'=1+2,-5\r\n"a ""b"", c\nd",'@x\r\n`)
  })
})
