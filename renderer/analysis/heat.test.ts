import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import type { Estimate } from '../../shared/estimate/estimate.ts'
import { heatMapOf } from './heat.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'))
const prices = read('prices/price-book.json') as object
const design = read('templates/customer-support-agent.lintel.json') as Design
const { estimate } = analyse(design, { prices, today: '2026-11-21' })
const loaded = (...utilisations: readonly number[]): Estimate => ({
  ...estimate,
  components: utilisations.map((utilisation, index) => ({
    component: `c-${index}`,
    callsPerMonth: 1,
    peakCallsPerSecond: 1,
    usdPerMonth: 0,
    utilisation,
    capacityWhy: '2 reviewers at 4 minutes each',
  })),
})
const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u202f', ' ')

describe('heat over the canvas', () => {
  it('runs from nothing to the dearest component, which is the deepest', () => {
    const map = heatMapOf(estimate, 'cost')
    const dearest = estimate.components.toSorted((a, b) => b.usdPerMonth - a.usdPerMonth)[0]
    expect(map?.heats.get(dearest?.component ?? '')?.level).toBe(5)
    expect(map?.steps[0]).toBe('$0')
    for (const { component, usdPerMonth } of estimate.components) {
      const level = map?.heats.get(component)?.level ?? 0
      expect(level).toBe(
        usdPerMonth < (dearest?.usdPerMonth ?? 0) * 0.005
          ? 0
          : Math.max(1, Math.ceil((usdPerMonth / (dearest?.usdPerMonth ?? 1)) * 5 - 1e-9)),
      )
    }
  })

  it('says shares of time as shares', () => {
    const map = heatMapOf(estimate, 'time')
    expect(map?.heats.size).toBeGreaterThan(1)
    for (const heat of map?.heats.values() ?? []) expect(plain(heat.text)).toMatch(/^<?\d+ %$/)
  })

  it('steps where waiting begins, and is unstable from 100 %', () => {
    const heats = [...(heatMapOf(loaded(0, 0.3, 0.5, 0.7, 0.85, 0.999, 1, 12), 'load')?.heats.values() ?? [])]
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
    expect(heatMapOf({ ...estimate, meaningful: false }, 'cost')).toBeUndefined()
  })
})
