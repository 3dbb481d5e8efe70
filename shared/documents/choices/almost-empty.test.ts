import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { addElement, blankDesign } from '../../design/edit/index.ts'
import { buildDocument, contextsFor, documents } from '../index.ts'
import type { Block, Inline } from '../outline.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeDocument } from '../writers/index.ts'
import { answerPlaces, needsOf } from './needs.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
/** One component; no name, no workload, no decision, nobody who wrote it. */
const sketch: Design = addElement(blankDesign('d-sketch', ''), 'components', {
  id: 'c-1',
  kind: 'llm-api',
  name: 'Model',
})
const of = (design: Design) => ({ ...contextFor(design, prices), authors: [] })

/** What holds nothing: places in a file where a reader finds a title and no words. */
function emptyParts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block, index) => {
    if (block.type === 'slide') return block.blocks.length === 0 ? [`slide "${block.title}"`] : emptyParts(block.blocks)
    if (block.type === 'heading') {
      const next = blocks[index + 1]
      const isFilled = next !== undefined && (next.type !== 'heading' || next.level > block.level)
      return block.level === 1 || isFilled ? [] : [`heading "${block.text}"`]
    }
    if (block.type === 'list') return block.items.length === 0 ? ['list'] : []
    if (block.type === 'table')
      return block.rows.length === 0 ? [`table of ${block.columns.map(({ title }) => title).join(', ')}`] : []
    if (block.type === 'facts') return block.rows.length === 0 ? ['facts'] : []
    if (block.type === 'diagram') return block.picture.nodes.length === 0 ? [`picture "${block.caption}"`] : []
    if (block.type === 'paragraph') return block.text.map(plain).join('').trim() === '' ? ['paragraph'] : []
    return []
  })
}
const plain = (inline: Inline): string => (typeof inline === 'string' ? inline : inline.text)

/** Passages and cells that say only that nobody has said it. */
function unansweredIn(blocks: readonly Block[]): number {
  return blocks.reduce((count, block) => {
    if (block.type === 'slide') return count + unansweredIn(block.blocks)
    if (block.type === 'paragraph') return count + Number(block.unanswered === true)
    if (block.type === 'facts') return count + block.rows.filter(({ value }) => isMark(value)).length
    return count
  }, 0)
}
const isMark = ([only, ...rest]: readonly Inline[]): boolean =>
  rest.length === 0 && typeof only === 'object' && only.type === 'badge' && only.unanswered === true

describe('an almost empty design', () => {
  for (const document of documents) {
    it(`gives a "${document.title}" without an empty section, whether what nobody has answered is left out or marked`, async () => {
      for (const context of contextsFor(document, of(sketch))) {
        const left = buildDocument(document, context)
        const marked = buildDocument(document, { ...context, choices: { unanswered: 'mark' } })
        for (const { blocks } of [left, marked]) expect(emptyParts(blocks)).toEqual([])
        expect(unansweredIn(left.blocks)).toBe(0)
        for (const format of document.formats) expect((await writeDocument(left, format)).length).toBeGreaterThan(0)
        const text = `${left.title} ${left.footer} ${JSON.stringify(left.blocks)}`
        expect(text).not.toMatch(/undefined|NaN|\[object|""\s*(?:is|has|passes)/)
      }
    })
  }

  it('is asked for what each document lacks in one form, and the answers close it', () => {
    let asked = 0
    for (const document of documents) {
      for (const context of contextsFor(document, of(sketch))) {
        const needs = needsOf(document, context)
        asked += needs.length
        const answers = needs.map((place) => ({ place, words: place.type === 'date' ? '2027-01-01' : 'A. Person' }))
        const answered = { ...context, ...of(answerPlaces(sketch, answers)) }
        const again = needsOf(document, answered).map(({ key }) => key)
        expect(needs.map(({ key }) => key).filter((key) => again.includes(key))).toEqual([])
      }
    }
    expect(asked).toBeGreaterThan(documents.length)
  })
})
