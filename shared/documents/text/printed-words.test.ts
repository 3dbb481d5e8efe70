import { describe, expect, it } from 'vitest'
import { code, frontMatter, paragraph, slide, strong, table } from '../blocks.ts'
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
