import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import { importPrices } from '../../shared/prices/import/import-prices.ts'
import { parsePriceBook } from '../../shared/prices/read-book.ts'
import { findRows, priceWords, showRow } from './find-rows.ts'
import { movedNumbers } from './moved-numbers.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'))
const book = parsePriceBook(read('prices/price-book.json'))
if (!book.ok) throw new Error('the shipped book is not readable')
const base = book.value
const design = read('templates/analyst-research-rag.lintel.json') as Design
const numbers = (prices: object) => analyse(design, { prices, today: '2026-11-21' })

describe('what moves with other prices', () => {
  it('is nothing with the same prices', () => {
    expect(movedNumbers(numbers(base), numbers(base))).toEqual({ headlines: [], lines: [], verdicts: [] })
  })

  it('is the lines of the model whose price changed, and the headlines over them', () => {
    const product = design.components?.find(({ id }) => id === 'llm')?.product
    expect(product).toBe('openai/gpt-4.1')
    const text = 'item,product,usd\nllm.output,openai/gpt-4.1,80\n'
    const imported = importPrices(base, { text, asOf: '2026-11-21' })
    if (!imported.ok) throw new Error(imported.problems[0]?.sentence)
    const moved = movedNumbers(numbers(base), numbers(imported.value.book))
    expect(moved.headlines.map(({ id }) => id)).toContain('technology')
    expect(moved.lines.length).toBeGreaterThan(0)
    for (const { component } of moved.lines) expect(component).toBe('llm')
    for (const { before, after } of moved.headlines) expect(after?.value).toBeGreaterThan(before?.value ?? 0)
  })
})

describe('the list of prices', () => {
  const rows = base.rows.map(showRow)

  it('finds by item, product, seller, region and source, all words at once', () => {
    expect(findRows(rows, 'GPT-4.1 output batch openai').map(({ row }) => row.product)).toContain('openai/gpt-4.1')
    expect(findRows(rows, 'h100 coreweave').map(({ row }) => row.product)).toContain('gpu/h100@coreweave')
    expect(findRows(rows, '  ')).toHaveLength(rows.length)
    expect(findRows(rows, 'nothing like it')).toEqual([])
  })

  it('reads an amount with its unit', () => {
    expect(priceWords({ usd: 0.0025, unit: 'USD/1M tokens' })).toEqual({ amount: '$0.0025', per: '/1M tokens' })
    expect(priceWords({ usd: 0, unit: 'USD/GB-month' }).amount).toBe('included')
  })
})
