import type { Chart } from '../../chart.ts'
import { barEnds } from '../../chart.ts'
import { formatCount } from '../../text/numbers.ts'

/** The series on which the bars of a waterfall stand: it is there to be edited, and has no colour. */
export const beginsName = 'Begins at'

/** As a chart of Office has it, series for series. */
export interface OfficeChart extends Chart {
  readonly type: 'bar' | 'stackedBar'
  /** The first series is not seen: the others stand on it. */
  readonly floats?: true
  readonly hasLegend: boolean
}

/**
 * A chart in the types that every Office draws and people edit: a waterfall becomes stacked bars of which the first part
 * is not seen. Stacked bars have no place for a number at their end: `labelled` puts it behind the category's name, for
 * where the numbers do not stand beside the chart.
 */
export function officeChart(chart: Chart, labelled: boolean): OfficeChart {
  const { type, begins = [], categories, series, ...rest } = chart
  if (type !== 'waterfall') return { ...rest, type, categories, series, hasLegend: series.length > 1 }
  const lengths = barEnds(chart).map((end, index) => end - (begins[index] ?? 0))
  return {
    ...rest,
    type: 'stackedBar',
    categories: categories.map((name, index) =>
      labelled ? `${name} · ${formatCount(Number((lengths[index] ?? 0).toPrecision(3)))}` : name,
    ),
    series: [{ name: beginsName, values: categories.map((_, index) => begins[index] ?? 0) }, ...series],
    floats: true,
    hasLegend: false,
  }
}
