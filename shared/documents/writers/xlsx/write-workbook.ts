import type { Palette } from '../../brand/palette.ts'
import { housePalette } from '../../brand/palette.ts'
import { chartType, chartXml } from '../ooxml/chart-xml.ts'
import { escapeMarkup } from '../escape-markup.ts'
import type { PackageBuilder } from '../ooxml/package.ts'
import { startPackage, xmlHead } from '../ooxml/package.ts'
import { cellName } from './cell-name.ts'
import { sheetXml } from './sheet-xml.ts'
import { workbookStyles } from './styles-xml.ts'
import type { Sheet, SheetChart, Workbook } from './workbook.ts'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a workbook, without the properties of the file. */
export function workbookParts(workbook: Workbook, palette: Palette = housePalette): PackageBuilder {
  const parts = startPackage()
  const path = 'xl/workbook.xml'
  const charts = { count: 0 }
  const sheets = workbook.sheets.map((sheet, index) => {
    const own = `xl/worksheets/sheet${index + 1}.xml`
    const id = parts.relate(path, 'worksheet', own)
    const links = linksOf(sheet, (url) => parts.relate(own, 'hyperlink', url))
    const drawing = addCharts(parts, own, sheet.charts ?? [], index + 1, { made: charts, palette })
    parts.add(own, `${sheetType}.worksheet+xml`, sheetXml(sheet, drawing, links))
    return `<sheet name="${escapeMarkup(sheet.name)}" sheetId="${index + 1}" r:id="${id}"/>`
  })
  const names = Object.entries(workbook.names ?? {}).map(
    ([name, cell]) => `<definedName name="${name}">${escapeMarkup(cell)}</definedName>`,
  )
  parts.relate('', 'officeDocument', path)
  parts.relate(path, 'styles', 'xl/styles.xml')
  parts.add(
    path,
    `${sheetType}.sheet.main+xml`,
    `${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
  )
  parts.add('xl/styles.xml', `${sheetType}.styles+xml`, workbookStyles())
  return parts
}

function linksOf(sheet: Sheet, relate: (url: string) => string): ReadonlyMap<string, string> {
  const links = new Map<string, string>()
  for (const [row, cells] of sheet.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell !== undefined && 'url' in cell && cell.url !== undefined && /^https?:\/\/[^\s"<>]+$/i.test(cell.url))
        links.set(cellName(column, row), relate(cell.url))
    }
  }
  return links
}

function addCharts(
  parts: PackageBuilder,
  sheet: string,
  charts: readonly SheetChart[],
  number: number,
  { made, palette }: { readonly made: { count: number }; readonly palette: Palette },
): string | undefined {
  if (charts.length === 0) return undefined
  const drawing = `xl/drawings/drawing${number}.xml`
  const anchors = charts.map(({ chart, title, data, at }, index) => {
    made.count += 1
    const path = `xl/charts/chart${made.count}.xml`
    parts.add(path, chartType, chartXml(chart, title, data, { palette }))
    const id = parts.relate(drawing, 'chart', path)
    return `<xdr:twoCellAnchor><xdr:from><xdr:col>${at.column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${at.column + at.columns}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at.row + at.rows}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${escapeMarkup(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  })
  parts.add(
    drawing,
    'application/vnd.openxmlformats-officedocument.drawing+xml',
    `${xmlHead}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join('')}</xdr:wsDr>`,
  )
  return parts.relate(sheet, 'drawing', drawing)
}

/** The workbook behind a chart of another file: its numbers alone. */
export function chartWorkbook({ chart }: Pick<SheetChart, 'chart'>): Workbook {
  const rows = [
    [undefined, ...chart.series.map(({ name }) => ({ text: name }))],
    ...chart.categories.map((category, index) => [
      { text: category },
      ...chart.series.map(({ values }) => ({ number: values[index] ?? 0 })),
    ]),
  ]
  return { sheets: [{ name: 'Data', widths: [30], rows }] }
}
