import type { Box, DeckLayout, DeckMaster, DeckTemplate, Placeholder } from './deck-template.ts'
import { placeholdersOf } from './deck-template.ts'

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
 * The layouts that our slides stand on: a title slide, one with a title and a body, and one with free room under a title. The file's own types
 * decide, whatever the layouts are called; where it states none, their placeholders do.
 */
export function chooseLayouts({ masters }: DeckTemplate): ChosenLayouts | undefined {
  const all = masters.flatMap((master) => master.layouts.map((layout) => ({ master, layout })))
  const titled = all.filter(({ layout }) => layout.placeholders.some(isTitle))
  const fewest = titled.toSorted((a, b) => contentOf(a.layout).length - contentOf(b.layout).length)
  const ofType = (type: string) => all.find(({ layout }) => layout.type === type)
  const plain = ofType('titleOnly') ?? fewest[0] ?? ofType('blank') ?? all[0]
  if (plain === undefined) return undefined
  const opens = ({ type }: Placeholder): boolean => type === 'ctrTitle' || type === 'subTitle'
  const cover = ofType('title') ?? titled.find(({ layout }) => layout.placeholders.some(opens)) ?? plain
  const hasBody = ({ layout }: (typeof all)[number]): boolean =>
    layout !== cover.layout && bodyAlone(layout) !== undefined
  const text = titled.find((each) => each.layout.type === 'obj' && hasBody(each)) ?? titled.find(hasBody)
  const body = text === undefined ? undefined : bodyAlone(text.layout)
  return {
    plain: withHolders(plain),
    cover: withHolders(cover),
    ...(text === undefined || body === undefined ? {} : { text: { ...withHolders(text), body } }),
  }
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

/** Narrower, in English metric units, a footer cannot say what every page has to say. */
const leastFooter = 2_200_000

/** Whether the layout has places at its foot for our words and for the slide's number. */
export function hasFoot(chosen: ChosenLayout): boolean {
  const has = (type: string): boolean => chosen.layout.placeholders.some((holder) => holder.type === type)
  return has('sldNum') && has('ftr') && (boxOfHolder(chosen, ['ftr'])?.w ?? 0) >= leastFooter
}
