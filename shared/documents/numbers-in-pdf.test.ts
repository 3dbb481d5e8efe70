import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { buildDocument, contextsFor, documents } from './index.ts'
import { contextFor } from './testing/context-for.ts'
import { readBack } from './testing/read-back.ts'
import { readFigures } from './testing/read-figures.ts'
import { writeDocument } from './writers/index.ts'

const engine = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const reader = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext', '/opt/homebrew/bin/pdftotext'].find((path) =>
  existsSync(path),
)
const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)

const folder = mkdtempSync(join(tmpdir(), 'lintel-pdf-'))

/** Lines of a PDF end anywhere: without spaces its words are those of the page. */
const run = (text: string): string => text.replaceAll(/\s/gu, '')

/** Figures of one text that do not stand in another. */
function missingIn(text: string, figuresOf: readonly string[]): readonly string[] {
  const all = run(text)
  return figuresOf
    .flatMap((part) => readFigures(part).map((each) => each.text))
    .filter((each) => !all.includes(run(each)))
}

describe.skipIf(engine === undefined || reader === undefined)('PDF (skipped without Chromium or pdftotext)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: engine!, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  it.each(templates.map((design) => [design.name, design] as const))(
    'of "%s" says the figures of the page that is printed, and no others',
    async (_name, design) => {
      const context = contextFor(design, prices)
      const page = await browser.newPage()
      for (const document of documents.filter(({ formats }) => formats.includes('pdf'))) {
        for (const own of contextsFor(document, context)) {
          const html = String(await writeDocument(buildDocument(document, own), 'pdf'))
          await page.setContent(html)
          const path = join(folder, 'one.pdf')
          await page.pdf({ path, preferCSSPageSize: true })
          const printed = execFileSync(reader!, ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
          const { passages } = await readBack(html, 'pdf')
          expect(missingIn(printed, passages), document.id).toEqual([])
          expect(missingIn(passages.join('\n'), [printed]), document.id).toEqual([])
        }
      }
      await page.close()
    },
  )
})
