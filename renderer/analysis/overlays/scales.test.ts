import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse.ts'
import type { Design } from '../../../shared/design/design.ts'
import type { Estimate } from '../../../shared/estimate/estimate.ts'
import { formatUsd } from '../../../shared/kinds/figures/number-format.ts'
import { shareOfCost, shareOfTime } from './shares.ts'
import { utilisationOf } from './utilisation.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'))
const prices = read('prices/price-book.json') as object
const design = read('templates/customer-support-agent.lintel.json') as Design
const { estimate } = analyse(design, { prices, today: '2026-11-21' })
const loaded = (...utilisations: readonly number[]): Estimate => ({
  ...estimate,
  components: utilisations.map((utilisation, index) => ({
    component: `c-${index}`,
    callsPerMonth: 1,
    peakCallsPerSecond: 1,
    usdPerMonth: { value: 0, low: 0, high: 0 },
    utilisation,
    capacityWhy: '2 reviewers at 4 minutes each',
  })),
})
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u202f', ' ')

describe('heat over the canvas', () => {
  it('is deeper where more of the money goes, and pale where little does', () => {
    const map = shareOfCost(estimate, formatUsd)
    expect(map?.legend.map(({ label }) => plain(label))).toEqual(['0 %', '2 %', '5 %', '15 %', '40 %'])
    const levels = new Set<number>()
    for (const { component, costShare = 0 } of estimate.components) {
      const level = Number(map?.heats.get(component)?.level ?? 0)
      levels.add(level)
      const [least, most] = [
        [0, 0.0005],
        [0.0005, 0.02],
        [0.02, 0.05],
        [0.05, 0.15],
        [0.15, 0.4],
        [0.4, 2],
      ][level] ?? [Infinity, 0]
      expect(costShare).toBeGreaterThanOrEqual(least ?? Infinity)
      expect(costShare).toBeLessThan(most ?? 0)
    }
    expect(levels.size).toBeGreaterThan(2)
  })

  it('says shares of time as shares', () => {
    const map = shareOfTime(estimate)
    expect(map?.heats.size).toBeGreaterThan(1)
    for (const heat of map?.heats.values() ?? []) expect(plain(heat.text)).toMatch(/^<?\d+ %$/)
  })

  it('steps where waiting begins, and is unstable from 100 %', () => {
    const heats = [...(utilisationOf(loaded(0, 0.3, 0.5, 0.7, 0.85, 0.999, 1, 12))?.heats.values() ?? [])]
    expect(heats.map((heat) => heat.level)).toEqual([1, 2, 3, 4, 5, 5, 5, 5])
    expect(heats.map((heat) => heat.text === 'unstable')).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ])
    expect(plain(heats[7]?.title)).toBe('Unstable: asked for 1 200 % of 2 reviewers at 4 minutes each')
  })

  it('is not there while nothing is connected', () => {
    expect(shareOfCost({ ...estimate, meaningful: false }, formatUsd)).toBeUndefined()
  })
})
