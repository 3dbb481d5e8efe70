import { beforeAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { supportAgentDesign } from '../../../design/testing/fixtures.ts'
import { buildDocument, findDocument } from '../../index.ts'
import { contextFor } from '../../testing/context-for.ts'
import { partsOf } from '../../testing/office-parts.ts'
import { writeDocument } from '../index.ts'
import type { PackageParts } from './lint-package.ts'
import { lintPackage } from './lint-package.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const context = contextFor(supportAgentDesign, prices)
async function written(id: string, format: 'pptx' | 'docx' | 'xlsx'): Promise<PackageParts> {
  return partsOf((await writeDocument(buildDocument(findDocument(id)!, context), format)) as Uint8Array)
}

/** The package with one part changed; the change must find what it changes. */
function spoiled(parts: PackageParts, part: RegExp, change: (xml: string) => string): PackageParts {
  const path = [...parts.keys()].find(
    (each) => part.test(each) && change(parts.get(each) ?? '') !== (parts.get(each) ?? ''),
  )
  expect(path).toBeDefined()
  return new Map(parts).set(path!, change(parts.get(path!) ?? ''))
}
function without(parts: PackageParts, part: RegExp): PackageParts {
  const path = [...parts.keys()].find((each) => part.test(each))
  expect(path).toBeDefined()
  return new Map([...parts].filter(([each]) => each !== path))
}

describe('the lint of Office files', () => {
  let deck: PackageParts
  let word: PackageParts
  let sheets: PackageParts
  beforeAll(async () => {
    deck = await written('deck', 'pptx')
    word = await written('solution-architecture', 'docx')
    sheets = await written('cost-workbook', 'xlsx')
  })

  const slide = /^ppt\/slides\/slide\d+\.xml$/
  const chart = /charts\/chart\d+\.xml$/
  const types = /^\[Content_Types\]\.xml$/
  /** Faults that writers of presentations make, each with the words that must name it. */
  const faults: readonly (readonly [name: string, of: () => PackageParts, says: RegExp])[] = [
    [
      'a content type of a part that is not there',
      () =>
        spoiled(deck, types, (xml) =>
          xml.replace('</Types>', '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="x"/></Types>'),
        ),
      /slideMaster2\.xml, which is not there/,
    ],
    [
      'a part without a content type',
      () => new Map(deck).set('ppt/media/film.mov', undefined),
      /film\.mov has no content type/,
    ],
    ['a missing part', () => without(deck, chart), /chart\d+\.xml, which is not there/],
    [
      'a relationship that nobody made',
      () => spoiled(word, /^word\/document\.xml$/, (xml) => xml.replace(/r:embed="rId\d+"/, 'r:embed="rId999"')),
      /rId999, which is not there/,
    ],
    [
      'the list of notes masters in the wrong place',
      () =>
        spoiled(deck, /^ppt\/presentation\.xml$/, (xml) =>
          xml.includes('<p:notesMasterIdLst>')
            ? xml.replace(/<\/p:sldMasterIdLst>/, '</p:sldMasterIdLst><p:sldIdLst/>')
            : xml.replace(
                '</p:sldMasterIdLst>',
                '</p:sldMasterIdLst><p:sldSz/><p:notesMasterIdLst></p:notesMasterIdLst>',
              ),
        ),
      /notes master in the wrong place/,
    ],
    [
      'a third axis',
      () => spoiled(deck, chart, (xml) => xml.replace('</c:barChart>', '<c:axId val="2094734553"/></c:barChart>')),
      /axis 2094734553, which is not there/,
    ],
    [
      'two shapes of one number',
      () => spoiled(deck, slide, (xml) => xml.replace(/<p:cNvPr id="3"/, '<p:cNvPr id="2"')),
      /two shapes of the number 2/,
    ],
    [
      'a connector to a shape that is not there',
      () => spoiled(deck, slide, (xml) => xml.replace(/<a:endCxn id="\d+"/, '<a:endCxn id="4711"')),
      /connector to the shape 4711/,
    ],
    [
      'a connector from a shape that is not there',
      () => spoiled(deck, slide, (xml) => xml.replace(/<a:stCxn id="\d+"/, '<a:stCxn id="4712"')),
      /connector to the shape 4712/,
    ],
    [
      'a negative size',
      () => spoiled(deck, slide, (xml) => xml.replace(/<a:ext cx="\d+"/, '<a:ext cx="-12"')),
      /negative size -12/,
    ],
    [
      'a negative height',
      () => spoiled(deck, slide, (xml) => xml.replace(/<a:ext cx="(\d+)" cy="\d+"/, '<a:ext cx="$1" cy="-9"')),
      /negative size -9/,
    ],
    [
      'a number that is none',
      () => spoiled(deck, slide, (xml) => xml.replace(/<a:off x="\d+"/, '<a:off x="NaN"')),
      /"NaN" for a number/,
    ],
    [
      'a cell without a number',
      () => spoiled(sheets, /sheet2\.xml$/, (xml) => xml.replace(/<v>[^<]*<\/v>/, '<v>NaN</v>')),
      /"NaN" for a number/,
    ],
    [
      'a colour with a hash',
      () => spoiled(deck, slide, (xml) => xml.replace(/srgbClr val="/, 'srgbClr val="#')),
      /the colour "#/,
    ],
    [
      'a bare ampersand',
      () => spoiled(deck, /^docProps\/app\.xml$/, (xml) => xml.replace('</Company>', 'B & C</Company>')),
      /bare ampersand/,
    ],
    [
      'a tag left open',
      () => spoiled(word, /^word\/document\.xml$/, (xml) => xml.replace('</w:tbl>', '')),
      /closes <.*> where <w:tbl> is open/,
    ],
    [
      'a character that XML forbids',
      () => spoiled(word, /^word\/document\.xml$/, (xml) => xml.replace('</w:t>', '\u0002</w:t>')),
      /XML forbids/,
    ],
    [
      'a bookmark twice',
      () =>
        spoiled(word, /^word\/document\.xml$/, (xml) =>
          xml.replace('w:bookmarkStart w:id="2"', 'w:bookmarkStart w:id="1"'),
        ),
      /bookmark 1 twice/,
    ],
    [
      'a link to no bookmark',
      () => spoiled(word, /^word\/document\.xml$/, (xml) => xml.replace(/w:anchor="[^"]*"/, 'w:anchor="_Nowhere"')),
      /_Nowhere, which is not there/,
    ],
    [
      'a cell that does not end with a paragraph',
      () =>
        spoiled(word, /^word\/document\.xml$/, (xml) => xml.replace('</w:p></w:tc>', '</w:p><w:sdt></w:sdt></w:tc>')),
      /does not end with a paragraph/,
    ],
    [
      'an address outside that is none',
      () =>
        spoiled(word, /document\.xml\.rels$/, (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="rId900" Type="x" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
          ),
        ),
      /leads outside to "file:/,
    ],
    [
      'two relationships of one id',
      () => spoiled(word, /document\.xml\.rels$/, (xml) => xml.replace('Id="rId2"', 'Id="rId1"')),
      /gives the id rId1 twice/,
    ],
  ]
  for (const [name, of, says] of faults) {
    it(`finds ${name}`, () => {
      expect(lintPackage(of()).join('\n')).toMatch(says)
    })
  }

  it('finds nothing in what the writers write', () => {
    for (const parts of [deck, word, sheets]) expect(lintPackage(parts)).toEqual([])
  })
})

describe('what PptxGenJS says wrongly', () => {
  it('is mended: descriptions, compression, order and axes', async () => {
    const bytes = (await writeDocument(buildDocument(findDocument('deck')!, context), 'pptx')) as Uint8Array
    const parts = await partsOf(bytes)
    const slides = [...parts].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).map(([, xml]) => xml ?? '')
    const cards = slides.join('').match(/<p:cNvPr id="\d+" name="[^"]*" descr="Component: [^"]+"/g) ?? []
    expect(cards.length).toBeGreaterThan(4)
    for (const xml of slides) {
      for (const [, connector = ''] of xml.matchAll(/<p:cxnSp>(.*?)<\/p:cxnSp>/gs))
        expect(connector).toMatch(/descr="[^"]+"/)
      expect(xml.match(/<a:pPr\b/g)?.length ?? 0).toBeLessThanOrEqual(xml.match(/<a:p>/g)?.length ?? 0)
    }
    for (const [path, xml] of parts) {
      if (!/charts\/chart\d+\.xml$/.test(path)) continue
      for (const [, plot = ''] of xml?.matchAll(/<c:barChart>(.*?)<\/c:barChart>/gs) ?? [])
        expect(plot.match(/<c:axId /g)).toHaveLength(2)
    }
    // Method 8 in the first local header: compressed.
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true)).toBe(8)
  })
})
