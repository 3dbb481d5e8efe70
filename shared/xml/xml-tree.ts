/** An element of an XML file. Text and attribute values stay escaped as they stood; `plainText` decodes them. */
export interface XmlElement {
  /** With its prefix: `p:sp`. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Deeper than any Office file and any drawing. */
const mostDepth = 200

// A tag with more attributes than that would fill the memory of the pattern before it ends.
const token =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.\u0080-\uFFFF-]+)((?:\s+[\w:.\u0080-\uFFFF-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')){0,500})\s*(\/?)>|<|[^<]+/g
const attribute = /([\w:.\u0080-\uFFFF-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * The root element of an XML text; nothing where it is not well formed, nests more than 200 levels deep, has
 * more than 500 attributes on an element or a document type (no file that is read here has one, and entities are how XML
 * is made to fill the memory). Comments and processing instructions are left out.
 */
export function parseXml(text: string): XmlElement | undefined {
  const open: { name: string; attributes: Map<string, string>; children: XmlNode[] }[] = []
  let root: XmlElement | undefined
  const put = (node: XmlNode): boolean => {
    const parent = open.at(-1)
    if (parent !== undefined) parent.children.push(node)
    else if (typeof node === 'string') return node.trim() === '' || node.trim() === '\uFEFF'
    else if (root !== undefined) return false
    else root = node
    return true
  }
  for (const [whole, closes, name = '', attributes = '', empties] of text.matchAll(token)) {
    if (name === '') {
      if (whole.startsWith('<!--') || whole.startsWith('<?')) continue
      if (whole === '<') return undefined
      const words = whole.startsWith('<!') ? escapeText(whole.slice(9, -3)) : whole
      if (!put(words)) return undefined
    } else if (closes === '/') {
      const element = open.pop()
      if (element?.name !== name || !put(element)) return undefined
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [] }
      if (empties === '/') {
        if (!put(element)) return undefined
      } else if (open.push(element) > mostDepth) return undefined
    }
  }
  return open.length === 0 ? root : undefined
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    found.set(name, double ?? (single ?? '').replaceAll('"', '&quot;'))
  }
  return found
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The text of an element, as it was read: nothing in it was decoded. */
export function printXml(node: XmlNode): string {
  if (typeof node === 'string') return node
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${value}"`).join('')
  const inner = node.children.map(printXml).join('')
  return inner === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inner}</${node.name}>`
}

/** The children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )
}

/** The element at the end of a path of names, the first child of each name. */
export function findChild(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((parent, name) => childrenOf(parent, name)[0], element)
}

/** Every element of one of these names, at any depth, in the order of the file. */
export function findAll(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    const inner = findAll(child, ...names)
    return names.includes(child.name) ? [child, ...inner] : inner
  })
}

/** The element with other children or attributes; an attribute that is undefined goes. */
export function withAttributes(element: XmlElement, changes: Readonly<Record<string, string | undefined>>): XmlElement {
  const attributes = new Map(element.attributes)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) attributes.delete(name)
    else attributes.set(name, value)
  }
  return { ...element, attributes }
}
export function withChildren(element: XmlElement, children: readonly XmlNode[]): XmlElement {
  return { ...element, children }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** Words as a person reads them: the five entities of XML and characters by number; any other entity stays as it is. */
export function plainText(escaped: string): string {
  return escaped.replace(/&(?:(lt|gt|quot|apos|amp)|#(\d{1,8})|#x([\da-f]{1,8}));/gi, (whole, name, decimal, hex) => {
    if (typeof name === 'string') return entities[name] ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return String.fromCodePoint(Math.min(0x10ffff, code))
  })
}
