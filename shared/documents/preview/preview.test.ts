import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { supportAgentDesign } from '../../design/testing/fixtures.ts'
import { buildDocument, documents, findDocument } from '../index.ts'
import type { Slide } from '../outline.ts'
import { contextFor } from '../testing/context-for.ts'
import { deckParts, deckPlans, zipped } from '../testing/brand-files.ts'
import { openPackage, slidesOf } from '../testing/slide-parts.ts'
import { writeDocument } from '../writers/index.ts'
import { parseXml } from '../../xml/xml-tree.ts'
import { previewOf, type Preview } from './preview.ts'
import { ownPath } from './slides/own-path.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const wicked: Design = {
  ...supportAgentDesign,
  components: supportAgentDesign.components!.map((component, index) =>
    index === 0 ? { ...component, name: `<img src=x onerror=alert(1)> & "me"` } : component,
  ),
}
const context = contextFor(wicked, prices)

async function shown(id: string, format: Parameters<typeof writeDocument>[1], of = context): Promise<Preview> {
  const outline = buildDocument(findDocument(id)!, of)
  return previewOf(outline, format, await writeDocument(outline, format))
}
const pageOf = (preview: Preview): string => (preview.type === 'page' ? preview.html : '')

describe('the preview of a deck', () => {
  it('is drawn from the file: every word, card and arrow of each slide, and nothing else', async () => {
    const outline = buildDocument(findDocument('deck')!, context)
    const bytes = (await writeDocument(outline, 'pptx')) as Uint8Array
    const figures = pageOf(await previewOf(outline, 'pptx', bytes))
      .split('<figure ')
      .slice(1)
    const files = slidesOf(await openPackage(bytes, JSZip))
    expect(figures).toHaveLength(files.length)
    for (const [index, file] of files.entries()) {
      const figure = figures[index]!
      const words = [...file.matchAll(/<a:t>([^<]+)<\/a:t>/g)].map(([, word = '']) => word)
      const bare = (text: string): string => text.replaceAll(/&(quot|#39|apos);/g, '').replaceAll(/["']/g, '')
      for (const word of words) expect(bare(figure)).toContain(bare(word))
      const arrows = [...file.matchAll(/<p:cxnSp>/g)].length
      expect([...figure.matchAll(/<path d="M[^"]*" fill="none" stroke="rgb/g)]).toHaveLength(arrows)
    }
    const titles = outline.blocks.filter((block): block is Slide => block.type === 'slide').map(({ title }) => title)
    const last = titles.at(-1)!.replaceAll('"', '&quot;')
    expect(figures.at(-1)).toContain(last)
  })

  it('has the chart with the first category on top, and its numbers', async () => {
    const first = { id: 'r-first', metric: 'latency.first', is: '<=', target: 9000, priority: 'must' } as const
    const asked = { ...wicked, requirements: [...(wicked.requirements ?? []), first] }
    const page = pageOf(await shown('deck', 'pptx', contextFor(asked, prices)))
    expect(page.indexOf('First words</text>')).toBeGreaterThan(0)
    expect(page.indexOf('First words</text>')).toBeLessThan(page.indexOf('Whole answer</text>'))
  })
})

it("the ground of a deck on a client's template has its gradient, and a fill of its theme", async () => {
  const [plan] = Object.values(deckPlans)
  const parts = deckParts(plan!)
  const onGround = async (ground: string, themed = ''): Promise<string> => {
    const changed = Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [
        path,
        typeof part !== 'string'
          ? part
          : part
              .replace(/<p:bg>.*?<\/p:bg>/s, `<p:bg>${ground}</p:bg>`)
              .replace(/(<a:bgFillStyleLst>).*?(<\/a:bgFillStyleLst>)/s, `$1${themed}$2`),
      ]),
    )
    const presentation = { fileName: 'house.potx', bytes: await zipped(changed) }
    return pageOf(await shown('deck', 'pptx', { ...context, brand: { presentation } }))
  }
  const stops =
    '<a:gsLst><a:gs pos="0"><a:srgbClr val="102030"/></a:gs><a:gs pos="100000"><a:srgbClr val="405060"/></a:gs></a:gsLst>'
  const linear = await onGround(
    `<p:bgPr><a:gradFill>${stops}<a:lin ang="5400000"/></a:gradFill><a:effectLst/></p:bgPr>`,
  )
  const [, id] = /<linearGradient id="([^"]+)"[^>]*x1="480" y1="0" x2="480" y2="720"/.exec(linear) ?? []
  expect(linear).toContain(`fill="url(#${id})"`)
  expect(linear).toContain('stop-color="rgb(64 80 96)"')
  const path = await onGround(`<p:bgPr><a:gradFill>${stops}<a:path path="circle"/></a:gradFill><a:effectLst/></p:bgPr>`)
  expect(path).toContain('<radialGradient ')
  const themed = await onGround(
    '<p:bgRef idx="1001"><a:srgbClr val="0A0B0C"/></p:bgRef>',
    '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3),
  )
  expect(themed).toContain('fill="rgb(10 11 12)"')
})

it('a shape with a path of its own has its outline in the preview', () => {
  const slanted = parseXml(
    '<p:spPr xmlns:p="p" xmlns:a="a"><a:custGeom><a:pathLst><a:path w="100" h="50"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="100" y="25"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom></p:spPr>',
  )
  const box = { x: 10, y: 20, w: 200, h: 100, turn: 0, flipX: false, flipY: false }
  expect(ownPath(slanted, box)).toBe('M10 20L210 70Z')
  expect(ownPath(undefined, box)).toBeUndefined()
})

it('a name with markup is words in every preview', async () => {
  for (const { id, formats, perDecision } of documents) {
    if (perDecision === true) continue
    for (const format of formats) {
      const preview = await shown(id, format)
      expect(pageOf(preview), `${id} as ${format}`).not.toMatch(/<img|<script|onerror=(?!alert\(1\)&gt;)/)
    }
  }
})

describe('other previews', () => {
  it('are the file itself where it is a page or text', async () => {
    const outline = buildDocument(findDocument('threat-model')!, context)
    const html = await writeDocument(outline, 'html')
    expect(await previewOf(outline, 'html', html)).toEqual({ type: 'page', html })
    // Paper has no contents: their links lead nowhere there.
    const printed = pageOf(await previewOf(outline, 'pdf', html))
    expect(printed).toBe(String(html).replace('<nav aria-label="Contents">', '<nav aria-label="Contents" hidden>'))
    const csv = buildDocument(findDocument('cost-lines')!, context)
    const text = await writeDocument(csv, 'csv')
    expect(await previewOf(csv, 'csv', text)).toEqual({ type: 'text', text, isCut: false })
  })

  it('say of a Word file that it breaks its pages itself', async () => {
    expect(await shown('one-pager', 'docx')).toMatchObject({ type: 'page', paged: true })
  })

  it('show the values that the workbook opens with, and the formula behind each', async () => {
    const preview = await shown('cost-workbook', 'xlsx')
    const sheets = preview.type === 'sheets' ? preview.sheets : []
    expect(sheets[0]!.name).toBe('Summary')
    const computed = sheets.flatMap(({ rows }) => rows.flat()).filter(({ formula }) => formula !== undefined)
    expect(computed.length).toBeGreaterThan(10)
    for (const { words } of computed) expect(words).toMatch(/\d/)
    const total = context.analysis.estimate.technologyUsdPerMonth.value.toLocaleString('en-US', {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    })
    expect(sheets.flatMap(({ rows }) => rows.flat()).map(({ words }) => words)).toContain(`$${total}`)
  })
})
