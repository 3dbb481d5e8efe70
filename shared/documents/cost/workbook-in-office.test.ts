import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudy } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeDocument } from '../writers/index.ts'

const office = ['/usr/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) =>
  existsSync(path),
)
const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
/** A comma, quotes, UTF-8, all columns as they are, values as stored rather than as shown, every sheet in a file. */
const asStored = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

const folder = mkdtempSync(join(tmpdir(), 'lintel-workbook-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The workbook with the traffic doubled and without the values that came with its formulas: who opens it computes. */
async function doubled(design: Design): Promise<Uint8Array> {
  const outline = buildDocument(findDocument('cost-workbook')!, contextFor(design, prices))
  const zip = await JSZip.loadAsync(await writeDocument(outline, 'xlsx'))
  for (const [path, file] of Object.entries(zip.files)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(path)) continue
    const xml = (await file.async('string')).replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, '$1')
    zip.file(path, path.endsWith('sheet1.xml') ? xml.replace(/(<c r="B5"[^>]*>)<v>1<\/v>/, '$1<v>2</v>') : xml)
  }
  return zip.generateAsync({ type: 'uint8array' })
}

/** The rows of a sheet as LibreOffice writes them; no words of the cells that are read here hold a quote or a comma. */
const rowsOf = (number: number, sheet: string): readonly (readonly string[])[] =>
  readFileSync(join(folder, `${number}-${sheet}.csv`), 'utf8')
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1')))

describe.skipIf(office === undefined)('the cost workbook in LibreOffice (skipped where there is none)', () => {
  beforeAll(async () => {
    for (const [number, design] of templates.entries())
      writeFileSync(join(folder, `${number}.xlsx`), await doubled(design))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const files = templates.map((_, number) => join(folder, `${number}.xlsx`))
    execFileSync(office!, [profile, '--headless', '--convert-to', asStored, '--outdir', folder, ...files], {
      stdio: 'ignore',
    })
  }, 180_000)

  for (const [number, design] of templates.entries()) {
    it(`computes "${design.name}" with doubled traffic as the estimator does, within a cent`, (test) => {
      // A LibreOffice for texts and slides alone writes no sheets.
      if (!existsSync(join(folder, `${number}-Summary.csv`))) test.skip('LibreOffice Calc is not installed')
      const rows = rowsOf(number, 'Summary')
      const figureOf = (label: string): number => Number(rows.find(([first = '']) => first.startsWith(label))?.[1])
      const { estimate } = openStudy(design, { prices, today: '2026-11-21' }).compute(2)
      expect(rows.find(([first]) => first === 'Times the stated traffic')?.[1]).toBe('2')
      expect(figureOf('Technology')).toBeCloseTo(estimate.technologyUsdPerMonth.value, 2)
      expect(figureOf('People')).toBeCloseTo(estimate.peopleUsdPerMonth.value, 2)
      expect(figureOf('Together')).toBeCloseTo(estimate.totalUsdPerMonth.value, 2)
      expect(figureOf('Once')).toBeCloseTo(estimate.onceUsd.value, 2)
    })
  }

  it('has no cell with an error', (test) => {
    const sheets = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    if (sheets.length === 0) test.skip('LibreOffice Calc is not installed')
    expect(sheets.length).toBeGreaterThanOrEqual(4 * templates.length)
    for (const name of sheets)
      expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/(?:^|,)"?(?:#[A-Z/0!?]+|Err:\d+)"?(?:,|$)/m)
  })
})
