import type PptxGenJS from 'pptxgenjs'
import type { Id } from '../../../design/design.ts'
import { fitText, wrapText } from '../../../layout/text-width.ts'
import type { Picture, PictureBoundary, PictureEdge, PictureNode } from '../../outline.ts'
import { boundaryLooks, familyColours, ink, toneColours } from '../../picture/colours.ts'
import { dropControls } from '../escape-markup.ts'
import { chooseConnectors } from './choose-connectors.ts'
import type { Connector, Spot } from './connector.ts'
import type { ConnectorLook } from './connector-xml.ts'
import type { Area } from './frame.ts'
import { fontFace, hex, pointsPerInch } from './frame.ts'
import { inchesWide } from './text-runs.ts'

/** A connector to be written into the slide once its shapes have their numbers. */
export interface PendingConnector {
  /** Object names of the shapes it is glued to. */
  readonly from: string
  readonly to: string
  readonly name: string
  readonly description: string
  readonly connector: Connector
  readonly look: ConnectorLook
}

/** Largest picture scale in inches a pixel: a card is then 2 inches wide. */
const largestScale = 0.0098
const pathColour = toneColours.critical.strong
const proposedColour = toneColours.pass.strong

const nodeName = (turn: number, id: Id): string => `node:${turn}:${id}`

/**
 * A picture as native, editable shapes: one shape per card with its text inside, boundaries behind them, and arrows that
 * stay glued when a card is moved. Returns the arrows; `turn` keeps names apart when a slide holds two pictures.
 */
export function addDiagram(
  slide: PptxGenJS.Slide,
  picture: Picture,
  area: Area,
  turn: number,
): readonly PendingConnector[] {
  const scale = Math.min(largestScale, area.w / picture.width, area.h / picture.height)
  // A wide picture may be drawn taller than it is: cards then have room for larger type.
  const down = Math.min(area.h / picture.height, scale * 1.6, largestScale)
  const left = area.x + (area.w - picture.width * scale) / 2
  const top = area.y + (area.h - picture.height * down) / 2
  const place = (box: PictureNode | PictureBoundary): Area => ({
    x: left + box.x * scale,
    y: top + box.y * down,
    w: box.width * scale,
    h: box.height * down,
  })
  for (const boundary of picture.boundaries) addBoundary(slide, boundary, place(boundary), turn)
  const cards = Object.fromEntries(picture.nodes.map((node) => [node.id, place(node)]))
  for (const node of picture.nodes) addCard(slide, node, place(node), turn)
  const titles = picture.boundaries.map((boundary) => {
    const { x, y, w } = place(boundary)
    const words = inchesWide(boundary.title, 10.5, true) + inchesWide(boundary.subtitle ?? '', 9)
    return { x, y, w: Math.min(w, words + 0.3), h: 0.26 }
  })
  const connectors = chooseConnectors(picture.edges, cards, titles)
  const names = new Map(picture.nodes.map((node) => [node.id, node.title]))
  const steps: Area[] = Object.values(cards)
  return picture.edges.flatMap((edge): PendingConnector[] => {
    const connector = connectors.get(edge.id)
    if (connector === undefined) return []
    if (edge.step !== undefined) addStep(slide, edge.step, connector, steps)
    const ends = `${names.get(edge.from) ?? edge.from} to ${names.get(edge.to) ?? edge.to}`
    return [
      {
        from: nodeName(turn, edge.from),
        to: nodeName(turn, edge.to),
        name: `Arrow: ${ends}`,
        description: `${ends}, ${styleWords[edge.style]}`,
        connector,
        look: lookOf(edge),
      },
    ]
  })
}

const styleWords: Readonly<Record<PictureEdge['style'], string>> = {
  sync: 'waits for the answer',
  stream: 'streams the answer',
  async: 'does not wait',
  offline: 'outside requests',
}

function lookOf({ style, emphasis }: PictureEdge): ConnectorLook {
  const colour =
    emphasis === 'path'
      ? pathColour
      : emphasis === 'proposed'
        ? proposedColour
        : emphasis === 'dimmed'
          ? ink.line
          : ink.arrow
  const dash = emphasis === 'proposed' || style === 'async' ? 'dash' : style === 'offline' ? 'sysDot' : 'solid'
  const points = emphasis === 'path' ? 2.25 : 1.25
  return {
    colour: hex(colour),
    points: style === 'stream' ? points + 1 : points,
    dash,
    double: style === 'stream' && dash === 'solid',
  }
}

function addBoundary(slide: PptxGenJS.Slide, boundary: PictureBoundary, area: Area, turn: number): void {
  const look = boundaryLooks[boundary.tone]
  const room = (area.w - 0.24) * pointsPerInch
  const title = fitText(dropControls(boundary.title), room, 10.5, true)
  const left = room - inchesWide(title, 10.5, true) * pointsPerInch - 10
  const subtitle = boundary.subtitle === undefined || left < 40 ? '' : fitText(dropControls(boundary.subtitle), left, 9)
  slide.addText(
    [
      { text: title, options: { bold: true, fontSize: 10.5, color: hex(ink.text) } },
      ...(subtitle === '' ? [] : [{ text: `  ${subtitle}`, options: { fontSize: 9, color: hex(ink.muted) } }]),
    ],
    {
      ...area,
      shape: 'roundRect',
      rectRadius: 0.08,
      fill: { color: hex(look.fill) },
      line: {
        color: hex(look.stroke),
        width: 1,
        dashType:
          look.dashes === '' ? 'solid' : look.dashes === '2 4' ? 'sysDot' : look.dashes === '5 4' ? 'sysDash' : 'dash',
      },
      valign: 'top',
      align: 'left',
      // PptxGenJS takes left, right, bottom, top here.
      margin: [8, 6, 0, 4],
      fontFace,
      wrap: false,
      objectName: `boundary:${turn}:${boundary.id}`,
    },
  )
}

function addCard(slide: PptxGenJS.Slide, node: PictureNode, area: Area, turn: number): void {
  const { emphasis } = node
  const colours = familyColours[node.family]
  const dimmed = emphasis === 'dimmed'
  const stroke =
    emphasis === 'path' ? pathColour : emphasis === 'proposed' ? proposedColour : dimmed ? ink.line : colours.strong
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
        width: emphasis === 'path' || emphasis === 'proposed' ? 2 : 1.25,
        dashType: emphasis === 'proposed' ? 'dash' : 'solid',
      },
      align: 'center',
      valign: 'middle',
      margin: [4, 4, 2, 2],
      fontFace,
      objectName: nodeName(turn, node.id),
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

/** The largest type at which a card's name fits in three lines, and what stands under it in one (two, where there is room). */
function fitCard(node: PictureNode, area: Area): CardText {
  const room = area.w * pointsPerInch - 12
  const height = area.h * pointsPerInch - 9
  const name = dropControls(node.title)
  const rest = dropControls(node.subtitle ?? '')
  const largest = Math.min(14, Math.max(9, Math.floor(area.h * pointsPerInch * 0.27)), Math.max(9, area.w * 9))
  for (let size = largest; size >= 9; size -= 0.5) {
    const lines = wrapText(name, room, size, { bold: true }).length
    const small = Math.max(8, size - 2)
    const left = height - lines * size * 1.2
    // A single long word, such as a model's name, is cut rather than broken.
    const most = Math.min(rest.includes(' ') ? 2 : 1, Math.floor(left / (small * 1.2)))
    if (lines > 3 || left < 0 || (rest !== '' && most < 1)) continue
    const subtitle = rest === '' ? '' : wrapText(rest, room, small, { mostLines: most }).join(' ')
    return { title: name, titleSize: size, subtitle, subtitleSize: small }
  }
  const mostLines = Math.max(1, Math.min(3, Math.floor(height / (9 * 1.2))))
  return {
    title: wrapText(name, room, 9, { bold: true, mostLines }).join(' '),
    titleSize: 9,
    subtitle: '',
    subtitleSize: 8,
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

const stepSize = 0.2

/** The number of a step on its arrow, where it covers neither a card nor another number. */
function addStep(slide: PptxGenJS.Slide, step: number, connector: Connector, taken: Area[]): void {
  const spots = spotsOn(connector)
  const free = spots.find(([x, y]) =>
    taken.every((box) => x + 0.12 < box.x || x - 0.12 > box.x + box.w || y + 0.12 < box.y || y - 0.12 > box.y + box.h),
  )
  const [x, y] = free ?? spots[0] ?? [0, 0]
  const area = { x: x - stepSize / 2, y: y - stepSize / 2, w: stepSize, h: stepSize }
  taken.push(area)
  slide.addText(String(step), {
    ...area,
    shape: 'ellipse',
    fill: { color: hex(pathColour) },
    color: 'FFFFFF',
    bold: true,
    fontSize: 9,
    fontFace,
    align: 'center',
    valign: 'middle',
    margin: 0,
    wrap: false,
    objectName: `step: ${step}`,
  })
}

function spotsOn({ points }: Connector): readonly Spot[] {
  const pieces = points.flatMap((start, index) => {
    const end = points[index + 1]
    return end === undefined ? [] : [{ start, end, length: Math.hypot(end[0] - start[0], end[1] - start[1]) }]
  })
  const sorted = pieces.toSorted((a, b) => b.length - a.length)
  return [0.5, 0.3, 0.7].flatMap((share) =>
    sorted.map(({ start, end }): Spot => [
      start[0] + (end[0] - start[0]) * share,
      start[1] + (end[1] - start[1]) * share,
    ]),
  )
}
