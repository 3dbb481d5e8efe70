import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openStudy } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import { researchRagDesign, supportAgentDesign } from '../../design/testing/fixtures.ts'
import { buildDocument, findDocument } from '../index.ts'
import { openSheets } from '../testing/compute-sheets.ts'
import { contextFor } from '../testing/context-for.ts'
import { partsOf } from '../testing/office-parts.ts'
import { writeDocument } from '../writers/index.ts'
import { followTraffic } from './priced-quantities.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)

async function sheetsOf(design: Design) {
  const outline = buildDocument(findDocument('cost-workbook')!, contextFor(design, prices))
  return openSheets(await partsOf((await writeDocument(outline, 'xlsx')) as Uint8Array))
}

describe('the cost workbook, read and computed by another', () => {
  for (const design of [researchRagDesign, supportAgentDesign, ...templates]) {
    it(`gives the estimator's total of "${design.name}" within a cent, also at other traffic`, async () => {
      const sheets = await sheetsOf(design)
      const study = openStudy(design, { prices, today: '2026-11-21' })
      for (const traffic of [1, 2, 10]) {
        sheets.set('Summary', 'B5', traffic)
        const { estimate } = study.compute(traffic)
        expect(Number(sheets.at('Summary', 'B8'))).toBeCloseTo(estimate.technologyUsdPerMonth.value, 2)
        expect(Number(sheets.at('Summary', 'B9'))).toBeCloseTo(estimate.peopleUsdPerMonth.value, 2)
        expect(Number(sheets.at('Summary', 'B10'))).toBeCloseTo(estimate.totalUsdPerMonth.value, 2)
      }
    })
  }

  it('follows a price that is changed', async () => {
    const sheets = await sheetsOf(supportAgentDesign)
    const before = Number(sheets.at('Summary', 'B10'))
    const price = Number(sheets.at('Prices', 'B3'))
    const taken = Array.from({ length: 60 }, (_, row) => row + 3).filter(
      (row) => sheets.at('Lines', `G${row}`) === price,
    )
    const quantity = taken.reduce((sum, row) => sum + Number(sheets.at('Lines', `E${row}`)), 0)
    sheets.set('Prices', 'B3', price * 2)
    expect(quantity).toBeGreaterThan(0)
    expect(Number(sheets.at('Summary', 'B10')) - before).toBeCloseTo(quantity * price, 2)
  })

  it('keeps components apart whose names are conditions of a spreadsheet', async () => {
    const names = ['>0', '*', '=A1', '<>', 'Model?', 'model?']
    const design: Design = {
      ...supportAgentDesign,
      components: supportAgentDesign.components!.map((component, index) => ({
        ...component,
        name: names[index % names.length]!,
      })),
    }
    const sheets = await sheetsOf(design)
    const rows = Array.from({ length: 40 }, (_, row) => row + 12)
    const start = rows.find((row) => sheets.at('Summary', `A${row}`) === 'Component')!
    const parts = rows.filter((row) => row > start && names.includes(String(sheets.at('Summary', `A${row}`))))
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.reduce((sum, row) => sum + Number(sheets.at('Summary', `B${row}`)), 0)).toBeCloseTo(
      Number(sheets.at('Summary', 'B10')),
      2,
    )
  })

  it('counts what is internal without naming it', async () => {
    const hidden = supportAgentDesign.components!.find(({ kind }) => kind === 'llm')!
    const design: Design = {
      ...supportAgentDesign,
      components: supportAgentDesign.components!.map((component) =>
        component === hidden ? { ...component, name: 'Nightjar', internal: true } : component,
      ),
    }
    const sheets = await sheetsOf(design)
    sheets.set('Summary', 'B5', 2)
    expect(Number(sheets.at('Summary', 'B10'))).toBeCloseTo(
      openStudy(design, { prices, today: '2026-11-21' }).compute(2).estimate.totalUsdPerMonth.value,
      2,
    )
    const outline = buildDocument(findDocument('cost-workbook')!, contextFor(design, prices))
    expect(JSON.stringify(outline)).not.toContain('Nightjar')
  })
})

it('repeats the heads of its lists on every printed page, and never shows a point that nothing follows', async () => {
  const outline = buildDocument(findDocument('cost-workbook')!, contextFor(supportAgentDesign, prices))
  const parts = await partsOf((await writeDocument(outline, 'xlsx')) as Uint8Array)
  for (const name of ['Lines', 'Assumptions', 'Prices', 'Steps'])
    expect(parts.get('xl/workbook.xml')).toContain(`>&#39;${name}&#39;!$1:$2</definedName>`)
  for (const [path, text] of parts)
    for (const [, code = ''] of (text ?? '').matchAll(/formatCode="([^"]*)"/g))
      expect(code, path).not.toMatch(/\.#|\.(;|$)/)
})

it('has a sheet of steps only where a quantity takes some', async () => {
  const text = readFileSync('resources/templates/real-time-fraud-scoring.lintel.json', 'utf8')
  const outline = buildDocument(findDocument('cost-workbook')!, contextFor(JSON.parse(text) as Design, prices))
  const parts = await partsOf((await writeDocument(outline, 'xlsx')) as Uint8Array)
  expect([...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'Summary',
    'Lines',
    'Assumptions',
    'Prices',
  ])
})

describe('how a quantity follows the traffic', () => {
  it('is a straight line only where every traffic lies on it', () => {
    expect(followTraffic([10, 20, 30], [1, 2, 3])).toEqual({ fixed: 0, perTraffic: 10 })
    expect(followTraffic([7, 7, 7], [1, 2, 3])).toEqual({ fixed: 7, perTraffic: 0 })
    expect(followTraffic([12, 22, 32], [1, 2, 3])).toEqual({ fixed: 2, perTraffic: 10 })
    expect(followTraffic([1, 1, 2], [1, 2, 3])).toBeUndefined()
  })
})
