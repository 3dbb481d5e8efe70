import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { barEnds } from '../chart.ts'
import { contextFor } from '../testing/context-for.ts'
import { latencyChart } from './latency-chart.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)

describe.each(templates)('the waterfall of the time in $name', (design) => {
  const { analysis, graph } = contextFor(design, prices)
  const drawn = analysis.estimate.actions.flatMap((action) => {
    const chart = latencyChart(action, (id) => graph.name(id))
    return chart === undefined ? [] : [{ action, chart }]
  })

  it('begins each bar where the one before it ends, and ends with the whole', () => {
    for (const { chart } of drawn) {
      const ends = barEnds(chart)
      const whole = ends.at(-1)!
      const steps = ends.slice(0, -1)
      expect(chart.categories.at(-1)).toBe('In all')
      expect(chart.begins?.[0]).toBe(0)
      expect(chart.begins?.at(-1)).toBe(0)
      for (const [index, end] of steps.entries()) {
        const next = chart.begins?.[index + 1]
        if (index < steps.length - 1) expect(end).toBeCloseTo(next!, 2)
        // Each number is rounded as the words beside it are.
        else expect(Math.abs(end - whole)).toBeLessThan(0.06 * whole)
      }
    }
  })

  it('counts every component once, and all of the mean time', () => {
    for (const { action, chart } of drawn) {
      const { shares } = action
      const mean = shares.reduce((sum, { meanMs }) => sum + meanMs, 0)
      const unit = { seconds: 1000, minutes: 60_000, hours: 3_600_000, milliseconds: 1 }[chart.unit]!
      expect(chart.series[1]!.values.at(-1)! * unit).toBeGreaterThan(0.94 * mean)
      expect(chart.series[1]!.values.at(-1)! * unit).toBeLessThan(1.06 * mean)
      expect(new Set(chart.categories).size).toBe(chart.categories.length)
    }
  })
})
