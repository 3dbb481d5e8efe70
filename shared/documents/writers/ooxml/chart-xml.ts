import type { Palette } from '../../brand/palette.ts'
import { barEnds } from '../../chart.ts'
import type { Chart } from '../../chart.ts'
import { ink } from '../../picture/colours.ts'
import { niceTicks, seriesColour } from '../../picture/render-chart.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { cellName, columnName, quotedSheet } from '../xlsx/cell-name.ts'
import { officeChart, type OfficeChart } from './floating-bars.ts'
import { labelFormat } from './number-format.ts'
import { xmlHead } from './package.ts'

export const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'

/** Where a chart's numbers stand: a head row with the names of the series, then one row for each category. */
export interface ChartData {
  readonly sheet: string
  /** Row and column of the empty corner, from 0. */
  readonly row: number
  readonly column: number
}

const hex = (colour: string): string => colour.replace('#', '').toUpperCase()
const textLook = (size: number, colour: string, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
const words = (text: string, size: number, colour: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="0"/></a:pPr><a:r><a:rPr lang="en-GB" sz="${size * 100}" b="0"><a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill></a:rPr><a:t>${escapeMarkup(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`

const formatXml = (values: readonly number[], separators: 'thin' | 'own'): string =>
  `<c:numFmt formatCode="${escapeMarkup(labelFormat(values, { separators }))}" sourceLinked="0"/>`

/**
 * A chart that Word and Excel draw and people edit: bars lie, the first category on top; a target is a series of its
 * own. `workbook`: the relationship of the embedded workbook, where the numbers are not in the same file.
 */
export function chartXml(
  drawn: Chart,
  title: string,
  data: ChartData,
  { workbook, palette }: { readonly workbook?: string; readonly palette: Palette },
): string {
  const chart = officeChart(drawn, workbook !== undefined)
  const stacked = chart.type === 'stackedBar'
  // Among the cells of a workbook it has their separators.
  const separators = workbook === undefined ? 'own' : 'thin'
  const series = chart.series.map((_, index) => seriesXml(chart, index, data, palette, separators)).join('')
  const ticks = niceTicks(Math.max(0, ...barEnds(chart)))
  const [first = 0, second = 1] = ticks
  const kind = `<c:barChart><c:barDir val="bar"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}<c:axId val="111"/><c:axId val="222"/></c:barChart>`
  const hasNegative = chart.series.some(({ values }) => values.some((value) => value < 0))
  const scale = hasNegative ? '' : `<c:max val="${ticks.at(-1) ?? 1}"/><c:min val="0"/>`
  const axes = [
    `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${textLook(9, ink.text)}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`,
    `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>${scale}</c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${hex(ink.hairline)}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${words(chart.unit, 9, ink.muted)}${formatXml(ticks, separators)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textLook(9, ink.muted)}<c:crossAx val="111"/><c:crosses val="max"/>${hasNegative ? '' : `<c:majorUnit val="${second - first}"/>`}</c:valAx>`,
  ]
  const legend = chart.hasLegend
    ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textLook(9, ink.muted)}</c:legend>`
    : ''
  return `${xmlHead}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:roundedCorners val="0"/><c:chart>${words(title, 11, ink.text)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${kind}${axes.join('')}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>${workbook === undefined ? '' : `<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData>`}</c:chartSpace>`
}

function seriesXml(
  chart: OfficeChart,
  index: number,
  { sheet, row, column }: ChartData,
  palette: Palette,
  separators: 'thin' | 'own',
): string {
  const { name, values, tone } = chart.series[index] ?? { name: '', values: [], tone: undefined }
  const isSeen = chart.floats !== true || index > 0
  const count = chart.categories.length
  const at = quotedSheet(sheet)
  const range = (of: number): string =>
    `${at}!$${columnName(of)}$${row + 2}:$${columnName(of)}$${row + 1 + Math.max(1, count)}`
  const points = (values_: readonly string[]): string =>
    values_.map((value, turn) => `<c:pt idx="${turn}"><c:v>${escapeMarkup(value)}</c:v></c:pt>`).join('')
  const colour = `<a:solidFill><a:srgbClr val="${hex(seriesColour(index, tone, palette))}"/></a:solidFill>`
  const fill = `<c:spPr>${isSeen ? colour : '<a:noFill/>'}</c:spPr><c:invertIfNegative val="0"/>`
  const labels =
    chart.type === 'bar'
      ? `<c:dLbls>${formatXml(values, separators)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook(9, ink.text, true)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
      : ''
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${at}!$${cellName(column + 1 + index, row).replace(/(\d+)$/, '$$$1')}</c:f><c:strCache><c:ptCount val="1"/>${points([name])}</c:strCache></c:strRef></c:tx>${fill}${labels}<c:cat><c:strRef><c:f>${range(column)}</c:f><c:strCache><c:ptCount val="${count}"/>${points(chart.categories)}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${range(column + 1 + index)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${count}"/>${points(chart.categories.map((_, turn) => String(values[turn] ?? 0)))}</c:numCache></c:numRef></c:val></c:ser>`
}
