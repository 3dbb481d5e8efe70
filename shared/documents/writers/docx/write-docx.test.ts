import { describe, expect, it } from 'vitest'
import { badge, callout, facts, heading, list, paragraph, table } from '../../blocks.ts'
import type { Block } from '../../outline.ts'
import { partsOf, withHyphens } from '../../testing/office-parts.ts'
import { rowsOfEnding } from '../page-breaks.ts'
import { writeDocx } from './write-docx.ts'

async function bodyOf(blocks: readonly Block[], title = 'Test', footer = ''): Promise<string> {
  const bytes = await writeDocx({ id: 'test', title, authors: [], date: '2026-11-21', blocks, footer })
  return (await partsOf(bytes)).get('word/document.xml') ?? ''
}

const chapters = (paragraphs: number): readonly Block[] => [
  callout('accent', 'What is asked', 'A verdict.'),
  ...Array.from({ length: 7 }, (_, chapter) => [
    heading(2, `Chapter ${chapter}`),
    ...Array.from({ length: paragraphs }, () => paragraph('Words. '.repeat(60))),
  ]).flat(),
]

describe('contents', () => {
  it('are left out of a document that nobody leafs through', async () => {
    expect(await bodyOf(chapters(1))).not.toContain('Table of Contents')
  })

  it('stand after what opens a long one', async () => {
    const body = await bodyOf(chapters(9))
    const at = (words: string): number => body.indexOf(words)
    expect(at('What is asked')).toBeGreaterThan(0)
    expect(at('Table of Contents')).toBeGreaterThan(at('What is asked'))
    expect(at('w:name="_Toc000001"')).toBeGreaterThan(at('Table of Contents'))
    expect(body).not.toContain('<contents/>')
  })
})

describe('tables', () => {
  /** For every row whether it stays with the next one. */
  async function keptRows(count: number): Promise<readonly boolean[]> {
    const rows = Array.from({ length: count }, (_, row) => [`row ${row}`, 'b'])
    const body = await bodyOf([table(['A', 'B'], rows)])
    return [...body.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([row]) => row.includes('<w:keepNext/>'))
  }

  it('stand on one page when they are short', async () => {
    expect(await keptRows(3)).toEqual([true, true, true, false])
  })

  it('stand on one page as the last one of a document up to half a page', async () => {
    const rows = Array.from({ length: 12 }, (_, row) => [`row ${row}`])
    const body = await bodyOf([table(['A'], rows)], 'Test', 'Estimate, not an offer.')
    const kept = [...body.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([row]) => row.includes('<w:keepNext/>'))
    expect(kept).toEqual(Array.from({ length: 13 }, () => true))
  })

  it('leave no row alone at the end or the beginning of a page', async () => {
    expect(await keptRows(12)).toEqual([true, true, ...Array.from({ length: 9 }, () => false), true, false])
  })
})

it('ends on a page with the end of its last table, and with lists that are not torn', async () => {
  const rows = Array.from({ length: 20 }, (_, row) => [`row ${row}`])
  const bytes = await writeDocx({
    id: 'test',
    title: 'Test',
    authors: [],
    date: '2026-11-21',
    blocks: [table(['A'], rows), list(['a', 'b', 'c', 'd'])],
    footer: 'Estimate, not an offer.',
  })
  const body = (await partsOf(bytes)).get('word/document.xml') ?? ''
  const kept = [...body.matchAll(/<w:p>.*?<\/w:p>/g)].map(([each]) => each.includes('<w:keepNext/>'))
  const [rowsKept, rest] = [kept.slice(3, 23), kept.slice(23)]
  expect(rowsKept).toEqual(Array.from({ length: 20 }, (_, row) => row === 0 || row >= 20 - rowsOfEnding))
  // The gap below the table, the items of the list, and the words that close the document.
  expect(rest).toEqual([true, true, false, true, true, false])
})

it('sets many short facts two in a row, and long ones below each other', async () => {
  const grid = async (value: string): Promise<number> => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
    const body = await bodyOf([facts(Object.fromEntries(names.map((name) => [name, value])))])
    expect([...body.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([row]) => row.split('<w:tc>').length - 1)).toEqual(
      value.length > 40 ? names.map(() => 2) : [4, 4, 4, 4],
    )
    return body.split('<w:gridCol').length - 1
  }
  expect(await grid('short')).toBe(4)
  expect(await grid('A value that runs over forty letters is long.')).toBe(2)
})

it('ends no line within a date, which Word would do at its hyphens', async () => {
  const body = await bodyOf([paragraph('Price of 2026-08-01, rule P-02.')])
  expect(body).not.toContain('2026-08')
  expect(withHyphens(body)).toContain('<w:t xml:space="preserve">Price of 2026-08-01, rule P-02.</w:t>')
})

it('keeps a short badge in one line', async () => {
  expect(await bodyOf([paragraph([badge('not yet', 'unknown')])])).toContain('\u00a0not\u00a0yet\u00a0')
})

it('keeps badges on the page of what they belong to, and words on that of the table that they introduce', async () => {
  const tags = paragraph([badge('high', 'high')])
  const body = await bodyOf([
    tags,
    paragraph('How it shows.'),
    table(['A'], [['a']]),
    paragraph('After.'),
    paragraph('End.'),
  ])
  const kept = [...body.matchAll(/<w:p><w:pPr><w:pStyle w:val="Normal"\/>(.*?)<\/w:pPr>/g)].map(([, own]) => own)
  expect(kept).toEqual(['<w:keepNext/>', '<w:keepNext/>', '', ''])
})

it('has a smaller title where the title is long', async () => {
  const title = (body: string): string => /<w:pStyle w:val="Title"\/>.*?<\/w:p>/.exec(body)?.[0] ?? ''
  expect(title(await bodyOf([paragraph('a')]))).not.toContain('<w:sz ')
  expect(title(await bodyOf([paragraph('a')], 'Long name '.repeat(30)))).toContain('<w:sz w:val="28"/>')
})

it('keeps the page number at the right of a footer that begins with a name from the right', async () => {
  const client = 'شركة التأمين الوطنية'
  const bytes = await writeDocx({
    id: 'x',
    title: 'Test',
    client,
    authors: [],
    date: '2026-11-21',
    blocks: [],
    footer: '',
  })
  const footer = (await partsOf(bytes)).get('word/footer-upright.xml') ?? ''
  expect(footer).toContain(client)
  expect(footer).not.toContain('<w:bidi/>')
})

it('sets a document of one page closer to the edges', async () => {
  const marginOf = async (rest: object): Promise<number> => {
    const bytes = await writeDocx({
      id: 'x',
      title: 'T',
      authors: [],
      date: '2026-11-21',
      blocks: [],
      footer: '',
      ...rest,
    })
    return Number(/<w:pgMar w:top="(\d+)"/.exec((await partsOf(bytes)).get('word/document.xml') ?? '')?.[1])
  }
  expect(await marginOf({ isOnePage: true })).toBeLessThan(await marginOf({}))
})
