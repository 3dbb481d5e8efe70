import type PptxGenJS from 'pptxgenjs'
import { fitText, textWidth, wrapText } from '../../../layout/text-width.ts'
import type { PictureNode } from '../../outline.ts'
import { emphasisColour, familyColours, ink, isPointedAt, toneColours } from '../../picture/colours.ts'
import { dropControls } from '../escape-markup.ts'
import type { Area } from './frame.ts'
import { fontFace, hex, pointsPerInch } from './frame.ts'
import { inchesWide } from './text-runs.ts'

/** A component as one shape with its text inside. `objectName`: what arrows find it by. */
export function addCard(slide: PptxGenJS.Slide, node: PictureNode, area: Area, objectName: string): void {
  const { emphasis } = node
  const colours = familyColours[node.family]
  const dimmed = emphasis === 'dimmed'
  const stroke = emphasisColour(emphasis) ?? (dimmed ? ink.line : colours.strong)
  const { title, titleSize, subtitle, subtitleSize } = fitCard(node, area)
  slide.addText(
    [
      {
        text: title,
        options: {
          bold: true,
          fontSize: titleSize,
          color: hex(dimmed ? ink.faint : ink.text),
          breakLine: subtitle !== '',
        },
      },
      ...(subtitle === ''
        ? []
        : [{ text: subtitle, options: { fontSize: subtitleSize, color: hex(dimmed ? ink.faint : ink.muted) } }]),
    ],
    {
      ...area,
      shape: 'roundRect',
      rectRadius: 0.07,
      fill: { color: hex(dimmed || emphasis === 'proposed' ? '#ffffff' : colours.soft) },
      line: {
        color: hex(stroke),
        width: isPointedAt(emphasis) || emphasis === 'proposed' ? 2 : 1.25,
        dashType: emphasis === 'proposed' ? 'dash' : 'solid',
      },
      align: 'center',
      valign: 'middle',
      margin: [inset, inset, 1, 1],
      fontFace,
      objectName,
    },
  )
  if (node.badge !== undefined) addBadge(slide, node.badge, area)
}

interface CardText {
  readonly title: string
  readonly titleSize: number
  readonly subtitle: string
  readonly subtitleSize: number
}

/** Between a card's border and its text, in points. */
const inset = 3
const lineHeight = 1.17
/** Type of names, tried in turn below the size that a card's height allows. */
const smallestName = 8.5
/** No smaller only to keep whole what stands under the name. */
const smallestWhole = 11

/**
 * The largest type at which a card's name fits whole, with what it is under it. Where the two do not fit together the
 * name stays; a name is cut only where it fits in no size.
 */
function fitCard(node: PictureNode, area: Area): CardText {
  // Readers' own fonts run a little wider or narrower than the table.
  const room = (area.w * pointsPerInch - 2 * inset - 2) * 0.97
  const height = area.h * pointsPerInch - 3
  const name = dropControls(node.title)
  const rest = dropControls(node.subtitle ?? '')
  const largest = Math.min(14, Math.max(smallestName, Math.floor(area.h * pointsPerInch * 0.6) / 2))
  const sizes = Array.from({ length: Math.round((largest - smallestName) * 2) + 1 }, (_, index) => largest - index / 2)
  const linesOf = (size: number): number => {
    const widest = Math.max(...name.split(/\s+/).map((word) => textWidth(word, size, true)))
    return widest > room ? Infinity : wrapText(name, room, size, { bold: true }).length
  }
  // What it is stands whole in a smaller type before it is cut.
  for (const mayCut of [false, true]) {
    for (const size of sizes) {
      if (!mayCut && size < smallestWhole) break
      const small = Math.max(7, size - 2)
      const left = height - linesOf(size) * size * lineHeight
      // A single long word, such as a model's name, is cut rather than broken.
      const most = Math.min(rest.includes(' ') ? 2 : 1, Math.floor(left / (small * lineHeight)))
      if (linesOf(size) > 3 || left < 0 || (rest !== '' && most < 1)) continue
      if (!mayCut && wrapText(rest, room, small).length > most) continue
      const subtitle = rest === '' ? '' : wrapText(rest, room, small, { mostLines: most }).join(' ')
      return { title: name, titleSize: size, subtitle, subtitleSize: small }
    }
  }
  const alone = sizes.find((size) => linesOf(size) * size * lineHeight <= height)
  if (alone !== undefined) return { title: name, titleSize: alone, subtitle: '', subtitleSize: 7 }
  const mostLines = Math.max(1, Math.min(3, Math.floor(height / (smallestName * lineHeight))))
  return {
    title: wrapText(name, room, smallestName, { bold: true, mostLines }).join(' '),
    titleSize: smallestName,
    subtitle: '',
    subtitleSize: 7,
  }
}

function addBadge(slide: PptxGenJS.Slide, { text, tone }: NonNullable<PictureNode['badge']>, card: Area): void {
  const words = fitText(dropControls(text), (card.w - 0.1) * pointsPerInch, 8, true)
  const w = inchesWide(words, 8, true) + 0.16
  const colours = toneColours[tone]
  slide.addText(words, {
    x: card.x + card.w - w - 0.05,
    y: card.y - 0.1,
    w,
    h: 0.19,
    shape: 'roundRect',
    rectRadius: 0.09,
    fill: { color: hex(colours.soft) },
    line: { color: hex(colours.strong), width: 0.75 },
    color: hex(colours.strong),
    bold: true,
    fontSize: 8,
    fontFace,
    align: 'center',
    valign: 'middle',
    margin: 0,
    wrap: false,
    objectName: `badge: ${words}`,
  })
}
