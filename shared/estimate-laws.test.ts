import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import type { Analysis } from './analysis.ts'
import type { Design } from './design/design.ts'
import type { CostLine, Estimate, Percentiles } from './estimate/estimate.ts'
import { arbitraryDrawing } from './estimate/testing/arbitrary-drawing.ts'

// What holds for any drawing of the kinds that ship, whatever its settings, plans, limits and workloads.

const prices: object = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8'))
const analysisOf = (design: Design): Analysis => analyse(design, { prices, today: '2026-11-21' })
const estimateOf = (design: Design): Estimate => analysisOf(design).estimate
const seed = 20261121
const ranks = ['p50', 'p90', 'p95', 'p99'] as const

/** Everywhere in an analysis: what is no number, what is below nothing, and bands that do not hold their value. */
function faultsIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return [`${path} is ${value}`]
    // Constants of a formula may be below 0: an exponent, a discount.
    return value < 0 && !path.includes('formula') && !path.includes('.by') ? [`${path} is ${value}`] : []
  }
  if (typeof value !== 'object' || value === null) return []
  const { value: likely, low, high } = value as Readonly<Record<string, unknown>>
  const slack = 1e-9 * Math.max(1, Math.abs(Number(likely)))
  const isBand = typeof likely === 'number' && typeof low === 'number' && typeof high === 'number'
  const isWrong = isBand && (low > likely + slack || high < likely - slack)
  return [
    ...(isWrong ? [`${path}: ${low} ${likely} ${high}`] : []),
    ...Object.entries(value).flatMap(([key, child]) => faultsIn(child, `${path}.${key}`)),
  ]
}

const isMonthly = (line: CostLine): boolean => line.recurrence === 'month'
const near = (found: number, expected: number): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))

function expectOrder(times: Percentiles | undefined): void {
  if (!times) return
  for (const end of ['value', 'low', 'high'] as const) {
    const found = ranks.map((rank) => times[rank][end])
    expect(found).toEqual(found.toSorted((a, b) => a - b))
  }
}

/** The first is never later than the second, but for the width of a grid. */
function expectBefore(first: Percentiles | undefined, second: Percentiles | undefined): void {
  if (!first || !second) return
  for (const rank of ranks) expect(first[rank].value).toBeLessThanOrEqual(second[rank].value * 1.004 + 1)
}

const withTraffic = (design: Design, factor: number): Design => ({
  ...design,
  workloads: (design.workloads ?? []).map((workload) => {
    const { arrivals } = workload
    if ('users' in arrivals) return { ...workload, arrivals: { ...arrivals, users: Number(arrivals.users) * factor } }
    if ('items' in arrivals) return { ...workload, arrivals: { ...arrivals, items: Number(arrivals.items) * factor } }
    const rate = typeof arrivals.rate === 'object' && 'value' in arrivals.rate ? arrivals.rate.value : 0
    return { ...workload, arrivals: { ...arrivals, rate: rate * factor } }
  }),
})

describe('any drawing of real kinds', () => {
  it('has only numbers, in order, in an analysis that adds up', () => {
    fc.assert(
      fc.property(arbitraryDrawing, (design) => {
        const analysis = analysisOf(design)
        const { estimate } = analysis
        expect(faultsIn(analysis)).toEqual([])
        for (const action of estimate.actions) {
          for (const times of [action.first, action.full, action.unattended]) expectOrder(times)
          expectBefore(action.first, action.full)
          expectBefore(action.unattended, action.full)
          const shares = action.shares.map(({ share }) => share)
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-6)
          if (action.availability) expect(action.availability.high).toBeLessThanOrEqual(1)
        }
        const sumOf = (counts: (line: CostLine) => boolean): number =>
          estimate.lines.filter(counts).reduce((sum, line) => sum + line.usd.value, 0)
        const { technologyUsdPerMonth, peopleUsdPerMonth, totalUsdPerMonth, onceUsd } = estimate
        near(totalUsdPerMonth.value, sumOf(isMonthly))
        near(
          onceUsd.value,
          sumOf((line) => !isMonthly(line)),
        )
        near(totalUsdPerMonth.value, technologyUsdPerMonth.value + peopleUsdPerMonth.value)
        for (const { makeup, value } of [technologyUsdPerMonth, peopleUsdPerMonth, totalUsdPerMonth]) {
          const parts = Object.values(makeup ?? {})
          if (makeup && value > 0)
            near(
              1,
              parts.reduce((sum, part) => sum + part, 0),
            )
          expect(parts.every((part) => part >= 0 && part <= 1 + 1e-9)).toBe(true)
        }
        if (estimate.lines.some((line) => isMonthly(line) && line.usd.atLeast))
          expect(totalUsdPerMonth.atLeast).toBe(true)
      }),
      { seed, numRuns: 200, endOnFailure: true },
    )
  })
  it('gives the same digits again, in any order, under other names and inside a neutral boundary', () => {
    const numbersOf = ({ actions, lines, totalUsdPerMonth, components, capacity, availability }: Estimate): unknown =>
      JSON.parse(
        JSON.stringify({ actions, lines, totalUsdPerMonth, components, capacity: capacity.components, availability }),
        (_key, value: unknown) => (typeof value === 'string' ? undefined : value),
      )
    fc.assert(
      fc.property(arbitraryDrawing, (design) => {
        const again = analysisOf(structuredClone(design))
        expect(again).toEqual(analysisOf(design))
        const other: Design = {
          ...design,
          boundaries: [
            ...(design.boundaries ?? []).map((each) => (each.in === undefined ? { ...each, in: 'around' } : each)),
            { id: 'around', name: 'Around' },
          ].toReversed(),
          components: (design.components ?? [])
            .map((each, index) => ({ ...each, name: `N${index}`, in: each.in ?? 'around' }))
            .toReversed(),
          flows: (design.flows ?? []).map((flow, index) => ({ ...flow, name: `A${index}` })).toReversed(),
        }
        expect(numbersOf(estimateOf(other))).toEqual(numbersOf(again.estimate))
      }),
      { seed, numRuns: 60, endOnFailure: true },
    )
  })
  it('is never used less, faster or cheaper with three times the traffic', () => {
    fc.assert(
      fc.property(arbitraryDrawing, (design) => {
        const [now, then] = [withTraffic(design, 1), withTraffic(design, 3)].map(estimateOf)
        if (!now || !then) return
        expect(then.totalUsdPerMonth.value).toBeGreaterThanOrEqual(now.totalUsdPerMonth.value * (1 - 1e-9))
        for (const { component, utilisation } of now.capacity.components) {
          const after = then.capacity.components.find((each) => each.component === component)
          expect(after?.utilisation ?? Infinity).toBeGreaterThanOrEqual(utilisation * (1 - 1e-6))
        }
        for (const [index, { full }] of now.actions.entries()) {
          const after = then.actions[index]?.full
          if (!full) expect(after).toBeUndefined()
          else if (after) expect(after.meanMs).toBeGreaterThanOrEqual(full.meanMs * (1 - 5e-3))
        }
      }),
      { seed, numRuns: 60, endOnFailure: true },
    )
  })
  it('is never more available, faster or cheaper with one more call that it awaits', () => {
    fc.assert(
      fc.property(arbitraryDrawing, (design) => {
        const caller = (design.components ?? []).find(({ plans }) => plans !== undefined)
        fc.pre(caller !== undefined && !(design.workloads ?? []).some(({ arrivals }) => 'users' in arrivals))
        const extra = { id: 'extra', name: 'Extra', kind: 'orchestrator', settings: { availability: 0.99, p50Ms: 90 } }
        const more: Design = {
          ...design,
          components: [
            ...(design.components ?? []).map((each) =>
              each.id === caller?.id
                ? { ...each, plans: (each.plans ?? []).map((plan) => ({ steps: [{ call: 'more' }, ...plan.steps] })) }
                : each,
            ),
            extra,
          ],
          flows: [...(design.flows ?? []), { id: 'more', from: caller?.id ?? '', to: 'extra', mode: 'sync' }],
        }
        const [before, after] = [estimateOf(design), estimateOf(more)]
        expect(after.availability?.value ?? 1).toBeLessThanOrEqual((before.availability?.value ?? 1) + 1e-9)
        expect(after.totalUsdPerMonth.value).toBeGreaterThanOrEqual(before.totalUsdPerMonth.value * (1 - 1e-9))
        for (const [index, { full }] of before.actions.entries()) {
          const slower = after.actions[index]?.full
          if (full && slower) expect(slower.meanMs).toBeGreaterThanOrEqual(full.meanMs * (1 - 1e-2) - 1)
        }
      }),
      { seed, numRuns: 60, endOnFailure: true },
    )
  })
  it('never costs less for not knowing how often it is asked', () => {
    fc.assert(
      fc.property(arbitraryDrawing, (design) => {
        const workloads = (design.workloads ?? []).map((workload) => ({
          ...workload,
          arrivals: { rate: { unknown: true as const }, per: 'day' as const },
        }))
        const unknown = estimateOf({ ...design, workloads })
        expect(unknown.actions.every(({ requestsPerMonth }) => requestsPerMonth > 0)).toBe(true)
      }),
      { seed, numRuns: 30, endOnFailure: true },
    )
  })
})
