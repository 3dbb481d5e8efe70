import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan, Step } from '../../design/design.ts'
import { arrow, box } from '../../graph/testing/draw.ts'
import { constant, evaluate } from '../../kinds/formula/formula.ts'
import { bandOf } from '../../kinds/formula/formula-band.ts'
import { estimateOf } from '../testing/estimate-drawing.ts'

const user = box('user', 'actor')
const up = (availability: number) => ({ settings: { availability } })

function availabilityOf(plan: Plan, ...shares: readonly number[]): number | undefined {
  const parts = shares.map((share, index) => box(`p${index}`, 'service', up(share)))
  const { availability } = estimateOf(
    [user, box('app', 'service', { plans: [plan] }), ...parts],
    [arrow('user>app'), ...parts.map((part) => arrow(`app>${part.id} as ${part.id.replace('p', 'f')}`))],
  )
  if (availability) expect(evaluate(availability.formula)).toBe(availability.value)
  return availability?.value
}

describe('availability', () => {
  it('is the product of what every request needs', () => {
    const steps = [{ call: 'f0' }, { call: 'f1' }, { call: 'f2' }, { call: 'f3' }]
    expect(availabilityOf({ steps }, 0.999, 0.9995, 0.9999, 0.995)).toBeCloseTo(0.993409, 6)
  })
  it('counts a component once, however often it is called', () => {
    expect(
      availabilityOf({ steps: [{ call: 'f0' }, { call: 'f0' }, { times: 12, steps: [{ call: 'f0' }] }] }, 0.99),
    ).toBeCloseTo(0.99, 12)
  })
  it('knows 2 of 3 and 1 of 2', () => {
    const parallel = [{ call: 'f0' }, { call: 'f1' }, { call: 'f2' }]
    expect(availabilityOf({ steps: [{ parallel, join: 2 }] }, 0.99, 0.99, 0.99)).toBeCloseTo(0.999702, 6)
    expect(availabilityOf({ steps: [{ parallel: parallel.slice(0, 2), join: 'any' }] }, 0.995, 0.995)).toBeCloseTo(
      0.999975,
      6,
    )
  })
  it('takes an alternative, a failover and copies for redundancy', () => {
    expect(availabilityOf({ steps: [{ call: 'f0', orElse: [{ call: 'f1' }] }] }, 0.995, 0.995)).toBeCloseTo(0.999975, 9)
    expect(
      availabilityOf({ steps: [{ choose: [{ call: 'f0' }, { call: 'f1' }], failover: true }] }, 0.995, 0.995),
    ).toBeCloseTo(0.999975, 9)
    const copies = (mode: 'activeActive' | 'separate') =>
      estimateOf([user, box('app', 'service', { in: 'zones', ...up(0.99) })], [arrow('user>app')], {
        boundaries: [{ id: 'zones', name: 'Zones', copies: { of: 'zone', count: 2, mode } }],
      }).availability?.value
    // A tenth of the outages of a copy strikes both: 1 - 0.1 x 0.01 - (0.9 x 0.01)^2.
    expect(copies('activeActive')).toBeCloseTo(0.998919, 12)
    expect(copies('separate')).toBeCloseTo(0.99, 12)
  })
  it('believes no number of copies beyond what strikes all of them, and never makes one more copy a loss', () => {
    const upWith = (replicas: number, availability: number): number =>
      estimateOf([user, box('app', 'service', { settings: { availability, replicas } })], [arrow('user>app')])
        .availability?.value ?? 0
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
        (replicas, one) => {
          expect(upWith(replicas + 1, one)).toBeGreaterThanOrEqual(upWith(replicas, one))
          expect(upWith(replicas + 1, one)).toBeLessThanOrEqual(1 - 0.1 * (1 - one))
        },
      ),
      { numRuns: 40 },
    )
  })
  it('does not multiply twice what both ways need', () => {
    // Two ways, both through f2: f2 x (1 - (1 - f0)(1 - f1)).
    const plan = { steps: [{ call: 'f0', orElse: [{ call: 'f1' }, { call: 'f2' }] }, { call: 'f2' }] }
    expect(availabilityOf(plan, 0.9, 0.9, 0.8)).toBeCloseTo(0.8 * 0.99, 12)
  })
  it('exempts what is optional or not awaited, and weighs by share', () => {
    expect(availabilityOf({ steps: [{ call: 'f0', optional: true }] }, 0.5)).toBe(1)
    expect(availabilityOf({ steps: [{ call: 'f0', share: 0.1 }] }, 0.5)).toBeCloseTo(0.95, 12)
  })
  it('needs nothing of what follows an answer', () => {
    expect(availabilityOf({ steps: [{ call: 'f0', ends: 0.4 }, { call: 'f1' }] }, 1, 0.5)).toBeCloseTo(
      0.4 + 0.6 * 0.5,
      12,
    )
  })
  it('lets services of one vendor in one region fail together in part', () => {
    const parts = (region: string) =>
      estimateOf(
        [
          user,
          box('app', 'service', { plans: [{ steps: [{ call: 'a', orElse: [{ call: 'b' }] }] }] }),
          box('m1', 'model', { in: 'one', ...up(0.995) }),
          box('m2', 'model', { in: 'two', ...up(0.995) }),
        ],
        [arrow('user>app'), arrow('app>m1 as a'), arrow('app>m2 as b')],
        {
          boundaries: [
            { id: 'one', name: 'One', organisation: 'Acme', region: 'eu-1' },
            { id: 'two', name: 'Two', organisation: 'Acme', region },
          ],
        },
      ).availability?.value ?? 0
    expect(parts('eu-2')).toBeCloseTo(0.999975, 9)
    expect(parts('eu-1')).toBeLessThan(0.9996)
    expect(parts('eu-1')).toBeGreaterThan(0.999)
  })
  it('stays small where many ways lead through the same components', () => {
    // Each of 40 services calls the next two: more ways than could be listed, 40 components all the same.
    const count = 40
    const parts = Array.from({ length: count }, (_, index) => box(`p${index}`, 'service', up(0.999)))
    const flows = parts.flatMap((part, index) =>
      [1, 2].flatMap((step) =>
        index + step < count ? [arrow(`${part.id}>p${index + step} as f${index}-${step}`)] : [],
      ),
    )
    const { availability } = estimateOf([user, ...parts], [arrow('user>p0'), ...flows])
    expect(availability?.value).toBeCloseTo(0.999 ** count, 9)
  })
  it('counts the error budget in minutes, and what it is spent on', () => {
    const { availability } = estimateOf(
      [
        user,
        box('app', 'service', { plans: [{ steps: [{ call: 'a' }, { call: 'b', orElse: [{ call: 'c' }] }] }] }),
        box('p', 'service', up(0.999)),
        box('q', 'service', up(0.9)),
        box('r', 'service', up(0.95)),
      ],
      [arrow('user>app'), arrow('app>p as a'), arrow('app>q as b'), arrow('app>r as c')],
    )
    const either = 1 - 0.1 * 0.05
    expect(availability?.value).toBeCloseTo(0.999 * either, 12)
    expect(availability?.downMinutesPerMonth).toBeCloseTo((1 - 0.999 * either) * 43_800, 9)
    expect(availability?.downMinutesPer30Days).toBeCloseTo((1 - 0.999 * either) * 43_200, 9)
    expect(availability?.downBy.map(({ on }) => on)).toEqual(['q', 'r', 'p'])
    expect(availability?.downBy[2]?.minutesPerMonth).toBeCloseTo(0.001 * either * 43_800, 9)
    expect(availability?.downBy[0]?.minutesPerMonth).toBeCloseTo(0.999 * 0.005 * 43_800, 9)
  })
  it('has the band of its formula', () => {
    const banded = { value: 0.99, low: 0.98, high: 0.995 }
    const { availability } = estimateOf(
      [user, box('app', 'service', { settings: { availability: banded } }), box('p', 'service', up(0.999))],
      [arrow('user>app'), arrow('app>p')],
    )
    const { low, high } = bandOf(availability?.formula ?? constant('none', 0))
    expect(availability?.low).toBeCloseTo(low, 12)
    expect(availability?.high).toBeCloseTo(Math.min(1, high), 12)
    expect(low).toBeLessThan(0.99)
  })
  it('leaves 43.2 minutes in 30 days at 99.9 %', () => {
    const found = estimateOf([user, box('app', 'service', up(0.999))], [arrow('user>app')]).availability
    expect(found?.downMinutesPer30Days).toBeCloseTo(43.2, 9)
  })
  it('never rises by one more component that is needed, whoever runs it', () => {
    const share = fc.constantFrom(0.9, 0.99, 0.995, 0.9999, 1)
    const place = fc.constantFrom('one', 'two', undefined)
    const parts = fc.array(fc.tuple(share, place, fc.constantFrom('needed', 'optional', 'instead')), {
      minLength: 1,
      maxLength: 6,
    })
    const value = (drawn: readonly (readonly [number, string | undefined, string])[]): number => {
      const steps = drawn.map(([, , how], index) =>
        how === 'optional'
          ? { call: `f${index}`, optional: true }
          : how === 'instead' && index > 0
            ? { call: `f${index}`, orElse: [{ call: 'f0' }] }
            : { call: `f${index}` },
      )
      return (
        estimateOf(
          [
            user,
            box('app', 'service', { plans: [{ steps }] }),
            ...drawn.map(([availability, where], index) =>
              box(`p${index}`, 'model', { ...up(availability), ...(where === undefined ? {} : { in: where }) }),
            ),
          ],
          [arrow('user>app'), ...drawn.map((_, index) => arrow(`app>p${index} as f${index}`))],
          {
            boundaries: [
              { id: 'one', name: 'One', organisation: 'Acme', region: 'eu-1' },
              { id: 'two', name: 'Two', organisation: 'Acme', region: 'eu-1' },
            ],
          },
        ).availability?.value ?? 1
      )
    }
    fc.assert(
      fc.property(parts, share, place, (drawn, availability, where) => {
        expect(value([...drawn, [availability, where, 'needed']])).toBeLessThanOrEqual(value(drawn) + 1e-12)
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })
})

describe('a loop', () => {
  const tools = [0.35, 0.3, 0.2, 0.15]
  const alive = 0.99
  const agent = (modifiers: Partial<Step>): number => {
    const choose = tools.map((share, index): Step => ({ call: `app-t${index}`, share }))
    const app = box('app', 'service', { plans: [{ steps: [{ choose, ...modifiers }] }] })
    const boxes = tools.map((_, index) => box(`t${index}`, 'service', { settings: { availability: alive } }))
    const flows = tools.map((_, index) => arrow(`app>t${index}`))
    const found = estimateOf([app, ...boxes], flows, { actions: [{ id: 'go', name: 'Go', starts: 'app' }] })
    return found.actions[0]?.availability?.value ?? 1
  }
  /** Exactly: over all states of the tools, the chance that every turn chooses one that is up. */
  const exactly = (ofTurn: (share: number) => number): number =>
    Array.from({ length: 2 ** tools.length }, (_, state) => {
      const isUp = tools.map((__, index) => (state >> index) % 2 === 1)
      const chance = isUp.reduce((product, each) => product * (each ? alive : 1 - alive), 1)
      return chance * ofTurn(tools.reduce((sum, share, index) => sum + (isUp[index] ? share : 0), 0))
    }).reduce((sum, part) => sum + part, 0)

  it('chooses anew in each turn, among tools that are down for all of them', () => {
    expect(agent({})).toBeCloseTo(alive, 9)
    expect(agent({ times: 6 })).toBeCloseTo(
      exactly((share) => share ** 6),
      3,
    )
    expect(agent({ times: 6 })).toBeLessThan(0.971)
    expect(agent({ times: 4, spread: 'geometric' })).toBeCloseTo(
      exactly((share) => share / 4 / (1 - (3 / 4) * share)),
      3,
    )
    expect(agent({ times: 3, spread: [0.5, 0, 0.5] })).toBeCloseTo(
      exactly((share) => (share + share ** 3) / 2),
      3,
    )
  })
  /** The same choice in a run of its own, which the loop calls. */
  const throughRun = (modifiers: Partial<Step>, plan: readonly Step[]) => {
    const app = box('app', 'service', { plans: [{ steps: [{ call: 'app-sub', ...modifiers }] }] })
    const sub = box('sub', 'service', { plans: [{ steps: plan }] })
    const boxes = tools.map((_, index) => box(`t${index}`, 'service', { settings: { availability: alive } }))
    const flows = [arrow('app>sub'), ...tools.map((_, index) => arrow(`sub>t${index}`))]
    const { actions } = estimateOf([app, sub, ...boxes], flows, { actions: [{ id: 'go', name: 'Go', starts: 'app' }] })
    return actions[0]?.availability?.value ?? 1
  }

  it('counts the choices of a run that it calls turn by turn, as if they stood in the loop', () => {
    const choose = tools.map((share, index): Step => ({ call: `sub-t${index}`, share }))
    for (const modifiers of [{}, { times: 6 }, { times: 4, spread: 'geometric' as const }, { times: 0.5 }]) {
      expect(throughRun(modifiers, [{ choose }])).toBeCloseTo(agent(modifiers), 12)
    }
    expect(throughRun({ times: 6 }, [{ choose }])).toBeLessThan(0.971)
  })

  it('needs what a run behind it needs in a share p of n turns in 1 - (1 - p)^n of the requests', () => {
    const unused = tools.slice(1).map((_, index): Step => ({ call: `sub-t${index + 1}`, share: 0 }))
    for (const times of [1, 2, 6, 40]) {
      const found = throughRun({ times }, [{ call: 'sub-t0', share: 0.3 }, ...unused])
      expect(found, `${times}`).toBeCloseTo(1 - (1 - 0.7 ** times) * (1 - alive), 9)
    }
  })

  it('that turns seldom needs its tools seldom, and one tool in every turn is needed once', () => {
    expect(agent({ times: 0.5 })).toBeCloseTo(1 - 0.5 * (1 - alive), 9)
    const app = box('app', 'service', { plans: [{ steps: [{ call: 'app-t', times: 50 }] }] })
    const found = estimateOf([app, box('t', 'service', { settings: { availability: alive } })], [arrow('app>t')], {
      actions: [{ id: 'go', name: 'Go', starts: 'app' }],
    })
    expect(found.actions[0]?.availability?.value).toBeCloseTo(alive, 9)
  })
})

describe('what not every request needs', () => {
  const steps: readonly Step[] = [{ call: 'f0' }, { call: 'f1', share: 0.4 }, { call: 'f2', orElse: [{ call: 'f3' }] }]
  const wide = (value: number, low: number, high: number) => ({ settings: { availability: { value, low, high } } })
  const { availability } = estimateOf(
    [
      user,
      box('app', 'service', { plans: [{ steps }] }),
      box('p0', 'service', wide(0.999, 0.999, 0.999)),
      box('p1', 'service', wide(0.99, 0.95, 0.999)),
      box('p2', 'service', wide(0.98, 0.9, 0.99)),
      box('p3', 'service', wide(0.97, 0.97, 0.97)),
    ],
    [arrow('user>app'), ...[0, 1, 2, 3].map((index) => arrow(`app>p${index} as f${index}`))],
  )
  if (!availability) throw new Error('It has an availability.')

  it('has the value of its closed form, and its band moves with each promise as that form does', () => {
    const form = (one: number, two: number): number => 0.999 * (1 - 0.4 * (1 - one)) * (1 - (1 - two) * 0.03)
    expect(availability.value).toBeCloseTo(form(0.99, 0.98), 12)
    const below = Math.hypot(form(0.99, 0.98) - form(0.95, 0.98), form(0.99, 0.98) - form(0.99, 0.9))
    const above = Math.hypot(form(0.999, 0.98) - form(0.99, 0.98), form(0.99, 0.99) - form(0.99, 0.98))
    expect(availability.value - availability.low).toBeCloseTo(below, 12)
    expect(availability.high - availability.value).toBeCloseTo(above, 12)
  })
  it('is printed as a formula of which the band is the same', () => {
    expect(evaluate(availability.formula)).toBe(availability.value)
    const { low, high } = bandOf(availability.formula)
    expect(low).toBeCloseTo(availability.low, 12)
    expect(high).toBeCloseTo(availability.high, 12)
  })
})
