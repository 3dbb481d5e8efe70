import type { OpenPackage } from '../../ooxml/open-package.ts'
import { openPackage, relationshipsOf, xmlOf } from '../../ooxml/open-package.ts'
import type { Theme } from '../../ooxml/theme.ts'
import { readTheme } from '../../ooxml/theme.ts'
import type { XmlElement } from '../../../../xml/xml-tree.ts'
import { childrenOf, findAll, findChild, plainText } from '../../../../xml/xml-tree.ts'

/** A client's presentation as the base of decks: what its masters and layouts offer. */
export interface DeckTemplate {
  readonly file: OpenPackage
  readonly presentation: XmlElement
  /** English metric units. */
  readonly width: number
  readonly height: number
  /** In the order of the presentation; the first is the one that PowerPoint itself starts with. */
  readonly masters: readonly DeckMaster[]
}

export interface DeckMaster {
  readonly path: string
  readonly tree: XmlElement
  readonly theme: Theme
  readonly layouts: readonly DeckLayout[]
}

export interface DeckLayout {
  readonly path: string
  readonly tree: XmlElement
  readonly name: string
  /** As the file says: `title`, `obj`, `titleOnly`, `cust`. */
  readonly type: string
  readonly placeholders: readonly Placeholder[]
}

export interface Placeholder {
  /** `title`, `ctrTitle`, `body`, `dt`; a placeholder without a type holds anything and is `obj`. */
  readonly type: string
  readonly idx?: string
  readonly shape: XmlElement
  /** Where it states its own place, in English metric units. */
  readonly box?: Box
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export type DeckTemplateReading =
  | { readonly ok: true; readonly value: DeckTemplate }
  | { readonly ok: false; readonly problem: string }

const fail = (problem: string): DeckTemplateReading => ({ ok: false, problem })
const again = 'Open it in PowerPoint and save it again.'
/** What PowerPoint allows a slide to measure: 1 to 56 inches. */
const [smallest, largest] = [914_400, 51_206_400]

/** Opens a .potx or .pptx. Failures are one sentence that names the remedy. */
export async function openDeckTemplate(bytes: Uint8Array): Promise<DeckTemplateReading> {
  const opened = await openPackage(bytes)
  if (!opened.ok) return opened
  const file = opened.value
  const presentation = xmlOf(file.parts, file.main)
  if (presentation?.name !== 'p:presentation') return fail('The file is no presentation. Choose a .potx or .pptx file.')
  const size = findChild(presentation, 'p:sldSz')?.attributes
  const [width, height] = ['cx', 'cy'].map((side) => Number(size?.get(side)))
  if (width === undefined || height === undefined || !isSize(width) || !isSize(height))
    return fail(`The presentation does not say how large its slides are. ${again}`)
  const relations = relationshipsOf(file.parts, file.main)
  const masters = childrenOf(findChild(presentation, 'p:sldMasterIdLst'), 'p:sldMasterId').flatMap((entry) => {
    const found = relations.find(({ id, type }) => id === entry.attributes.get('r:id') && type === 'slideMaster')
    const master = found === undefined ? undefined : readMaster(file, found.target)
    return master === undefined ? [] : [master]
  })
  if (masters.length === 0) return fail(`The presentation has no slide master. ${again}`)
  if (masters.every(({ layouts }) => layouts.length === 0))
    return fail(
      'The presentation has no slide layouts, so there is nothing to put slides on. Add layouts to its master.',
    )
  return { ok: true, value: { file, presentation, width, height, masters } }
}

const isSize = (length: number): boolean => Number.isFinite(length) && length >= smallest && length <= largest

function readMaster(file: OpenPackage, path: string): DeckMaster | undefined {
  const tree = xmlOf(file.parts, path)
  if (tree?.name !== 'p:sldMaster') return undefined
  const relations = relationshipsOf(file.parts, path)
  const theme = relations.find(({ type }) => type === 'theme')
  const layouts = childrenOf(findChild(tree, 'p:sldLayoutIdLst'), 'p:sldLayoutId').flatMap((entry) => {
    const found = relations.find(({ id, type }) => id === entry.attributes.get('r:id') && type === 'slideLayout')
    const layout = found === undefined ? undefined : readLayout(file, found.target)
    return layout === undefined ? [] : [layout]
  })
  return { path, tree, theme: readTheme(theme === undefined ? undefined : xmlOf(file.parts, theme.target)), layouts }
}

function readLayout(file: OpenPackage, path: string): DeckLayout | undefined {
  const tree = xmlOf(file.parts, path)
  if (tree?.name !== 'p:sldLayout') return undefined
  return {
    path,
    tree,
    name: plainText(findChild(tree, 'p:cSld')?.attributes.get('name') ?? ''),
    type: tree.attributes.get('type') ?? 'cust',
    placeholders: placeholdersOf(tree),
  }
}

/** Masters that LibreOffice saves have no styles of text: their look is that of the sample words in each placeholder. */
export function hasTextStyles({ tree }: DeckMaster): boolean {
  return findChild(tree, 'p:txStyles') !== undefined
}

/** The placeholders of a layout or master, in the order of the file. */
export function placeholdersOf(tree: XmlElement): readonly Placeholder[] {
  return findAll(tree, 'p:sp', 'p:pic', 'p:graphicFrame').flatMap((shape): readonly Placeholder[] => {
    const properties = shape.children.find((child) => typeof child !== 'string' && /^p:nv\w+Pr$/.test(child.name))
    const holder = typeof properties === 'string' ? undefined : findChild(properties, 'p:nvPr', 'p:ph')
    if (holder === undefined) return []
    const idx = holder.attributes.get('idx')
    const box = boxOf(findChild(shape, 'p:spPr', 'a:xfrm'))
    return [
      {
        type: holder.attributes.get('type') ?? 'obj',
        shape,
        ...(idx === undefined ? {} : { idx }),
        ...(box === undefined ? {} : { box }),
      },
    ]
  })
}

function boxOf(place: XmlElement | undefined): Box | undefined {
  const [offset, extent] = [findChild(place, 'a:off')?.attributes, findChild(place, 'a:ext')?.attributes]
  const [x, y, w, h] = [offset?.get('x'), offset?.get('y'), extent?.get('cx'), extent?.get('cy')].map(Number)
  if (x === undefined || y === undefined || w === undefined || h === undefined) return undefined
  return [x, y, w, h].every(Number.isFinite) && w > 0 && h > 0 ? { x, y, w, h } : undefined
}
