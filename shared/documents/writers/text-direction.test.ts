import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { supportAgentDesign } from '../../design/testing/fixtures.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { partsOf } from '../testing/office-parts.ts'
import { writeDocument } from './index.ts'
import { lintPackage } from './ooxml/lint-package.ts'
import { runsFromTheRight } from './text-direction.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const arabic = 'مساعد البحث (2026) 🚀'
const context = contextFor(
  {
    ...supportAgentDesign,
    name: arabic,
    components: supportAgentDesign.components!.map((component) => ({ ...component, name: arabic })),
  },
  prices,
)

describe('the direction of a paragraph', () => {
  it('is that of its first letter', () => {
    expect([arabic, '2026 שלום RAG', '🚀 م'].map(runsFromTheRight)).toEqual([true, true, true])
    expect(['RAG מים', '2026', '', '🚀'].map(runsFromTheRight)).toEqual([false, false, false, false])
  })

  for (const [id, format, part, mark] of [
    [
      'solution-architecture',
      'docx',
      'word/document.xml',
      /<w:p><w:pPr><w:pStyle w:val="[^"]*"\/>(?:(?!<\/w:pPr>).)*<w:bidi\/>/,
    ],
    ['deck', 'pptx', 'ppt/slides/slide2.xml', /<a:pPr rtl="1"[^>]*>(?:(?!<\/a:p>).)*مساعد/],
  ] as const) {
    it(`is said in ${format}, of names from the right and of no other words`, async () => {
      const bytes = (await writeDocument(buildDocument(findDocument(id)!, context), format)) as Uint8Array
      const parts = await partsOf(bytes)
      expect(lintPackage(parts)).toEqual([])
      const xml = [...parts].filter(
        ([path]) => path === part || (format === 'pptx' && /slides\/slide\d+\.xml$/.test(path)),
      )
      expect(xml.some(([, text = '']) => mark.test(text))).toBe(true)
      const turned = xml.flatMap(
        ([, text = '']) =>
          text.match(/<a:p><a:pPr rtl="1".*?<\/a:p>|<w:p><w:pPr>(?:(?!<\/w:pPr>).)*<w:bidi\/>.*?<\/w:p>/gs) ?? [],
      )
      for (const paragraph of turned) expect(runsFromTheRight(paragraph.replaceAll(/<[^>]*>/g, ''))).toBe(true)
    })
  }
})
