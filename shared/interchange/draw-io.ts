import { foreignEndings } from '../design/file-endings.ts'
import type { Format } from './format.ts'
import { drawingInSvg } from './draw-io/carried-drawing.ts'
import { startsAsDrawing } from './draw-io/pages.ts'
import { readDrawing } from './draw-io/read.ts'

/**
 * Drawings of draw.io, plain, compressed or inside an SVG picture: the text of the file, because a drawing is XML. Shapes have no meaning
 * there: kinds are recognised by name, icon and form, boundaries by what the file or the drawing puts into a shape.
 */
export const drawIo: Format = {
  id: 'draw-io',
  title: 'draw.io',
  extensions: foreignEndings.drawIo,
  recognises: (content) =>
    typeof content === 'string' && (startsAsDrawing(content) || drawingInSvg(content) !== undefined),
  read: (content, designId) => readDrawing(drawingInSvg(String(content)) ?? String(content), designId),
}
