import { describe, expect, it } from 'vitest'
import { diagram, heading, paragraph, table } from '../../blocks.ts'
import type { Block, Picture } from '../../outline.ts'
import { outlineOf } from '../../testing/outline-of.ts'
import { rowsOfEnding } from '../page-breaks.ts'
import { wordsHtml } from './inlines.ts'
import { fillOfPrinted } from './printed-page.ts'
import { writeHtml } from './write-html.ts'

const wide: Picture = { width: 2000, height: 600, nodes: [], edges: [], boundaries: [] }
const pageOf = (blocks: readonly Block[]): string => writeHtml(outlineOf(...blocks))

const rows = (count: number, words = 'a'): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, row) => [`row ${row}`, words])

describe('the printed page', () => {
  it('is filled by words, and by as much as goes over to the next one', () => {
    const line = paragraph('One line of words.')
    const one = fillOfPrinted([line], false)
    expect(one).toBeCloseTo((15.75 + 6) / 728.5, 3)
    expect(fillOfPrinted([line], true)).toBeGreaterThan(0.1)
    const lines = Math.floor(1 / one)
    expect(
      fillOfPrinted(
        Array.from({ length: lines + 3 }, () => line),
        false,
      ),
    ).toBeLessThan(4 * one)
  })

  it('has a picture on its side where the page before it stays the fullest', () => {
    const words = (count: number): readonly Block[] => Array.from({ length: count }, () => paragraph('Words.'))
    const blocks = [
      heading(2, 'One'),
      diagram(wide, 'Wide'),
      heading(3, 'First'),
      ...words(24),
      heading(3, 'Second'),
      ...words(12),
      heading(2, 'Two'),
      ...words(9),
    ]
    const html = pageOf(blocks)
    const at = (part: string): number => html.indexOf(part)
    expect(at('>First<')).toBeLessThan(at('class="sideways"'))
    expect(at('class="sideways"')).toBeLessThan(at('>Second<'))
  })
})

describe('a picture that no page shows large enough to read', () => {
  const cards = Array.from({ length: 12 }, (_, index) => ({
    id: `n${index}`,
    x: 20 + index * 260,
    y: 40,
    width: 220,
    height: 72,
    title: `Card ${index}`,
    icon: 'user',
    family: 'people' as const,
  }))
  const huge: Picture = { width: 3200, height: 600, nodes: cards, edges: [], boundaries: [] }

  it('is followed on paper by its parts on pages of their own, which hold every card, and is one piece on a screen', () => {
    const html = pageOf([heading(2, 'One'), diagram(huge, 'All of it.')])
    const parts = html.match(/<section class="sideways on-paper">.*?<\/section>/gs) ?? []
    expect(parts.length).toBeGreaterThan(1)
    for (const { title } of cards) expect(parts.join('')).toContain(`>${title}<`)
    expect(html).toContain(`<span class="on-paper">Overview; its ${parts.length} parts follow`)
    expect(html).toContain('@media screen { .on-paper, .frames { display: none; } }')
  })

  it('has no parts where one page is enough', () => {
    expect(pageOf([heading(2, 'One'), diagram({ ...huge, width: 1700 }, 'All of it.')])).not.toContain(
      '<section class="sideways on-paper">',
    )
  })
})

describe('the end of a document', () => {
  const opening = '<div class="closes">'

  it('keeps the last rows of a long table with what closes it, and leaves the others to the page before', () => {
    const html = pageOf([heading(2, 'One'), table(['A', 'B'], rows(20, 'words '.repeat(20)))])
    expect(html).toContain(opening)
    expect(html).toContain(`tr:nth-last-child(-n + ${rowsOfEnding - 1})`)
    expect(html.lastIndexOf('ending of-table')).toBeGreaterThan(html.indexOf('</table>'))
  })

  it.each([4, 12])('is one with a short table, and with one of half a page: %d rows', (count) => {
    const html = pageOf([heading(2, 'One'), table(['A', 'B'], rows(count))])
    expect(html).not.toContain(opening)
    expect(html).toContain('<div class="ending">')
  })
})

describe('the columns of a table', () => {
  const columns = (html: string): readonly string[] => html.match(/<colgroup>.*?<\/colgroup>/g) ?? []

  it('are the same in all tables of one kind, so that they stand under each other', () => {
    const html = pageOf([
      table(['Name', 'What'], rows(2, 'short')),
      paragraph('Words.'),
      table(['Name', 'What'], rows(2, 'a far longer text '.repeat(9))),
    ])
    const [first, second] = columns(html)
    expect(first).toBe(second)
  })

  it('are as wide as their words need', () => {
    const [own] = columns(pageOf([table(['Name', 'What'], rows(2, 'a far longer text '.repeat(9)))]))
    const share = Number(/width: ([\d.]+)%/.exec(own ?? '')?.[1])
    expect(share).toBeLessThan(12)
  })
})

it('ends no line within a code or a date, and says no more in one', () => {
  expect(wordsHtml('Paid (P-02) on 2026-08-01 & <late>')).toBe(
    'Paid (<span class="whole">P-02</span>) on <span class="whole">2026-08-01</span> &amp; &lt;late&gt;',
  )
  expect(wordsHtml('a well-built house')).toBe('a well-built house')
})

it('names each cell of a wide table by its column, for a phone that stands them under each other', () => {
  const html = pageOf([table(['A', 'B "b"', 'C'], [['1', '2', '3']]), table(['D', 'E'], [['4', '5']])])
  expect(html).toContain('<td data-of="B &quot;b&quot;">2</td>')
  expect(html).toContain('<td>4</td>')
  expect(html).toMatch(/@media screen and \(max-width: 520px\)/)
})

it('contents number what has no numbers of its own', () => {
  const chapters = (number: (at: number) => string): readonly Block[] =>
    Array.from({ length: 9 }, (_, at) => [heading(2, `${number(at)}Chapter ${at}`), paragraph('a')]).flat()
  expect(pageOf(chapters(() => ''))).toContain('Contents</h2><ol><li>')
  expect(pageOf(chapters((at) => (at < 8 ? `${at + 1}. ` : '')))).toContain('Contents</h2><ol class="own-numbers"><li>')
})
