import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { researchRagDesign, supportAgentDesign } from '../../design/testing/fixtures.ts'
import { link, paragraph, table } from '../blocks.ts'
import { buildDocument, documents, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { hostile } from '../testing/hostile-design.ts'
import { outlineOf } from '../testing/outline-of.ts'
import { writeDocument } from './index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object

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
