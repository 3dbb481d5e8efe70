import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import { compareSides } from '../../options/compare.ts'
import type { DocumentContext } from '../document.ts'
import { buildDocument, buildForDecisions, contextsFor, findDocument } from '../index.ts'
import type { Block, Text } from '../outline.ts'
import { boardDesign } from '../testing/board-design.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeDocument } from '../writers/index.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const prices = read('resources/prices/price-book.json') as object
const start = read('resources/templates/analyst-research-rag.lintel.json') as Design
const design = boardDesign(start, prices)
const context = contextFor(design, prices)
const memo = findDocument('trade-off')!
const about = (own: DocumentContext) => ({ ...own, decisionId: 'adr-model' })
const blocks = buildDocument(memo, about(context)).blocks
const plain = (text: Text = []): string => text.map((part) => (typeof part === 'string' ? part : part.text)).join('')
const tableUnder = (title: string) =>
  blocks.find(
    (block): block is Extract<Block, { type: 'table' }> =>
      block.type === 'table' && block.caption?.startsWith(title) === true,
  )!

describe('the trade-off memo', () => {
  it('is written of decisions that can be weighed, and of no other', () => {
    expect(contextsFor(memo, context).map(({ decisionId }) => decisionId)).toEqual(['adr-model'])
    expect(buildForDecisions(memo, context).map(({ fileName }) => fileName)).toEqual([
      '0009-which-model-answers-trade-off',
    ])
    expect(contextsFor(memo, contextFor(start, prices))).toEqual([])
  })

  it('has its chapters in their order', () => {
    const titles = blocks.flatMap((block) => (block.type === 'heading' && block.level === 2 ? [block.text] : []))
    expect(titles).toEqual([
      'The question',
      '3 options considered',
      'How the options weigh',
      'What would turn the ranking',
      'Risks of each option',
      'Recommendation',
      'Decision asked',
      'Assumptions, sources and dates',
    ])
  })

  it('states for each drawn option the numbers of its own run, and the difference of the two runs', () => {
    const runs = [undefined, 'v-dear'].map((shown) => {
      const { shown: _shown, ...base } = design
      return analyse(shown === undefined ? base : { ...design, shown }, { prices, today: '2026-11-21' })
    })
    const [base, dear] = runs.map((run) => run.estimate.totalUsdPerMonth.value)
    const { figures } = compareSides(design, [
      { side: null, outcome: runs[0]! },
      { side: 'v-dear', outcome: runs[1]! },
    ])
    expect(figures[0]?.cells[1]?.delta).toBe(dear! - base!)
    const row = tableUnder('What the engines say').rows.find(([label]) => plain(label) === 'Cost a month')
    // To a hundredth of the thousand that the number itself is shown in.
    expect(plain(row?.[2])).toContain(`+$${Math.round((dear! - base!) / 10) * 10}`)
  })

  it('says the same whichever variant is shown', () => {
    const shown = contextFor({ ...design, shown: 'v-dear' }, prices)
    const matrixOf = (own: DocumentContext): string =>
      JSON.stringify(
        buildDocument(memo, about(own))
          .blocks.filter((block) => block.type === 'table')
          .slice(0, 4),
      )
    expect(matrixOf(shown)).toBe(matrixOf(context))
  })

  it('sums each total from the weights and scores that it shows', () => {
    const rows = tableUnder('The weighted').rows.map((row) => row.map(plain))
    const criteria = rows.slice(0, -2)
    const weight = criteria.reduce((sum, row) => sum + Number(row[1]), 0)
    for (const column of [2, 3, 4]) {
      const total = criteria.reduce((sum, row) => sum + Number(row[1]) * Number.parseFloat(row[column] ?? ''), 0)
      expect(Number.parseFloat(rows.at(-2)?.[column] ?? '')).toBeCloseTo(total / weight, 1)
    }
  })

  it('says where each score comes from, and what would turn the ranking', async () => {
    const text = String(await writeDocument(buildDocument(memo, about(context)), 'markdown'))
    expect(text).toContain('Trial of 2026-10-30.')
    expect(text).toMatch(/The ranking turns when \*\*Days to change\*\* weighs less than 0\.\d+: then A dear model/)
    expect(text).toContain('within the bands of the numbers A dear model could come first')
    expect(text).toContain('B. Board is asked to choose The model of today')
  })

  it('names nothing that is internal in an option alone', () => {
    const model = start.components?.find(({ kind }) => kind === 'llm-api')
    const secret: Design = {
      ...design,
      variants: (design.variants ?? []).map((variant) => ({
        ...variant,
        changes: {
          ...variant.changes,
          components: {
            ...variant.changes.components,
            'c-secret': { name: 'Nightjar desk', kind: model?.kind ?? '', internal: true },
          },
        },
      })),
    }
    const hidden = contextFor(secret, prices)
    expect(JSON.stringify(hidden.filed)).toContain('Nightjar')
    expect(JSON.stringify(buildDocument(memo, about(hidden)))).not.toContain('Nightjar')
  })
})
