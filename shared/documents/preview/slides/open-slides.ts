import { openPackage, relationshipsOf, xmlOf } from '../../writers/ooxml/open-package.ts'
import { childrenOf, findAll, findChild, type XmlElement } from '../../../xml/xml-tree.ts'

type Parts = ReadonlyMap<string, Uint8Array>

/** A presentation as it lies in its file: what each slide shows, from the back to the front. */
export interface OpenDeck {
  readonly parts: Parts
  /** EMU. */
  readonly width: number
  readonly height: number
  readonly slides: readonly OpenSlide[]
}
export interface OpenSlide {
  /** Master, layout and slide, as far as their shapes show. */
  readonly layers: readonly Layer[]
  /** The layout and master that placeholders of the slide take their looks from. */
  readonly behind: readonly XmlElement[]
  /** Colours by the names that shapes use, without #: "tx1", "accent1". */
  readonly colours: ReadonlyMap<string, string>
  /** Fonts by the names that runs use: "+mj-lt". */
  readonly fonts: ReadonlyMap<string, string>
  /** The master's own looks of titles and bodies. */
  readonly masterStyles: XmlElement | undefined
  /** What holds the fill of the ground, and the colours that it is read with. */
  readonly background: { readonly fill: XmlElement; readonly colours: ReadonlyMap<string, string> } | undefined
}
export interface Layer {
  /** Path of its part, for what it points at. */
  readonly path: string
  readonly tree: XmlElement
  /** Its placeholders stand there to be filled: they show on the slide alone. */
  readonly isSlide: boolean
}

/** Reads a presentation that the writer made; throws where it is none. */
export async function openSlides(bytes: Uint8Array): Promise<OpenDeck> {
  const opened = await openPackage(bytes)
  if (!opened.ok) throw new Error(opened.problem)
  const { parts, main } = opened.value
  const presentation = xmlOf(parts, main)
  const size = findChild(presentation, 'p:sldSz')
  const targets = new Map(relationshipsOf(parts, main).map(({ id, target }) => [id, target]))
  const paths = childrenOf(findChild(presentation, 'p:sldIdLst'), 'p:sldId').flatMap(
    ({ attributes }) => targets.get(attributes.get('r:id') ?? '') ?? [],
  )
  return {
    parts,
    width: Number(size?.attributes.get('cx') ?? 12_192_000),
    height: Number(size?.attributes.get('cy') ?? 6_858_000),
    slides: paths.map((path) => openSlide(parts, path)),
  }
}

function openSlide(parts: Parts, path: string): OpenSlide {
  const slide = rootOf(parts, path)
  const layoutPath = behindOf(parts, path, 'slideLayout')
  const layout = rootOf(parts, layoutPath)
  const masterPath = behindOf(parts, layoutPath, 'slideMaster')
  const master = rootOf(parts, masterPath)
  const theme = xmlOf(parts, behindOf(parts, masterPath, 'theme'))
  const hides = (root: XmlElement): boolean => root.attributes.get('showMasterSp') === '0'
  const layers: readonly Layer[] = [
    ...(hides(slide) || hides(layout) ? [] : [{ path: masterPath, tree: treeOf(master), isSlide: false }]),
    ...(hides(slide) ? [] : [{ path: layoutPath, tree: treeOf(layout), isSlide: false }]),
    { path, tree: treeOf(slide), isSlide: true },
  ]
  const colours = coloursOf(theme, findChild(master, 'p:clrMap'))
  const ground = [slide, layout, master]
    .map((root) => findChild(root, 'p:cSld', 'p:bg'))
    .find((own) => own !== undefined)
  return {
    layers,
    behind: [treeOf(layout), treeOf(master)],
    colours,
    fonts: fontsOf(theme),
    masterStyles: findChild(master, 'p:txStyles'),
    background: backgroundOf(ground, theme, colours),
  }
}

/** A ground is filled by itself, or by one of the theme's in a colour of its own (numbered from 1001). */
function backgroundOf(
  ground: XmlElement | undefined,
  theme: XmlElement | undefined,
  colours: ReadonlyMap<string, string>,
): OpenSlide['background'] {
  const own = findChild(ground, 'p:bgPr')
  if (own !== undefined) return { fill: own, colours }
  const reference = findChild(ground, 'p:bgRef')
  const fills = findChild(theme, 'a:themeElements', 'a:fmtScheme', 'a:bgFillStyleLst')?.children ?? []
  const fill = fills.filter((each) => typeof each !== 'string')[Number(reference?.attributes.get('idx')) - 1001]
  const [named] = reference === undefined ? [] : findAll(reference, 'a:schemeClr', 'a:srgbClr')
  const word = named?.attributes.get('val') ?? ''
  const colour = named?.name === 'a:schemeClr' ? colours.get(word) : word
  if (fill === undefined || colour === undefined) return undefined
  return {
    fill: { name: 'p:bgPr', attributes: new Map(), children: [fill] },
    colours: new Map([...colours, ['phClr', colour]]),
  }
}

function rootOf(parts: Parts, path: string): XmlElement {
  const root = xmlOf(parts, path)
  if (root === undefined) throw new Error(`The presentation has no part ${path}.`)
  return root
}

function behindOf(parts: Parts, path: string, type: string): string {
  return relationshipsOf(parts, path).find((relationship) => relationship.type === type)?.target ?? ''
}

function treeOf(root: XmlElement): XmlElement {
  return findChild(root, 'p:cSld', 'p:spTree') ?? { name: 'p:spTree', attributes: new Map(), children: [] }
}

function coloursOf(theme: XmlElement | undefined, map: XmlElement | undefined): ReadonlyMap<string, string> {
  const scheme = findChild(theme, 'a:themeElements', 'a:clrScheme')
  const colours = new Map<string, string>()
  for (const child of scheme?.children ?? []) {
    if (typeof child === 'string') continue
    const [colour] = findAll(child, 'a:srgbClr', 'a:sysClr')
    const value = colour?.attributes.get('lastClr') ?? colour?.attributes.get('val')
    if (value !== undefined) colours.set(child.name.replace('a:', ''), value)
  }
  for (const [name, meant] of map?.attributes ?? []) {
    const colour = colours.get(meant)
    if (colour !== undefined) colours.set(name, colour)
  }
  return colours
}

function fontsOf(theme: XmlElement | undefined): ReadonlyMap<string, string> {
  const scheme = findChild(theme, 'a:themeElements', 'a:fontScheme')
  const face = (font: string): string | undefined => findChild(scheme, font, 'a:latin')?.attributes.get('typeface')
  const pairs = [
    ['+mj-lt', face('a:majorFont')],
    ['+mn-lt', face('a:minorFont')],
  ] as const
  return new Map(pairs.flatMap(([name, font]) => (font === undefined ? [] : [[name, font] as const])))
}
