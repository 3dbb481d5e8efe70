import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareBaseline } from '../../baselines/compare.ts'
import type { Design } from '../../design/design.ts'
import { setSetting } from '../../design/edit/element.ts'
import { removeElements } from '../../design/edit/remove.ts'
import { buildDocument, findDocument } from '../index.ts'
import { boardDesign } from '../testing/board-design.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeDocument } from '../writers/index.ts'

const counted = (count: number, one: string): string =>
  count === 0 ? `no ${one}s` : count === 1 ? `one ${one}` : `${count} ${one}s`

const setNotes = (of: Design, notes: string): Design => ({
  ...of,
  components: (of.components ?? []).map((component) => ({ ...component, notes })),
})

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const prices = read('resources/prices/price-book.json') as object
const start = read('resources/templates/analyst-research-rag.lintel.json') as Design
const design = boardDesign(start, prices)
const pack = findDocument('review-pack')!
const textOf = async (of: Design): Promise<string> =>
  String(await writeDocument(buildDocument(pack, contextFor(of, prices)), 'markdown'))

describe('the review-board pack', () => {
  it('says what is asked, what is new, and what the board would bear', async () => {
    const text = await textOf(design)
    const titles = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
    expect(titles).toEqual([
      'The system in short',
      'One decision to take',
      'What has changed since ARB v1.0',
      expect.stringMatching(/^\d+ findings are open; the worst is \w+$/) as string,
      'House standards',
      '2 open conditions, 1 overdue',
      'What was not looked at',
      'Assumptions, sources and dates',
    ])
    expect(text).toContain('Approved with conditions by Architecture board on 2026-10-02')
    expect(text).toContain('"Answer model", now "Answer model, newer"')
    expect(text).not.toContain('Name an owner')
  })

  it('counts the changes that the comparison with the baseline finds', async () => {
    const { analysis } = contextFor(design, prices)
    const since = compareBaseline(design, design.baselines![0]!, analysis)
    const moved = since.figures.filter(
      ({ id, delta, isWithinBand }) => delta !== 0 && isWithinBand !== true && !/^(findings|threats)\./.test(id),
    ).length
    expect(await textOf(design)).toContain(
      `3 elements, ${counted(moved, 'number')}, ${counted(since.findings.length, 'finding')} and no threats have changed`,
    )
  })

  it('of a design that no board has seen says so, and has no chapter about changes', async () => {
    const text = await textOf(start)
    expect(text).toContain('no baseline has been frozen')
    expect(text).not.toContain('What has changed')
  })

  it('tells nobody what people noted beside an element', async () => {
    const noted = setNotes(design, 'Said in confidence.')
    expect(JSON.stringify(noted)).toContain('in confidence')
    expect(await textOf(noted)).not.toContain('in confidence')
  })

  it('tells a number that is stated from another source as one that kept its value', async () => {
    const [model] = start.components?.filter(({ kind }) => kind === 'llm-api') ?? []
    const id = model?.id ?? ''
    const stated = setSetting(start, id, 'settings', 'ttftP50Ms', { value: 600, source: 'Pilot' })
    const frozen = boardDesign(stated, prices)
    const moved = setSetting(frozen, id, 'settings', 'ttftP50Ms', { value: 600, source: 'Load test' })
    const text = await textOf(moved)
    expect(text).toContain('the source of: time to first token, median')
    expect(text).not.toContain('600 ms, now 600 ms')
  })

  it('names nothing internal that only the baseline holds', async () => {
    const [first] = start.components ?? []
    const secret: Design = {
      ...start,
      components: [...(start.components ?? []), { ...first!, id: 'c-secret', name: 'Nightjar desk', internal: true }],
    }
    const since = removeElements(boardDesign(secret, prices), ['c-secret'])
    expect(JSON.stringify(since.baselines)).toContain('Nightjar')
    expect(await textOf(since)).not.toContain('Nightjar')
    expect(await textOf(removeElements(boardDesign(start, prices), [first?.id ?? '']))).toContain('removed')
  })
})
