import type { Chart, Tone } from '../../chart.ts'
import { renderChart } from '../../picture/render-chart.ts'
import { relationshipsOf, xmlOf } from '../../writers/ooxml/open-package.ts'
import { childrenOf, findAll, findChild, type XmlElement } from '../../../xml/xml-tree.ts'
import { drawParagraphs, wordsIn } from './draw-text.ts'
import { type Box, boxOf, colourOf, fillOf, pixels } from './look.ts'
import type { Layer, OpenDeck, OpenSlide } from './open-slides.ts'

/** A table or a chart of a slide. */
export function drawFrame(frame: XmlElement, slide: OpenSlide, layer: Layer, deck: OpenDeck): string {
  const box = boxOf(findChild(frame, 'p:xfrm'))
  if (box === undefined) return ''
  const data = findChild(frame, 'a:graphic', 'a:graphicData')
  const table = findChild(data, 'a:tbl')
  if (table !== undefined) return drawTable(table, box, slide)
  const id = findChild(data, 'c:chart')?.attributes.get('r:id')
  const target = relationshipsOf(deck.parts, layer.path).find((relationship) => relationship.id === id)?.target
  const chart = target === undefined ? undefined : xmlOf(deck.parts, target)
  return chart === undefined ? '' : drawChart(chart, box)
}

function drawTable(table: XmlElement, { x, y, w }: Box, slide: OpenSlide): string {
  const widths = childrenOf(findChild(table, 'a:tblGrid'), 'a:gridCol').map(({ attributes }) =>
    pixels(attributes.get('w')),
  )
  const rows = childrenOf(table, 'a:tr')
  const height = rows.reduce((sum, { attributes }) => sum + pixels(attributes.get('h')), 0)
  const body = rows
    .map((row) => {
      const cells = childrenOf(row, 'a:tc').map((cell) => drawCell(cell, slide))
      return `<tr style="height:${pixels(row.attributes.get('h'))}px">${cells.join('')}</tr>`
    })
    .join('')
  const columns = widths.map((width) => `<col style="width:${width}px">`).join('')
  // A reader grows rows to their text: the frame has room below.
  return `<foreignObject x="${x}" y="${y}" width="${w}" height="${height * 1.4 + 40}"><table xmlns="http://www.w3.org/1999/xhtml" style="width:${w}px"><colgroup>${columns}</colgroup><tbody>${body}</tbody></table></foreignObject>`
}

function drawCell(cell: XmlElement, slide: OpenSlide): string {
  const properties = findChild(cell, 'a:tcPr')
  const body = findChild(cell, 'a:txBody')
  const margin = (name: string, usual: number): number => pixels(properties?.attributes.get(name) ?? usual)
  const border = (name: string): string => {
    const line = findChild(properties, `a:${name}`)
    const colour = colourOf(findChild(line, 'a:solidFill'), slide.colours)
    return colour === undefined ? 'none' : `${pixels(line?.attributes.get('w') ?? 12_700)}px solid ${colour}`
  }
  const fill = fillOf(properties, slide.colours)
  const style = [
    `padding:${margin('marT', 45_720)}px ${margin('marR', 91_440)}px ${margin('marB', 45_720)}px ${margin('marL', 91_440)}px`,
    `border-top:${border('lnT')};border-bottom:${border('lnB')}`,
    `vertical-align:${properties?.attributes.get('anchor') === 'ctr' ? 'middle' : 'top'}`,
    ...(fill === 'none' ? [] : [`background:${fill}`]),
  ].join(';')
  return `<td style="${style}">${body === undefined ? '' : drawParagraphs(body, slide, [], 0)}</td>`
}

/** The numbers of a chart as its file keeps them, drawn by the studio's own hand: Office sets axes and legend its own way. */
function drawChart(space: XmlElement, { x, y, w, h }: Box): string {
  const series = findAll(space, 'c:ser').map((each) => {
    const points = (path: readonly string[]): readonly string[] => {
      const holder = findChild(each, ...path)
      return holder === undefined ? [] : findAll(holder, 'c:v').map(wordsIn)
    }
    const [name = ''] = points(['c:tx'])
    const isSeen = findChild(each, 'c:spPr', 'a:noFill') === undefined
    return { name, categories: points(['c:cat']), values: points(['c:val']).map(Number), isSeen }
  })
  const title = findAll(space, 'a:t').map(wordsIn)
  const stacked = findAll(space, 'c:grouping').some(({ attributes }) => attributes.get('val') === 'stacked')
  const neutral: Tone = 'neutral'
  // Lying bars begin at the bottom, unless their axis is turned round.
  const isTurned = findAll(space, 'c:orientation').some(({ attributes }) => attributes.get('val') === 'maxMin')
  const inOrder = <T>(list: readonly T[]): readonly T[] => (isTurned ? list : list.toReversed())
  // Bars that stand on a part without colour float, and their names say how long they are.
  const begins = series.find(({ isSeen }) => !isSeen)?.values
  const categories = inOrder(series[0]?.categories ?? [])
  const chart: Chart = {
    type: begins !== undefined ? 'waterfall' : stacked ? 'stackedBar' : 'bar',
    categories,
    series: series
      .filter(({ isSeen }) => isSeen)
      .map(({ name, values }) => ({
        name,
        values: inOrder(values),
        ...(/^(Budget|Target|In all)/.test(name) ? { tone: neutral } : {}),
      })),
    unit: title[0] ?? '',
    ...(begins === undefined ? {} : { begins: inOrder(begins), ends: categories.map(() => '') }),
  }
  if (chart.series.length === 0) return ''
  const svg = renderChart(chart, title[0] ?? 'Chart')
  return svg.replace('<svg ', `<svg x="${x}" y="${y}" width="${w}" height="${h}" preserveAspectRatio="xMidYMid meet" `)
}
