import type { Outline } from '../../../outline.ts'
import { dropControls, escapeMarkup } from '../../escape-markup.ts'
import { keepParts, pictureRelations } from '../../ooxml/keep-parts.ts'
import type { PackagePart, WrittenRelation } from '../../ooxml/package.ts'
import { officeRelations, relationsPath, relationsType, relationsXml, xmlHead } from '../../ooxml/package.ts'
import { relationshipsOf } from '../../ooxml/open-package.ts'
import type { XmlNode } from '../../../../xml/xml-tree.ts'
import { childrenOf, findChild, printXml, withAttributes, withChildren } from '../../../../xml/xml-tree.ts'
import { coverLines } from '../add-cover.ts'
import type { Area } from '../frame.ts'
import { emuPerInch } from '../frame.ts'
import { fitInBox, withoutLoneEnd } from '../text-runs.ts'
import type { ChosenLayout } from './choose-layouts.ts'
import { boxOfHolder, holderOnMaster } from './choose-layouts.ts'
import type { DeckBase, SlideSort } from './deck-base.ts'
import { layoutFor, titleSize, usualTitleSize } from './deck-base.ts'
import type { Placeholder } from './deck-template.ts'
import { fillSlide } from './fill-slide.ts'
import type { Filling, LooseWords } from './fill-slide.ts'
import type { HolderLook } from './holder-look.ts'
import { lookOfHolder } from './holder-look.ts'
import { lookOfSubtitle } from './legible-title.ts'
import { wordsOfPage } from './page-foot.ts'
import { scaleSlide } from './scale-slide.ts'

interface Content {
  readonly outline: Outline
  /** The slides after the cover: their titles, and what they stand on. */
  readonly slides: readonly { readonly title: string; readonly sort: SlideSort }[]
}

/** What comes along with a template's masters. */
const follows = new Set(['slideMaster', 'slideLayout', 'theme', 'themeOverride', ...pictureRelations])
const fromHouse = /^ppt\/(?:slideMasters|slideLayouts|media)\//
const presentationPath = 'ppt/presentation.xml'

/**
 * The finished deck on the client's own masters: their masters, layouts, theme and pictures take the place of ours, each
 * slide stands on one of their layouts at their size, and nothing else of the template (its slides, its links) comes in.
 * The first slide is the cover.
 */
export function moveToTemplate(
  written: ReadonlyMap<string, PackagePart>,
  base: DeckBase,
  content: Content,
): ReadonlyMap<string, PackagePart> {
  const { template } = base
  const theirs = keepParts(
    template.file,
    template.masters.map(({ path }) => path),
    follows,
  )
  const moved = new Map<string, PackagePart>()
  // The notes keep our theme, under a name that the template has not taken.
  const notesTheme = freePath('ppt/theme/theme', '.xml', theirs)
  for (const [path, part] of written) {
    if (fromHouse.test(path) || path === presentationPath || path === relationsPath(presentationPath)) continue
    const slide = Number(/^ppt\/slides\/(?:_rels\/)?slide(\d+)\.xml/.exec(path)?.[1] ?? 0)
    const sort = slide === 1 ? 'cover' : (content.slides[slide - 2]?.sort ?? 'plain')
    const own = path === 'ppt/theme/theme1.xml' ? notesTheme : path
    moved.set(own, { ...part, content: movedContent(path, part.content, { base, content, sort, slide, notesTheme }) })
  }
  for (const [path, part] of theirs) moved.set(path, part)
  return withPresentation(moved, base, written)
}

interface Move {
  readonly base: DeckBase
  readonly content: Content
  readonly sort: SlideSort
  /** From 1; 0 where it is no slide. */
  readonly slide: number
  readonly notesTheme: string
}

function movedContent(path: string, content: PackagePart['content'], move: Move): PackagePart['content'] {
  if (typeof content !== 'string') return content
  const { base, sort, slide, notesTheme } = move
  const layout = layoutFor(base, sort)
  if (path.endsWith('.rels')) {
    return content
      .replace(/(?:\.\.|\/ppt)\/slideLayouts\/slideLayout\d+\.xml/g, () => escapeMarkup(`/${layout.layout.path}`))
      .replace(/(?:\.\.|\/ppt)\/theme\/theme1\.xml/g, () => `/${notesTheme}`)
  }
  if (slide > 0) {
    // A cover says it all under its title, where it has a place for that.
    const isSaid = sort === 'cover' && layout.subtitle !== undefined
    const foot = isSaid ? { fillings: [], loose: [] } : wordsOfPage(base, layout, move.content.outline, slide)
    const fillings = [...titleFillings(move, layout), ...foot.fillings]
    const loose = layout.title === undefined ? [looseTitle(move), ...foot.loose] : foot.loose
    const body = sort === 'text' ? base.text?.body : undefined
    return fillSlide(scaleSlide(content, base.scale), fillings, loose, body)
  }
  return /^ppt\/charts\/chart\d+\.xml$/.test(path) ? scaleSlide(content, base.scale) : content
}

/** Insets of a placeholder that states none, left and right together and above and below, in inches. */
const [sideInsets, endInsets] = [0.2, 0.1]
/** As small as a title gets, on a slide 7.5 inches high. */
const smallestTitle = 14

function titleOf({ content: { outline, slides }, sort, slide }: Move): string {
  return dropControls(sort === 'cover' ? outline.title : (slides[slide - 2]?.title ?? ''))
}

function titleFillings(move: Move, layout: ChosenLayout): readonly Filling[] {
  const { title, subtitle } = layout
  const words = titleOf(move)
  const lines = move.sort === 'cover' && subtitle !== undefined ? coverLines(move.content.outline) : []
  return [
    ...(title === undefined
      ? []
      : [
          {
            holder: title,
            look: lookOfTitle(move, layout, title),
            shrinks: true as const,
            ...(isMoved(move) ? { area: titleArea(move.base) } : {}),
            ...fittedTitle(words, layout, title, move),
          },
        ]),
    ...(subtitle === undefined || lines.length === 0
      ? []
      : [{ holder: subtitle, look: lookOfSubtitle(layout, subtitle), lines }]),
  ]
}

/** Away from the layout's own place a title stands on the master's ground, and looks as titles do there. */
function lookOfTitle(move: Move, layout: ChosenLayout, title: Placeholder): HolderLook {
  const general = isMoved(move) ? holderOnMaster(layout.master, title.type) : undefined
  return lookOfHolder(layout, general ?? title)
}

const isMoved = ({ sort, base }: Move): boolean => sort === 'plain' && base.movesTitle

/** Inches of the template. */
function titleArea({ frame: { title }, scale }: DeckBase): Area {
  return { x: title.x * scale, y: title.y * scale, w: title.w * scale, h: title.h * scale }
}

/** On a layout that has no place for a title. */
function looseTitle(move: Move): LooseWords {
  const { frame, scale, look } = move.base
  const area = titleArea(move.base)
  const { text, size } = fitInBox(titleOf(move), area, frame.titleSize * scale, smallestTitle * scale)
  return { name: 'Title', text, size, area, align: 'l', look }
}

/** How much wider than Arial fonts of headings run; one that nobody knows is taken for a little wider. */
function wideness(font: string | undefined): number {
  if (font === undefined || /^(?:arial|helvetica|calibri|cambria|times|garamond|liberation sans)/i.test(font)) return 1
  return /verdana|dejavu|montserrat|poppins|black|wide/i.test(font) ? 1.15 : 1.07
}

/** The title in the layout's own type; smaller, and in the end cut, only where it would not fit. */
function fittedTitle(
  words: string,
  layout: ChosenLayout,
  holder: Placeholder,
  move: Move,
): Pick<Filling, 'lines' | 'size'> {
  const { scale } = move.base
  const box = isMoved(move) ? undefined : boxOfHolder(layout, [holder.type])
  const area =
    box === undefined ? titleArea(move.base) : { w: box.w / emuPerInch - sideInsets, h: box.h / emuPerInch - endInsets }
  const stated = titleSize(layout)
  const width = area.w / wideness(layout.master.theme.headings)
  const fitted = fitInBox(words, { ...area, w: width }, stated ?? usualTitleSize * scale, smallestTitle * scale)
  const { size } = fitted
  return { lines: [withoutLoneEnd(fitted, width)], ...(size === stated ? {} : { size }) }
}

/** The presentation itself: theirs, with our slides in place of theirs. */
function withPresentation(
  moved: Map<string, PackagePart>,
  base: DeckBase,
  written: ReadonlyMap<string, PackagePart>,
): ReadonlyMap<string, PackagePart> {
  const { presentation, masters } = base.template
  const relations: WrittenRelation[] = []
  const relate = (type: string, path: string): string => {
    const id = `rId${relations.length + 1}`
    relations.push({ id, type: `${officeRelations}/${type}`, target: `/${path}` })
    return id
  }
  const ids = new Map(masters.map(({ path }) => [path, relate('slideMaster', path)]))
  const slides = [...moved.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).toSorted(byNumber)
  const slideIds = slides.map((path, index) => `<p:sldId id="${256 + index}" r:id="${relate('slide', path)}"/>`)
  const notes = [...moved.keys()].find((path) => path.startsWith('ppt/notesMasters/notesMaster'))
  const entries = {
    'p:sldMasterIdLst': masterEntries(base, ids),
    'p:notesMasterIdLst': notes === undefined ? '' : `<p:notesMasterId r:id="${relate('notesMaster', notes)}"/>`,
    'p:sldIdLst': slideIds.join(''),
  }
  for (const type of ['presProps', 'viewProps', 'tableStyles']) {
    if (moved.has(`ppt/${type}.xml`)) relate(type, `ppt/${type}.xml`)
  }
  const kept = ['p:sldSz', 'p:notesSz', 'p:defaultTextStyle']
  const size = kept.map((name) => findChild(presentation, name)).filter((each) => each !== undefined)
  const lists = Object.entries(entries).map(([name, inner]) => (inner === '' ? '' : `<${name}>${inner}</${name}>`))
  const children: readonly XmlNode[] = [...lists, ...size]
  moved.set(presentationPath, {
    contentType: written.get(presentationPath)?.contentType ?? '',
    content: `${xmlHead}${printXml(withAttributes(withChildren(presentation, children), { conformance: undefined }))}`,
  })
  moved.set(relationsPath(presentationPath), { contentType: relationsType, content: relationsXml(relations) })
  return moved
}

/** Masters keep the numbers that the template gave them, which its layouts count on from. */
function masterEntries({ template }: DeckBase, ids: ReadonlyMap<string, string>): string {
  const stated = childrenOf(findChild(template.presentation, 'p:sldMasterIdLst'), 'p:sldMasterId')
  const relations = relationshipsOf(template.file.parts, template.file.main)
  return stated
    .map(({ attributes }) => {
      const path = relations.find(({ id }) => id === attributes.get('r:id'))?.target ?? ''
      const number = attributes.get('id')
      const id = ids.get(path)
      return id === undefined ? '' : `<p:sldMasterId${number === undefined ? '' : ` id="${number}"`} r:id="${id}"/>`
    })
    .join('')
}

const byNumber = (a: string, b: string): number => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0])

/** A path that no part of the template has. */
function freePath(start: string, end: string, taken: ReadonlyMap<string, PackagePart>): string {
  let number = 1
  while (taken.has(`${start}${number}${end}`)) number += 1
  return `${start}${number}${end}`
}
