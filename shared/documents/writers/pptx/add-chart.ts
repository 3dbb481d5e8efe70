import type PptxGenJS from 'pptxgenjs'
import { housePalette } from '../../brand/palette.ts'
import { barEnds } from '../../chart.ts'
import type { Chart } from '../../chart.ts'
import { ink } from '../../picture/colours.ts'
import { niceTicks, seriesColour } from '../../picture/render-chart.ts'
import { dropControls } from '../escape-markup.ts'
import { officeChart } from '../ooxml/floating-bars.ts'
import { labelFormat } from '../ooxml/number-format.ts'
import type { Area } from './frame.ts'
import { fontFace, hex, type as sizes } from './frame.ts'

/** A native chart with its data inside, so that it can be edited in PowerPoint. */
export function addChart(slide: PptxGenJS.Slide, drawn: Chart, caption: string, area: Area): void {
  const chart = officeChart(drawn, true)
  const stacked = chart.type === 'stackedBar'
  // Bars are drawn from the bottom up: turned round, the first category stands on top.
  const categories = chart.categories.map(dropControls).toReversed()
  const ordered = stacked ? chart.series : chart.series.toReversed()
  const data = ordered.map(({ name, values }) => ({
    name: dropControls(name),
    labels: [...categories],
    values: values.toReversed(),
  }))
  const ticks = niceTicks(Math.max(...barEnds(chart), 0))
  const [first = 0, second = 1] = ticks
  slide.addChart('bar', data, {
    ...area,
    barDir: 'bar',
    barGrouping: stacked ? 'stacked' : 'clustered',
    // One bar alone would be a wall.
    barGapWidthPct: stacked ? 60 : chart.categories.length === 1 ? 200 : 70,
    ...(stacked ? {} : { barOverlapPct: -10 }),
    chartColors: ordered.map((each) => hex(seriesColour(chart.series.indexOf(each), each.tone, housePalette))),
    showLegend: chart.hasLegend,
    legendPos: 'b',
    legendFontSize: sizes.caption,
    legendFontFace: fontFace,
    legendColor: hex(ink.muted),
    showTitle: true,
    title: dropControls(caption),
    titleFontSize: sizes.caption + 1,
    titleFontFace: fontFace,
    titleColor: hex(ink.muted),
    catAxisLabelFontSize: 12,
    catAxisLabelFontFace: fontFace,
    catAxisLabelColor: hex(ink.text),
    valAxisLabelFontSize: sizes.caption,
    valAxisLabelFontFace: fontFace,
    valAxisLabelColor: hex(ink.muted),
    valAxisLabelFormatCode: labelFormat(ticks),
    valAxisMinVal: 0,
    valAxisMaxVal: ticks.at(-1) ?? 1,
    valAxisMajorUnit: second - first,
    showValAxisTitle: true,
    valAxisTitle: dropControls(chart.unit),
    valAxisTitleFontSize: sizes.caption,
    valAxisTitleFontFace: fontFace,
    valAxisTitleColor: hex(ink.muted),
    valGridLine: { style: 'solid', color: hex(ink.hairline), size: 0.75 },
    catGridLine: { style: 'none' },
    ...(stacked
      ? { showValue: false }
      : {
          showValue: true,
          dataLabelFontSize: 12,
          dataLabelFontBold: true,
          dataLabelColor: hex(ink.text),
          dataLabelFormatCode: labelFormat(
            chart.series.flatMap(({ values }) => values),
            { zero: 'hidden' },
          ),
          dataLabelPosition: 'outEnd' as const,
        }),
    altText: `${dropControls(caption)}. ${describe(drawn)}`,
    objectName: `chart: ${dropControls(caption)}`,
  })
}

/** The numbers in words, for who cannot see the bars. */
function describe(chart: Chart): string {
  return chart.categories
    .map((category, index) => {
      const parts = chart.series
        .filter(({ values }) => (values[index] ?? 0) !== 0)
        .map(({ name, values }) => `${name} ${values[index] ?? 0}`)
      return `${dropControls(category)}: ${parts.map(dropControls).join(', ')} ${chart.unit}`
    })
    .join('; ')
}
