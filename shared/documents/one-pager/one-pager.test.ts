import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import type { Block } from '../outline.ts'
import { contextFor } from '../testing/context-for.ts'
import { standsOnOnePage } from '../writers/docx/page-fill.ts'
import { onePager } from './one-pager.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
const longName = 'Work with a name that is as long as people write them on a roadmap, and a good deal longer than that'

/** With so many decisions to take and dates ahead. */
function busy(design: Design, count: number, name: string): Design {
  const open = (index: number) => ({ id: `open-${index}`, number: 50 + index, name, status: 'proposed' as const })
  const indexes = Array.from({ length: count }, (_, index) => index)
  return {
    ...design,
    decisions: [
      ...(design.decisions ?? []),
      ...indexes.map((index) => ({ ...open(index), options: [{ id: `o-${index}`, title: name }] })),
    ],
    workItems: indexes.map((index) => ({ id: `work-${index}`, name, due: `2027-01-1${index}` })),
  }
}
const headingsIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []))
const headingsOf = (design: Design): readonly string[] => headingsIn(onePager.build(contextFor(design, prices)).blocks)

describe('the one-pager', () => {
  for (const template of templates) {
    it(`of ${template.name} stands on one page, however much there is to decide and to do`, () => {
      for (const design of [template, busy(template, 6, 'Pilot'), busy(template, 9, longName)]) {
        expect(standsOnOnePage(onePager.build(contextFor(design, prices)))).toBe(true)
      }
    })
  }

  it.each(templates)(
    'of $name shows the picture and the risks beside six dates, or as many of them as there is room for',
    (template) => {
      const { workItems = [] } = busy(template, 6, 'Open the portal to the tied agencies')
      const { blocks } = onePager.build(contextFor({ ...template, workItems }, prices))
      expect(blocks.some(({ type }) => type === 'diagram')).toBe(true)
      expect(headingsIn(blocks)).toContainEqual(
        expect.stringMatching(/^Timeline(?: until 2027-01-15|: the first [2-4] of 6 dates)$/),
      )
    },
  )

  it.each(templates)('of $name gives way where the page of a client has less room', (template) => {
    const room = { width: 472, height: 642, textSize: 10 }
    const brand = { wordFile: { fileName: 'house.dotx', bytes: new Uint8Array(), room } }
    const { blocks } = onePager.build({ ...contextFor(busy(template, 4, longName), prices), brand })
    expect(standsOnOnePage({ blocks, brand, footer: 'Estimate, not an offer.' })).toBe(true)
  })

  it.each(templates)('of $name takes nothing away for which there is room', (template) => {
    const { blocks } = onePager.build(contextFor(template, prices))
    const words = JSON.stringify(blocks)
    expect(words).not.toMatch(/[a-z]…/)
  })

  it('says how many of the decisions and dates it shows', () => {
    const headings = headingsOf(busy(templates[0]!, 9, longName))
    expect(headings).toContainEqual(expect.stringMatching(/^The first \d of 9 decisions needed$/))
    expect(headings).toContainEqual(expect.stringMatching(/^Timeline: the first \d of 9 dates$/))
    expect(headingsOf(busy(templates[0]!, 2, 'Pilot'))).toContain('Timeline until 2027-01-11')
  })
})
