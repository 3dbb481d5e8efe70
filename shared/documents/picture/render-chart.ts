import { fitText, textWidth } from '../../layout/text-width.ts'
import type { Palette } from '../brand/palette.ts'
import { housePalette } from '../brand/palette.ts'
import { barEnds, isStacked } from '../chart.ts'
import type { Chart, Tone } from '../chart.ts'
import { escapeMarkup } from '../writers/escape-markup.ts'
import { formatCount } from '../text/numbers.ts'
import { ink, seriesColours, toneColours } from './colours.ts'

const width = 720
const barHeight = 22
const gap = 14

/** The colour of a series: by its tone, else by its turn. */
export function seriesColour(index: number, tone: Tone | undefined, palette: Palette): string {
  if (tone === 'neutral') return '#94a3b8'
  if (tone === 'unknown') return '#475569'
  if (tone !== undefined) return tone === 'accent' ? palette.accent : toneColours[tone].strong
  const turn = index % seriesColours.length
  return turn === 0 ? palette.accent : (seriesColours[turn] ?? palette.accent)
}

/** Tick values from 0: at most six, in steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(largest: number): readonly number[] {
  if (!(largest > 0) || !Number.isFinite(largest)) return [0, 1]
  // A twentieth more, so that the number at the end of the longest bar has room.
  const top = largest * 1.05
  const rough = top / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough
  const ticks: number[] = []
  for (let turn = 0; turn * step < top + step - 1e-9; turn += 1) ticks.push(Number((turn * step).toPrecision(6)))
  return ticks
}

const rowsOf = (chart: Chart): number => (isStacked(chart) ? 1 : chart.series.length)
const groupHeightOf = (chart: Chart): number => rowsOf(chart) * barHeight + gap

/** How large a chart is drawn, in pixels: its legend, its bars, and the axis below them. */
export function chartSize(chart: Chart): { readonly width: number; readonly height: number } {
  const legend = legendOf(chart, housePalette).length * 20
  return { width, height: legend + 10 + chart.categories.length * groupHeightOf(chart) + 34 }
}

/** A chart of horizontal bars as self-contained SVG; lines are drawn as bars too, since the values are what is read. */
export function renderChart(chart: Chart, description: string, palette: Palette = housePalette): string {
  const stacked = isStacked(chart)
  const rows = rowsOf(chart)
  const labelRoom = Math.min(190, Math.max(70, ...chart.categories.map((name) => textWidth(name, 12) + 14)))
  const groupHeight = groupHeightOf(chart)
  const legend = legendOf(chart, palette)
  const plotTop = legend.length * 20 + 10
  const plotHeight = chart.categories.length * groupHeight
  const ends = barEnds(chart)
  const ticks = niceTicks(Math.max(...ends, chart.target?.value ?? 0))
  const largest = ticks.at(-1) ?? 1
  const plotWidth = width - labelRoom - 70
  const scale = (value: number): number => Math.round((value / largest) * plotWidth * 10) / 10
  const { height } = chartSize(chart)
  const parts: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(description)}" font-family="Inter, 'Segoe UI', Arial, 'Liberation Sans', sans-serif" font-size="12">`,
    `<title>${escapeMarkup(description)}</title>`,
    ...legend.flatMap((entries, row) =>
      entries.map(
        ({ x, name, colour }) =>
          `<rect x="${labelRoom + x}" y="${row * 20 + 2}" width="12" height="12" rx="2" fill="${colour}"/><text x="${labelRoom + x + 18}" y="${row * 20 + 12}" fill="${ink.muted}">${escapeMarkup(name)}</text>`,
      ),
    ),
    ...ticks.map(
      (tick) =>
        `<line x1="${labelRoom + scale(tick)}" x2="${labelRoom + scale(tick)}" y1="${plotTop}" y2="${plotTop + plotHeight}" stroke="${ink.hairline}"/><text x="${labelRoom + scale(tick)}" y="${plotTop + plotHeight + 16}" text-anchor="middle" fill="${ink.faint}" font-size="11">${escapeMarkup(formatCount(tick))}</text>`,
    ),
    `<text x="${labelRoom + plotWidth}" y="${plotTop + plotHeight + 31}" text-anchor="end" fill="${ink.faint}" font-size="11">${escapeMarkup(chart.unit)}</text>`,
  ]
  for (const [category, name] of chart.categories.entries()) {
    const top = plotTop + category * groupHeight + gap / 2
    parts.push(
      `<text x="${labelRoom - 8}" y="${top + (rows * barHeight) / 2 + 4}" text-anchor="end" fill="${ink.text}">${escapeMarkup(fitText(name, labelRoom - 10, 12))}</text>`,
    )
    const begin = chart.begins?.[category] ?? 0
    let left = scale(begin)
    // From where the bar before it ended.
    if (left > 0 && category > 0)
      parts.push(
        `<line x1="${labelRoom + left}" x2="${labelRoom + left}" y1="${top - gap}" y2="${top}" stroke="${ink.line}"/>`,
      )
    for (const [index, series] of chart.series.entries()) {
      const value = series.values[category] ?? 0
      const y = stacked ? top : top + index * barHeight
      const bar = scale(value)
      parts.push(
        `<rect x="${labelRoom + left}" y="${y}" width="${bar}" height="${barHeight - 3}" fill="${seriesColour(index, series.tone, palette)}"/>`,
      )
      if (!stacked && value !== 0) parts.push(valueText(labelRoom + bar, y, formatCount(value)))
      if (stacked) left += bar
    }
    if (stacked)
      parts.push(
        valueText(labelRoom + left, top, chart.ends?.[category] ?? lengthWords(chart, (ends[category] ?? 0) - begin)),
      )
  }
  if (chart.target !== undefined) {
    const x = labelRoom + scale(chart.target.value)
    parts.push(
      `<line x1="${x}" x2="${x}" y1="${plotTop - 4}" y2="${plotTop + plotHeight}" stroke="${toneColours.critical.strong}" stroke-width="2" stroke-dasharray="5 3"/>`,
      `<text x="${x + 4}" y="${plotTop + 4}" fill="${toneColours.critical.strong}" font-size="11">${escapeMarkup(chart.target.label)}</text>`,
    )
  }
  return [...parts, '</svg>'].join('\n')
}

/** Of a waterfall the digits of its numbers; what several series add up to is written whole. */
function lengthWords({ type }: Chart, length: number): string {
  return formatCount(type === 'waterfall' ? Number(length.toPrecision(3)) : Math.round(length))
}

function valueText(x: number, y: number, words: string): string {
  return `<text x="${x + 6}" y="${y + barHeight / 2 + 3}" fill="${ink.text}" font-weight="600">${escapeMarkup(words)}</text>`
}

/** One series needs none, and the bars of a waterfall say themselves what they are. */
export function hasLegend({ type, series }: Chart): boolean {
  return series.length > 1 && type !== 'waterfall'
}

/** The rows of the legend. */
function legendOf(chart: Chart, palette: Palette): readonly (readonly { x: number; name: string; colour: string }[])[] {
  if (!hasLegend(chart)) return []
  const rows: { x: number; name: string; colour: string }[][] = []
  let x = 0
  for (const [index, series] of chart.series.entries()) {
    const name = fitText(series.name, 160, 12)
    const room = textWidth(name, 12) + 36
    if (rows.length === 0 || x + room > 520) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ x, name, colour: seriesColour(index, series.tone, palette) })
    x += room
  }
  return rows
}
