import { findChild } from '../../../../xml/xml-tree.ts'
import type { Box, DeckLayout, DeckMaster, DeckTemplate, Placeholder } from './deck-template.ts'
import { hasTextStyles, placeholdersOf } from './deck-template.ts'

export interface ChosenLayout {
  readonly master: DeckMaster
  readonly layout: DeckLayout
  readonly title?: Placeholder
  /** Of a cover: the words under its title. */
  readonly subtitle?: Placeholder
}

/** A layout with a body for words. */
export interface TextLayout extends ChosenLayout {
  readonly body: Placeholder
}

const isTitle = ({ type }: Placeholder): boolean => type === 'title' || type === 'ctrTitle'
/** They stand at the foot of slides; the others hold content. */
const atTheFoot = new Set(['dt', 'ftr', 'sldNum', 'hdr'])
const contentOf = ({ placeholders }: DeckLayout): readonly Placeholder[] =>
  placeholders.filter((each) => !isTitle(each) && !atTheFoot.has(each.type))

export interface ChosenLayouts {
  readonly cover: ChosenLayout
  readonly plain: ChosenLayout
  readonly text?: TextLayout
}

/**
 * The layouts that our slides stand on: a title slide, one with a title and a body, and one with free room under a title.
 * The file's own types decide, whatever the layouts are called; where it states none, their placeholders do. Of several
 * of a type the first that leaves room under its title, and of those the first whose title can be read.
 */
export function chooseLayouts(
  template: DeckTemplate,
  isLegible: (chosen: ChosenLayout) => boolean,
): ChosenLayouts | undefined {
  const { masters } = template
  const all = masters.flatMap((master) => master.layouts.map((layout) => ({ master, layout })))
  const titled = all.filter(({ layout }) => layout.placeholders.some(isTitle))
  const fewest = titled.toSorted((a, b) => contentOf(a.layout).length - contentOf(b.layout).length)
  const ofType = (type: string) => all.find(({ layout }) => layout.type === type)
  const roomy = all.filter((each) => each.layout.type === 'titleOnly' && leavesRoom(withHolders(each), template))
  const plain =
    roomy.find((each) => isLegible(withHolders(each))) ??
    roomy[0] ??
    ofType('titleOnly') ??
    fewest[0] ??
    ofType('blank') ??
    all[0]
  if (plain === undefined) return undefined
  const openers = [
    ...all.filter(({ layout }) => layout.type === 'title'),
    ...titled.filter(({ layout }) => opensDeck(layout)),
  ]
  const cover = openers.find((each) => isLegible(withHolders(each))) ?? openers[0] ?? plain
  // Words in a body that no style describes would have neither the client's bullets nor colours.
  const hasBody = (each: (typeof all)[number]): boolean =>
    each.layout !== cover.layout &&
    bodyAlone(each.layout) !== undefined &&
    hasTextStyles(each.master) &&
    isLegible(withHolders(each)) &&
    leavesRoom(withHolders(each), template)
  const text = titled.find((each) => each.layout.type === 'obj' && hasBody(each)) ?? titled.find(hasBody)
  const body = text === undefined ? undefined : bodyAlone(text.layout)
  return {
    plain: withHolders(plain),
    cover: withHolders(cover),
    ...(text === undefined || body === undefined ? {} : { text: { ...withHolders(text), body } }),
  }
}

/** Whether a cover stands well on it. */
export function opensDeck({ type, placeholders }: DeckLayout): boolean {
  return type === 'title' || placeholders.some((holder) => holder.type === 'ctrTitle' || holder.type === 'subTitle')
}

/** The one placeholder for content that takes words. */
function bodyAlone(layout: DeckLayout): Placeholder | undefined {
  const [only, ...others] = contentOf(layout)
  return others.length === 0 && (only?.type === 'obj' || only?.type === 'body') ? only : undefined
}

function withHolders({ master, layout }: Pick<ChosenLayout, 'master' | 'layout'>): ChosenLayout {
  const title = layout.placeholders.find(isTitle)
  const subtitle = layout.placeholders.find(({ type }) => type === 'subTitle') ?? bodyOf(layout)
  return { master, layout, ...(title === undefined ? {} : { title }), ...(subtitle === undefined ? {} : { subtitle }) }
}

function bodyOf(layout: DeckLayout): Placeholder | undefined {
  return contentOf(layout).find(({ type }) => type === 'body')
}

/** A layout's placeholder takes its place from the master's of the same kind where it states none. */
const kindOnMaster: Readonly<Record<string, string>> = { ctrTitle: 'title', subTitle: 'body', obj: 'body' }

/** Where a layout, or else its master, has the first placeholder of these types. */
export function boxOfHolder({ layout, master }: ChosenLayout, types: readonly string[]): Box | undefined {
  const own = layout.placeholders.find(({ type }) => types.includes(type))
  const kinds = new Set(types.map((type) => kindOnMaster[type] ?? type))
  return own?.box ?? placeholdersOf(master.tree).find(({ type, box }) => box !== undefined && kinds.has(type))?.box
}

/** The placeholder of a layout's kind on its master. */
export function holderOnMaster({ tree }: DeckMaster, type: string): Placeholder | undefined {
  return placeholdersOf(tree).find((holder) => holder.type === (kindOnMaster[type] ?? type))
}

/** A title that ends lower, or is narrower, belongs to a slide that shows nothing else. */
const [lowestTitle, narrowestTitle] = [0.4, 0.4]

/** Whether the title stands level and leaves room for content: parts of a slide that divide it do not. */
export function leavesRoom(chosen: ChosenLayout, { width, height }: Pick<DeckTemplate, 'width' | 'height'>): boolean {
  const { title, master } = chosen
  if (title === undefined) return true
  const placed = title.box === undefined ? holderOnMaster(master, title.type) : title
  const box = placed?.box
  if (box === undefined) return true
  const turned = Number(findChild(placed?.shape, 'p:spPr', 'a:xfrm')?.attributes.get('rot') ?? 0)
  return turned === 0 && box.y + box.h <= height * lowestTitle && box.w >= width * narrowestTitle
}

/** Narrower, in English metric units, a footer cannot say what every page has to say. */
const leastFooter = 2_200_000

/** Whether the layout has places at its foot for our words and for the slide's number. */
export function hasFoot(chosen: ChosenLayout): boolean {
  const has = (type: string): boolean => chosen.layout.placeholders.some((holder) => holder.type === type)
  return has('sldNum') && has('ftr') && (boxOfHolder(chosen, ['ftr'])?.w ?? 0) >= leastFooter
}
