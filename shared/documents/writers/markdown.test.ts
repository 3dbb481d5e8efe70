import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { supportAgentDesign } from '../../design/testing/fixtures.ts'
import { chart, code, diagram, list, paragraph, strong, table } from '../blocks.ts'
import { buildDocument, findDocument } from '../index.ts'
import type { Block, PictureEdge } from '../outline.ts'
import { contextFor } from '../testing/context-for.ts'
import { hostile } from '../testing/hostile-design.ts'
import { outlineOf } from '../testing/outline-of.ts'
import { writeMarkdown } from './markdown.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object

const edge = (from: string, to: string, more: Partial<PictureEdge> = {}): PictureEdge => ({
  id: `${from}-${to}`,
  from,
  to,
  style: 'sync',
  points: [],
  ...more,
})
const pictureOf = (edges: readonly PictureEdge[]): Block =>
  diagram({ width: 1, height: 1, boundaries: [], nodes: [], edges }, 'Path')

describe('Markdown', () => {
  const cellsOf = (line: string): number => line.replace(/\\\|/g, '').split('|').length

  it('keeps every table whole, whatever the names are', () => {
    for (const design of [supportAgentDesign, hostile]) {
      const text = writeMarkdown(buildDocument(findDocument('threat-model')!, contextFor(design, prices)))
      const lines = text.split('\n')
      for (const [index, line] of lines.entries()) {
        if (!line.startsWith('|')) continue
        const before = lines[index - 1] ?? ''
        if (before.startsWith('|')) expect(cellsOf(line)).toBe(cellsOf(before))
      }
      expect(text).not.toMatch(/(?<!\\)<script/)
    }
  })

  it("writes people's words as text, never as markup", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (words) => {
        const text = writeMarkdown(outlineOf(list([words]), table(['A', 'B'], [[words, [strong(words), code(words)]]])))
        const row = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))[1] ?? ''
        expect(row.replace(/\\\\/g, '').replace(/\\\|/g, '').split('|')).toHaveLength(4)
        expect(
          text
            .split('\n')
            .find((line) => line.startsWith('- '))
            ?.replaceAll('\\\\', '') ?? '',
        ).not.toMatch(/(?<!\\)<[a-z]/i)
      }),
    )
  })

  it('quotes front matter that YAML would read as something else', () => {
    const page = outlineOf({
      type: 'frontMatter',
      fields: { status: 'accepted', note: 'yes', who: ['a: b', '- c'], date: '2026-01-02' },
    })
    expect(writeMarkdown(page)).toContain(
      '---\nstatus: accepted\nnote: "yes"\nwho:\n  - "a: b"\n  - "- c"\ndate: 2026-01-02\n---',
    )
  })

  it('sets no asterisk beside a space, where it would stay an asterisk', () => {
    expect(writeMarkdown(outlineOf(paragraph([strong('Rests on: '), 'prices', strong(' ')])))).toContain(
      '**Rests on:** prices',
    )
  })

  it('says all that an arrow carries, however little of it fits on the picture', () => {
    const text = writeMarkdown(
      outlineOf(pictureOf([edge('a', 'b', { label: 'Customer me…', words: 'Customer message' })])),
    )
    expect(text).toContain('- a → b: Customer message\n')
  })

  it('follows a path through the proposed control to its end', () => {
    const edges = [
      edge('gate', 'mail', { emphasis: 'proposed' }),
      edge('agent', 'gate', { emphasis: 'proposed', step: 2 }),
      edge('chat', 'agent', { step: 1 }),
      edge('agent', 'store'),
    ]
    expect(writeMarkdown(outlineOf(pictureOf(edges)))).toContain('1. chat → agent\n2. agent → gate\n3. gate → mail\n')
  })

  it('leaves what a series does not have as a dash, which is no 0', () => {
    const text = writeMarkdown(
      outlineOf(
        chart(
          { type: 'stackedBar', unit: 'USD', categories: ['Cost'], series: [{ name: 'Budget', values: [0] }] },
          'Cost',
        ),
      ),
    )
    expect(text).toContain('| Cost | – |')
  })

  it('cuts no word of a design short', () => {
    const design = JSON.parse(readFileSync('resources/templates/customer-support-agent.lintel.json', 'utf8')) as Design
    for (const id of ['threat-model', 'deck'])
      expect(writeMarkdown(buildDocument(findDocument(id)!, contextFor(design, prices)))).not.toContain('…')
  })
})
