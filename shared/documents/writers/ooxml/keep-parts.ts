import type { OpenPackage } from './open-package.ts'
import { relationshipsOf, xmlOf } from './open-package.ts'
import type { PackagePart } from './package.ts'
import { relationsPath, relationsType, relationsXml, xmlHead } from './package.ts'
import type { XmlElement } from '../../../xml/xml-tree.ts'
import { printXml, withAttributes, withChildren } from '../../../xml/xml-tree.ts'

/** Pictures, and what Office keeps beside them to undo an effect. */
export const pictureRelations: readonly string[] = ['image', 'hdphoto']

/**
 * Parts of a foreign file with all that they lead to by relationships of the given types, as they can stand in a file of
 * ours, under their own paths or those that `moved` gives. Everything else (addresses outside, linked pictures, embedded programs, sounds, data of
 * add-ins) stays behind, and so does what would show it.
 */
export function keepParts(
  file: OpenPackage,
  roots: readonly string[],
  follows: ReadonlySet<string>,
  moved: (path: string) => string = (path) => path,
): Map<string, PackagePart> {
  const kept = new Map<string, PackagePart>()
  const waiting = [...roots]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const bytes = file.parts.get(path)
    if (bytes === undefined || kept.has(moved(path))) continue
    const taken = relationshipsOf(file.parts, path).filter(
      ({ type, target, isOutside }) => !isOutside && follows.has(type) && file.parts.has(target),
    )
    const tree = path.endsWith('.xml') ? xmlOf(file.parts, path) : undefined
    const content = tree === undefined ? bytes : printPart(tree, new Set(taken.map(({ id }) => id)))
    kept.set(moved(path), { contentType: file.contentTypes.of(path), content })
    if (taken.length > 0) {
      const relations = taken.map(({ id, fullType, target }) => ({ id, type: fullType, target: `/${moved(target)}` }))
      kept.set(relationsPath(moved(path)), { contentType: relationsType, content: relationsXml(relations) })
    }
    waiting.push(...taken.map(({ target }) => target))
  }
  return kept
}

function printPart(root: XmlElement, known: ReadonlySet<string>): string {
  const used = new Set<string>()
  const children = root.children.map((child) => (typeof child === 'string' ? child : (withKnown(child, known) ?? '')))
  return `${xmlHead}${printXml(withUniqueShapes(withChildren(root, children), used))}`
}

/** Elements that go as a whole when something in them leads to what is not there. */
const carriers =
  /^(?:p:(?:pic|graphicFrame|controls|control|custDataLst|oleObj|bg|transition|timing)|mc:AlternateContent|a:(?:blipFill|hlink\w+|buBlip)|\w+:ext|w:(?:drawing|pict|object|altChunk|subDoc)|v:shape)$/

/** The element without what leads nowhere; nothing when it has to go itself. */
function withKnown(element: XmlElement, known: ReadonlySet<string>): XmlElement | undefined {
  const missing = [...element.attributes].flatMap(([name, value]) =>
    name.startsWith('r:') && value !== '' && !known.has(value) ? [name] : [],
  )
  // A picture may be stored and linked at once: the stored one stays. Words with a link stay without it.
  const isUsable =
    element.name === 'w:hyperlink' || (missing.every((name) => name === 'r:link') && element.attributes.has('r:embed'))
  if (missing.length > 0 && !isUsable) return undefined
  const children: (XmlElement | string)[] = []
  for (const child of element.children) {
    const clean = typeof child === 'string' ? child : withKnown(child, known)
    if (clean !== undefined) children.push(clean)
    else if (typeof child !== 'string' && (!carriers.test(child.name) || element.name === 'p:bgPr')) return undefined
  }
  const bare = withAttributes(element, Object.fromEntries(missing.map((name) => [name, undefined])))
  return withChildren(bare, children)
}

/** Some programs number several shapes of a layout alike, for which PowerPoint offers a repair. */
function withUniqueShapes(element: XmlElement, used: Set<string>): XmlElement {
  let own = element
  if (element.name === 'p:cNvPr') {
    let id = Number(element.attributes.get('id'))
    while (!(id > 0) || used.has(String(id))) id = id > 0 ? id + 1000 : 1
    used.add(String(id))
    own = withAttributes(element, { id: String(id) })
  }
  return withChildren(
    own,
    own.children.map((child) => (typeof child === 'string' ? child : withUniqueShapes(child, used))),
  )
}
