import { childrenOf, findAll, findChild, type XmlElement } from '../../../xml/xml-tree.ts'

const emuPerPixel = 9525
export const pixels = (emu: string | number | undefined): number =>
  Math.round((Number(emu ?? 0) / emuPerPixel) * 100) / 100

export type Colours = ReadonlyMap<string, string>

/** The colour inside a fill, as CSS; undefined where it names none that is known. */
export function colourOf(fill: XmlElement | undefined, colours: Colours): string | undefined {
  if (fill === undefined) return undefined
  const [named] = findAll(fill, 'a:srgbClr', 'a:schemeClr', 'a:sysClr')
  const word = named?.attributes.get('val') ?? ''
  const hex = named?.name === 'a:schemeClr' ? colours.get(word) : (named?.attributes.get('lastClr') ?? word)
  if (named === undefined || hex === undefined || !/^[0-9a-f]{6}$/i.test(hex)) return undefined
  const change = (name: string): number | undefined => {
    const value = findChild(named, name)?.attributes.get('val')
    return value === undefined ? undefined : Number(value) / 100_000
  }
  const shade = change('a:lumMod') ?? change('a:shade') ?? 1
  const light = change('a:lumOff') ?? (change('a:tint') === undefined ? 0 : 1 - (change('a:tint') ?? 0))
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const mixed = channels.map((channel) => Math.round(Math.min(255, channel * shade + 255 * light)))
  const alpha = change('a:alpha')
  return alpha === undefined ? `rgb(${mixed.join(' ')})` : `rgb(${mixed.join(' ')} / ${alpha})`
}

/** The fill of a shape as one colour, of a gradient its first; "none" where it has none. */
export function fillOf(properties: XmlElement | undefined, colours: Colours): string {
  const [stop] = childrenOf(findChild(properties, 'a:gradFill', 'a:gsLst'), 'a:gs')
  return colourOf(findChild(properties, 'a:solidFill') ?? stop, colours) ?? 'none'
}

export interface Line {
  readonly colour: string
  readonly width: number
  /** Lengths of strokes and gaps; empty for a whole line. */
  readonly dash: readonly number[]
  readonly double: boolean
  readonly head: boolean
}

/** How a line is drawn; undefined where there is none. */
export function lineOf(line: XmlElement | undefined, colours: Colours): Line | undefined {
  const colour = colourOf(findChild(line, 'a:solidFill'), colours)
  if (line === undefined || colour === undefined) return undefined
  const width = pixels(line.attributes.get('w') ?? 9525)
  const dash = findChild(line, 'a:prstDash')?.attributes.get('val') ?? 'solid'
  return {
    colour,
    width,
    dash:
      dash === 'solid' ? [] : /dot/i.test(dash) && !/dash/i.test(dash) ? [width, width * 2] : [width * 4, width * 3],
    double: line.attributes.get('cmpd') === 'dbl',
    head: findChild(line, 'a:tailEnd')?.attributes.get('type') === 'triangle',
  }
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** Degrees. */
  readonly turn: number
  readonly flipX: boolean
  readonly flipY: boolean
}

/** Where a shape stands, in pixels of the slide. */
export function boxOf(transform: XmlElement | undefined): Box | undefined {
  const at = findChild(transform, 'a:off')?.attributes
  const size = findChild(transform, 'a:ext')?.attributes
  if (transform === undefined || at === undefined || size === undefined) return undefined
  return {
    x: pixels(at.get('x')),
    y: pixels(at.get('y')),
    w: pixels(size.get('cx')),
    h: pixels(size.get('cy')),
    turn: Number(transform.attributes.get('rot') ?? 0) / 60_000,
    flipX: transform.attributes.get('flipH') === '1',
    flipY: transform.attributes.get('flipV') === '1',
  }
}
