import type { XmlElement } from '../../../../xml/xml-tree.ts'
import { findAll, findChild } from '../../../../xml/xml-tree.ts'
import { contrastOf } from '../../../brand/palette.ts'
import { boxOfHolder, type ChosenLayout, holderOnMaster } from './choose-layouts.ts'
import type { Box, DeckMaster, Placeholder } from './deck-template.ts'
import type { HolderLook } from './holder-look.ts'
import { lookOfHolder } from './holder-look.ts'

/** Titles are large, and designers like them pale: only what is all but gone counts (WCAG's ratio, from 1 to 21). */
const leastContrast = 1.5

/**
 * Whether a layout's title can be read on what stands behind it. A master that serves covers may lend its layouts a
 * title in white and no band behind it. Where colours cannot be told (pictures, groups, tints) the designer is believed.
 */
export function isTitleLegible(chosen: ChosenLayout): boolean {
  const colour = solidColour(fillOf(chosen, chosen.title), chosen.master)
  const grounds = groundsBehind(chosen, boxOfHolder(chosen, ['title', 'ctrTitle']))
  return (
    colour === undefined || grounds === undefined || grounds.some((each) => contrastOf(colour, each) >= leastContrast)
  )
}

/**
 * The look of a cover's subtitle: its own, or in the title's colour where its own is all but gone somewhere on what
 * stands behind it and the title's is not. Templates lend black body text to covers on a dark ground.
 */
export function lookOfSubtitle(chosen: ChosenLayout, subtitle: Placeholder): HolderLook {
  const own = lookOfHolder(chosen, subtitle)
  const grounds = groundsBehind(chosen, boxOfHolder(chosen, [subtitle.type]))
  if (grounds === undefined) return own
  const leastOf = (fill: XmlElement | undefined): number | undefined => {
    const colour = solidColour(fill, chosen.master)
    return colour === undefined ? undefined : Math.min(...grounds.map((each) => contrastOf(colour, each)))
  }
  const fill = fillOf(chosen, chosen.title)
  const [stated, titles] = [leastOf(fillOf(chosen, subtitle)), leastOf(fill)]
  const isGone = stated !== undefined && stated < leastContrast
  return isGone && fill !== undefined && titles !== undefined && titles > stated ? { ...own, fill } : own
}

/** The `a:solidFill` of a placeholder's words, by its own style, its kind's on the master, or its sample words. */
function fillOf(chosen: ChosenLayout, holder: Placeholder | undefined): XmlElement | undefined {
  const { master } = chosen
  if (holder === undefined) return undefined
  const isTitle = holder.type === 'title' || holder.type === 'ctrTitle'
  const ownStyle = (shape: XmlElement | undefined): XmlElement | undefined => findChild(shape, 'p:txBody', 'a:lstStyle')
  const styles = [
    ownStyle(holder.shape),
    ownStyle(holderOnMaster(master, holder.type)?.shape),
    findChild(master.tree, 'p:txStyles', isTitle ? 'p:titleStyle' : 'p:bodyStyle'),
  ]
  const fills = styles.map((style) => findChild(style, 'a:lvl1pPr', 'a:defRPr', 'a:solidFill'))
  return fills.find((fill) => fill !== undefined) ?? lookOfHolder(chosen, holder).fill
}

/** #rrggbb of an `a:solidFill`; undefined where it is none or a tint of one. */
function solidColour(fill: XmlElement | undefined, master: DeckMaster): string | undefined {
  const stated = findChild(fill, 'a:srgbClr')
  const scheme = findChild(fill, 'a:schemeClr')
  if ([stated, scheme].some((each) => each?.children.some((child) => typeof child !== 'string') === true))
    return undefined
  const value = stated?.attributes.get('val')
  if (value !== undefined) return /^[0-9a-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : undefined
  const name = scheme?.attributes.get('val') ?? ''
  return master.theme.colours[findChild(master.tree, 'p:clrMap')?.attributes.get(name) ?? name]
}

/** The colours of the topmost thing behind the middle of words, else of the slide; undefined where they cannot be told. */
function groundsBehind(chosen: ChosenLayout, words: Box | undefined): readonly string[] | undefined {
  const { layout, master } = chosen
  if (words === undefined) return undefined
  const trees = layout.tree.attributes.get('showMasterSp') === '0' ? [layout.tree] : [layout.tree, master.tree]
  for (const tree of trees) {
    const drawn = (findChild(tree, 'p:cSld', 'p:spTree')?.children ?? []).filter((node) => typeof node !== 'string')
    for (const shape of drawn.toReversed()) {
      if (shape.name === 'p:grpSp') return undefined
      if (!isBehind(shape, words)) continue
      const look = findChild(shape, 'p:spPr')
      if (findChild(look, 'a:noFill') !== undefined) continue
      const solid = findChild(look, 'a:solidFill')
      const fills = solid === undefined ? findAll(look ?? shape, 'a:gs') : [solid]
      return coloursOf(fills, master)
    }
  }
  return slideColour(chosen)
}

function isBehind(shape: XmlElement, words: Box): boolean {
  if (findAll(shape, 'p:ph').length > 0) return false
  const place = findChild(shape, 'p:spPr', 'a:xfrm')
  const number = (name: string, attribute: string): number =>
    Number(findChild(place, name)?.attributes.get(attribute) ?? Number.NaN)
  const [left, top] = [number('a:off', 'x'), number('a:off', 'y')]
  const [x, y] = [words.x + words.w / 2, words.y + words.h / 2]
  return x >= left && x <= left + number('a:ext', 'cx') && y >= top && y <= top + number('a:ext', 'cy')
}

function coloursOf(fills: readonly XmlElement[], master: DeckMaster): readonly string[] | undefined {
  const colours = fills.map((fill) => solidColour(fill, master))
  const known = colours.filter((colour) => colour !== undefined)
  return known.length === 0 || known.length < colours.length ? undefined : known
}

/** A slide that says nothing of its ground is white. */
function slideColour({ layout, master }: ChosenLayout): readonly string[] | undefined {
  const ground = findChild(layout.tree, 'p:cSld', 'p:bg') ?? findChild(master.tree, 'p:cSld', 'p:bg')
  if (ground === undefined) return ['#ffffff']
  const reference = findChild(ground, 'p:bgRef')
  const isPlain = reference?.attributes.get('idx') === '1001'
  const fill = findChild(ground, 'p:bgPr', 'a:solidFill') ?? (isPlain ? reference : undefined)
  return fill === undefined ? undefined : coloursOf([fill], master)
}
