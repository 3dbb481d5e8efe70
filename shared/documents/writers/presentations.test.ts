import { readFileSync, readdirSync } from 'node:fs'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { researchRagDesign, supportAgentDesign } from '../../design/testing/fixtures.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { hostile } from '../testing/hostile-design.ts'
import { connectorsOf, openPackage, shapesOf, slidesOf } from '../testing/slide-parts.ts'
import { writeDocument } from './index.ts'
import { enters, linesOf } from './pptx/line-geometry.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object

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
