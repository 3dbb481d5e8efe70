import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../graph/build-graph.ts'
import { arrow, box, draw } from '../graph/testing/draw.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { openPriceBook } from '../prices/price-book.ts'
import { estimateDesign } from './estimate-design.ts'
import type { Band, Estimate, Percentiles } from './estimate.ts'

const book = openPriceBook(JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')))

/** A first sketch: a person, one box as it comes out of the palette, and a model. */
function sketchWith(kind: string): Estimate {
  const boxes = [box('user', 'user'), box('box', kind), box('model', 'llm-api')]
  const design = draw(boxes, [arrow('user>box'), arrow('box>model')])
  return estimateDesign(buildGraph(design, kinds, products), book)
}

function bandsOf({ actions, lines, ...estimate }: Estimate): readonly Band[] {
  const times = actions.flatMap(({ first, full, unattended }) => [first, full, unattended].flatMap(percentilesOf))
  const money = actions.map(({ usdPerRequest }) => usdPerRequest)
  const totals = [estimate.totalUsdPerMonth, estimate.onceUsd, estimate.usdPerThousandRequests]
  return [...times, ...money, ...lines.map(({ usd }) => usd), ...totals.flatMap((band) => band ?? [])]
}
const percentilesOf = (times: Percentiles | undefined): readonly Band[] =>
  times ? [times.p50, times.p90, times.p95, times.p99] : []

describe.each(kinds.map(({ id }) => [id]))('%s between a person and a model', (kind) => {
  const estimate = sketchWith(kind)

  it('gives numbers that are none or in order, and never below nothing', () => {
    for (const { value, low, high } of bandsOf(estimate)) {
      expect([low, value, high].every(Number.isFinite)).toBe(true)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(value * (1 + 1e-9))
      expect(high).toBeGreaterThanOrEqual(value * (1 - 1e-9))
    }
  })
  it('never answers in no time, nor bills nothing for a price that nobody knows', () => {
    for (const { full, first } of estimate.actions) {
      for (const { value } of [...percentilesOf(first), ...percentilesOf(full)]) expect(value).toBeGreaterThan(0)
    }
    for (const { usd, note } of estimate.lines) {
      if (usd.value === 0) expect(usd.atLeast === true || note !== undefined).toBe(true)
    }
    const model = estimate.components.find(({ component }) => component === 'model')
    if ((model?.callsPerMonth ?? 0) > 0) expect(model?.tokensPerMonth?.input).toBeGreaterThan(0)
  })
})
