import { describe, expect, it } from 'vitest'
import type { BuildOrBuy } from '../../../shared/estimate/self-hosting-parts.ts'
import { verdictOf } from './build-or-buy-words.ts'

const compared = (bought: number, built: number, callsPerMonth: number, breakEvenCallsPerMonth?: number) =>
  verdictOf({
    usdPerMonthBought: bought,
    usdPerMonthBuilt: built,
    callsPerMonth,
    ...(breakEvenCallsPerMonth === undefined ? {} : { breakEvenCallsPerMonth }),
  } as BuildOrBuy)

describe('the verdict of bought against built', () => {
  it('says who is cheaper today and from where that turns', () => {
    expect(compared(1000, 4517, 925_926, 4_182_463)).toBe(
      "Buying is $3.5k a month cheaper today. The two are even at about 4.2M calls a month, 4.5 times today's.",
    )
    expect(compared(43_200, 5876, 40e6, 4_182_463)).toBe(
      'Own machines are $37k a month cheaper today. The two are even at about 4.2M calls a month.',
    )
  })

  it('says that the next step is not full yet, and when own machines never pay', () => {
    expect(compared(5000, 5900, 6e6, 4e6)).toContain('the next whole replica is not full yet')
    expect(compared(100, 5000, 1e5)).toContain('never catch up')
  })
})
