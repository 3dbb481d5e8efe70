import type PptxGenJS from 'pptxgenjs'
import type { Id } from '../../../design/design.ts'
import type { Box } from '../../../layout/box.ts'
import { boxAround } from '../../../layout/box.ts'
import type { Picture, PictureBoundary, PictureEdge, PictureNode } from '../../outline.ts'
import { emphasisColour, ink, isPointedAt } from '../../picture/colours.ts'
import { addCard } from './add-card.ts'
import { addEdgeTexts } from './add-edge-texts.ts'
import type { Way } from './choose-connectors.ts'
import { chooseConnectors } from './choose-connectors.ts'
import { addBoundary, titleArea } from './add-boundary.ts'
import type { Connector } from './connector.ts'
import type { ConnectorLook } from './connector-xml.ts'
import type { Area } from './frame.ts'
import { hex } from './frame.ts'
import { bordersOf, linesOf } from './line-geometry.ts'

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

/** Largest picture scale in inches a pixel: a card is then 2.2 inches wide. */
const largestScale = 0.011
/** Higher than wide: long names then take three lines. */
const largestScaleDown = 0.015
/** A picture may be stretched one way to use the space: cards then have room for larger type. */
const largestStretch = 1.7

const nodeName = (turn: number, id: Id): string => `node:${turn}:${id}`

/**
 * A picture as native, editable shapes that fill the area: one shape per card with its text inside, boundaries behind
 * them, and arrows that stay glued when a card is moved. Returns the arrows; `turn` keeps names apart when a slide holds
 * two pictures.
 */
export function addDiagram(
  slide: PptxGenJS.Slide,
  picture: Picture,
  area: Area,
  turn: number,
): readonly PendingConnector[] {
  const place = placing(picture, area)
  const cards = Object.fromEntries(picture.nodes.map((node) => [node.id, place(node)]))
  const titles = picture.boundaries.map((boundary) => titleArea(boundary, place(boundary)))
  const ways = chooseConnectors(picture.edges, cards, titles, area)
  const lines = [...ways.values()].flatMap(({ connectors }) => connectors.flatMap(({ points }) => linesOf(points)))
  for (const boundary of picture.boundaries) addBoundary(slide, boundary, place(boundary), lines, turn)
  for (const node of picture.nodes) addCard(slide, node, place(node), nodeName(turn, node.id))
  const borders = picture.boundaries.flatMap((boundary) => bordersOf(place(boundary)))
  addEdgeTexts(slide, picture.edges, ways, { areas: [...Object.values(cards), ...titles], borders })
  const names = new Map(picture.nodes.map((node) => [node.id, node.title]))
  return picture.edges.flatMap((edge): readonly PendingConnector[] => {
    const way = ways.get(edge.id)
    const ends = `${names.get(edge.from) ?? edge.from} to ${names.get(edge.to) ?? edge.to}`
    return way === undefined ? [] : arrowOf(slide, edge, way, ends, turn)
  })
}

/** Where the parts of a picture stand in the area, which it fills as far as cards may be enlarged and stretched. */
function placing(picture: Picture, area: Area): (part: PictureNode | PictureBoundary) => Area {
  const boxes = [...picture.nodes, ...picture.boundaries].map(({ x, y, width, height }): Box => ({
    x,
    y,
    w: width,
    h: height,
  }))
  const around = boxAround(boxes) ?? { x: 0, y: 0, w: 1, h: 1 }
  // Room for a curve below the lowest card, and for badges above the highest.
  const margin = 0.12
  const [wide, high] = [area.w - 2 * margin, area.h - 2 * margin]
  const even = Math.min(wide / around.w, high / around.h, largestScale)
  const across = Math.min(wide / around.w, even * largestStretch, largestScale)
  const down = Math.min(high / around.h, even * largestStretch, largestScaleDown)
  const left = area.x + (area.w - around.w * across) / 2
  const top = area.y + (area.h - around.h * down) / 2
  return ({ x, y, width, height }) => ({
    x: left + (x - around.x) * across,
    y: top + (y - around.y) * down,
    w: width * across,
    h: height * down,
  })
}

/** An arrow's one connector, or its two with the dot between them. */
function arrowOf(
  slide: PptxGenJS.Slide,
  edge: PictureEdge,
  { connectors: [first, second], dot }: Way,
  ends: string,
  turn: number,
): readonly PendingConnector[] {
  const shared = { name: `Arrow: ${ends}`, description: `${ends}, ${styleWords[edge.style]}` }
  const [from, to] = [nodeName(turn, edge.from), nodeName(turn, edge.to)]
  const look = lookOf(edge)
  if (second === undefined || dot === undefined) return [{ ...shared, from, to, connector: first, look }]
  const bend = `bend:${turn}:${edge.id}`
  // Not an ellipse, which has eight sites: like a card it has four, in the same order.
  slide.addShape('roundRect', {
    ...dot,
    rectRadius: dot.w / 2,
    fill: { color: look.colour },
    line: { color: look.colour, width: 0.5 },
    objectName: bend,
  })
  return [
    { ...shared, from, to: bend, connector: first, look: { ...look, head: false } },
    { ...shared, from: bend, to, connector: second, look },
  ]
}

const styleWords: Readonly<Record<PictureEdge['style'], string>> = {
  sync: 'waits for the answer',
  stream: 'streams the answer',
  async: 'does not wait',
  offline: 'outside requests',
}

function lookOf({ style, emphasis }: PictureEdge): ConnectorLook {
  const colour = emphasisColour(emphasis) ?? (emphasis === 'dimmed' ? ink.line : ink.arrow)
  const dash = emphasis === 'proposed' || style === 'async' ? 'dash' : style === 'offline' ? 'sysDot' : 'solid'
  const points = isPointedAt(emphasis) ? 2.25 : 1.25
  return {
    colour: hex(colour),
    points: style === 'stream' ? points + 1 : points,
    dash,
    double: style === 'stream' && dash === 'solid',
    head: true,
  }
}
