import { expect, it } from 'vitest'
import type { CostLine } from '../../../shared/estimate/estimate.ts'
import { constant } from '../../../shared/kinds/formula/formula.ts'
import { sortLines } from './sort-lines.ts'

const line = (id: string, component: string, usd: number, note?: string): CostLine => ({
  id,
  component,
  label: id,
  headline: 'technology',
  recurrence: 'month',
  formula: constant(id, usd, 'USD'),
  usd: { value: usd, low: usd, high: usd },
  ...(note === undefined ? {} : { note }),
})

it('puts the dearest first, and what costs nothing for a reason behind the dearest of its component', () => {
  const lines = [
    line('log', 'log', 5),
    line('cache', 'model', 0, 'too short'),
    line('tokens', 'model', 40),
    line('db', 'db', 60),
  ]
  expect(sortLines(lines).map(({ id }) => id)).toEqual(['db', 'tokens', 'cache', 'log'])
})
