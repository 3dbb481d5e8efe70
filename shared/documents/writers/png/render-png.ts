import { wrapWords } from './wrap-words.ts'
import type { Picture } from '../../outline.ts'
import { boundaryLooks, familyColours, ink, pathColour, proposedColour } from '../../picture/colours.ts'
import { arrowHead } from '../../picture/arrow-head.ts'
import { letterHeight, letterWidth } from './dot-matrix.ts'
import { startDrawing } from './draw-points.ts'
import { encodePng } from './encode-png.ts'
import { plainLetters } from './plain-letters.ts'

/** Wider or higher than this many points it is drawn smaller. */
const most = 2400

/**
 * The picture in points, for readers that cannot show SVG: boxes, arrows and names in a dot matrix, drawn without a
 * browser, so that page and command line give the same bytes.
 */
export function renderPng(picture: Picture): Uint8Array {
  const scale = Math.min(2, most / Math.max(picture.width, 1), most / Math.max(picture.height, 1))
  const drawing = startDrawing(picture.width * scale, picture.height * scale, ink.ground)
  const letter = Math.max(1, Math.round(scale * 1.4))
  for (const { x, y, width, height, tone, title } of picture.boundaries) {
    const look = boundaryLooks[tone]
    drawing.fill(x * scale, y * scale, width * scale, height * scale, look.fill)
    drawing.frame(x * scale, y * scale, width * scale, height * scale, letter, look.stroke, look.dashes !== '')
    const [line = ''] = wrapWords(plainLetters(title), Math.floor((width * scale - 20) / (letter * letterWidth)), 1)
    drawing.text((x + 14) * scale, (y + 10) * scale, line, letter, ink.text)
  }
  for (const { points, emphasis, style } of picture.edges) {
    const colour =
      emphasis === 'path'
        ? pathColour
        : emphasis === 'proposed'
          ? proposedColour
          : emphasis === 'dimmed'
            ? ink.line
            : ink.arrow
    const scaled = points.map(([x, y]): readonly [number, number] => [x * scale, y * scale])
    drawing.line(scaled, letter * (emphasis === 'path' ? 2 : 1), colour, style === 'async' || style === 'offline')
    const [tip, left, right] = arrowHead(points)
    if (tip === undefined || left === undefined || right === undefined) continue
    // A filled head: lines from the tip to every point of its base.
    for (let share = 0; share <= 1; share += 0.1) {
      const base = [left[0] + (right[0] - left[0]) * share, left[1] + (right[1] - left[1]) * share] as const
      drawing.line(
        [tip, base].map(([x, y]) => [x * scale, y * scale] as const),
        letter,
        colour,
      )
    }
  }
  for (const node of picture.nodes) {
    const { emphasis } = node
    const [x, y, width, height] = [node.x * scale, node.y * scale, node.width * scale, node.height * scale]
    const colour = emphasis === 'path' ? pathColour : emphasis === 'proposed' ? proposedColour : ink.line
    drawing.fill(x, y, width, height, ink.ground)
    drawing.fill(x + 4 * scale, y + 4 * scale, 8 * scale, height - 8 * scale, familyColours[node.family].strong)
    drawing.frame(x, y, width, height, letter * (emphasis === 'path' ? 2 : 1), colour, emphasis === 'proposed')
    const room = Math.floor((width - 28 * scale) / (letter * letterWidth))
    const lines = wrapWords(plainLetters(node.title), room, 3)
    const under = node.subtitle === undefined || lines.length > 2 ? [] : wrapWords(plainLetters(node.subtitle), room, 1)
    const top = y + (height - (lines.length + under.length) * letterHeight * letter * 1.3) / 2
    const shade = emphasis === 'dimmed' ? ink.line : ink.text
    for (const [index, line] of [...lines, ...under].entries())
      drawing.text(
        x + 20 * scale,
        top + index * letterHeight * letter * 1.3,
        line,
        letter,
        index < lines.length ? shade : emphasis === 'dimmed' ? ink.line : ink.faint,
      )
  }
  for (const { step, labelAt } of picture.edges) {
    if (step === undefined || labelAt === undefined) continue
    const words = String(step)
    const [x, y] = [labelAt[0] * scale, labelAt[1] * scale]
    const side = (words.length * letterWidth + 4) * letter
    drawing.fill(x - side / 2, y - 6 * letter, side, 12 * letter, pathColour)
    drawing.text(x - side / 2 + 3 * letter, y - 3 * letter, words, letter, ink.ground)
  }
  for (const { x, y, width, height, title } of picture.frames ?? []) {
    drawing.frame(x * scale, y * scale, width * scale, height * scale, 2, ink.accentDark)
    drawing.text((x + 6) * scale, (y + 6) * scale, title, 3, ink.accentDark)
  }
  return encodePng(drawing.image())
}
