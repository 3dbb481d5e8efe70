import { readFileSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { researchRagDesign, supportAgentDesign } from '../../design/testing/fixtures.ts'
import { code, link, list, paragraph, strong, table } from '../blocks.ts'
import { buildDocument, documents, findDocument } from '../index.ts'
import type { Block, Outline } from '../outline.ts'
import { contextFor } from '../testing/context-for.ts'
import { connectorsOf, openPackage, shapesOf, slidesOf } from '../testing/slide-parts.ts'
import { writeDocument } from './index.ts'
import { enters, linesOf } from './pptx/line-geometry.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object

function outlineOf(...blocks: readonly Block[]): Outline {
  return { id: 'test', title: 'Test', authors: [], date: '2026-11-21', blocks, footer: '' }
}

/** A design whose every name tries to be more than a name. */
const nasty = `<script>alert(1)</script> | =cmd|'/c calc'!A1 "quoted" & \`code\` [x](javascript:alert(1)) *b* \u0001`
const hostile: Design = {
  ...supportAgentDesign,
  name: nasty,
  client: nasty,
  summary: nasty,
  components: supportAgentDesign.components!.map((component) => ({ ...component, name: nasty })),
  boundaries: supportAgentDesign.boundaries!.map((boundary) => ({ ...boundary, name: nasty })),
  data: supportAgentDesign.data!.map((asset) => ({ ...asset, name: nasty })),
  flows: supportAgentDesign.flows!.map((flow) => ({ ...flow, name: nasty })),
  actions: supportAgentDesign.actions!.map((action) => ({ ...action, name: nasty })),
  decisions: [
    {
      id: 'adr-x',
      number: 1,
      name: nasty,
      status: 'proposed',
      options: [{ id: 'o-x', title: nasty, good: [nasty] }],
      context: nasty,
    },
  ],
}

describe('web pages', () => {
  it('hold no script, and no address outside but links that are stated', async () => {
    for (const design of [researchRagDesign, supportAgentDesign, hostile]) {
      const context = contextFor(design, prices)
      for (const document of documents) {
        if (document.perDecision === true && (design.decisions ?? []).length === 0) continue
        const html = String(await writeDocument(buildDocument(document, context), 'html'))
        expect(html).not.toMatch(/<script|<iframe|<object|<embed|\son\w+\s*=\s*["']/i)
        expect(html).not.toMatch(/(?:src|href)\s*=\s*["'](?!#)[^"']*["']/i)
        expect(html.match(/<h1/g)).toHaveLength(1)
        expect(html).toMatch(/<title>[^<]+<\/title>/)
      }
    }
  })

  it('are well formed: every element opened is closed', async () => {
    const html = String(
      await writeDocument(buildDocument(findDocument('threat-model')!, contextFor(hostile, prices)), 'html'),
    )
    const stack: string[] = []
    for (const [, slash, name = '', , selfClosing] of html.matchAll(/<(\/?)([a-zA-Z0-9]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
      if (selfClosing === '/' || ['meta', 'col', 'br'].includes(name)) continue
      if (slash === '') stack.push(name)
      else expect(stack.pop()).toBe(name)
    }
    expect(stack).toEqual([])
  })

  it('link only where a reader may follow', async () => {
    const page = outlineOf(
      paragraph([link('good', 'https://example.org/a?b=1&c="2"'), link('bad', 'javascript:alert(1)')]),
    )
    const html = String(await writeDocument(page, 'html'))
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=&quot;2&quot;"')
    expect(html).not.toContain('javascript')
  })

  it('keep what belongs together on one page: titles with their tables, badges with their text, words before pictures', async () => {
    const html = String(
      await writeDocument(buildDocument(findDocument('threat-model')!, contextFor(supportAgentDesign, prices)), 'html'),
    )
    expect(html).not.toContain('<caption')
    const named = [...html.matchAll(/<table aria-labelledby="([^"]+)"/g)].map(([, id]) => id)
    expect(named.length).toBeGreaterThan(4)
    for (const id of named) expect(html).toMatch(new RegExp(`<p class="caption" id="${id}">[^<]+</p><table`))
    expect(html).toMatch(/<h3 id="threat-1">[^<]*<\/h3>\n<p class="tags">/)
    const threat = html.slice(html.indexOf('id="threat-1"'), html.indexOf('id="threat-2"'))
    expect(threat.indexOf('<figure')).toBeGreaterThan(threat.indexOf('class="facts'))
  })

  it('print slides on pages on their sides, and a short table on one page', async () => {
    const slides = String(
      await writeDocument(outlineOf({ type: 'slide', title: 'A title', blocks: [paragraph('a')] }), 'html'),
    )
    expect(slides).toContain('<body class="slides">')
    const rows = (count: number): string[][] => Array.from({ length: count }, (_, row) => [String(row)])
    const page = String(await writeDocument(outlineOf(table(['A'], rows(3)), table(['B'], rows(30))), 'html'))
    expect(page).toContain('<body>')
    expect(page.match(/<table class="together">/g)).toHaveLength(1)
  })

  it('begin with a smaller title where it is a sentence of several lines', async () => {
    const page = { ...outlineOf(paragraph('a')), title: 'Long name '.repeat(30) }
    expect(String(await writeDocument(page, 'html'))).toContain('<h1 class="long">')
    expect(String(await writeDocument(outlineOf(paragraph('a')), 'html'))).toContain('<h1>')
  })

  it('give every picture a description and every marker an id of its own', async () => {
    const html = String(
      await writeDocument(buildDocument(findDocument('threat-model')!, contextFor(supportAgentDesign, prices)), 'html'),
    )
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(html.match(/<svg /g)!.length).toBe(html.match(/<svg [^>]*aria-label="[^"]+"/g)!.length)
  })
})

describe('Markdown', () => {
  const cellsOf = (line: string): number => line.replace(/\\\|/g, '').split('|').length

  it('keeps every table whole, whatever the names are', async () => {
    for (const design of [supportAgentDesign, hostile]) {
      const text = String(
        await writeDocument(buildDocument(findDocument('threat-model')!, contextFor(design, prices)), 'markdown'),
      )
      const lines = text.split('\n')
      for (const [index, line] of lines.entries()) {
        if (!line.startsWith('|')) continue
        const before = lines[index - 1] ?? ''
        if (before.startsWith('|')) expect(cellsOf(line)).toBe(cellsOf(before))
      }
      expect(text).not.toMatch(/(?<!\\)<script/)
    }
  })

  it("writes people's words as text, never as markup", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (words) => {
        const text = String(
          await writeDocument(
            outlineOf(list([words]), table(['A', 'B'], [[words, [strong(words), code(words)]]])),
            'markdown',
          ),
        )
        const row = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))[1] ?? ''
        expect(row.replace(/\\\\/g, '').replace(/\\\|/g, '').split('|')).toHaveLength(4)
        expect(
          text
            .split('\n')
            .find((line) => line.startsWith('- '))
            ?.replaceAll('\\\\', '') ?? '',
        ).not.toMatch(/(?<!\\)<[a-z]/i)
      }),
    )
  })

  it('quotes front matter that YAML would read as something else', async () => {
    const page = outlineOf({
      type: 'frontMatter',
      fields: { status: 'accepted', note: 'yes', who: ['a: b', '- c'], date: '2026-01-02' },
    })
    expect(String(await writeDocument(page, 'markdown'))).toContain(
      '---\nstatus: accepted\nnote: "yes"\nwho:\n  - "a: b"\n  - "- c"\ndate: 2026-01-02\n---',
    )
  })
})

describe('presentations', () => {
  const decks = [researchRagDesign, supportAgentDesign, hostile].map((design) =>
    writeDocument(buildDocument(findDocument('deck')!, contextFor(design, prices)), 'pptx'),
  )

  const templateDecks = readdirSync('resources/templates')
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
    .map((design) => writeDocument(buildDocument(findDocument('deck')!, contextFor(design, prices)), 'pptx'))

  it('declare exactly the parts they have, and point only at parts that are there', async () => {
    for (const deck of await Promise.all(decks)) {
      const { paths, text } = await openPackage(deck as Uint8Array, JSZip)
      expect(paths[0]).toBe('[Content_Types].xml')
      const types = text['[Content_Types].xml']!
      const overrides = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part!)
      const extensions = [...types.matchAll(/<Default Extension="([^"]+)"/g)].map(([, extension]) => extension!)
      expect(new Set(overrides).size).toBe(overrides.length)
      for (const part of overrides) expect(paths).toContain(part)
      for (const path of paths.slice(1)) {
        expect(overrides.includes(path) || extensions.some((extension) => path.endsWith(`.${extension}`))).toBe(true)
      }
      for (const path of paths.filter((each) => each.endsWith('.rels'))) {
        const folder = path.replace(/_rels\/[^/]+$/, '')
        for (const [, target = '', mode] of text[path]!.matchAll(/Target="([^"]+)"(?: TargetMode="(\w+)")?/g)) {
          if (mode === 'External') continue
          const resolved = new URL(target, `file:///${folder}`).pathname.slice(1)
          expect(paths).toContain(resolved)
        }
      }
    }
  })

  it('are well-formed XML with unique shape numbers and sound boxes', async () => {
    for (const deck of await Promise.all(decks)) {
      const opened = await openPackage(deck as Uint8Array, JSZip)
      for (const xml of Object.values(opened.text)) {
        expect(xml).not.toMatch(/NaN|undefined|Infinity/)
        expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/)
        // eslint-disable-next-line no-control-regex
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
      }
      for (const slide of slidesOf(opened)) {
        const ids = [...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const [, w, h] of slide.matchAll(/<a:ext cx="(-?\d+)" cy="(-?\d+)"/g)) {
          expect(Number(w)).toBeGreaterThanOrEqual(0)
          expect(Number(h)).toBeGreaterThanOrEqual(0)
        }
        for (const [paragraph_] of slide.matchAll(/<a:p>.*?<\/a:p>/gs)) {
          expect((paragraph_.match(/<a:pPr\b/g) ?? []).length).toBeLessThanOrEqual(1)
        }
        expect(slide).toContain('type="title"')
      }
    }
  })

  it('glue every arrow to shapes of its slide, from site to site', async () => {
    let count = 0
    for (const deck of await Promise.all(decks)) {
      for (const slide of slidesOf(await openPackage(deck as Uint8Array, JSZip))) {
        const shapes = new Map(shapesOf(slide).map((shape) => [shape.id, shape]))
        for (const connector of connectorsOf(slide)) {
          count += 1
          for (const [end, spot] of [
            [connector.from, connector.points[0]],
            [connector.to, connector.points.at(-1)],
          ] as const) {
            const shape = shapes.get(end.id)
            expect(shape).toBeDefined()
            const { x, y, w, h } = shape!
            const site = [
              [x + w / 2, y],
              [x, y + h / 2],
              [x + w / 2, y + h],
              [x + w, y + h / 2],
            ][end.site]!
            // A U between level sites has the extent of a point that PowerPoint gives it.
            expect(Math.abs(spot![0] - site[0]!)).toBeLessThanOrEqual(12_700)
            expect(Math.abs(spot![1] - site[1]!)).toBeLessThanOrEqual(12_700)
          }
        }
      }
    }
    expect(count).toBeGreaterThan(20)
  })

  it('draw every arrow of a picture clear of the cards that it does not join, in every reader alike', async () => {
    for (const deck of await Promise.all([...decks.slice(0, 2), ...templateDecks])) {
      for (const slide of slidesOf(await openPackage(deck as Uint8Array, JSZip))) {
        const cards = shapesOf(slide).filter(({ id }) =>
          new RegExp(`id="${id}" name="[^"]*" descr="Component`).test(slide),
        )
        for (const { from, to, points, preset, adjusted } of connectorsOf(slide)) {
          expect(adjusted).toBe(preset === 'curvedConnector3')
          for (const line of linesOf(points)) {
            const hidden = cards.filter((card) => card.id !== from.id && card.id !== to.id && enters(line, card, -9000))
            expect(hidden.map(({ name }) => name)).toEqual([])
          }
        }
      }
    }
  })

  it('put nothing outside the slide, and no card over another', async () => {
    const emu = 914_400
    for (const deck of await Promise.all(decks)) {
      for (const slide of slidesOf(await openPackage(deck as Uint8Array, JSZip))) {
        for (const shape of shapesOf(slide)) {
          expect(shape.x).toBeGreaterThanOrEqual(0)
          expect(shape.y).toBeGreaterThanOrEqual(0)
          expect(shape.x + shape.w).toBeLessThanOrEqual(13.34 * emu)
          expect(shape.y + shape.h).toBeLessThanOrEqual(7.5 * emu)
        }
        const cards = shapesOf(slide.replace(/<p:sp>(?:(?!<p:sp>).)*?descr="Boundary.*?<\/p:sp>/gs, '')).filter(
          ({ name }) => name !== '',
        )
        const nodes = cards.filter(({ id }) => new RegExp(`id="${id}" name="[^"]*" descr="Component`).test(slide))
        for (const [index, a] of nodes.entries()) {
          for (const b of nodes.slice(index + 1)) {
            expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h).toBe(false)
          }
        }
      }
    }
  })

  it('hold native charts with two axes and their data, and the order that the schema wants', async () => {
    const { paths, text } = await openPackage((await decks[0]) as Uint8Array, JSZip)
    const charts = paths.filter((path) => /charts\/chart\d+\.xml$/.test(path))
    expect(charts).toHaveLength(2)
    for (const path of charts) expect(text[path]!.match(/<c:axId /g)).toHaveLength(4)
    expect(paths.filter((path) => path.endsWith('.xlsx'))).toHaveLength(2)
    expect(text['ppt/presentation.xml']).toMatch(/<\/p:sldMasterIdLst><p:notesMasterIdLst>/)
  })

  it('keep the text of hostile names as text', async () => {
    const opened = await openPackage((await decks[2]) as Uint8Array, JSZip)
    for (const slide of slidesOf(opened)) expect(slide).not.toContain('<script')
    expect(slidesOf(opened).join('')).toContain('&lt;script&gt;')
  })
})
