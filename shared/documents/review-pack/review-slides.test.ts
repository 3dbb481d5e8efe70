import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareBaseline } from '../../baselines/compare.ts'
import type { Design } from '../../design/design.ts'
import { addElement, blankDesign } from '../../design/edit/index.ts'
import { buildDocument, findDocument } from '../index.ts'
import type { Outline, Slide } from '../outline.ts'
import { boardDesign } from '../testing/board-design.ts'
import { contextFor } from '../testing/context-for.ts'

const counted = (count: number, one: string): string =>
  count === 0 ? `no ${one}s` : count === 1 ? `one ${one}` : `${count} ${one}s`

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const prices = read('resources/prices/price-book.json') as object
const start = read('resources/templates/analyst-research-rag.lintel.json') as Design
const design = boardDesign(start, prices)
const outlineOf = (of: Design): Outline => buildDocument(findDocument('review-slides')!, contextFor(of, prices))
const slidesOf = ({ blocks }: Outline): readonly Slide[] =>
  blocks.filter((block): block is Slide => block.type === 'slide')

describe('the slides of the review board', () => {
  it('say what is asked, what changed, what is open and what it costs, each title with its number', () => {
    const outline = outlineOf(design)
    const { analysis } = contextFor(design, prices)
    const since = compareBaseline(design, design.baselines![0]!, analysis)
    const moved = since.figures.filter(
      ({ id, delta, isWithinBand }) => delta !== 0 && isWithinBand !== true && !/^(findings|threats)\./.test(id),
    ).length
    expect(slidesOf(outline).map(({ title }) => title)).toEqual([
      expect.stringMatching(/^We ask you to decide .*open points? of .*\$/),
      'One decision is asked of the board; its matrix is filled',
      `Since ARB v1.0, 3 elements, ${counted(moved, 'number')}, ${counted(since.findings.length, 'finding')} and no threats have changed`,
      '2 conditions of the board are open, one is overdue',
      expect.stringMatching(
        /^Running it costs .*\$.* a month, and of \d+ requirements (?:none is missed|.*(?:missed|at risk))$/,
      ),
      expect.stringMatching(/^\d+ findings are open, and the worst is \w+: /),
    ])
    expect(outline.dropped).toEqual(['deviations from house standards'])
    const words = JSON.stringify(outline)
    for (const said of [
      'approved with conditions by Architecture board on 2026-10-02',
      'Answer model, newer',
      'overdue',
    ])
      expect(words).toContain(said)
    expect(words).not.toContain('Name an owner')
  })

  it('are eight at most, none of them without content, and what is not made is said', () => {
    const templates = readdirSync('resources/templates').map((name) => read(`resources/templates/${name}`) as Design)
    const sketch = addElement(blankDesign('d-one', ''), 'components', { id: 'c-1', kind: 'llm-api', name: 'Model' })
    for (const each of [design, ...templates, sketch]) {
      const outline = outlineOf(each)
      const slides = slidesOf(outline)
      expect(slides.length).toBeLessThanOrEqual(8)
      expect(slides.length + (outline.dropped ?? []).length).toBeGreaterThanOrEqual(7)
      for (const { title, blocks } of slides) {
        expect(title).toMatch(/\d|one|none|no /i)
        expect(title).not.toMatch(/\.$/)
        for (const block of blocks) if (block.type === 'table') expect(block.rows.length).toBeGreaterThan(0)
      }
    }
    expect(outlineOf(sketch).dropped).toContain('the numbers')
  })
})
