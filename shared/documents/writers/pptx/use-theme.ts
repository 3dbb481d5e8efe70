import type { Brand } from '../../brand.ts'
import { darkened, paletteOf, softShare } from '../../brand/palette.ts'
import { ink, seriesColours } from '../../picture/colours.ts'
import type { PackagePart } from '../ooxml/package.ts'
import { fontFace, hex } from './frame.ts'
import type { DeckBase } from './template/deck-base.ts'

/**
 * Fonts and the accent as references to the theme, so that a slide pasted into another deck, or a deck whose theme is
 * changed, follows: PptxGenJS writes every colour and font out. Our own theme gets the brand's colours.
 */
export function useTheme(
  parts: ReadonlyMap<string, PackagePart>,
  brand: Brand | undefined,
  base: DeckBase | undefined,
): ReadonlyMap<string, PackagePart> {
  const own = brand?.accent !== undefined && paletteOf(brand) !== paletteOf(undefined) ? brand.accent : ink.accent
  const shades = shadesOf(base?.accent ?? own, base?.isDark === true)
  // On a template titles have the layout's own colour.
  const title = own === brand?.accent ? (shades.get(hex(ink.accentDark)) ?? '') : ''
  const drawn = /^ppt\/(?:slides\/slide|charts\/chart|slideLayouts\/slideLayout)\d+\.xml$/
  return new Map(
    [...parts].map(([path, { contentType, content }]): [string, PackagePart] => {
      if (typeof content !== 'string') return [path, { contentType, content }]
      if (path === 'ppt/theme/theme1.xml') return [path, { contentType, content: withColours(content, own) }]
      return [path, { contentType, content: drawn.test(path) ? byTheme(content, shades, title) : content }]
    }),
  )
}

/** What stands in the theme for a colour of ours, by its six letters. */
type Shades = ReadonlyMap<string, string>

function shadesOf(accent: string, isDark: boolean): Shades {
  const scheme = (name: string, inner = ''): string =>
    inner === '' ? `<a:schemeClr val="${name}"/>` : `<a:schemeClr val="${name}">${inner}</a:schemeClr>`
  const share = (tag: string, part: number): string => `<a:${tag} val="${Math.round(part * 100_000)}"/>`
  const darker = (ground: string, ratio: number): string => {
    const { share: left } = darkened(accent, ground, ratio)
    return scheme('accent1', left === 1 ? '' : share('lumMod', left))
  }
  const soft = share('lumMod', softShare) + share('lumOff', 1 - softShare)
  return new Map([
    [hex(ink.accent), darker('#ffffff', 3)],
    [hex(ink.accentDark), darker(paletteOf({ accent }).accentSoft, 4.5)],
    [hex(ink.accentSoft), scheme('accent1', soft)],
    // On a dark ground our text stands on panels of its own, where the theme's light text would not be read.
    ...(isDark ? [] : ([[hex(ink.text), scheme('tx1')]] as const)),
  ])
}

/** `title`: the colour of titles where it is not the text's. */
function byTheme(xml: string, shades: Shades, title: string): string {
  const titled = xml.replace(/<p:sp>(?:(?!<\/p:sp>).)*?type="title".*?<\/p:sp>/gs, (shape) => {
    const own = withFonts(shape, 'mj')
    return title === '' ? own : own.replaceAll(`<a:srgbClr val="${hex(ink.text)}"/>`, title)
  })
  return withFonts(titled, 'mn').replace(
    /<a:srgbClr val="([0-9A-F]{6})"\/>/g,
    (literal, colour: string) => shades.get(colour) ?? literal,
  )
}

/** `mj`: the theme's font of headings; `mn`: that of text. */
function withFonts(xml: string, which: 'mj' | 'mn'): string {
  const scripts = { latin: 'lt', ea: 'ea', cs: 'cs' } as const
  return xml.replace(
    new RegExp(`<a:(latin|ea|cs)\\s+typeface="${fontFace}"[^>]*/>`, 'g'),
    (_, script: keyof typeof scripts) => `<a:${script} typeface="+${which}-${scripts[script]}"/>`,
  )
}

function withColours(theme: string, accent: string): string {
  const colours = [ink.text, ink.ground, ink.muted, ink.sunken, accent, ...seriesColours.slice(1, 6), accent, ink.muted]
  const names = [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    ...[1, 2, 3, 4, 5, 6].map((number) => `accent${number}`),
    'hlink',
    'folHlink',
  ]
  const scheme = names.map(
    (name, index) => `<a:${name}><a:srgbClr val="${hex(colours[index] ?? accent)}"/></a:${name}>`,
  )
  return theme.replace(
    /<a:clrScheme\b.*?<\/a:clrScheme>/s,
    `<a:clrScheme name="Lintel">${scheme.join('')}</a:clrScheme>`,
  )
}
