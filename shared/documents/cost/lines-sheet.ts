import { hasMissing } from '../../kinds/formula/formula.ts'
import type { Cell, Sheet } from '../writers/xlsx/workbook.ts'
import type { CostStudy } from './cost-study.ts'
import type { PriceList } from './price-sheet.ts'
import type { PricedQuantity } from './priced-quantities.ts'
import type { StepTable } from './steps-sheet.ts'

const heads = [
  'Component',
  'Line',
  'Kind',
  'When',
  'Quantity',
  'Unit',
  'USD per unit',
  'USD',
  'Price',
  'Action',
  'Note, at the stated traffic',
]
const firstRow = 2

export interface LineSheet {
  readonly sheet: Sheet
  /** Ranges of the rows, for sums. */
  readonly ranges: {
    readonly components: string
    readonly kinds: string
    readonly recurrences: string
    readonly usd: string
  }
  /** Components that have a line, in the order of their cost, with it at the stated traffic. */
  readonly components: readonly { readonly name: string; readonly usd: number }[]
}

/** One row for each price of each cost line: quantity times price, live. */
export function linesSheet(
  study: CostStudy,
  quantities: readonly PricedQuantity[],
  prices: PriceList,
  steps: StepTable,
): LineSheet {
  const { context, estimates } = study
  const { graph, design } = context
  const rows: (readonly Cell[])[] = []
  const costs = new Map<string, number>()
  const add = (
    name: string,
    texts: {
      readonly line: string
      readonly kind: string
      readonly when: string
      readonly action: string
      readonly note: string
    },
    priced: PricedQuantity | undefined,
    own: readonly number[],
  ): void => {
    const row = firstRow + rows.length + 1
    const price = priced?.price
    const what = [texts.line, price?.label, texts.action].filter((part) => part !== undefined && part !== '')
    const { formula, value } = steps.formulaOf(`${name}: ${what.join(', ')}`, own)
    const usd = value * (price?.value ?? 1)
    if (texts.when === 'month') costs.set(name, (costs.get(name) ?? 0) + usd)
    rows.push([
      { text: name },
      { text: texts.line },
      { text: texts.kind },
      { text: texts.when },
      { formula, value },
      { text: price === undefined ? 'USD' : price.unit.replace(/^USD\/?/, '') || 'unit' },
      price === undefined
        ? { number: 1, look: 'usdFine' }
        : { formula: prices.cellOf(price), value: price.value, look: 'usdFine' },
      { formula: `E${row}*G${row}`, value: usd, look: 'usd' },
      { text: price?.label ?? '' },
      { text: texts.action },
      { text: texts.note },
    ])
  }
  for (const priced of quantities) {
    const { line } = priced
    const missing = hasMissing(line.formula) ? 'At least: a price is missing.' : ''
    add(
      graph.name(line.component),
      {
        line: line.label,
        kind: line.headline === 'people' ? 'People' : 'Technology',
        when: line.recurrence,
        action: design.actions?.find(({ id }) => id === line.action)?.name ?? '',
        note: [line.note, missing].filter((part) => part !== undefined && part !== '').join(' '),
      },
      priced,
      priced.quantities,
    )
  }
  for (const kind of ['Technology', 'People'] as const) {
    // What totals count and no line shows, because its component is marked internal.
    const rest = estimates.map(({ estimate }) => {
      const total = kind === 'People' ? estimate.peopleUsdPerMonth.value : estimate.technologyUsdPerMonth.value
      const listed = estimate.lines.filter(
        ({ headline, recurrence }) => recurrence === 'month' && (headline === 'people') === (kind === 'People'),
      )
      return total - listed.reduce((sum, { usd }) => sum + usd.value, 0)
    })
    if (rest.some((usd) => Math.abs(usd) >= 0.005))
      add('Not listed by itself', { line: 'All others', kind, when: 'month', action: '', note: '' }, undefined, rest)
  }
  const last = firstRow + Math.max(1, rows.length)
  const range = (column: string): string => `'Lines'!$${column}$${firstRow + 1}:$${column}$${last}`
  return {
    sheet: {
      name: 'Lines',
      widths: [30, 34, 13, 9, 18, 16, 16, 16, 36, 24, 40],
      rows: [
        [{ text: 'Quantity times price, at the traffic that the sheet "Summary" says', look: 'note' }],
        heads.map((text): Cell => ({ text, look: 'head' })),
        ...rows,
      ],
      headRow: 1,
      filter: true,
    },
    ranges: { components: range('A'), kinds: range('C'), recurrences: range('D'), usd: range('H') },
    components: [...costs]
      .map(([name, usd]) => ({ name, usd }))
      .toSorted((a, b) => b.usd - a.usd || (a.name < b.name ? -1 : 1)),
  }
}
