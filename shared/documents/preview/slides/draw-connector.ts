import { findChild, type XmlElement } from '../../../xml/xml-tree.ts'
import { strokeOf } from './draw-shapes.ts'
import { type Box, boxOf, lineOf } from './look.ts'

type Point = readonly [number, number]

/** An arrow by the geometry that its preset stands for. */
export function drawConnector(connector: XmlElement, colours: ReadonlyMap<string, string>): string {
  const properties = findChild(connector, 'p:spPr')
  const box = boxOf(findChild(properties, 'a:xfrm'))
  const line = lineOf(findChild(properties, 'a:ln'), colours)
  if (box === undefined || line === undefined) return ''
  const geometry = findChild(properties, 'a:prstGeom')
  const preset = geometry?.attributes.get('prst') ?? ''
  const share = Number(/-?\d+/.exec(findChild(geometry, 'a:avLst', 'a:gd')?.attributes.get('fmla') ?? '50000')?.[0])
  const place = placing(box)
  const path = pathOf(preset, box, (share / 100_000) * box.w)
  const drawn = path.map(
    ({ command, points }) => `${command}${points.map((point) => place(point).map(round).join(' ')).join(' ')}`,
  )
  const ends = path.flatMap(({ points }) => points)
  const tip = place(ends.at(-1) ?? [0, 0])
  const placed = ends.map(place)
  const before = placed.findLast(([x, y]) => Math.hypot(x - tip[0], y - tip[1]) > 0.5) ?? tip
  const d = drawn.join('')
  const gap = line.double ? `<path d="${d}" fill="none" stroke="#fff" stroke-width="${line.width / 3}"/>` : ''
  return `<path d="${d}" fill="none"${strokeOf(line)}/>${gap}${line.head ? head(before, tip, line.width, line.colour) : ''}`
}

interface Piece {
  readonly command: 'M' | 'L' | 'C'
  readonly points: readonly Point[]
}

/** In the shape's own box, before it is flipped and turned. */
function pathOf(preset: string, { w, h }: Box, out: number): readonly Piece[] {
  const start: Piece = { command: 'M', points: [[0, 0]] }
  const lines = (...points: readonly Point[]): readonly Piece[] => [
    start,
    ...points.map((point): Piece => ({ command: 'L', points: [point] })),
  ]
  if (preset === 'bentConnector2') return lines([w, 0], [w, h])
  if (preset === 'bentConnector3') return lines([out, 0], [out, h], [w, h])
  if (preset !== 'curvedConnector3') return lines([w, h])
  // The two cubic curves of the standard, by their control points.
  return [
    start,
    {
      command: 'C',
      points: [
        [out / 2, 0],
        [out, h / 4],
        [out, h / 2],
      ],
    },
    {
      command: 'C',
      points: [
        [out, (h * 3) / 4],
        [(w + out) / 2, h],
        [w, h],
      ],
    },
  ]
}

function placing({ x, y, w, h, turn, flipX, flipY }: Box): (point: Point) => Point {
  const angle = (turn * Math.PI) / 180
  return ([px, py]) => {
    const dx = (flipX ? w - px : px) - w / 2
    const dy = (flipY ? h - py : py) - h / 2
    return [
      x + w / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
      y + h / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
    ]
  }
}

function head(from: Point, to: Point, width: number, colour: string): string {
  const length = Math.max(6, width * (width > 2.6 ? 2.4 : 3.4))
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  const corner = (side: number): string =>
    [to[0] - length * Math.cos(angle - side), to[1] - length * Math.sin(angle - side)].map(round).join(' ')
  return `<path d="M${to.map(round).join(' ')}L${corner(0.42)}L${corner(-0.42)}Z" fill="${colour}"/>`
}

const round = (value: number): number => Math.round(value * 100) / 100
