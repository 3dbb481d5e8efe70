import type { PageRoom } from '../../brand.ts'
import type { Block, Outline } from '../../outline.ts'
import type { PageType } from '../page-fill.ts'
import { fillOfPage as fillOf, heightOf } from '../page-fill.ts'
import { chartHeight } from './drawings.ts'
import type { Pages } from './measures.ts'
import { pagesOn, twipsPerPoint } from './measures.ts'
import { scaleOn } from './pages.ts'
import { cellSide, factWidths, tableWidths, wordsOf } from './tables.ts'

/** Of the house's styles: what a line takes for each point of its type. */
const perPoint = { text: 1.24, cell: 1.15 }
const pointsPerPixel = 0.75
const caption = 27

function lineOf(size: number, around: number) {
  return { size, line: size * perPoint.text, around }
}

/** How full the last page of a Word file is, 0 to 1, after upright blocks on the house's styles. */
export function fillOfPage(blocks: readonly Block[], pages: Pages, openingPoints = 0): number {
  return fillOf(blocks, pageType(pages), openingPoints)
}

/** What the cover takes of the first page, in points, with a title of a line or two. */
export const coverPoints = 105
/** A logo above it, and the small print that ends a document, in points. */
const [logoPoints, endPoints] = [64, 18]
/** What the reckoning may be wrong by, as a share of the page. */
const slack = 0.02

/**
 * Whether all of a document stands on one page of a Word file: in the house's styles, or on the client's own page where
 * that has less room. No other format is set wider: what fits here fits on paper everywhere.
 */
export function standsOnOnePage({ blocks, brand, footer }: Pick<Outline, 'blocks' | 'brand' | 'footer'>): boolean {
  const house = pageType(pagesOn(brand?.paper, true))
  const room = brand?.wordFile?.room
  const around = coverPoints + (brand?.logo === undefined ? 0 : logoPoints) + (footer === '' ? 0 : endPoints)
  const types = room === undefined ? [house] : [house, pageType(pagesWith(room), room.textSize)]
  return types.every((type) => around + heightOf(blocks, type) <= type.height * (1 - slack))
}

function pagesWith({ width, height }: PageRoom): Pages {
  const { upright, sideways } = pagesOn(undefined, true)
  return { sideways, upright: { ...upright, textWidth: width * twipsPerPoint, textHeight: height * twipsPerPoint } }
}

function pageType({ upright }: Pages, textSize = 10): PageType {
  const text = lineOf(textSize, 7)
  const wordRoom = (width: number): number => (width - 2 * cellSide) / twipsPerPoint
  return {
    width: upright.textWidth / twipsPerPoint,
    height: upright.textHeight / twipsPerPoint,
    text,
    item: { ...lineOf(textSize, 3.5), indent: 20 },
    headings: [lineOf(16, 24), lineOf(13, 16), lineOf(11, 12), lineOf(10, 9)],
    callout: { indent: 20, around: 31 },
    table: {
      size: 9,
      line: 9 * perPoint.cell,
      around: 6.5,
      caption: 26,
      head: 18,
      after: 8,
      widths: (columns, rows) => tableWidths(columns, rows, upright.textWidth).map(wordRoom),
      factWidth: (inRow) => wordRoom(factWidths(inRow, upright.textWidth)[1]),
    },
    words: wordsOf,
    pictureHeight: (picture) => picture.height * scaleOn(picture, upright) * pointsPerPixel + caption,
    chartHeight: (chart) => chartHeight(chart) * pointsPerPixel + text.around,
  }
}
