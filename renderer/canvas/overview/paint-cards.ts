import type { Box } from '../../../shared/layout/box.ts'
import type { Camera } from '../camera.ts'
import type { Moment } from './moment.ts'
import { markSize, paintMarks } from './paint-marks.ts'
import { linesOf } from './paint-text.ts'
import type { Palette } from './palette.ts'
import type { CardGroup, CardPart } from './picture-parts.ts'

/** Cards narrower than this on the screen are patches of their family's colour. */
const leastOutlined = 9
const leastMarked = 12
/** Below these shares of its size a name could not be read. */
const leastNamed = { width: 4.2, height: 1.33 }
/** A letter alone needs less: what an overlay says by letters is not told by colour alone. */
const leastLettered = 1.02
const nameSize = 10.5
const lineHeight = 1.15

interface Seen {
  readonly card: CardPart
  readonly box: Box
}

function wordsOf({ name, heat }: CardPart): string {
  if (heat === undefined) return name
  return heat.mark === undefined ? heat.text : `${heat.mark}  ${name}`
}

/** Rectangles in the colours of families or of heat; names where they can be read; signs of findings. */
export function paintCards(
  context: CanvasRenderingContext2D,
  groups: readonly CardGroup[],
  moment: Moment,
  camera: Camera,
  palette: Palette,
): void {
  for (const group of groups) {
    const seen = seenOf(group.cards, moment, camera)
    if (seen.length === 0) continue
    context.globalAlpha = group.faded ? (moment.highlight === undefined ? 0.5 : 0.25) : 1
    paintGroup(context, group, seen, palette)
    paintNames(context, group, seen, palette)
    context.globalAlpha = 1
  }
  for (const group of groups) {
    if (group.faded) continue
    const marked = seenOf(group.cards, moment, camera).filter(({ card }) => card.findings !== undefined)
    if ((marked[0]?.box.w ?? 0) < leastMarked) continue
    const marks = marked.flatMap(({ card: { findings }, box }) =>
      findings === undefined ? [] : [{ severity: findings, x: box.x + box.w - 1, y: box.y + 1 }],
    )
    paintMarks(context, marks, markSize(camera), palette)
  }
}

function seenOf(cards: readonly CardPart[], { moved }: Moment, { x, y, zoom, width, height }: Camera): readonly Seen[] {
  const seen: Seen[] = []
  for (const card of cards) {
    const { place } = card
    const at = moved.get(card.id) ?? place
    const box = { x: at.x * zoom + x, y: at.y * zoom + y, w: place.w * zoom, h: place.h * zoom }
    if (box.x < width && box.y < height && box.x + box.w > 0 && box.y + box.h > 0) seen.push({ card, box })
  }
  return seen
}

function paintGroup(
  context: CanvasRenderingContext2D,
  { family, heat, outOfScope, shape }: CardGroup,
  seen: readonly Seen[],
  palette: Palette,
): void {
  const outlined = (seen[0]?.box.w ?? 0) >= leastOutlined
  const { fill, line } = palette.family(family)
  context.beginPath()
  for (const { box } of seen) traceCard(context, box, shape)
  const painted =
    heat === undefined
      ? outlined
        ? fill
        : line
      : heat.unstable === true
        ? palette.failSoft
        : palette.heat(heat.level).fill
  // What nobody said is an outline among what is filled.
  const isOpen = outOfScope || heat?.level === 'unsaid'
  context.fillStyle = isOpen && outlined ? palette.ground : painted
  context.fill()
  if (!outlined) return
  context.strokeStyle =
    heat === undefined ? line : heat.unstable === true ? palette.fail : palette.heat(heat.level).fill
  context.lineWidth = heat?.unstable === true ? 2 : 1
  if (isOpen) context.setLineDash([3, 3])
  if (shape === 'store') traceSides(context, seen)
  context.stroke()
  context.setLineDash([])
}

/** In a data-flow diagram processes are round; everything else has corners. */
function traceCard(context: CanvasRenderingContext2D, { x, y, w, h }: Box, shape: CardGroup['shape']): void {
  if (shape === 'process') context.roundRect(x, y, w, h, h / 2)
  else context.rect(x, y, w, h)
}

/** A store is open at its sides. */
function traceSides(context: CanvasRenderingContext2D, seen: readonly Seen[]): void {
  context.beginPath()
  for (const {
    box: { x, y, w, h },
  } of seen) {
    for (const side of [y, y + h]) {
      context.moveTo(x, side)
      context.lineTo(x + w, side)
    }
  }
}

/** The name; in its place the number that an overlay asks for, or beside it the letter of what it names. */
function paintNames(
  context: CanvasRenderingContext2D,
  group: CardGroup,
  seen: readonly Seen[],
  palette: Palette,
): void {
  const [first] = seen
  const size = palette.roomWords ?? nameSize
  if (first === undefined) return
  const { heat } = group
  const named = first.box.w >= leastNamed.width * size && first.box.h >= leastNamed.height * size
  if (!named && (heat?.mark === undefined || Math.min(first.box.w, first.box.h) < leastLettered * size)) return
  const apart = size * lineHeight
  context.font = `600 ${size}px ${palette.font}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle =
    heat === undefined || heat.level === 'unsaid'
      ? palette.text
      : heat.unstable === true
        ? palette.fail
        : palette.heat(heat.level).text
  for (const { card, box } of seen) {
    const most = Math.max(1, Math.floor((box.h - 2) / apart))
    const lines = named ? linesOf(context, wordsOf(card), box.w - 6, Math.min(2, most)) : [card.heat?.mark ?? '']
    const top = box.y + box.h / 2 - ((lines.length - 1) * apart) / 2
    for (const [index, line] of lines.entries()) {
      context.fillText(line, box.x + box.w / 2, top + index * apart + 0.5)
    }
  }
}
