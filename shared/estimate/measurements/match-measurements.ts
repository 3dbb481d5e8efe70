import type { Component, Id, Stated } from '../../design/design.ts'
import type { Problem } from '../../design/problem.ts'
import { known } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Unit } from '../../kinds/fields/field.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'
import type { Product } from '../../kinds/product.ts'
import { standingOf } from '../../kinds/formula/standing.ts'
import type { Standing } from '../estimate-parts.ts'
import { type Measurement, problem, readMeasurements } from './read-measurements.ts'

/** A measurement in the field that it belongs to, with what stands there now. */
export interface MeasuredField {
  readonly component: Id
  readonly field: string
  readonly label: string
  readonly unit: Unit
  readonly before?: { readonly value: number; readonly standing: Standing | undefined; readonly source?: string }
  readonly after: Stated<number>
  readonly n?: number
  /** The lines of the table that it comes from. */
  readonly lines: readonly number[]
  readonly note?: string
}

export interface MeasurementReading {
  readonly fields: readonly MeasuredField[]
  readonly problems: readonly Problem[]
}

export interface MeasurementOptions {
  /** ISO date of today, for rows that have none. */
  readonly today: string
  /** Who measured: "load test of the platform team". */
  readonly by: string
  /** The component that rows without a name are of. */
  readonly on?: Id
}

/** What pasted measurements would state in a design: proposals by component and field, and what could not be placed. */
export function matchMeasurements(
  graph: Graph,
  text: string,
  options: MeasurementOptions,
  findProduct: (id: string | undefined) => Product | undefined,
): MeasurementReading {
  const { on } = options
  const alone = on !== undefined && fieldOf(graph, on, 'ttft', 'p50') !== undefined ? 'ttft' : 'time'
  const { measurements, problems } = readMeasurements(text, alone)
  const unplaced: Problem[] = []
  const fields = measurements.flatMap((measurement) =>
    componentsOf(graph, measurement, options, findProduct, unplaced).flatMap((component) =>
      placeIn(graph, component, measurement, options, unplaced),
    ),
  )
  const sound = fields.filter((each) => isAboveMedian(graph, each, fields, unplaced))
  return { fields: firstOfEach(sound), problems: saidOnce([...problems, ...unplaced]) }
}

/** Whether a component has a field that a measurement could go to. */
export function takesMeasurements(graph: Graph, component: Id): boolean {
  return (['ttft', 'time', 'speed'] as const).some(
    (quantity) => fieldOf(graph, component, quantity, 'p50') !== undefined,
  )
}

function componentsOf(
  graph: Graph,
  { of, lines, quantity }: Measurement,
  { on }: MeasurementOptions,
  findProduct: (id: string | undefined) => Product | undefined,
  problems: Problem[],
): readonly Id[] {
  const where = `Line ${lines[0] ?? 1}`
  if (of === undefined) {
    if (on !== undefined) return [on]
    problems.push(problem(`${where}: nobody is named. Add a column "component" or "model".`))
    return []
  }
  const measurable = graph.components.filter(({ id }) => takesMeasurements(graph, id))
  const found = [
    (component: Component) => [component.name, component.id],
    (component: Component) => productNames(findProduct(known(component.product))),
  ].map((namesOf) => measurable.filter((component) => namesOf(component).some((name) => plain(name) === plain(of))))
  const matched = found.find((each) => each.length > 0) ?? []
  if (matched.length > 0) return matched.map(({ id }) => id)
  const fitting = measurable.filter(({ id }) => fieldOf(graph, id, quantity, 'p50') !== undefined)
  const some = (fitting.length > 0 ? fitting : measurable)
    .slice(0, 4)
    .map(({ name }) => `"${name}"`)
    .join(', ')
  const remedy = some === '' ? 'Nothing in this design can be measured.' : `Name a component or its product: ${some}.`
  problems.push(problem(`${where}: nothing in this design is called "${of}". ${remedy}`))
  return []
}

/** 'openai/gpt-4.1', 'gpt-4.1' and 'GPT-4.1' are one. */
function productNames(product: Product | undefined): readonly string[] {
  return product === undefined ? [] : [product.id, product.id.split('/').at(-1) ?? '', product.title]
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

const fieldNames: Readonly<Record<Measurement['quantity'], Readonly<Record<'p50' | 'p95', readonly string[]>>>> = {
  ttft: { p50: ['ttftP50Ms'], p95: ['ttftP95Ms'] },
  latency: { p50: ['p50Ms'], p95: ['p95Ms'] },
  time: { p50: ['ttftP50Ms', 'p50Ms'], p95: ['ttftP95Ms', 'p95Ms'] },
  speed: { p50: ['tokensPerSecond'], p95: [] },
}

function fieldOf(
  graph: Graph,
  component: Id,
  quantity: Measurement['quantity'],
  statistic: Measurement['statistic'],
): string | undefined {
  const { settings } = graph.kindOf(component)
  return fieldNames[quantity][statistic].find((name) => settings[name] !== undefined)
}

function placeIn(
  graph: Graph,
  component: Id,
  measurement: Measurement,
  options: MeasurementOptions,
  problems: Problem[],
): readonly MeasuredField[] {
  const { quantity, statistic, lines, n, note } = measurement
  const field = fieldOf(graph, component, quantity, statistic)
  const name = graph.name(component)
  if (field === undefined) {
    problems.push(
      problem(
        `Line ${lines[0] ?? 1}: ${why(name, measurement, fieldOf(graph, component, 'ttft', 'p50') !== undefined)}`,
      ),
    )
    return []
  }
  const declared = graph.kindOf(component).settings[field]
  const reader = graph.settings(component)
  const now = reader.number(field) === undefined ? undefined : reader.input(field)
  return [
    {
      component,
      field,
      label: declared?.label ?? field,
      unit: declared?.unit ?? 'ms',
      ...(now === undefined ? {} : { before: standingNow(now) }),
      after: statedOf(measurement, options),
      ...(n === undefined ? {} : { n }),
      lines,
      ...(note === undefined ? {} : { note }),
    },
  ]
}

function why(name: string, { quantity, statistic }: Measurement, isModel: boolean): string {
  if (quantity === 'speed' && statistic === 'p95') {
    return `a 95th percentile of the output speed is not used; give the median of ${name}.`
  }
  return quantity === 'latency' && isModel
    ? `the time of a whole answer of ${name} depends on its length. Give the time to first token and the tokens per second.`
    : `${name} has no field for this. Give the time of one call, as p50_ms and p95_ms.`
}

function standingNow(node: InputNode): NonNullable<MeasuredField['before']> {
  const { source } = node.provenance
  return { value: node.value, standing: standingOf(node), ...(source === undefined ? {} : { source }) }
}

/** As stated in the document: measured here (A), with who and how many, and the band that the samples leave. */
function statedOf(measurement: Measurement, { by, today }: MeasurementOptions): Stated<number> {
  const { value, low, high, n, date } = measurement
  const who = by.trim() === '' ? 'measured by ourselves' : `measured by ${by.trim()}`
  return {
    value: digits(value),
    ...(low === undefined || high === undefined ? {} : { low: digits(low), high: digits(high) }),
    source: n === undefined ? who : `${who}, n = ${n}`,
    asOf: date ?? today,
    confidence: 'A',
  }
}

/** Four digits are more than any measurement of this kind holds. */
function digits(value: number): number {
  return Number(value.toPrecision(4))
}

/** Drops a 95th percentile that is below its median: one of the two was read from the wrong column. */
function isAboveMedian(graph: Graph, each: MeasuredField, all: readonly MeasuredField[], problems: Problem[]): boolean {
  if (!each.field.includes('95')) return true
  const median = all.find(
    (other) => other.component === each.component && other.field === each.field.replace('95', '50'),
  )
  const from = median?.after.value ?? graph.settings(each.component).number(each.field.replace('95', '50'))
  if (median === undefined || from === undefined || each.after.value >= from) return true
  problems.push(
    problem(
      `Line ${each.lines[0] ?? 1}: the 95th percentile of ${graph.name(each.component)} (${each.after.value} ms) is below its median (${from} ms). It was left out.`,
    ),
  )
  return false
}

/** One sentence for each line, however many of its cells it is about, in the order in which people read the table. */
function saidOnce(problems: readonly Problem[]): readonly Problem[] {
  const once = [...new Map(problems.map((each) => [each.sentence, each])).values()]
  return once.toSorted((one, other) => lineNamedBy(one) - lineNamedBy(other))
}

function lineNamedBy({ sentence }: Problem): number {
  return Number(/^Line (\d+)/.exec(sentence)?.[1] ?? 0)
}

function firstOfEach(fields: readonly MeasuredField[]): readonly MeasuredField[] {
  const seen = new Set<string>()
  return fields.filter(({ component, field }) => {
    const key = `${component}|${field}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
