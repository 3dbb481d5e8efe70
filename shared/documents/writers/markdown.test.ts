import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { chart, diagram, paragraph, strong } from '../blocks.ts'
import { buildDocument, findDocument } from '../index.ts'
import type { Block, Outline, PictureEdge } from '../outline.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeMarkdown } from './markdown.ts'

const outlineOf = (block: Block): Outline => ({
  id: 'test',
  title: 'Test',
  authors: [],
  date: '2026-11-21',
  blocks: [block],
  footer: '',
})
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
    const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
    for (const id of ['threat-model', 'deck'])
      expect(writeMarkdown(buildDocument(findDocument(id)!, contextFor(design, prices)))).not.toContain('…')
  })
})
