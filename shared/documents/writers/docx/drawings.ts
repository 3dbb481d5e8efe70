import type { Chart } from '../../chart.ts'
import { escapeMarkup } from '../escape-markup.ts'

const shared = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

/** What stands in a line of text: a picture or a chart, with its size in English metric units and its words. */
export interface Drawing {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly width: number
  readonly height: number
}

/** SVG for readers that show it, the points of `png` for the others. */
export function pictureXml(drawing: Drawing, png: string, svg: string): string {
  const blip = `<a:blip r:embed="${png}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${svg}"/></a:ext></a:extLst></a:blip>`
  return pictureFrameXml(drawing, blip)
}

export function logoXml(drawing: Drawing, relationship: string): string {
  return pictureFrameXml(drawing, `<a:blip r:embed="${relationship}"/>`)
}

function pictureFrameXml(drawing: Drawing, blip: string): string {
  const { id, name, width, height } = drawing
  return inlineXml(
    drawing,
    `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${escapeMarkup(name)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>${blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>`,
  )
}

/** How high a chart is shown, in pixels: room for its title, its axis and legend, and a line for each bar. */
export function chartHeight({ type, categories, series }: Chart): number {
  const bars = categories.length * (type === 'bar' ? series.length : 1)
  return Math.min(560, 130 + bars * 25 + Math.ceil(series.length / 4) * 20)
}

export function chartFrameXml(drawing: Drawing, chart: string): string {
  return inlineXml(
    drawing,
    `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${chart}"/></a:graphicData>`,
  )
}

function inlineXml({ id, name, description, width, height }: Drawing, graphic: string): string {
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${id}" name="${escapeMarkup(name)}" descr="${escapeMarkup(description)}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks ${shared} noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic ${shared}>${graphic}</a:graphic></wp:inline></w:drawing></w:r>`
}
