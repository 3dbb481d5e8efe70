import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import type { Boundary, Component, Design } from './design/design.ts'
import type { Estimate } from './estimate/estimate.ts'
import { evaluate } from './kinds/formula/formula.ts'
import { evaluateExactly, sumExactly } from './kinds/formula/formula-exact.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
const estimateOf = (design: Design): Estimate => analyse(design, { prices, today: '2026-11-21' }).estimate

/** Every digit of money: of the headlines, and of each line in exact decimals. */
function digits(estimate: Estimate): readonly (readonly [string, string])[] {
  const { lines, technologyUsdPerMonth, peopleUsdPerMonth, totalUsdPerMonth, onceUsd } = estimate
  const headlines = { technologyUsdPerMonth, peopleUsdPerMonth, totalUsdPerMonth, onceUsd }
  return [
    ...Object.entries(headlines).map(([name, { value, low, high }]) => [name, `${value} ${low} ${high}`] as const),
    ...lines
      .map(({ id, formula }) => [id, evaluateExactly(formula).toString()] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]
}

const shuffled = <T>(items: readonly T[] | undefined, keys: readonly number[]): readonly T[] =>
  (items ?? [])
    .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0 }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ item }) => item)

const keys = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 })
const settings = { numRuns: 12, seed: 20261121 }
const template = fc.constantFrom(...templates)

describe('no digit of the cost changes', () => {
  it('by the order of the file', () => {
    fc.assert(
      fc.property(template, keys, (design, order) => {
        const { components, flows, boundaries = [], workloads = [], actions = [] } = design
        const reordered: Design = {
          ...design,
          components: shuffled(components, order),
          flows: shuffled(flows, order),
          boundaries: shuffled(boundaries, order),
          workloads: shuffled(workloads, order),
          actions: shuffled(actions, order),
        }
        expect(digits(estimateOf(reordered))).toEqual(digits(estimateOf(design)))
      }),
      settings,
    )
  })
  it('by names', () => {
    fc.assert(
      fc.property(template, fc.string({ minLength: 1, maxLength: 12 }), (design, name) => {
        const rename = <T extends { readonly name?: string }>(all: readonly T[] | undefined): readonly T[] =>
          (all ?? []).map((each, index) => ({ ...each, name: `${name} ${index}` }))
        const renamed = { ...design, components: rename(design.components), flows: rename(design.flows) }
        expect(digits(estimateOf(renamed))).toEqual(digits(estimateOf(design)))
      }),
      settings,
    )
  })
  it('by places on the canvas, and by a boundary that says nothing', () => {
    fc.assert(
      fc.property(template, fc.integer({ min: -2000, max: 2000 }), keys, (design, by, chosen) => {
        const views = (design.views ?? []).map((view) => ({
          ...view,
          places: Object.fromEntries(
            Object.entries(view.places ?? {}).map(([id, place]) => [
              id,
              { ...place, x: place.x + by, y: place.y - by },
            ]),
          ),
        }))
        const wraps: readonly Boundary[] = (design.boundaries ?? []).map(({ id }) => ({
          id: `wrap-${id}`,
          name: 'Wrap',
          in: id,
        }))
        const components = (design.components ?? []).map((box, index): Component =>
          box.in !== undefined && (chosen[index % chosen.length] ?? 0) > 0.5 ? { ...box, in: `wrap-${box.in}` } : box,
        )
        const wrapped = { ...design, views, components, boundaries: [...(design.boundaries ?? []), ...wraps] }
        expect(digits(estimateOf(wrapped))).toEqual(digits(estimateOf(design)))
      }),
      settings,
    )
  })
})

describe('what is not known', () => {
  it('never lowers a total by a number that was stated, and always says at least', () => {
    fc.assert(
      fc.property(template, fc.nat(), (design, at) => {
        const boxes = (design.components ?? []).filter(({ product }) => product !== undefined)
        const box = boxes[at % boxes.length]
        fc.pre(box !== undefined)
        const unpriced: Design = {
          ...design,
          components: (design.components ?? []).map((each) =>
            each.id === box?.id ? { ...each, product: 'nobody/sells-it', settings: withoutPrices(each) } : each,
          ),
        }
        const before = estimateOf(design)
        const after = estimateOf(unpriced)
        const missing = after.lines.filter(({ usd }) => usd.atLeast === true)
        // Nothing else got cheaper by it, and where the box paid anything the total is open.
        const others = (estimate: Estimate): number =>
          estimate.lines
            .filter(({ component, recurrence }) => component !== box?.id && recurrence === 'month')
            .reduce((sum, { usd }) => sum + usd.value, 0)
        expect(others(after)).toBeGreaterThanOrEqual(others(before) * (1 - 1e-9))
        expect(after.totalUsdPerMonth.atLeast === true).toBe(missing.some(({ recurrence }) => recurrence === 'month'))
        expect(after.totalUsdPerMonth.value).toBeGreaterThanOrEqual(others(after) * (1 - 1e-9))
      }),
      settings,
    )
  })
  it('never lowers a total when a setting is said to be unknown', () => {
    fc.assert(
      fc.property(template, fc.nat(), (design, at) => {
        const bare = (design.components ?? []).filter(({ settings: own }) => own === undefined)
        const box = bare[at % Math.max(1, bare.length)]
        fc.pre(box !== undefined)
        const asked: Design = {
          ...design,
          components: (design.components ?? []).map((each) =>
            each.id === box?.id
              ? {
                  ...each,
                  settings: { p50Ms: { unknown: true }, replicas: { unknown: true }, usdPerMonth: { unknown: true } },
                }
              : each,
          ),
        }
        expect(estimateOf(asked).totalUsdPerMonth.value).toBeGreaterThanOrEqual(
          estimateOf(design).totalUsdPerMonth.value * (1 - 1e-9),
        )
      }),
      settings,
    )
  })
})

function withoutPrices({ settings: own = {} }: Component): NonNullable<Component['settings']> {
  return Object.fromEntries(Object.entries(own).filter(([name]) => !name.startsWith('usd')))
}

describe('the exact value of a line', () => {
  it('is what the estimate shows, to a millionth of a cent', () => {
    for (const design of templates) {
      const { lines, totalUsdPerMonth } = estimateOf(design)
      for (const { formula, usd } of lines) {
        expect(evaluateExactly(formula).toNumber()).toBeCloseTo(usd.value, 6)
        expect(evaluate(formula)).toBe(usd.value)
      }
      const month = lines.filter(({ recurrence }) => recurrence === 'month').map(({ formula }) => formula)
      expect(sumExactly(month).toFixed(2)).toBe(totalUsdPerMonth.value.toFixed(2))
    }
  })
})
