import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { findProduct, kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { applyMeasurements } from './apply-measurements.ts'
import { readHeader } from './column.ts'
import { matchMeasurements, type MeasurementOptions } from './match-measurements.ts'
import { readMeasurements } from './read-measurements.ts'
import { percentileOf } from './statistics.ts'

const design: Design = draw(
  [
    box('c-app', 'orchestrator', { name: 'Answer service' }),
    box('c-model', 'llm-api', { name: 'Answer model', product: 'openai/gpt-4.1', settings: { ttftP95Ms: 1800 } }),
    box('c-thinker', 'llm-api', { name: 'Planner', product: 'openai/gpt-5.5', settings: { reasoningEffort: 'high' } }),
    box('c-index', 'vector-store', { name: 'Index' }),
  ],
  [arrow('c-app>c-model'), arrow('c-app>c-thinker'), arrow('c-app>c-index')],
)
const graphOf = (of: Design) => buildGraph(of, kinds, products)
const match = (text: string, more: Partial<MeasurementOptions> = {}) =>
  matchMeasurements(graphOf(design), text, { today: '2026-11-21', by: 'load test', ...more }, findProduct)
const values = (text: string, more: Partial<MeasurementOptions> = {}) =>
  Object.fromEntries(match(text, more).fields.map((each) => [`${each.component}.${each.field}`, each.after.value]))
const sentences = (text: string) => match(text).problems.map((each) => each.sentence)

describe('headers', () => {
  it.each([
    ['ttft', 'ttft', 'sample', undefined],
    ['TTFT p95 (s)', 'ttft', 'p95', 's'],
    ['time_to_first_token_p50_ms', 'ttft', 'p50', 'ms'],
    ['timeToFirstTokenMedian', 'ttft', 'p50', undefined],
    ['latency_p95', 'latency', 'p95', undefined],
    ['P50 latency [ms]', 'latency', 'p50', 'ms'],
    ['p50_ms', 'time', 'p50', 'ms'],
    ['95th percentile ms', 'time', 'p95', 'ms'],
    ['latency_p99', 'latency', 'left out', undefined],
    ['avg_ttft', 'ttft', 'left out', undefined],
    ['output_tps', 'speed', 'sample', undefined],
    ['tokens/s', 'speed', 'sample', undefined],
    ['output_tokens_per_second_p50', 'speed', 'p50', undefined],
    ['inter_token_latency_ms', 'tokenTime', 'sample', 'ms'],
    ['tpot_ms', 'tokenTime', 'sample', 'ms'],
  ])('reads "%s"', (header, holds, statistic, unit) => {
    expect(readHeader(header)).toEqual({ holds, statistic, ...(unit === undefined ? {} : { unit }) })
  })
  it.each([
    ['Model name', 'name'],
    ['component', 'name'],
    ['n', 'count'],
    ['measured_on', 'date'],
  ])('reads "%s" as %s', (header, holds) => expect(readHeader(header)?.holds).toBe(holds))
  it.each(['prompt_tokens', 'requests per second', 'cost', ''])('makes nothing of "%s"', (header) => {
    expect(readHeader(header)).toBeUndefined()
  })
})

describe('a table of percentiles', () => {
  it('goes to the fields of the component or product that each line names', () => {
    const text = 'model,ttft_p50_ms,ttft_p95_ms,tokens_per_second\ngpt-4.1,540,1200,118\nAnswer model,1,2,3\n'
    expect(values(text.replace(/Answer.*\n/, ''))).toEqual({
      'c-model.ttftP50Ms': 540,
      'c-model.ttftP95Ms': 1200,
      'c-model.tokensPerSecond': 118,
    })
  })
  it('reads tabs, semicolons, decimal commas, seconds and thousands', () => {
    const expected = { 'c-index.p50Ms': 12.5, 'c-index.p95Ms': 1200 }
    expect(values('component\tp50_ms\tp95_ms\nindex\t12.5\t1,200')).toEqual(expected)
    expect(values('Komponente;component;p50 (s);p95 (s)\nx;Index;0,0125;1,2')).toEqual(expected)
    expect(values('component;p50;p95\nIndex;12,5 ms;1,2 s')).toEqual(expected)
    expect(values('component,latency p50 ms,latency p95 ms\nIndex,12.5,"1,200"')).toEqual(expected)
  })
  it('states them as measured, with who, how many and when', () => {
    const [first] = match('component;p50_ms;n;date\nIndex;14;250;2026-11-03').fields
    expect(first?.after).toEqual({
      value: 14,
      source: 'measured by load test, n = 250',
      asOf: '2026-11-03',
      confidence: 'A',
    })
    expect(first).toMatchObject({ label: 'Own time, median', before: { standing: 'assumed' }, lines: [2] })
    expect(match('component;p50_ms\nIndex;14').fields[0]?.after.asOf).toBe('2026-11-21')
  })
  it('turns a time per output token into a speed', () => {
    expect(values('model;tpot_ms\nPlanner;12.5')).toEqual({ 'c-thinker.tokensPerSecond': 80 })
  })
  it('needs no name when it is pasted at a component, nor a header line', () => {
    expect(values('ttft_p50: 540 ms\nttft_p95: 1.3 s\nspeed: 97', { on: 'c-model' })).toEqual({
      'c-model.ttftP50Ms': 540,
      'c-model.ttftP95Ms': 1300,
      'c-model.tokensPerSecond': 97,
    })
  })
  it('says how it read a time without a unit', () => {
    const [seconds] = match('model;ttft_p50\nAnswer model;0.63').fields
    expect(seconds).toMatchObject({ after: { value: 630 }, note: '"ttft_p50" has no unit: read as seconds' })
    expect(values('model;ttft_p50\nAnswer model;630')).toEqual({ 'c-model.ttftP50Ms': 630 })
    expect(values('model;ttft_p50;ttft_p95\nAnswer model;0.63;2')).toMatchObject({ 'c-model.ttftP95Ms': 2000 })
    expect(values('component;p50;p95\nIndex;2.6;15.2')).toEqual({ 'c-index.p50Ms': 2.6, 'c-index.p95Ms': 15.2 })
    expect(values('component;p50;p95\nIndex;0.2;1.2')).toEqual({ 'c-index.p50Ms': 200, 'c-index.p95Ms': 1200 })
  })
})

describe('one row per call', () => {
  const samples = Array.from({ length: 101 }, (_, index) => 500 + index)

  it('gives median and tail with the band that so many samples leave', () => {
    const text = ['component,ttft_ms', ...samples.map((ms) => `Answer model,${ms}`)].join('\n')
    const [median, tail] = match(text).fields
    expect(median).toMatchObject({ field: 'ttftP50Ms', n: 101, after: { value: 550 } })
    expect(median?.after.source).toBe('measured by load test, n = 101')
    expect(tail).toMatchObject({ field: 'ttftP95Ms', after: { value: 595 } })
    // Rank of the median of 101: 50 +- 1.2816 x sqrt(25.25).
    expect(median?.after.low).toBeCloseTo(550 - 1.2815515655 * Math.sqrt(25.25), 0)
    expect(median?.after.high).toBeCloseTo(550 + 1.2815515655 * Math.sqrt(25.25), 0)
  })
  it('reads numbers alone, one a line, and keeps to the median of a few', () => {
    const reading = match('0.61 s\n0.59 s\n0.70 s\n', { on: 'c-model' })
    expect(reading.fields.map(({ field, after }) => [field, after.value])).toEqual([['ttftP50Ms', 610]])
    expect(reading.problems).toMatchObject([{ level: 'warning' }])
    expect(reading.problems[0]?.sentence).toBe('3 samples tell a median, not a 95th percentile: 20 would.')
  })
  it('finds percentiles between the least and the greatest, in order, in any order of the rows', () => {
    const list = fc.array(fc.double({ min: 1, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(list, (measured) => {
        const p50 = percentileOf(measured, 0.5)
        const p95 = percentileOf(measured, 0.95)
        expect(percentileOf(measured.toReversed(), 0.5)).toEqual(p50)
        for (const { low, value, high } of [p50, p95]) {
          expect(low).toBeLessThanOrEqual(value)
          expect(value).toBeLessThanOrEqual(high)
          expect(low).toBeGreaterThanOrEqual(Math.min(...measured))
          expect(high).toBeLessThanOrEqual(Math.max(...measured))
        }
        expect(p50.value).toBeLessThanOrEqual(p95.value)
      }),
      { seed: 20261121 },
    )
  })
})

describe('what cannot be used', () => {
  it.each([
    ['component;p50_ms\nIndex;n/a', /^Line 2: "n\/a" is no number in the column "p50_ms"\. Write a number above 0/],
    ['component;p50_ms\nIndex;-4', /^Line 2: "-4" cannot be measured/],
    [
      'model;ttft_ms\ngpt-9;500',
      /^Line 2: nothing in this design is called "gpt-9"\. Name a component or its product: "/,
    ],
    ['ttft_ms\n500', /^Line 2: nobody is named\. Add a column "component" or "model"/],
    ['model;latency_p50\nAnswer model;4 s', /depends on its length\. Give the time to first token/],
    ['component;ttft_p50\nIndex;40', /^Line 2: Index has no field for this/],
    ['component;p50_ms;p95_ms\nIndex;40;12', /95th percentile of Index \(12 ms\) is below its median \(40 ms\)/],
    ['component;p50_ms\nIndex;40\nIndex;50', /^Lines 2 and 3 both state the p50 of Index/],
    ['model;ttft_mean\nAnswer model;700', /is a median or a 95th percentile of a time, or an output speed/],
    ['hello there\nhow are you', /^No column here says what it holds/],
  ])('is said with its line and what to do: %j', (text, sentence) => {
    expect(sentences(text)).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]))
  })
  it('is said once for each line', () => {
    expect(sentences('model;ttft_p50;ttft_p95;tps\ngpt-9;1;2;3')).toHaveLength(1)
  })
  it('never stops the rest from being read', () => {
    expect(values('component;p50_ms;p95_ms\nIndex;n/a;40\nNobody;1;2\nAnswer model;500;')).toEqual({
      'c-index.p95Ms': 40,
      'c-model.ttftP50Ms': 500,
    })
  })
  it('is nothing at all while nothing is pasted', () => {
    expect(readMeasurements('  \n', 'ttft')).toEqual({ measurements: [], problems: [] })
  })
  it('never throws, whatever is pasted', () => {
    const noise = fc.array(
      fc.constantFrom('ttft', 'p95', '\t', ';', ',', ':', '\n', '"', '0,5', '1.2 s', 'Index', 'ä'),
      {
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(noise, (parts) => {
        for (const { after } of match(parts.join(''), { on: 'c-model' }).fields) expect(after.value).toBeGreaterThan(0)
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })
})

describe('applied', () => {
  const settingsAfter = (text: string) => {
    const applied = applyMeasurements(design, graphOf(design), match(text).fields)
    return Object.fromEntries((applied.components ?? []).map((each) => [each.id, each.settings ?? {}]))
  }

  it('turns assumed into measured and leaves everything else as it is', () => {
    const after = settingsAfter('component;p50_ms;p95_ms\nIndex;14;40')
    const graph = graphOf({
      ...design,
      components: (design.components ?? []).map((each) => ({ ...each, settings: after[each.id] ?? {} })),
    })
    expect(graph.settings('c-index').input('p50Ms')).toMatchObject({
      value: 14,
      provenance: { from: 'stated', confidence: 'A', source: 'measured by load test' },
    })
    expect(after['c-model']).toEqual({ ttftP95Ms: 1800 })
  })
  it('drops a tail that belonged to another median', () => {
    expect(settingsAfter('model;ttft_p50_ms\nAnswer model;500')['c-model']).not.toHaveProperty('ttftP95Ms')
    expect(settingsAfter('model;tps\nAnswer model;90')['c-model']).toHaveProperty('ttftP95Ms', 1800)
  })
  it('takes the time of a model that reasons as that of its first visible word', () => {
    expect(settingsAfter('model;ttft_p50_ms\nPlanner;8000')['c-thinker']).toMatchObject({ ttftWithReasoning: true })
    expect(settingsAfter('model;ttft_p50_ms\nAnswer model;500')['c-model']).not.toHaveProperty('ttftWithReasoning')
  })
})

it('names what it cannot use in the order of the lines', () => {
  const said = sentences('model;ttft_p50_ms\nNobody;500\nAnswer model;none\nElse;400')
  expect(said.map((each) => each.slice(0, 6))).toEqual(['Line 2', 'Line 3', 'Line 4'])
})
