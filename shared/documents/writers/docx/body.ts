import type JSZip from 'jszip'
import type { Palette } from '../../brand/palette.ts'
import { toneLook } from '../../brand/palette.ts'
import type { Block, Chart, Outline, Picture } from '../../outline.ts'
import { renderSvg } from '../../picture/render-svg.ts'
import { splitPicture } from '../../picture/split-picture.ts'
import { chartType, chartXml } from '../ooxml/chart-xml.ts'
import { officeChart } from '../ooxml/floating-bars.ts'
import type { PackageBuilder } from '../ooxml/package.ts'
import { isIntroduced, isTags, keepsNextItem } from '../page-breaks.ts'
import { partNote, partsNote } from '../picture-parts.ts'
import { renderPng } from '../png/render-png.ts'
import { chartWorkbook, workbookParts } from '../xlsx/write-workbook.ts'
import type { Drawing } from './drawings.ts'
import { chartFrameXml, chartHeight, pictureXml } from './drawings.ts'
import type { Orientation, Pages } from './measures.ts'
import { emuPerPixel, twipsPerPixel } from './measures.ts'
import { partSpace, placeOf, scaleOn } from './pages.ts'
import { paragraphXml, runXml, runsXml } from './runs.ts'
import { factsXml, tableXml } from './tables.ts'

export const documentPath = 'word/document.xml'

/** What is counted while the body is written. */
export interface BodyState {
  readonly parts: PackageBuilder
  readonly outline: Outline
  readonly pages: Pages
  readonly palette: Palette
  readonly Zip: typeof JSZip
  readonly contents: { readonly level: number; readonly text: string; readonly bookmark: string }[]
  /** Headings that stand right above what is written next, one under the other. */
  headingsAbove: number
  orderedLists: number
  drawings: number
  pictures: number
  charts: number
}

/** LibreOffice leaves the first of a longer chain of paragraphs behind that are to stay on the page of the next. */
const longestChain = 2

/** `next`: what follows it, where that is to stand on the same page; `closing`: the words that end the document. */
export async function blockXml(
  block: Block,
  orientation: Orientation,
  state: BodyState,
  next?: Block | 'closing',
): Promise<string> {
  const width = state.pages[orientation].textWidth
  const link = (url: string): string => state.parts.relate(documentPath, 'hyperlink', url)
  const closes = next === 'closing'
  const { headingsAbove } = state
  state.headingsAbove = block.type === 'heading' ? headingsAbove + 1 : 0
  switch (block.type) {
    case 'frontMatter':
      return factsXml(
        Object.entries(block.fields).map(([label, value]) => ({
          label,
          value: [typeof value === 'string' ? value : value.join(', ')],
        })),
        width,
        link,
        closes,
      )
    case 'heading':
      return headingXml(Math.max(1, block.level - 1), block.text, state)
    case 'paragraph':
      return paragraphXml(
        'Normal',
        runsXml(block.text, link),
        isTags(block.text) || next === 'closing' || isIntroduced(next) ? keepNext : '',
      )
    case 'list': {
      if (block.ordered) state.orderedLists += 1
      const number = block.ordered ? state.orderedLists + 1 : 1
      const numbered = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>`
      return block.items
        .map((item, index) => {
          const isChained = index === 0 && headingsAbove >= longestChain
          const keep =
            (keepsNextItem(index, block.items.length) && !isChained) || (closes && index === block.items.length - 1)
          return paragraphXml('ListParagraph', runsXml(item, link), `${keep ? keepNext : ''}${numbered}`)
        })
        .join('')
    }
    case 'table': {
      const title = block.caption === undefined ? '' : paragraphXml('TableTitle', runXml(block.caption))
      return title + tableXml(block.columns, block.rows, width, link, closes)
    }
    case 'facts':
      return factsXml(block.rows, width, link, closes)
    case 'callout': {
      const { strong, soft } = toneLook(block.tone, state.palette)
      const [line, ground] = [strong, soft].map((colour) => colour.replace('#', '').toUpperCase())
      const look = `<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="${line}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="${ground}"/>`
      return `${paragraphXml('CalloutTitle', runXml(block.title), look)}${paragraphXml('Callout', runsXml(block.text, link), look)}`
    }
    case 'diagram':
      return diagramXml(block.picture, block.caption, orientation, state)
    case 'chart':
      return await chartBlockXml(block.chart, block.caption, width, state)
    case 'pageBreak':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    case 'slide': {
      const inner: string[] = []
      for (const each of block.blocks) inner.push(await blockXml(each, orientation, state))
      const footnote = block.footnote === undefined ? '' : paragraphXml('SmallPrint', runXml(block.footnote))
      return `${headingXml(1, block.title, state)}${inner.join('')}${footnote}`
    }
    default:
      return block satisfies never
  }
}

const keepNext = '<w:keepNext/>'

function headingXml(level: number, text: string, state: BodyState): string {
  const number = state.contents.length + 1
  const bookmark = `_Toc${String(number).padStart(6, '0')}`
  state.contents.push({ level, text, bookmark })
  return paragraphXml(
    `Heading${Math.min(4, level)}`,
    `<w:bookmarkStart w:id="${number}" w:name="${bookmark}"/>${runXml(text)}<w:bookmarkEnd w:id="${number}"/>`,
    keepNext,
  )
}

function diagramXml(picture: Picture, caption: string, orientation: Orientation, state: BodyState): string {
  if (placeOf(picture, state.pages) !== 'split') return oneDiagramXml(picture, caption, orientation, state)
  const { overview, parts } = splitPicture(picture, partSpace(state.pages))
  if (parts.length < 2) return oneDiagramXml(picture, caption, orientation, state)
  return [
    oneDiagramXml(overview, `${caption} ${partsNote(parts.length)}`, orientation, state),
    ...parts.map((part, index) => oneDiagramXml(part, partNote(index + 1, parts.length), orientation, state)),
  ].join('')
}

function oneDiagramXml(picture: Picture, caption: string, orientation: Orientation, state: BodyState): string {
  state.pictures += 1
  const [svg, png] = [`word/media/picture${state.pictures}.svg`, `word/media/picture${state.pictures}.png`]
  state.parts.add(svg, 'image/svg+xml', renderSvg(picture, { description: caption, fixedSize: true }))
  state.parts.add(png, 'image/png', renderPng(picture))
  const scale = scaleOn(picture, state.pages[orientation])
  const drawing = nextDrawing(state, `Picture ${state.pictures}`, caption, {
    width: Math.max(1, picture.width) * scale * emuPerPixel,
    height: Math.max(1, picture.height) * scale * emuPerPixel,
  })
  const graphic = pictureXml(
    drawing,
    state.parts.relate(documentPath, 'image', png),
    state.parts.relate(documentPath, 'image', svg),
  )
  return `${paragraphXml('Normal', graphic, `${keepNext}<w:jc w:val="center"/>`)}${paragraphXml('Caption', runXml(caption))}`
}

/** A native chart with its workbook inside, so that it can be edited. */
async function chartBlockXml(chart: Chart, caption: string, width: number, state: BodyState): Promise<string> {
  const { parts } = state
  state.charts += 1
  const path = `word/charts/chart${state.charts}.xml`
  const workbook = `word/embeddings/chart${state.charts}.xlsx`
  const bytes = await workbookParts(chartWorkbook({ chart: officeChart(chart, true) })).write(
    state.outline.date,
    state.Zip,
  )
  parts.add(workbook, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes)
  const data = { sheet: 'Data', row: 0, column: 0 }
  parts.add(
    path,
    chartType,
    chartXml(chart, caption, data, { workbook: parts.relate(path, 'package', workbook), palette: state.palette }),
  )
  const drawing = nextDrawing(state, `Chart ${state.charts}`, caption, {
    width: (width / twipsPerPixel) * emuPerPixel,
    height: chartHeight(chart) * emuPerPixel,
  })
  return paragraphXml('Normal', chartFrameXml(drawing, parts.relate(documentPath, 'chart', path)))
}

function nextDrawing(
  state: BodyState,
  name: string,
  description: string,
  size: { readonly width: number; readonly height: number },
): Drawing {
  state.drawings += 1
  return { id: state.drawings, name, description, width: Math.round(size.width), height: Math.round(size.height) }
}
