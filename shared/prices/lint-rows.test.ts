import { describe, expect, it } from 'vitest'
import { lintRow, lintRows } from './lint-rows.ts'
import type { PriceRow } from './price-row.ts'

function row(item: string, usd: number, more: Partial<PriceRow> = {}): PriceRow {
  return {
    item,
    product: 'vendor/model',
    usd,
    unit: 'USD/1M tokens',
    region: 'global',
    asOf: '2026-08-01',
    source: 'a list',
    licence: 'fact',
    confidence: 'B',
    ...more,
  }
}

const plain = [row('llm.input', 2), row('llm.output', 8)]

describe('the traps of price feeds', () => {
  it.each([
    ['a cached token dearer than a new one', row('llm.cache-read', 2.5), 'read anew'],
    ['a batch price above the plain one', row('llm.output-batch', 9), 'plain price'],
    ['a flex price above the plain one', row('llm.input-flex', 3), 'plain price'],
    ['a priority price fifty times the plain one', row('llm.input-priority', 100), '3 times'],
    ['a cache write at ten times the price', row('llm.cache-write', 20), '2.5 times'],
    ['a long-prompt price below the plain one', row('llm.input-long', 1), '1 to 3 times'],
    ['the same price twice', row('llm.input', 2), 'twice'],
  ])('are found: %s', (_case, wrong, words) => {
    const [problem, ...others] = lintRows([...plain, wrong])
    expect(problem?.sentence).toContain(words)
    expect(problem?.path).toBe('rows[2]')
    expect(others).toEqual([])
  })

  it('are found: output below input', () => {
    expect(lintRows([row('llm.input', 2), row('llm.output', 1)])[0]?.sentence).toContain('below the price of input')
  })

  it('are found: a price of 0, another unit, an unknown item, a price outside its band', () => {
    const wrong = [
      row('llm.input', 0),
      row('llm.input', 1, { unit: 'USD/page' }),
      row('llm.words', 1),
      row('llm.input', 1, { low: 2, high: 3 }),
      row('embedding.tokens', 100),
    ]
    for (const each of wrong) expect(lintRow(each, 4)).toMatchObject([{ level: 'error', path: 'rows[4]' }])
    expect(lintRow(row('llm.input', 0, { included: true }), 0)).toEqual([])
  })

  it('are not seen where all is in order, or where a row is of another region or product', () => {
    expect(
      lintRows([
        ...plain,
        row('llm.cache-read', 0.5),
        row('llm.cache-write', 2.5),
        row('llm.input-batch', 1),
        row('llm.input-priority', 4),
        row('llm.input-long', 4),
        row('llm.input', 9, { region: 'EU' }),
        row('llm.output-batch', 100, { product: 'other/model' }),
      ]),
    ).toEqual([])
  })
})
