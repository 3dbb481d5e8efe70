import type { BrandFile } from '../../../brand.ts'
import type { Slide } from '../../../outline.ts'
import { contrastOf } from '../../../brand/palette.ts'
import type { XmlElement } from '../../../../xml/xml-tree.ts'
import { findChild } from '../../../../xml/xml-tree.ts'
import type { Area, Frame } from '../frame.ts'
import { emuPerInch } from '../frame.ts'
import type { ChosenLayout, TextLayout } from './choose-layouts.ts'
import { boxOfHolder, chooseLayouts, hasFoot, leavesRoom } from './choose-layouts.ts'
import type { Box, DeckMaster, DeckTemplate } from './deck-template.ts'
import { openDeckTemplate } from './deck-template.ts'
import { type HolderLook, lookOfHolder, lookOfMaster } from './holder-look.ts'
import { isTitleLegible } from './legible-title.ts'

/** What a deck needs of its template. Shapes are laid out on a slide 7.5 inches high and scaled to the template's own. */
export interface DeckBase {
  readonly template: DeckTemplate
  readonly cover: ChosenLayout
  readonly plain: ChosenLayout
  /** For slides of nothing but words, where the template has one. */
  readonly text?: TextLayout
  /** In inches of the slide that shapes are laid out on. */
  readonly frame: Frame
  /** The template's inches in one inch of that slide. */
  readonly scale: number
  /** The title's own place on the layout leaves no room: slides put it at the frame's. */
  readonly movesTitle: boolean
  /** Of words that stand in no placeholder. */
  readonly look: HolderLook
  /** Text on the ground is light: what is drawn gets a light panel of its own. */
  readonly isDark: boolean
  /** #rrggbb */
  readonly accent: string
}

/** Which layout a slide stands on. */
export type SlideSort = 'cover' | 'plain' | 'text'

/** The layout of the client's template for a sort of slide; without one for text, the plain one. */
export function layoutFor({ cover, plain, text }: DeckBase, sort: SlideSort): ChosenLayout {
  return sort === 'cover' ? cover : sort === 'text' ? (text ?? plain) : plain
}

/** A slide of nothing but a list or a paragraph stands in the layout's own body, with the client's own bullets. */
export function sortOf({ blocks: [first, ...others], footnote }: Slide, base: DeckBase | undefined): SlideSort {
  const isWords = others.length === 0 && (first?.type === 'list' || first?.type === 'paragraph')
  // A footnote on a dark ground needs the panel.
  const isReadable = base?.isDark !== true || footnote === undefined
  return isWords && isReadable && base?.text !== undefined ? 'text' : 'plain'
}

/** The base that a client's file gives; nothing where there is none or it cannot be used, which its reader has said. */
export async function deckBaseOf(file: BrandFile | undefined): Promise<DeckBase | undefined> {
  const opened = file === undefined ? undefined : await openDeckTemplate(file.bytes)
  if (opened?.ok !== true) return undefined
  const template = opened.value
  const layouts = chooseLayouts(template, isTitleLegible)
  if (layouts === undefined) return undefined
  const { master } = layouts.plain
  const movesTitle = !leavesRoom(layouts.plain, template)
  const [width, height] = [template.width / emuPerInch, template.height / emuPerInch]
  const scale = Math.min(width / 10, height / 7.5)
  return {
    template,
    ...layouts,
    frame: frameOf(layouts.plain, { width: width / scale, height: height / scale, scale, movesTitle }),
    scale,
    movesTitle,
    look: lookOfMaster(master),
    isDark: contrastOf(textColour(master), '#000000') > contrastOf(textColour(master), '#ffffff'),
    accent: master.theme.colours['accent1'] ?? '#4472c4',
  }
}

/** What text on the master's ground is written in: its designer chose it to be read there. */
function textColour(master: DeckMaster): string {
  const { tree, theme } = master
  const style = findChild(tree, 'p:txStyles', 'p:bodyStyle', 'a:lvl1pPr', 'a:defRPr', 'a:solidFill')
  const fill = style ?? lookOfMaster(master).fill
  const stated = findChild(fill, 'a:srgbClr')?.attributes.get('val')
  if (stated !== undefined && /^[0-9a-f]{6}$/i.test(stated)) return `#${stated.toLowerCase()}`
  const name = findChild(fill, 'a:schemeClr')?.attributes.get('val') ?? 'tx1'
  const mapped = findChild(tree, 'p:clrMap')?.attributes.get(name) ?? name
  return theme.colours[mapped] ?? '#000000'
}

/** Room between content, footnote and footers. */
const gap = 0.1
const footnoteHeight = 0.3
const footerHeight = 0.24
/** Text in a placeholder begins so far inside it: ours stands in line with it. */
const textInset = 0.1
const aside = 0.3
/** Less than this share of the slide is no room for content: then the layout's own is not believed. */
const [leastHeight, leastWidth] = [0.4, 0.6]
/** A body so far below the title, as a share of the slide, was placed for another title. */
const farBelow = 0.15

/** Title, content and footers where the layout has them; where it says nothing, where our own slide has them. */
function frameOf(
  layout: ChosenLayout,
  { width, height, scale, movesTitle }: { width: number; height: number; scale: number; movesTitle: boolean },
): Frame {
  const inches = (box: Box): Area => ({
    x: box.x / emuPerInch / scale,
    y: box.y / emuPerInch / scale,
    w: box.w / emuPerInch / scale,
    h: box.h / emuPerInch / scale,
  })
  const areaOf = (...types: readonly string[]): Area | undefined => {
    const box = boxOfHolder(layout, types)
    return box === undefined ? undefined : inches(box)
  }
  const side = width * 0.045
  const inset = textInset / scale
  const title = (movesTitle ? undefined : areaOf('title', 'ctrTitle')) ?? { x: side, y: 0.4, w: width - 2 * side, h: 1 }
  const footers = ['dt', 'ftr', 'sldNum'].flatMap((type) => areaOf(type) ?? []).filter(({ y }) => y > height * 0.7)
  const lowest = Math.min(height - 0.3, ...footers.map(({ y }) => y)) - gap
  // What the layout has no place for at its foot gets a line of its own above.
  const floor = hasFoot(layout) ? lowest : lowest - footerHeight
  const below = title.y + title.h
  const stood = areaOf('body', 'obj')
  const body = stood === undefined || stood.y - below > height * farBelow ? undefined : stood
  const top = title.y < height / 2 ? Math.max(below, body?.y ?? below) + (body === undefined ? gap : 0) : side
  // The master's body may not stand under a title that the layout places itself: then content goes by the title.
  const across = body === undefined || Math.abs(body.x - title.x) > aside ? title : body
  const stated = { ...(body ?? { y: top, h: floor - top }), x: across.x + inset, w: across.w - 2 * inset }
  // A body that ends a little above the footers leaves room for the footnote.
  const bottom = stated.y + stated.h > floor - 0.6 ? floor : stated.y + stated.h
  const isRoom = bottom - top >= height * leastHeight && stated.w >= width * leastWidth
  const x = isRoom ? stated.x : side
  const w = isRoom ? stated.w : width - 2 * side
  const y = isRoom ? top : below + gap
  const end = isRoom ? bottom : floor
  return {
    width,
    height,
    title,
    titleSize: (titleSize(layout) ?? usualTitleSize) / scale,
    content: { x, y, w, h: Math.max(1, end - footnoteHeight - gap - y) },
    footnote: { x, y: end - footnoteHeight, w, h: footnoteHeight },
    footer: { x, y: floor + gap / 2, w, h: footerHeight },
  }
}

export const usualTitleSize = 32

/** Points: as the layout says, else the master; some programs leave it to the words themselves. */
export function titleSize(layout: ChosenLayout): number | undefined {
  const { title, master } = layout
  const sizeIn = (style: XmlElement | undefined): number =>
    Number(findChild(style, 'a:lvl1pPr', 'a:defRPr')?.attributes.get('sz')) / 100
  const sizes = [
    sizeIn(findChild(title?.shape, 'p:txBody', 'a:lstStyle')),
    sizeIn(findChild(master.tree, 'p:txStyles', 'p:titleStyle')),
    title === undefined ? 0 : (lookOfHolder(layout, title).size ?? 0),
  ]
  return sizes.find((size) => size > 0)
}
