import { designHash } from '../text/design-hash.ts'
import { estimateNote } from '../deck/figures.ts'
import type { Cell, Sheet, SheetChart } from '../writers/xlsx/workbook.ts'
import type { CostStudy } from './cost-study.ts'
import type { LineSheet } from './lines-sheet.ts'

const mostComponents = 12
/** What costs less than half a cent is among the others: a bar of no length says nothing. */
const leastUsd = 0.005
const trafficWords = 'Times the stated traffic'

type Row = readonly Cell[]

/** A block of names and amounts under a head, from which a chart is drawn. */
interface Part {
  readonly rows: readonly Row[]
  readonly names: readonly string[]
  readonly values: readonly number[]
}

/** The headline figures, live, with what they are made of and how they follow the traffic. */
export function summarySheet(study: CostStudy, lines: LineSheet): Sheet {
  const top = [...headRows(study), ...figureRows(lines, study), ...currencyRows(study)]
  const figures = [...top, ...budgetRows(study, top.length), []]
  const parts = componentPart(lines, figures.length)
  const traffic = trafficPart(study)
  const trafficAt = figures.length + parts.rows.length + 1
  const charts = [
    { title: 'What it is made of', part: parts, row: figures.length, top: 6 },
    { title: 'How it follows the traffic', part: traffic, row: trafficAt, top: 26 },
  ]
  return {
    name: 'Summary',
    widths: [40, 18, 18, 18, 4],
    rows: [...figures, ...parts.rows, [], ...traffic.rows],
    charts: charts.filter(({ part }) => part.names.length > 1).map(chartOf),
  }
}

/** Of what design, by whose prices, and the cell that the traffic is changed in. */
function headRows({ context, estimates }: CostStudy): readonly Row[] {
  const { design, date, designHash: hash = designHash(design) } = context
  const traffics = estimates.map(({ traffic }) => traffic)
  const note =
    traffics.length > 1
      ? `Change it: from ${traffics[0] ?? 1} to ${traffics.at(-1) ?? 1}. Exact at ${traffics.join(', ')}; straight lines between.`
      : 'Nothing follows the traffic here.'
  const of = [design.client, date, `design ${hash}`].filter((part) => part !== undefined).join('  ·  ')
  return [
    [{ text: `Cost of ${design.name}`, look: 'title' }],
    [{ text: of, look: 'note' }],
    [{ text: estimateNote(context), look: 'note' }],
    [],
    [
      { text: trafficWords, look: 'label' },
      { number: 1, look: 'input' },
      { text: note, look: 'note' },
    ],
    [],
  ]
}

/** Technology in B8 and people in B9, together in B10, and what is paid once. */
function figureRows({ ranges }: LineSheet, { context }: CostStudy): readonly Row[] {
  const { technologyUsdPerMonth, peopleUsdPerMonth, totalUsdPerMonth, onceUsd } = context.analysis.estimate
  const sum = (...conditions: readonly string[]): string => `SUMIFS(${[ranges.usd, ...conditions].join(',')})`
  const month = [ranges.recurrences, '"month"'] as const
  const together = totalUsdPerMonth.atLeast === true ? 'Together, at least: a price is missing' : 'Together'
  return [
    ['USD a month', 'At this traffic', 'Low, at 1 x', 'High, at 1 x'].map((text) => ({ text, look: 'head' })),
    bandRow('Technology', sum(...month, ranges.kinds, '"Technology"'), technologyUsdPerMonth),
    bandRow('People', sum(...month, ranges.kinds, '"People"'), peopleUsdPerMonth),
    bandRow(together, 'B8+B9', totalUsdPerMonth),
    bandRow('Once', sum(ranges.recurrences, '"once"'), onceUsd),
  ]
}

function bandRow(
  label: string,
  formula: string,
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
): Row {
  return [...figureRow(label, formula, value), { number: low, look: 'usd' }, { number: high, look: 'usd' }]
}

function figureRow(label: string, formula: string, value: number): Row {
  return [
    { text: label, look: 'label' },
    { formula, value, look: 'usdTotal' },
  ]
}

function currencyRows({ context, currency }: CostStudy): readonly Row[] {
  if (currency === undefined) return []
  const { code, unitsPerUsd } = currency
  const value = context.analysis.estimate.totalUsdPerMonth.value * unitsPerUsd
  return [
    [
      { text: `Together in ${code}, at ${unitsPerUsd} a USD`, look: 'label' },
      { formula: `B10*${unitsPerUsd}`, value, look: 'quantity' },
    ],
  ]
}

/** `above`: how many rows stand above. */
function budgetRows({ context, budgetUsd }: CostStudy, above: number): readonly Row[] {
  if (budgetUsd === undefined) return []
  const left = budgetUsd - context.analysis.estimate.totalUsdPerMonth.value
  return [
    [
      { text: 'Budget', look: 'label' },
      { number: budgetUsd, look: 'usd' },
    ],
    figureRow('Left of it', `B${above + 1}-B10`, left),
  ]
}

/** What the components cost that cost most, and the rest; `above`: how many rows stand above its head. */
function componentPart({ components, ranges }: LineSheet, above: number): Part {
  // Not SUMIFS: it reads a name that begins with a comparison, or holds an asterisk, as a condition.
  const ofComponent = (row: number): string =>
    `SUMPRODUCT(--EXACT(${ranges.components},$A${row}),--(${ranges.recurrences}="month"),${ranges.usd})`
  const shown = components.filter(({ usd }) => usd >= leastUsd).slice(0, mostComponents)
  const first = above + 2
  const named = shown.map(({ name, usd }, index) => ({ name, usd, formula: ofComponent(first + index) }))
  const others = {
    name: 'All others',
    usd: components.slice(shown.length).reduce((all, { usd }) => all + usd, 0),
    formula: shown.length === 0 ? 'B10' : `B10-SUM(B${first}:B${first + shown.length - 1})`,
  }
  const all = components.length > shown.length ? [...named, others] : named
  const drawn = all.filter(({ usd }) => usd >= leastUsd)
  return {
    rows: [
      partHead('Component'),
      ...all.map(({ name, usd, formula }): Row => [{ text: name }, { formula, value: usd, look: 'usd' }]),
    ],
    names: drawn.map(({ name }) => name),
    values: drawn.map(({ usd }) => usd),
  }
}

/** What it costs at so many times the traffic. */
function trafficPart({ estimates }: CostStudy): Part {
  const names = estimates.map(({ traffic }) => `${traffic} x`)
  const values = estimates.map(({ estimate }) => estimate.totalUsdPerMonth.value)
  return {
    rows: [
      partHead(trafficWords),
      ...names.map((text, index): Row => [{ text }, { number: values[index] ?? 0, look: 'usd' }]),
    ],
    names,
    values,
  }
}

function partHead(text: string): Row {
  return [
    { text, look: 'head' },
    { text: 'USD a month', look: 'head' },
  ]
}

interface PlacedPart {
  readonly title: string
  readonly part: Part
  /** Where the head of its numbers stands, from 0. */
  readonly row: number
  /** Where the chart begins, from 0. */
  readonly top: number
}

function chartOf({ title, part, row, top }: PlacedPart): SheetChart {
  const values = part.values.map((value) => Math.round(value * 100) / 100)
  return {
    chart: {
      // Never a line: the steps of traffic are uneven, and a cost that grows evenly would look as if it took off.
      type: 'bar',
      categories: part.names,
      series: [{ name: 'USD a month', values, tone: 'accent' }],
      unit: 'USD a month',
    },
    title,
    data: { sheet: 'Summary', row, column: 0 },
    at: { column: 5, row: top, columns: 9, rows: 18 },
  }
}
