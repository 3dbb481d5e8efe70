import type { Cell, Sheet } from '../writers/xlsx/workbook.ts'
import { cellName, columnName } from '../writers/xlsx/cell-name.ts'
import { type CostStudy, trafficCell } from './cost-study.ts'
import { followTraffic } from './priced-quantities.ts'

export interface StepTable {
  /** How a quantity follows the traffic, as a formula, and what it is at the stated traffic. */
  readonly formulaOf: (
    label: string,
    quantities: readonly number[],
  ) => { readonly formula: string; readonly value: number }
  /** The sheet with every quantity that no straight line follows; none where there is no such quantity. */
  readonly sheets: () => readonly Sheet[]
}

const firstColumn = 2
const headRow = 1

/**
 * Quantities at the traffics that the estimator was asked for. A straight line needs no table; machines, caches and tiers
 * do: between two traffics the workbook goes straight from one to the other.
 */
export function stepTable({ estimates }: CostStudy): StepTable {
  const traffics = estimates.map(({ traffic }) => traffic)
  const stated = Math.max(0, traffics.indexOf(1))
  const rows: (readonly Cell[])[] = [
    [
      {
        text: 'Quantities that do not simply follow the traffic, as the estimator gives them at each of these traffics',
        look: 'note',
      },
    ],
    [
      { text: 'Quantity', look: 'head' },
      { text: 'At the chosen traffic', look: 'head' },
      ...traffics.map((number): Cell => ({ number, look: 'headNumber' })),
    ],
  ]
  const last = columnName(firstColumn + Math.max(0, traffics.length - 1))
  const from = columnName(firstColumn)
  const range = (row: number): string => `$${from}$${row + 1}:$${last}$${row + 1}`
  return {
    formulaOf: (label, quantities) => {
      const value = quantities[stated] ?? 0
      const straight = followTraffic(quantities, traffics)
      if (straight !== undefined) {
        const { fixed, perTraffic } = straight
        if (perTraffic === 0) return { formula: String(fixed), value: fixed }
        return { formula: `${fixed === 0 ? '' : `${fixed}+`}${perTraffic}*${trafficCell}`, value }
      }
      const row = rows.length
      rows.push([
        { text: label },
        { formula: between(range(row), range(headRow)), value },
        ...quantities.map((number): Cell => ({ number, look: 'quantity' })),
      ])
      return { formula: `'Steps'!$${cellName(1, row).replace(/(\d+)$/, '$$$1')}`, value }
    },
    sheets: () =>
      rows.length === headRow + 1
        ? []
        : [{ name: 'Steps', widths: [70, 24, ...traffics.map(() => 14)], rows, headRow }],
  }
}

/** The straight line between the two columns around the chosen traffic; outside them, the nearest. */
function between(values: string, traffics: string): string {
  const at = `MAX(MIN(${trafficCell},MAX(${traffics})),MIN(${traffics}))`
  const index = `MIN(MATCH(${at},${traffics},1),COLUMNS(${traffics})-1)`
  const [low, high] = [index, `${index}+1`].map((column) => (of: string) => `INDEX(${of},1,${column})`)
  if (low === undefined || high === undefined) return ''
  return `${low(values)}+(${high(values)}-${low(values)})*(${at}-${low(traffics)})/(${high(traffics)}-${low(traffics)})`
}
