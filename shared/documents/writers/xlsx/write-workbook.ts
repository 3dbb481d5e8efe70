import type { Brand, Logo } from '../../brand.ts'
import type { Palette } from '../../brand/palette.ts'
import { chartType, chartXml } from '../ooxml/chart-xml.ts'
import { escapeMarkup } from '../escape-markup.ts'
import type { PackageBuilder } from '../ooxml/package.ts'
import { startPackage, xmlHead } from '../ooxml/package.ts'
import { cellName, quotedSheet } from './cell-name.ts'
import { sheetXml } from './sheet-xml.ts'
import { sheetLookOf, workbookStyles } from './styles-xml.ts'
import type { Sheet, SheetChart, Workbook } from './workbook.ts'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** How a workbook looks for a client, and what stands at the foot of its pages. */
export interface WorkbookLook {
  readonly brand?: Brand
  readonly footer?: string
}

/** The parts of a workbook, without the properties of the file. */
export function workbookParts(workbook: Workbook, { brand, footer = '' }: WorkbookLook = {}): PackageBuilder {
  const look = sheetLookOf(brand)
  const parts = startPackage()
  const path = 'xl/workbook.xml'
  const charts = { count: 0 }
  const sheets = workbook.sheets.map((sheet, index) => {
    const own = `xl/worksheets/sheet${index + 1}.xml`
    const id = parts.relate(path, 'worksheet', own)
    const links = linksOf(sheet, (url) => parts.relate(own, 'hyperlink', url))
    const drawing = addCharts(parts, own, sheet.charts ?? [], index + 1, {
      made: charts,
      palette: look.palette,
      ...(index === 0 && brand?.logo !== undefined ? { logo: { logo: brand.logo, column: sheet.widths.length } } : {}),
    })
    parts.add(own, `${sheetType}.worksheet+xml`, sheetXml(sheet, drawing, links, footer, brand?.paper))
    return `<sheet name="${escapeMarkup(sheet.name)}" sheetId="${index + 1}" r:id="${id}"/>`
  })
  const names = [
    ...Object.entries(workbook.names ?? {}).map(
      ([name, cell]) => `<definedName name="${name}">${escapeMarkup(cell)}</definedName>`,
    ),
    ...workbook.sheets.map(repeatedHead),
  ].filter((name) => name !== '')
  parts.relate('', 'officeDocument', path)
  parts.relate(path, 'styles', 'xl/styles.xml')
  parts.add(
    path,
    `${sheetType}.sheet.main+xml`,
    `${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
  )
  parts.add('xl/styles.xml', `${sheetType}.styles+xml`, workbookStyles(look))
  return parts
}

/** The rows that stand at the top of every printed page. */
function repeatedHead({ name, headRow }: Sheet, index: number): string {
  if (headRow === undefined) return ''
  const rows = escapeMarkup(`${quotedSheet(name)}!$1:$${headRow + 1}`)
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</definedName>`
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
  { made, palette, logo }: { readonly made: { count: number }; readonly palette: Palette; readonly logo?: PlacedLogo },
): string | undefined {
  if (charts.length === 0 && logo === undefined) return undefined
  const drawing = `xl/drawings/drawing${number}.xml`
  const anchors = charts.map(({ chart, title, data, at }, index) => {
    made.count += 1
    const path = `xl/charts/chart${made.count}.xml`
    parts.add(path, chartType, chartXml(chart, title, data, { palette }))
    const id = parts.relate(drawing, 'chart', path)
    return `<xdr:twoCellAnchor><xdr:from><xdr:col>${at.column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${at.column + at.columns}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at.row + at.rows}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${escapeMarkup(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  })
  if (logo !== undefined) anchors.push(logoAnchor(logo, charts.length + 2, addLogo(parts, drawing, logo.logo)))
  parts.add(
    drawing,
    'application/vnd.openxmlformats-officedocument.drawing+xml',
    `${xmlHead}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join('')}</xdr:wsDr>`,
  )
  return parts.relate(sheet, 'drawing', drawing)
}

/** `column`: the first one beyond the words of its sheet, which it must not cover. */
interface PlacedLogo {
  readonly logo: Logo
  readonly column: number
}

function addLogo(parts: PackageBuilder, drawing: string, logo: Logo): string {
  const path = `xl/media/logo.${logo.type === 'image/png' ? 'png' : 'jpeg'}`
  parts.add(path, logo.type, logo.bytes)
  return parts.relate(drawing, 'image', path)
}

/** At most this large, in pixels. */
const largestLogo = { width: 200, height: 60 }
const emuPerPixel = 9525

function logoAnchor({ logo: { width, height }, column }: PlacedLogo, id: number, relationship: string): string {
  const scale = Math.min(1, largestLogo.width / width, largestLogo.height / height)
  const [wide, high] = [width, height].map((pixels) => Math.max(1, Math.round(pixels * scale * emuPerPixel)))
  return `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${wide}" cy="${high}"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="Logo" descr="Logo"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
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
