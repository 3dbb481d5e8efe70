import { describe, expect, it } from 'vitest'
import type { PlacementPrice } from '../../analysis/inquiry-message.ts'
import { fullPriceWords, priceLine, priceWords } from './price-words.ts'

const from = (before: number, after: number) => ({ before, after, delta: after - before })
const same = from(1, 1)
const price: PlacementPrice = {
  as: 'box',
  technologyUsdPerMonth: from(1000, 1150),
  peopleUsdPerMonth: same,
  totalUsdPerMonth: from(1000, 1150),
  onceUsd: same,
  actions: [
    {
      action: 'ask',
      name: 'Ask',
      isMain: true,
      p95Ms: from(2000, 2120),
      firstP95Ms: from(800, 800.2),
      availability: from(0.995, 0.9946),
    },
  ],
  isMeaningful: true,
}

describe('the price of a control', () => {
  it('is told in milliseconds and money', () => {
    expect(priceWords(price).replaceAll('\u202f', ' ')).toBe('+120 ms at p95, +$150 a month')
  })
  it('is told, where there is room, with what it takes from the time that the design is up', () => {
    expect(priceLine(price)).toMatch(/a month, −0\.04 points of availability$/u)
    expect(priceLine({ ...price, actions: price.actions.map((one) => ({ ...one, availability: same })) })).toBe(
      priceWords(price),
    )
    expect(priceLine({ ...price, as: 'commitment' })).toBe(priceWords({ ...price, as: 'commitment' }))
  })
  it('says that it costs nothing, and is never silent about what is not known', () => {
    const free = {
      ...price,
      totalUsdPerMonth: same,
      actions: price.actions.map((one) => ({ ...one, p95Ms: same, availability: same })),
    }
    expect(priceWords(free)).toBe('no time, no cost')
    expect(priceWords({ ...price, isMeaningful: false })).toMatch(/^at least \+120/u)
    const dark = { ...price, technologyUsdPerMonth: { before: undefined, after: 1, delta: undefined } }
    expect(fullPriceWords(dark)).toContain('Technology unknown')
  })
  it('says when nobody gets an answer in time any more, and where', () => {
    const noTime = { word: 'unstable' as const, words: 'unstable: Desk is asked for more at the peak than it can do' }
    const gone = { before: 2000, after: undefined, delta: undefined }
    const stuck = { ...price, actions: price.actions.map((one) => ({ ...one, p95Ms: gone, noTime })) }
    expect(priceWords(stuck)).toBe('answer unstable, +$150 a month')
    expect(fullPriceWords(stuck)).toContain('Ask: answer unstable: Desk is asked for more')
  })
  it('is no price where nothing is drawn', () => {
    expect(priceWords({ ...price, as: 'commitment' })).toContain('no number moves')
  })
  it('leaves out what does not move', () => {
    expect(fullPriceWords(price)).toContain('availability −0.04 points')
    expect(fullPriceWords(price)).not.toContain('first words')
  })
})
