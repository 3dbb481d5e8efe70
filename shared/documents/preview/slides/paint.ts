import { childrenOf, findChild, type XmlElement } from '../../../xml/xml-tree.ts'
import { type Box, colourOf, type Colours, fillOf } from './look.ts'

/** What fills a shape in SVG, and the definition that it needs, to stand before it; empty for a plain colour. */
export interface Paint {
  readonly fill: string
  readonly definition: string
}

/**
 * The fill of a shape or a ground: its colour, or its gradient from corner to corner as PowerPoint draws it. `box`: where
 * it stands, in pixels.
 */
export function paintOf(properties: XmlElement | undefined, box: Box, colours: Colours): Paint {
  const gradient = findChild(properties, 'a:gradFill')
  const stops = childrenOf(findChild(gradient, 'a:gsLst'), 'a:gs').flatMap((stop) => {
    const colour = colourOf(stop, colours)
    return colour === undefined ? [] : [{ at: Number(stop.attributes.get('pos') ?? 0) / 1000, colour }]
  })
  if (stops.length < 2) return { fill: fillOf(properties, colours), definition: '' }
  const shape = gradientShape(gradient, box)
  const inner = stops
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, colour }) => `<stop offset="${at}%" stop-color="${colour}"/>`)
    .join('')
  // The same gradient in the same place is the same definition, whichever slide of the page it is found on.
  const id = `paint-${`${shape.attributes} ${inner}`.replaceAll(/[^a-z\d]+/gi, '-')}`
  return {
    fill: `url(#${id})`,
    definition: `<${shape.name} id="${id}" gradientUnits="userSpaceOnUse" ${shape.attributes}>${inner}</${shape.name}>`,
  }
}

interface GradientShape {
  readonly name: 'linearGradient' | 'radialGradient'
  readonly attributes: string
}

/** From corner to corner at an angle that turns with the clock, or outwards from the middle that a path is filled to. */
function gradientShape(gradient: XmlElement | undefined, { x, y, w, h }: Box): GradientShape {
  const path = findChild(gradient, 'a:path')
  const number = (value: number): string => String(Math.round(value * 100) / 100)
  if (path !== undefined) {
    const focus = findChild(path, 'a:fillToRect')?.attributes
    const share = (from: string, to: string): number =>
      (Number(focus?.get(from) ?? 0) + 100_000 - Number(focus?.get(to) ?? 0)) / 200_000
    const [cx, cy] = [x + w * share('l', 'r'), y + h * share('t', 'b')]
    const radius = Math.hypot(Math.max(cx - x, x + w - cx), Math.max(cy - y, y + h - cy))
    return { name: 'radialGradient', attributes: `cx="${number(cx)}" cy="${number(cy)}" r="${number(radius)}"` }
  }
  const turn = (Number(findChild(gradient, 'a:lin')?.attributes.get('ang') ?? 0) / 60_000) * (Math.PI / 180)
  const [dx, dy] = [Math.cos(turn), Math.sin(turn)]
  const half = (Math.abs(w * dx) + Math.abs(h * dy)) / 2
  const [cx, cy] = [x + w / 2, y + h / 2]
  const ends = [cx - dx * half, cy - dy * half, cx + dx * half, cy + dy * half].map(number)
  return { name: 'linearGradient', attributes: `x1="${ends[0]}" y1="${ends[1]}" x2="${ends[2]}" y2="${ends[3]}"` }
}
