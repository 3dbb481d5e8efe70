import { describe, expect, it } from 'vitest'
import { callout, code, frontMatter, paragraph, slide, strong, table } from '../blocks.ts'
import type { Outline } from '../outline.ts'
import { writeDocument } from '../writers/index.ts'
import { printedWords } from './printed-words.ts'

const outline: Outline = {
  id: 'memo',
  title: 'The "Chat" design',
  authors: [],
  date: '2026-11-22',
  blocks: [
    frontMatter({ status: '"open"' }),
    paragraph(['It calls "', strong('Model'), '", as ', code('"as": "asks"'), ' says.']),
    slide('"Ask" takes 3 s', [table(['What the user\'s "view" is'], [['"a"'], ['"b"']])]),
  ],
  footer: 'Prices of "us"',
  workbook: { sheets: [{ name: 'Summary', widths: [1], rows: [[{ text: '"Chat"' }]] }] },
}

describe('printed quotation marks', () => {
  it('stand in all that is read, and know across pieces of a sentence what they open and close', () => {
    expect(printedWords(outline)).toMatchObject({
      title: 'The “Chat” design',
      blocks: [
        { fields: { status: '"open"' } },
        { text: ['It calls “', strong('Model'), '”, as ', code('"as": "asks"'), ' says.'] },
        { title: '“Ask” takes 3 s', blocks: [{ columns: [{ title: 'What the user’s “view” is' }] }] },
      ],
      footer: 'Prices of “us”',
      workbook: { sheets: [{ rows: [[{ text: '"Chat"' }]] }] },
    })
  })

  it('come into files that are looked at, not into Markdown', async () => {
    expect(await writeDocument(outline, 'html')).toContain('The “Chat” design')
    expect(await writeDocument(outline, 'markdown')).toContain('It calls "**Model**"')
  })
})

describe('the title of a note', () => {
  const titleOf = (words: string): string => {
    const [block] = printedWords({ ...outline, blocks: [callout('accent', words, 'It is so.')] }).blocks
    return block?.type === 'callout' ? block.title : ''
  }

  it('has no last line of a word or two', () => {
    const long = 'We ask you to approve the agent for support, which serves 15 000 requests a month for about $7k'
    expect(titleOf(long)).toMatch(/ month\u00a0for\u00a0about\u00a0\$7k$/)
    expect(titleOf('It costs $7k a month')).not.toContain('\u00a0')
    expect(titleOf('x'.repeat(90))).toBe('x'.repeat(90))
    expect(titleOf(titleOf(long))).toBe(titleOf(long))
  })
})
