import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDocument, contextsFor, documents } from '../shared/documents/index.ts'
import { openContext } from '../shared/documents/open-context.ts'
import { findFormat, writeDocument } from '../shared/documents/writers/index.ts'
import type { Measure, Measurement } from './bench.ts'
import { drawingOf } from './drawing.ts'

const components = 200

/**
 * What whoever exports waits for: every document in every format, each from the design as filed (once for all: opening
 * the context, which every export does). PDF is its web page here: printing belongs to the browser engine.
 */
export const measure: Measure = async ({ root }) => {
  const prices = JSON.parse(readFileSync(join(root, 'resources/prices/price-book.json'), 'utf8')) as object
  const start = performance.now()
  const context = openContext(drawingOf(components), { prices, today: '2026-11-21' })
  const opening = performance.now() - start
  const measured: Measurement[] = [
    { what: `Opening what documents of ${components} components are made from`, value: opening, unit: 'ms' },
  ]
  let all = opening
  for (const document of documents) {
    for (const own of contextsFor(document, context)) {
      const begin = performance.now()
      const outline = buildDocument(document, own)
      const building = performance.now() - begin
      all += building
      for (const format of document.formats) {
        const written = performance.now()
        await writeDocument(outline, format)
        const writing = performance.now() - written
        all += writing
        measured.push({
          what: `${document.title} (${findFormat(format).extension}), with the opening`,
          value: opening + building + writing,
          unit: 'ms',
        })
      }
    }
  }
  return [
    ...measured,
    { what: 'All of them, opened once and each built once, as they are left behind', value: all, unit: 'ms' },
  ]
}
