import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import { sharesOf } from './shares.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'))
const prices = read('prices/price-book.json') as object
const design = read('templates/customer-support-agent.lintel.json') as Design

describe('shares', () => {
  const shares = [...sharesOf(analyse(design, { prices, today: '2026-11-21' })).values()]

  it('of cost and time are shown only where they matter', () => {
    for (const { costShare, timeShare } of shares) {
      expect(costShare ?? 1).toBeGreaterThanOrEqual(0.05)
      expect(timeShare ?? 1).toBeGreaterThanOrEqual(0.05)
    }
    expect(shares.some(({ costShare }) => costShare !== undefined)).toBe(true)
    expect(shares.some(({ timeShare }) => timeShare !== undefined)).toBe(true)
  })

  it('are those of parts of one whole', () => {
    const total = (of: 'costShare' | 'timeShare'): number => shares.reduce((sum, each) => sum + (each[of] ?? 0), 0)
    expect(total('costShare')).toBeLessThanOrEqual(1.05)
    expect(total('timeShare')).toBeLessThanOrEqual(1.05)
  })

  it('are none in a blank design', () => {
    const blank: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'Blank' }
    expect(sharesOf(analyse(blank, { prices, today: '2026-11-21' })).size).toBe(0)
  })
})
