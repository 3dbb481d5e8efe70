import { readFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { supportAgentDesign } from '../design/testing/fixtures.ts'
import type { Brand } from './brand.ts'
import { buildDocument, contextsFor, documents } from './index.ts'
import { deckParts, deckPlans, zipped } from './testing/brand-files.ts'
import { wordParts } from './testing/brand-word-file.ts'
import { contextFor } from './testing/context-for.ts'
import { filesInside, partsOf } from './testing/office-parts.ts'
import { writeDocument } from './writers/index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const office = new Set(['docx', 'pptx', 'xlsx'])

/** What Office keeps of whoever made a template: their name, their company, the machine that it lay on. */
const madeBy =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jane Templateauthor</dc:creator><cp:lastModifiedBy>Jane Templateauthor</cp:lastModifiedBy></cp:coreProperties>'
const traces: readonly RegExp[] = [
  /Templateauthor/,
  /file:\/\/|[A-Z]:[\\/](?:Users|Documents)|\/(?:home|Users|tmp|root)\//,
  ...[fileURLToPath(new URL('../..', import.meta.url)), hostname()].map(
    (word) => new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
  ),
  // A name such as "root" is a word of its own in many a file.
  new RegExp(`(?:creator|lastModifiedBy|Author|Company)>${userInfo().username}<`, 'i'),
]

it('no file of any format says who made it but its authors, or where anything lies', async () => {
  const [plan] = Object.values(deckPlans)
  const brand: Brand = {
    client: 'Nordbank',
    presentation: {
      fileName: 'house.potx',
      bytes: await zipped({ ...deckParts(plan!), 'docProps/core.xml': madeBy }),
    },
    wordFile: { fileName: 'house.dotx', bytes: await zipped({ ...wordParts(), 'docProps/core.xml': madeBy }) },
  }
  for (const context of [
    contextFor(supportAgentDesign, prices),
    { ...contextFor(supportAgentDesign, prices), brand },
  ]) {
    for (const document of documents) {
      const [own] = contextsFor(document, context)
      if (own === undefined) continue
      const outline = buildDocument(document, own)
      for (const format of document.formats) {
        const written = await writeDocument(outline, format)
        const texts = typeof written === 'string' ? [written] : office.has(format) ? await textsOf(written) : []
        for (const text of texts)
          for (const trace of traces) expect(trace.exec(text)?.[0], `${document.id} as ${format}`).toBeUndefined()
      }
    }
  }
})

async function textsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const inner = await Promise.all((await filesInside(bytes)).map(textsOf))
  return [...(await partsOf(bytes)).values(), ...inner.flat()].filter((text) => text !== undefined)
}
