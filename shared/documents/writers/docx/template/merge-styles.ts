import { xmlHead } from '../../ooxml/package.ts'
import type { XmlElement } from '../../../../xml/xml-tree.ts'
import { childrenOf, findChild, printXml, withChildren } from '../../../../xml/xml-tree.ts'
import type { StyleLook } from '../styles-xml.ts'
import { otherStyles, paragraphStyles, paragraphStyleXml } from '../styles-xml.ts'
import type { FoundStyle, WordTemplate } from './word-template.ts'
import { styleNamed } from './word-template.ts'

export interface MergedStyles {
  /** The part with the client's styles and those of ours that they lack. */
  readonly xml: string
  /** The client's id for each of ours. */
  readonly idOf: (own: string) => string
  /** The client's table style, which brings its own heads and lines. */
  readonly tableStyle?: string
  /** The client's style of lists with dots, which brings its own dots. */
  readonly bullets?: string
}

/** The client's styles under their own ids, found by the names that Word gives its own in every language; ours where they lack one. */
export function mergeStyles(template: WordTemplate, look: StyleLook): MergedStyles {
  const taken = new Set(template.found.map(({ id }) => id.toLowerCase()))
  const ids = new Map<string, string>()
  const standard = defaultOf(template, 'paragraph')
  if (standard !== undefined) ids.set('Normal', standard.id)
  const plainTable = defaultOf(template, 'table')
  if (plainTable !== undefined) ids.set('TableNormal', plainTable.id)
  const missing: string[] = []
  const note = (id: string, name: string, type: string, xml: string): void => {
    const found = styleNamed(template, name, type)
    if (found !== undefined) ids.set(id, found.id)
    else {
      // An id of ours may be what another program calls a style of its own.
      ids.set(id, taken.has(id.toLowerCase()) ? `Lintel${id}` : id)
      missing.push(xml)
    }
  }
  // Fonts and colours are the client's: a style of ours states neither.
  for (const { colour: _, ...style } of paragraphStyles(look))
    note(style.id, style.name, 'paragraph', paragraphStyleXml(style))
  for (const { id, name, type, xml } of otherStyles(look)) note(id, name, type, xml)
  const idOf = (own: string): string => ids.get(own) ?? own
  const added = missing.map((xml) =>
    xml.replace(
      /(w:styleId|<w:basedOn w:val|<w:next w:val)="([^"]*)"/g,
      (_, before: string, id: string) => `${before}="${idOf(id)}"`,
    ),
  )
  const styles = withChildren(template.styles, [...template.styles.children, ...added])
  const tableStyle = houseTable(template)
  const bullets = styleNamed(template, 'List Bullet')
  const hasDots = findChild(bullets?.element, 'w:pPr', 'w:numPr', 'w:numId') !== undefined
  return {
    xml: `${xmlHead}${printXml(styles)}`,
    idOf,
    ...(tableStyle === undefined ? {} : { tableStyle: tableStyle.id }),
    ...(bullets === undefined || !hasDots ? {} : { bullets: bullets.id }),
  }
}

function defaultOf({ found }: WordTemplate, type: string): FoundStyle | undefined {
  const isDefault = ({ attributes }: XmlElement): boolean => /^(?:1|true|on)$/.test(attributes.get('w:default') ?? '')
  return found.find((style) => style.type === type && isDefault(style.element))
}

/** The table style that the client's own text uses, else the first that somebody has made. */
function houseTable({ document, found }: WordTemplate): FoundStyle | undefined {
  const tables = found.filter(({ type, name }) => type === 'table' && !/^(?:normal table|table grid)$/i.test(name))
  const sample = childrenOf(findChild(document, 'w:body'), 'w:tbl').flatMap(
    (table) => findChild(table, 'w:tblPr', 'w:tblStyle')?.attributes.get('w:val') ?? [],
  )
  return (
    tables.find(({ id }) => sample.includes(id)) ??
    tables.find(({ element }) => element.attributes.get('w:customStyle') === '1')
  )
}
