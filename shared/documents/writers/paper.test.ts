import { describe, expect, it } from 'vitest'
import { heading, paragraph, table } from '../blocks.ts'
import type { Brand } from '../brand.ts'
import { readBrand } from '../brand/read-brand.ts'
import type { DocumentFormat } from '../document.ts'
import type { Outline } from '../outline.ts'
import { partsOf } from '../testing/office-parts.ts'
import { fillOfPrinted } from './html/printed-page.ts'
import { writeDocument } from './index.ts'

const outline = (brand: Brand, isOnePage = false): Outline => ({
  id: 'test',
  title: 'Test',
  authors: [],
  date: '2026-11-22',
  footer: '',
  brand,
  ...(isOnePage ? { isOnePage } : {}),
  blocks: [heading(2, 'Costs'), table(['Item'], [['a']])],
})
async function partOf(format: DocumentFormat, path: string, brand: Brand, isOnePage = false): Promise<string> {
  const parts = await partsOf((await writeDocument(outline(brand, isOnePage), format)) as Uint8Array)
  return parts.get(path) ?? ''
}

describe('paper', () => {
  it('is A4 where nobody says another', async () => {
    expect(await partOf('docx', 'word/document.xml', {})).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
    expect(await partOf('xlsx', 'xl/worksheets/sheet1.xml', {})).toContain('paperSize="9"')
    expect(await writeDocument(outline({}), 'html')).toContain('@page { size: A4;')
  })

  it('is Letter for a client who prints on it, in every format', async () => {
    const brand: Brand = { paper: 'letter' }
    for (const isOnePage of [false, true])
      expect(await partOf('docx', 'word/document.xml', brand, isOnePage)).toContain('<w:pgSz w:w="12240" w:h="15840"/>')
    expect(await partOf('xlsx', 'xl/worksheets/sheet1.xml', brand)).toContain('paperSize="1"')
    const page = String(await writeDocument(outline(brand), 'html'))
    expect(page).toContain('@page { size: letter;')
    expect(page).toContain('@page sideways { size: letter landscape;')
  })

  it('that is shorter is sooner full', () => {
    const blocks = Array.from({ length: 20 }, () => paragraph('A line of words.'))
    expect(fillOfPrinted(blocks, false, { paper: 'letter' })).toBeGreaterThan(fillOfPrinted(blocks, false))
  })

  it('is one of the two in a file of a brand', () => {
    expect(readBrand('{ "paper": "letter" }')).toEqual({ ok: true, value: { paper: 'letter' } })
    expect(readBrand('{ "paper": "legal" }')).toEqual({
      ok: false,
      problems: ['"paper" is "a4" or "letter", not "legal".'],
    })
  })
})
