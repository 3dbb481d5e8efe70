import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { governDesign } from '../../govern-design.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { partsOf } from '../testing/office-parts.ts'
import { writeDocument } from '../writers/index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)

/** The rows of every sheet as words, by the file alone. */
async function rowsIn(id: string, design: Design): Promise<readonly (readonly string[])[]> {
  const outline = buildDocument(findDocument(id)!, contextFor(design, prices))
  const parts = await partsOf((await writeDocument(outline, 'xlsx')) as Uint8Array)
  return [...parts].flatMap(([path, xml = '']) =>
    path.startsWith('xl/worksheets/sheet')
      ? [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
          [...row.matchAll(/<t[^>]*>([^<]*)<|<v>([^<]*)</g)].map(([, text, value]) => text ?? value ?? ''),
        )
      : [],
  )
}

describe.each(templates.map((design) => [design.name, design] as const))('of "%s", read by another', (_, design) => {
  const { graph, analysis, date } = contextFor(design, prices)
  const { readiness, controls, frameworks } = governDesign(graph, analysis, date)

  it('the checklist has each line once, with its state', async () => {
    const rows = await rowsIn('readiness', design)
    const words = { done: 'done', open: 'open', notApplicable: 'not applicable' }
    for (const { title, state } of readiness)
      expect(rows.filter((row) => row.includes(title)).map((row) => row[row.indexOf(title) + 1])).toEqual([
        words[state],
      ])
    const gates = [...new Set(readiness.map(({ gate }) => gate))]
    for (const gate of gates) {
      const done = readiness.filter((item) => item.gate === gate && item.state === 'done').length
      expect(rows.find(([first]) => first === gate)?.[1]).toBe(String(done))
    }
  })

  it('the mapping has each control that applies once for each kind of evidence, with its status', async () => {
    const rows = await rowsIn('control-evidence', design)
    const applying = frameworks.filter(({ applies }) => applies === 'yes').map(({ id }) => id)
    const asked = controls.filter(({ framework, applies }) => applies === 'yes' && applying.includes(framework))
    for (const status of ['automatic', 'typed', 'missing'])
      expect(rows.filter((row) => row.includes(status)).length).toBe(
        asked.filter((row) => row.status === status).length,
      )
  })
})
