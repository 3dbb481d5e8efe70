import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../graph/build-graph.ts'
import { arrow, box, draw, smallKinds } from '../../graph/testing/draw.ts'
import { constant, product, quotient } from '../../kinds/formula/formula.ts'
import { defineKind, type Timing } from '../../kinds/kind.ts'
import { spreadOf } from '../../kinds/parts/service-time.ts'
import { measureAction } from './action-clocks.ts'
import { makeReaders } from '../calls/call-context.ts'
import { solveVisits } from '../calls/visits.ts'
import { makeupOf } from './clock-makeup.ts'
import { percentile } from './time.ts'

/** The full answer of one component with this timing. */
function clockOf(timing: Timing) {
  const kind = defineKind({
    id: 'timed',
    title: 'Timed',
    summary: 'Timed',
    family: 'operations',
    icon: 'box',
    traits: [],
    settings: {},
    place: 60,
    time: () => timing,
  })
  const design = draw([box('user', 'actor'), box('part', 'timed')], [arrow('user>part')])
  const graph = buildGraph(design, [...smallKinds, kind], [])
  const readers = makeReaders(graph, () => undefined)
  const [action] = graph.actions
  if (!action) throw new Error('no action')
  const visits = solveVisits(
    graph,
    readers,
    action,
    () => ({ down: 0, late: 0 }),
    () => 0,
  )
  const { full } = measureAction(graph, readers, action, visits, () => undefined)
  if (!full) throw new Error('nothing answers')
  return full
}

const constantly = (ms: number) => ({ p50Ms: ms, p95Ms: ms, source: 'test', confidence: 'A' as const })

describe('a cold start', () => {
  it('lengthens the share of the calls that meets it', () => {
    const clock = clockOf({ first: constantly(100), cold: { share: 0.1, extra: constantly(2000) } })
    expect(clock.time.meanMs).toBeCloseTo(300, 9)
    expect(percentile(clock.time, 0.5)).toBeCloseTo(100, 0)
    expect(percentile(clock.time, 0.95)).toBeCloseTo(2100, 0)
    expect(makeupOf(clock).parts.get('part')?.meanMs).toBeCloseTo(300, 9)
    expect(makeupOf(clock).parts.get('part')?.covarianceMs2).toBeCloseTo(0.1 * 0.9 * 2000 ** 2, 3)
  })
})

describe('an input of a time', () => {
  const tokens = {
    op: 'input',
    label: 'Answer',
    value: 300,
    low: 150,
    high: 600,
    unit: 'tokens',
    provenance: { from: 'stated', on: 'ask', field: 'outputTokens' },
  } as const
  const speed = {
    op: 'input',
    label: 'Speed',
    value: 60,
    low: 30,
    high: 120,
    unit: 'tokens/s',
    provenance: { from: 'default', on: 'part', field: 'tokensPerSecond' },
  } as const
  it('moves the mean by what it does to the median, each by its own field', () => {
    const median = product(quotient(tokens, speed), constant('ms per second', 1000))
    const clock = clockOf({ first: constantly(200), rest: spreadOf(median, 6500) })
    const mean = clock.time.meanMs - 200
    const swings = [...makeupOf(clock).swings.values()]
    const of = (field: string) => swings.find(({ node }) => node.provenance.field === field)
    expect(of('outputTokens')).toMatchObject({ node: tokens })
    expect(of('outputTokens')?.atLow).toBeCloseTo(-mean / 2, 6)
    expect(of('outputTokens')?.atHigh).toBeCloseTo(mean, 6)
    expect(of('tokensPerSecond')?.atLow).toBeCloseTo(mean, 6)
    expect(of('tokensPerSecond')?.below).toBeCloseTo(-mean / 2, 6)
  })
  it('is the time itself, by the grade of its source, where no expression says more', () => {
    const [swing] = makeupOf(clockOf({ first: { ...constantly(200), confidence: 'C' } })).swings.values()
    expect(swing?.node).toMatchObject({ label: 'Own time, median', value: 200, low: 160, high: 240 })
    expect(swing?.above).toBeCloseTo(40, 6)
  })
})
