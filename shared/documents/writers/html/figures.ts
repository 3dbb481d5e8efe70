import type { Block, Picture } from '../../outline.ts'
import { renderSvg } from '../../picture/render-svg.ts'
import { splitPicture } from '../../picture/split-picture.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { partsNote, partNote } from '../picture-parts.ts'
import { shapeOf } from './printed-page.ts'
import { printType } from './print-type.ts'

type Diagram = Extract<Block, { readonly type: 'diagram' }>

const pixelsPerPoint = 4 / 3
const sideways = {
  width: printType.sideways.width * pixelsPerPoint,
  height: printType.sideways.height * pixelsPerPoint,
}
/** A card's name has fourteen pixels: smaller than this, nobody reads it on paper. */
const leastReadable = 0.53
/** How large the parts are printed of a picture that is divided. */
const partScale = 0.7

/** What would be unreadable across an upright page, and stands on one on its side. */
export function isSideways(block: Block): boolean {
  if (block.type !== 'diagram') return false
  const { width, height } = block.picture
  return (width > 1400 && width > height * 1.3) || isDivided(block.picture)
}

/** Whether no page shows a picture large enough to read. */
function isDivided({ width, height }: Picture): boolean {
  return Math.min(sideways.width / Math.max(1, width), sideways.height / Math.max(1, height)) < leastReadable
}

/**
 * A picture with its caption. One that no page shows large enough to read is followed on paper by its parts, each on a
 * page of its own on its side; a screen shows it in one piece.
 */
export function figureHtml({ picture, caption }: Diagram): { readonly figure: string; readonly parts: string } {
  if (!isDivided(picture)) return { figure: oneFigure(picture, caption), parts: '' }
  const { overview, parts } = splitPicture(picture, {
    width: sideways.width / partScale,
    height: sideways.height / partScale,
  })
  if (parts.length < 2) return { figure: oneFigure(picture, caption), parts: '' }
  return {
    figure: oneFigure(overview, caption, ` <span class="on-paper">${escapeMarkup(partsNote(parts.length))}</span>`),
    parts: parts
      .map((part, index) => {
        const note = partNote(index + 1, parts.length)
        return `<section class="sideways on-paper">${oneFigure(part, note)}</section>`
      })
      .join('\n'),
  }
}

/** A picture in one piece with its caption; `more`: HTML after the caption. */
export function oneFigure(picture: Picture, caption: string, more = ''): string {
  const svg = renderSvg(picture, { description: caption })
  return `<figure class="${shapeOf(picture)}" style="--natural-width: ${picture.width}px">${svg}<figcaption>${escapeMarkup(caption)}${more}</figcaption></figure>`
}
