import type { Brand } from '../../brand.ts'
import type { Block, Picture, Text } from '../../outline.ts'
import { chartSize } from '../../picture/render-chart.ts'
import type { PageType } from '../page-fill.ts'
import { fillOfPage } from '../page-fill.ts'
import { printType } from './print-type.ts'
import { tableWidths } from './tables.ts'

const { width, height, text, item, headings, table, figure, callout } = printType

/** What the cover takes of the first page, with a title of one line; and a client's logo on it. */
const cover = { words: 92, logo: 70 }
const pointsPerPixel = 0.75

/** How a browser sets the page's style on paper. Margins of neighbours become one, so a paragraph's is counted once. */
const page: PageType = {
  width,
  height,
  text: lineOf(text, text.below),
  item: { ...lineOf(text, item.below), indent: item.indent },
  headings: [headingOf(0), headingOf(1), headingOf(2)],
  callout: { indent: callout.indent, around: callout.around + text.size * text.line },
  table: {
    ...lineOf(table, 2 * table.cell + 1),
    caption: table.size * text.line + table.above,
    head: table.size * table.line + 2 * table.cell + 1.5,
    after: table.below,
    widths: (columns, rows) => tableWidths(columns, rows).map((each) => each - table.side),
    factWidth: (inRow) => (inRow === 1 ? width * 0.78 : width * 0.27) - table.side,
  },
  words: (words: Text) =>
    words
      .map((inline) =>
        typeof inline === 'string'
          ? inline
          : inline.type === 'badge'
            ? inline.text.replaceAll(' ', '\u00a0')
            : inline.text,
      )
      .join(''),
  pictureHeight: (picture) => picture.height * scaleOf(picture) * pointsPerPixel + figure.around,
  chartHeight: (chart) => {
    const size = chartSize(chart)
    return (size.height * width) / size.width + figure.around
  },
}

function lineOf({ size, line }: { readonly size: number; readonly line: number }, around: number) {
  return { size, line: size * line, around }
}

function headingOf(index: 0 | 1 | 2) {
  const { above, below, ...look } = headings[index]
  return lineOf(look, above + below - text.below)
}

/** Whether a picture is set by its width or by its height. */
export function shapeOf(picture: Picture): 'wide' | 'tall' {
  return picture.width > picture.height * 1.1 ? 'wide' : 'tall'
}

/** How large an upright page shows a picture, at most as large as it is drawn. */
function scaleOf(picture: Picture): number {
  const most = figure.tallest[shapeOf(picture)]
  return Math.min(
    1,
    width / pointsPerPixel / Math.max(1, picture.width),
    most / pointsPerPixel / Math.max(1, picture.height),
  )
}

/** How full the last page is, 0 to 1, after upright blocks; `opens`: they follow the cover. */
export function fillOfPrinted(
  blocks: readonly Block[],
  opens: boolean,
  { logo, paper }: Pick<Brand, 'logo' | 'paper'> = {},
): number {
  const own = paper === 'letter' ? { ...page, ...printType.letter } : page
  return fillOfPage(blocks, own, opens ? cover.words + (logo === undefined ? 0 : cover.logo) : 0)
}
