import { describe, expect, it } from 'vitest'
import { housePalette } from '../../brand/palette.ts'
import type { Chart } from '../../chart.ts'
import { barEnds } from '../../chart.ts'
import { renderChart } from '../../picture/render-chart.ts'
import { chartXml } from './chart-xml.ts'
import { beginsName, officeChart } from './floating-bars.ts'

const chart: Chart = {
  type: 'waterfall',
  categories: ['Search', 'Model', 'In all'],
  begins: [0, 0.4, 0],
  series: [
    { name: 'Mean time', values: [0.4, 2.6, 0], tone: 'accent' },
    { name: 'In all', values: [0, 0, 3], tone: 'neutral' },
  ],
  unit: 'seconds',
}
const data = { sheet: 'Data', row: 0, column: 0 }

describe('a waterfall', () => {
  it('is stacked bars in Office, which stand on a series that can be edited', () => {
    const { type, series, categories, hasLegend } = officeChart(chart, true)
    expect({ type, hasLegend }).toEqual({ type: 'stackedBar', hasLegend: false })
    expect(series[0]).toEqual({ name: beginsName, values: [0, 0.4, 0] })
    expect(categories).toEqual(['Search · 0.4', 'Model · 2.6', 'In all · 3'])
    expect(officeChart(chart, false).categories).toEqual(chart.categories)
  })

  it('shows all but that series', () => {
    const series = [...chartXml(chart, 'Times', data, { palette: housePalette }).matchAll(/<c:ser>.*?<\/c:ser>/gs)]
    expect(series).toHaveLength(3)
    expect(series.map(([xml]) => xml.includes('<c:spPr><a:noFill/></c:spPr>'))).toEqual([true, false, false])
  })

  it('reaches as far in Office as anywhere else', () => {
    expect(barEnds(officeChart(chart, true))).toEqual(barEnds(chart))
    expect(barEnds(chart)).toEqual([0.4, 3, 3])
  })

  it('has each bar begin where the one before it ends, and its number at its end', () => {
    const bars = [
      ...renderChart(chart, 'Times').matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="19"/g),
    ]
      .map(([, x, width]) => ({ x: Number(x), end: Number(x) + Number(width) }))
      .filter(({ x, end }) => end > x)
    expect(bars).toHaveLength(3)
    expect(bars[1]!.x).toBeCloseTo(bars[0]!.end, 1)
    expect(bars[2]!.end).toBeCloseTo(bars[1]!.end, 1)
    expect(bars[2]!.x).toBe(bars[0]!.x)
    for (const words of ['0.4', '2.6', '3']) expect(renderChart(chart, 'Times')).toContain(`>${words}</text>`)
  })
})
