import { designHash } from '../text/design-hash.ts'
import { estimateNote } from '../deck/figures.ts'
import type { Cell, Sheet, SheetChart } from '../writers/xlsx/workbook.ts'
import type { CostStudy } from './cost-study.ts'
import type { LineSheet } from './lines-sheet.ts'

const mostComponents = 12
const trafficWords = 'Times the stated traffic'

/** The headline figures, live, with what they are made of and how they follow the traffic. */
export function summarySheet({ context, estimates, currency, budgetUsd }: CostStudy, lines: LineSheet): Sheet {
  const { design, analysis, date } = context
  const { estimate } = analysis
  const { ranges } = lines
  const traffics = estimates.map(({ traffic }) => traffic)
  const sum = (...conditions: readonly string[]): string => `SUMIFS(${[ranges.usd, ...conditions].join(',')})`
  const month = [ranges.recurrences, '"month"'] as const
  // Not SUMIFS: it reads a name that begins with a comparison, or holds an asterisk, as a condition.
  const ofComponent = (row: number): string =>
    `SUMPRODUCT(--EXACT(${ranges.components},$A${row}),--(${ranges.recurrences}="month"),${ranges.usd})`
  const figure = (label: string, formula: string, value: number, low?: number, high?: number): readonly Cell[] => [
    { text: label, look: 'label' },
    { formula, value, look: 'usdTotal' },
    ...(low === undefined || high === undefined
      ? []
      : [
          { number: low, look: 'usd' as const },
          { number: high, look: 'usd' as const },
        ]),
  ]
  const {
    technologyUsdPerMonth: technology,
    peopleUsdPerMonth: people,
    totalUsdPerMonth: total,
    onceUsd: once,
  } = estimate
  const rows: (readonly Cell[])[] = [
    [{ text: `Cost of ${design.name}`, look: 'title' }],
    [
      {
        text: [design.client, date, `design ${context.designHash ?? designHash(design)}`]
          .filter((part) => part !== undefined)
          .join('  ·  '),
        look: 'note',
      },
    ],
    [{ text: estimateNote(context), look: 'note' }],
    [],
    [
      { text: trafficWords, look: 'label' },
      { number: 1, look: 'input' },
      {
        text:
          traffics.length > 1
            ? `Change it: from ${traffics[0] ?? 1} to ${traffics.at(-1) ?? 1}. Exact at ${traffics.join(', ')}; straight lines between.`
            : 'Nothing follows the traffic here.',
        look: 'note',
      },
    ],
    [],
    [
      { text: 'USD a month', look: 'head' },
      { text: 'At this traffic', look: 'head' },
      { text: 'Low, as stated', look: 'head' },
      { text: 'High, as stated', look: 'head' },
    ],
    figure(
      'Technology',
      sum(...month, ranges.kinds, '"Technology"'),
      technology.value,
      technology.low,
      technology.high,
    ),
    figure('People', sum(...month, ranges.kinds, '"People"'), people.value, people.low, people.high),
    figure(
      total.atLeast === true ? 'Together, at least: a price is missing' : 'Together',
      'B8+B9',
      total.value,
      total.low,
      total.high,
    ),
    figure('Once', sum(ranges.recurrences, '"once"'), once.value, once.low, once.high),
  ]
  if (currency !== undefined)
    rows.push([
      { text: `Together in ${currency.code}, at ${currency.unitsPerUsd} a USD`, look: 'label' },
      { formula: `B10*${currency.unitsPerUsd}`, value: total.value * currency.unitsPerUsd, look: 'number' },
    ])
  if (budgetUsd !== undefined)
    rows.push(
      [
        { text: 'Budget', look: 'label' },
        { number: budgetUsd, look: 'usd' },
      ],
      figure('Left of it', `B${rows.length + 1}-B10`, budgetUsd - total.value),
    )
  rows.push([])
  const partsAt = rows.length
  rows.push([
    { text: 'Component', look: 'head' },
    { text: 'USD a month', look: 'head' },
  ])
  const shown = lines.components.slice(0, mostComponents)
  for (const { name, usd } of shown) {
    const row = rows.length + 1
    rows.push([{ text: name }, { formula: ofComponent(row), value: usd, look: 'usd' }])
  }
  if (lines.components.length > shown.length) {
    const rest = lines.components.slice(shown.length).reduce((all, { usd }) => all + usd, 0)
    rows.push([
      { text: 'All others' },
      { formula: `B10-SUM(B${partsAt + 2}:B${partsAt + 1 + shown.length})`, value: rest, look: 'usd' },
    ])
  }
  const partCount = rows.length - partsAt - 1
  rows.push([])
  const trafficAt = rows.length
  rows.push([
    { text: trafficWords, look: 'head' },
    { text: 'USD a month', look: 'head' },
  ])
  for (const each of estimates)
    rows.push([{ text: `${each.traffic} x` }, { number: each.estimate.totalUsdPerMonth.value, look: 'usd' }])
  const chartOf = (
    type: 'bar' | 'line',
    title: string,
    row: number,
    names: readonly string[],
    values: readonly number[],
    top: number,
  ): SheetChart => ({
    chart: {
      type,
      categories: names,
      series: [{ name: 'USD a month', values: values.map((value) => Math.round(value * 100) / 100), tone: 'accent' }],
      unit: 'USD a month',
    },
    title,
    data: { sheet: 'Summary', row, column: 0 },
    at: { column: 5, row: top, columns: 9, rows: 18 },
  })
  const partRows = rows.slice(partsAt + 1, partsAt + 1 + partCount)
  const textOf = (cell: Cell): string => (cell !== undefined && 'text' in cell ? cell.text : '')
  const valueOf = (cell: Cell): number => (cell !== undefined && 'value' in cell ? cell.value : 0)
  return {
    name: 'Summary',
    widths: [40, 18, 18, 18, 4],
    rows,
    charts: [
      ...(partCount < 2
        ? []
        : [
            chartOf(
              'bar',
              'What it is made of',
              partsAt,
              partRows.map(([name]) => textOf(name)),
              partRows.map(([, usd]) => valueOf(usd)),
              6,
            ),
          ]),
      ...(estimates.length < 2
        ? []
        : [
            chartOf(
              'line',
              'How it follows the traffic',
              trafficAt,
              estimates.map(({ traffic }) => `${traffic} x`),
              estimates.map((each) => each.estimate.totalUsdPerMonth.value),
              26,
            ),
          ]),
    ],
  }
}
