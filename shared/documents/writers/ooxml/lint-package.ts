/** The parts of an Office file by path: text of XML, nothing for others. */
export type PackageParts = ReadonlyMap<string, string | undefined>

/**
 * Faults in an Office file that make programs offer a repair, or that schema validators do not notice: parts without a
 * content type and types without a part, relationships to nothing, numbers given twice, connectors glued to shapes that
 * are not there, sizes that are negative or no numbers, XML that is not well formed. Sentences; none when all is well.
 */
export function lintPackage(parts: PackageParts): readonly string[] {
  const faults = [...contentTypeFaults(parts)]
  for (const [path, xml] of parts) {
    if (xml === undefined) continue
    faults.push(...structureFaults(path, xml))
    if (path.endsWith('.rels')) faults.push(...relationFaults(path, xml, parts))
    else if (path !== '[Content_Types].xml') faults.push(...partFaults(path, xml, parts))
  }
  return faults
}

function contentTypeFaults(parts: PackageParts): readonly string[] {
  const types = parts.get('[Content_Types].xml')
  if (types === undefined) return ['[Content_Types].xml is missing.']
  const overrides = all(types, /<Override\b[^>]*PartName="\/([^"]*)"/g)
  const endings = new Set(all(types, /<Default\b[^>]*Extension="([^"]*)"/g))
  const stated = new Set(overrides)
  return [
    ...overrides
      .filter((path) => !parts.has(path))
      .map((path) => `A content type is stated for ${path}, which is not there.`),
    ...twice(overrides).map((path) => `The content type of ${path} is stated twice.`),
    ...[...parts.keys()]
      .filter(
        (path) => path !== '[Content_Types].xml' && !stated.has(path) && !endings.has(path.split('.').at(-1) ?? ''),
      )
      .map((path) => `${path} has no content type.`),
  ]
}

function relationFaults(path: string, xml: string, parts: PackageParts): readonly string[] {
  const source = path.replace(/_rels\/([^/]*)\.rels$/, '$1')
  const folder = source.split('/').slice(0, -1)
  const faults = twice(all(xml, /<Relationship\b[^>]*\bId="([^"]*)"/g)).map((id) => `${path} gives the id ${id} twice.`)
  if (source !== '' && !parts.has(source)) faults.push(`${path} belongs to a part that is not there.`)
  for (const relation of xml.match(/<Relationship\b[^>]*>/g) ?? []) {
    const target = /\bTarget="([^"]*)"/.exec(relation)?.[1] ?? ''
    if (relation.includes('TargetMode="External"')) {
      if (!/^(https?:|mailto:)/i.test(target)) faults.push(`${path} leads outside to "${target}".`)
      continue
    }
    const resolved = target.startsWith('/') ? target.slice(1) : resolve(folder, target)
    if (!parts.has(resolved)) faults.push(`${path} leads to ${resolved}, which is not there.`)
  }
  return faults
}

function resolve(folder: readonly string[], target: string): string {
  const path = [...folder]
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

function partFaults(path: string, xml: string, parts: PackageParts): readonly string[] {
  const folder = path.split('/').slice(0, -1)
  const relations = parts.get([...folder, '_rels', `${path.split('/').at(-1) ?? ''}.rels`].join('/')) ?? ''
  const known = new Set(all(relations, /<Relationship\b[^>]*\bId="([^"]*)"/g))
  const shapes = all(xml, /<(?:p|xdr|wp):(?:cNvPr|docPr) id="([^"]*)"/g)
  const shapeIds = new Set(shapes)
  const axes = new Set(all(xml, /<c:(?:catAx|valAx|dateAx|serAx)>\s*<c:axId val="([^"]*)"/g))
  const bookmarks = all(xml, /<w:bookmarkStart w:id="([^"]*)"/g)
  const names = new Set(all(xml, /<w:bookmarkStart [^>]*w:name="([^"]*)"/g))
  return [
    ...all(xml, /\br:(?:id|embed|link|pict)="([^"]*)"/g)
      .filter((id) => id !== '' && !known.has(id))
      .map((id) => `${path} uses the relationship ${id}, which is not there.`),
    ...twice(shapes).map((id) => `${path} has two shapes of the number ${id}.`),
    ...all(xml, /<a:(?:stCxn|endCxn) id="([^"]*)"/g)
      .filter((id) => !shapeIds.has(id))
      .map((id) => `${path} has a connector to the shape ${id}, which is not there.`),
    ...all(xml, /<c:axId val="([^"]*)"\/>/g)
      .filter((id) => !axes.has(id))
      .map((id) => `${path} names the axis ${id}, which is not there.`),
    ...all(xml, /<(?:a:ext|wp:extent|a:chExt) (?:cx="[^"]*" cy=|cx=)"(-[^"]*)"/g).map(
      (size) => `${path} has the negative size ${size}.`,
    ),
    ...all(xml, /<[\w:]+[^<>]*="((?:-?Infinity|NaN|undefined|null|\[object [^"]*))"/g).map(
      (word) => `${path} holds "${word}" for a number.`,
    ),
    ...all(xml, />(NaN|-?Infinity)<\/(?:c:)?v>/g).map((word) => `${path} holds "${word}" for a number.`),
    ...all(xml, /<a:srgbClr val="([^"]*)"/g)
      .filter((colour) => !/^[0-9A-Fa-f]{6}$/.test(colour))
      .map((colour) => `${path} has the colour "${colour}".`),
    ...twice(bookmarks).map((id) => `${path} gives the bookmark ${id} twice.`),
    ...all(xml, /<w:hyperlink w:anchor="([^"]*)"/g)
      .filter((anchor) => !names.has(anchor))
      .map((anchor) => `${path} links to the bookmark ${anchor}, which is not there.`),
    ...(xml.match(/<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc>/gs) ?? [])
      .filter((cell) => !/<\/w:p><\/w:tc>$|<w:p\/><\/w:tc>$/.test(cell))
      .map(() => `${path} has a cell of a table that does not end with a paragraph.`),
    ...all(xml, /<c r="([A-Z]+\d+)"/g)
      .filter((cell, index, cells) => cells.indexOf(cell) !== index)
      .slice(0, 3)
      .map((cell) => `${path} has the cell ${cell} twice.`),
    ...(/<p:notesMasterIdLst>/.test(xml) && !/<\/p:sldMasterIdLst><p:notesMasterIdLst>/.test(xml)
      ? [`${path} lists its notes master in the wrong place.`]
      : []),
  ]
}

/** Tags that do not close in their order, bare ampersands and characters that XML forbids. */
function structureFaults(path: string, xml: string): readonly string[] {
  const open: string[] = []
  const faults: string[] = []
  for (const [, closes, name = '', , empties] of xml.matchAll(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g,
  )) {
    if (closes === '/') {
      const expected = open.pop()
      if (expected !== name) return [`${path} closes <${name}> where <${expected ?? 'nothing'}> is open.`]
    } else if (empties !== '/') open.push(name)
  }
  if (open.length > 0) faults.push(`${path} leaves <${open.at(-1) ?? ''}> open.`)
  if (/&(?!#\d+;|#x[0-9a-fA-F]+;|amp;|lt;|gt;|quot;|apos;)/.test(xml)) faults.push(`${path} has a bare ampersand.`)
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
    faults.push(`${path} has a character that XML forbids.`)
  return faults
}

function all(xml: string, pattern: RegExp): readonly string[] {
  return [...xml.matchAll(pattern)].map(([, found = '']) => found)
}

function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
