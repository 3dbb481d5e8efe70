import { describe, expect, it } from 'vitest'
import type { Boundary, Component, Design, Step } from '../../design/design.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { lognormal, percentile as percentileOnGrid } from '../distribution/distribution.ts'
import { inSeries } from '../distribution/combine.ts'
import { repeated } from '../distribution/repeat.ts'
import { estimateOf, onceAMonth } from '../testing/estimate-drawing.ts'
import { clocksOf } from '../testing/clocks-of.ts'
import { isSampled, percentile } from './time.ts'

const vendor: Boundary = { id: 'vendor', name: 'Vendor', organisation: 'OpenAI', region: 'EU' }
const model = (id: string, name: string, more: Partial<Component> = {}): Component =>
  box(id, 'model', { name, in: 'vendor', settings: { ms: 800, p95Ms: 2000 }, ...more })

function drawing(
  steps: readonly Step[],
  boundaries: readonly Boundary[] = [vendor],
  more: Partial<Component> = {},
): Design {
  return draw(
    [
      box('user', 'actor'),
      box('app', 'service', { plans: [{ steps: [...steps] }] }),
      model('a', 'Rewriter'),
      model('b', 'Answer model', more),
    ],
    [arrow('user>app'), arrow('app>a as a1'), arrow('app>b as b1')],
    { boundaries: [...boundaries], ...onceAMonth('user-app') },
  )
}
const oneAfterTheOther: readonly Step[] = [{ call: 'a1' }, { call: 'b1' }]

describe('services of one organisation in one region', () => {
  it('have their slow moments together: their times are sampled, and the reason is said', () => {
    const design = drawing(oneAfterTheOther)
    const { full, sampledWhy } = clocksOf(design)
    expect(full && isSampled(full.time)).toBe(true)
    expect(sampledWhy).toBe('Answer model and Rewriter both run at OpenAI, EU: their slow moments come together.')
    const independent = inSeries(lognormal(800, 2000), lognormal(800, 2000))
    const longer = percentile(full?.time ?? independent, 0.99) / percentileOnGrid(independent, 0.99)
    expect(longer).toBeGreaterThan(1.07)
    expect(longer).toBeLessThan(1.11)
    const [action] = estimateOf(design.components ?? [], design.flows ?? [], design).actions
    expect([action?.method, action?.methodWhy]).toEqual(['sampling', sampledWhy])
  })
  it('meet other moments in each turn of a loop', () => {
    const { full } = clocksOf(
      drawing([
        { call: 'a1', times: 12 },
        { call: 'b1', share: 0 },
      ]),
    )
    const exact = repeated(lognormal(800, 2000), { mean: 12, spread: 'fixed' })
    expect(percentile(full?.time ?? exact, 0.95)).toBe(percentileOnGrid(exact, 0.95))
  })
  it.each([
    ['another organisation', [vendor, { id: 'other', name: 'Other', organisation: 'Mistral', region: 'EU' }]],
    ['another region', [vendor, { id: 'other', name: 'Other', organisation: 'OpenAI', region: 'US' }]],
    ['a region that nobody knows', [vendor, { id: 'other', name: 'Other', organisation: 'OpenAI' }]],
  ] as const)('are independent of %s', (_, boundaries) => {
    const design = drawing(oneAfterTheOther, boundaries, { in: 'other' })
    const { full, sampledWhy } = clocksOf(design)
    expect(sampledWhy).toBeUndefined()
    expect(full && isSampled(full.time)).toBe(false)
  })
  it('are not sampled for one of them that the answer does not wait for', () => {
    const design = drawing(oneAfterTheOther)
    const flows = (design.flows ?? []).map((flow) => (flow.id === 'b1' ? { ...flow, mode: 'async' as const } : flow))
    const clocks = clocksOf({ ...design, flows })
    expect(clocks.sampledWhy).toBeUndefined()
    const done = clocks.done.find(({ flow }) => flow === 'b1')
    expect(done && isSampled(done.clock.time)).toBe(true)
  })
  it('give the same digits in any order and under any name', () => {
    const design = drawing(oneAfterTheOther)
    const other: Design = {
      ...design,
      components: (design.components ?? [])
        .toReversed()
        .map((component) => ({ ...component, name: `x ${component.id}` })),
      flows: (design.flows ?? []).toReversed(),
    }
    const shares = [0.5, 0.9, 0.95, 0.99]
    const at = (each: Design) => {
      const time = clocksOf(each).full?.time
      return time && shares.map((share) => percentile(time, share))
    }
    expect(at(other)).toEqual(at(design))
    expect(at(design)).toHaveLength(4)
  })
})
