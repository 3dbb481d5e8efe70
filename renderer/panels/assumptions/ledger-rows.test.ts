import { describe, expect, it } from 'vitest'
import { researchRagDesign } from '../../../shared/design/testing/fixtures.ts'
import type { LedgerEntry } from '../../../shared/estimate/estimate-parts.ts'
import {
  endsInWords,
  fieldOf,
  heldRows,
  jumpOf,
  keyOfEntry,
  ownerName,
  rowEdit,
  searchLedger,
  userNames,
} from './ledger-rows.ts'

const design = researchRagDesign
const entry = (more: Partial<LedgerEntry>): LedgerEntry => ({
  label: 'Answer',
  value: 450,
  unit: 'tokens',
  standing: 'stated',
  provenance: { from: 'stated' },
  usedBy: [],
  influence: 0,
  ...more,
})
const answer = entry({ on: 'f-llm', field: 'outputTokens' })
const minutes = entry({
  on: 'f-review',
  field: 'minutes',
  label: 'Minutes of work',
  unit: 'minutes',
  standing: 'assumed',
  provenance: { from: 'stated', source: 'Research operations' },
})
const price = entry({
  label: 'Price per 1M input tokens',
  unit: 'USD/1M tokens',
  standing: 'listed',
  provenance: { from: 'price', item: 'llm.input:openai/gpt-4.1', source: 'vendor page' },
  missing: true,
  usedBy: ['llm/input'],
})
const ledger = [answer, minutes, price]
const line = {
  id: 'llm/input',
  component: 'llm',
  label: 'Input tokens',
  headline: 'technology',
  recurrence: 'month',
  formula: { op: 'sum', of: [] },
  usd: { value: 0, low: 0, high: 0 },
} as const
const lines = new Map([[line.id, line]])

describe('the ledger', () => {
  it('is searched by input, owner, source and standing, all words at once', () => {
    const find = (text: string) => searchLedger(design, ledger, text, 'all').map(({ label }) => label)
    expect(find('')).toHaveLength(3)
    expect(find('operations minutes')).toEqual(['Minutes of work'])
    expect(find('GPT-4.1')).toEqual(['Price per 1M input tokens'])
    expect(find('assumed')).toEqual(['Minutes of work'])
    expect(find('nothing like it')).toEqual([])
  })
  it('is filtered by standing, and by what lacks a price', () => {
    expect(searchLedger(design, ledger, '', 'stated')).toEqual([answer])
    expect(searchLedger(design, ledger, '', 'missing')).toEqual([price])
  })
  it('keeps rows where they stood when an edit changes their rank or their standing', () => {
    const held = ledger.map(keyOfEntry)
    const stated = { ...minutes, standing: 'stated' as const, influence: 0.9 }
    const now = [stated, price, answer]
    expect(heldRows(held, now, now)).toEqual([answer, stated, price])
    // What the filter no longer finds stays until somebody asks for other rows; what is gone leaves, what is new follows.
    const fresh = entry({ on: 'f-llm', field: 'reasoningTokens' })
    expect(heldRows(held, [fresh, stated, answer], [fresh, answer])).toEqual([answer, stated, fresh])
  })
  it('knows a price again once the design has its own, which holds in all regions', () => {
    const inRegion = (region: string) => ({ ...price, provenance: { ...price.provenance, region } })
    const listed = [inRegion('EU'), answer, inRegion('global')]
    const own = { ...price, on: 'price-1', field: 'usd', provenance: { ...price.provenance, on: 'price-1' } }
    expect(new Set(listed.map(keyOfEntry)).size).toBe(3)
    expect(heldRows(listed.map(keyOfEntry), [answer, own], [answer, own])).toEqual([own, answer])
    expect(heldRows([own, answer].map(keyOfEntry), listed, listed)).toEqual([listed[0], listed[2], answer])
  })
  it('names whose an input is', () => {
    expect(ownerName(design, price)).toMatch(/GPT-4\.1/i)
    expect(ownerName(design, entry({ on: 'llm', field: 'ttftP50Ms' }))).toBe('Answer model')
  })
  it('edits with the bounds of the kind, in the place where it is stated', () => {
    expect(fieldOf(design, answer)).toMatchObject({ type: 'number', unit: 'tokens' })
    expect(fieldOf(design, price)).toMatchObject({ type: 'number', min: 0 })
    const edit = rowEdit(design, answer)
    expect(edit?.stated).toBe(450)
    const next = edit?.write(design, 600)
    expect(next?.flows?.find(({ id }) => id === 'f-llm')?.call?.['outputTokens']).toBe(600)
    expect(rowEdit(design, price)?.write(design, 3).prices).toMatchObject([
      { item: 'llm.input:openai/gpt-4.1', usd: 3 },
    ])
    expect(rowEdit(design, entry({ on: 'ask', field: 'workload' }))).toBeUndefined()
  })
  it('leads to the field, or to who pays the price', () => {
    expect(jumpOf(minutes, lines)).toEqual({ on: 'f-review', field: 'minutes' })
    expect(jumpOf(price, lines)).toEqual({ on: 'llm', field: 'product' })
    expect(jumpOf(entry({}), lines)).toBeUndefined()
  })
  it('names what uses an input', () => {
    expect(userNames(design, { ...price, usedBy: ['llm/input', 'ask'] }, lines, new Map([['ask', 'Ask']]))).toEqual([
      'Input tokens, Answer model',
      'Time and availability of Ask',
    ])
  })
})

it('shows the ends of a band in as many digits as keep them apart', () => {
  const plain = (low: number, high: number): string => endsInWords(low, high).replaceAll(/\s/gu, ' ')
  expect(plain(4.5, 5.5)).toBe('4.5–5.5')
  expect(plain(42.3, 51.7)).toBe('42.3–51.7')
  expect(plain(100_000, 5_000_000)).toBe('100 000–5 000 000')
  expect(plain(99.88, 99.92)).toBe('99.88–99.92')
  expect(plain(99.9, 99.99)).toBe('99.9–99.99')
  expect(plain(0, 0)).toBe('0–0')
})
