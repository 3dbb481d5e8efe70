import type JSZip from 'jszip'
import { escapeMarkup } from '../escape-markup.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** What a part is to the part that names it: the last words of the relationship's address. */
export type Relation =
  | 'officeDocument'
  | 'styles'
  | 'numbering'
  | 'settings'
  | 'header'
  | 'footer'
  | 'theme'
  | 'fontTable'
  | 'image'
  | 'chart'
  | 'drawing'
  | 'package'
  | 'worksheet'
  | 'hyperlink'
  | 'extended-properties'
  | 'core-properties'

/**
 * The parts of an Office file and how they name each other. Relationships are numbered in the order in which they are
 * made, so that the same content gives the same bytes.
 */
export interface PackageBuilder {
  readonly add: (path: string, contentType: string, content: string | Uint8Array) => void
  /** Gives the id of the relationship; one to the same target is made once. `source` is '' for the file itself. */
  readonly relate: (source: string, relation: Relation, target: string) => string
  /** `date`: ISO date, written as the date of every part. */
  readonly write: (date: string, Zip: typeof JSZip) => Promise<Uint8Array>
}

/** A part as it is written. */
export interface PackagePart {
  readonly contentType: string
  readonly content: string | Uint8Array
}

export const relationsType = 'application/vnd.openxmlformats-package.relationships+xml'

const defaultTypes: Readonly<Record<string, string>> = {
  rels: relationsType,
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** An Office file that is being put together, part by part; throws where a part is added twice. */
export function startPackage(): PackageBuilder {
  const parts = new Map<string, PackagePart>()
  const relations = new Map<string, Map<string, WrittenRelation>>()
  return {
    add: (path, contentType, content) => {
      if (parts.has(path)) throw new Error(`The part ${path} is there already.`)
      parts.set(path, { contentType, content })
    },
    relate: (source, relation, target) => {
      const own = relations.get(source) ?? new Map<string, WrittenRelation>()
      relations.set(source, own)
      const known = own.get(`${relation} ${target}`)
      if (known !== undefined) return known.id
      const id = `rId${own.size + 1}`
      const isOutside = relation === 'hyperlink'
      const type = relation === 'core-properties' ? `${packageRelations}/metadata` : officeRelations
      const to = isOutside ? target : relativePath(source, target)
      own.set(`${relation} ${target}`, { id, type: `${type}/${relation}`, target: to, isOutside })
      return id
    },
    write: async (date, Zip) => {
      const all = new Map<string, PackagePart>()
      for (const [source, own] of [...relations].toSorted(([a], [b]) => (a < b ? -1 : 1)))
        all.set(relationsPath(source), { contentType: relationsType, content: relationsXml([...own.values()]) })
      for (const [path, part] of parts) all.set(path, part)
      return zipParts(all, date, Zip)
    },
  }
}

/** Writes parts in their order, after the list of their content types: it comes first in every package of Office. */
export async function zipParts(
  parts: ReadonlyMap<string, PackagePart>,
  date: string,
  Zip: typeof JSZip,
): Promise<Uint8Array> {
  const stamp = dayOf(date)
  const zip = new Zip()
  const file = (path: string, content: string | Uint8Array): void =>
    void zip.file(path, content, { date: stamp, createFolders: false })
  file('[Content_Types].xml', contentTypes(parts))
  for (const [path, { content }] of parts) file(path, content)
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  })
}

/** A relationship as it is written: its whole type, and its target as the part sees it. */
export interface WrittenRelation {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly isOutside?: boolean
}

/** The part that lists the relationships of another. */
export function relationsXml(relations: readonly WrittenRelation[]): string {
  const written = relations.map(
    ({ id, type, target, isOutside }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${escapeMarkup(target)}"${isOutside === true ? ' TargetMode="External"' : ''}/>`,
  )
  return `${xmlHead}<Relationships xmlns="${packageRelations}">${written.join('')}</Relationships>`
}

/** Midnight of an ISO date; a date that is none gives a fixed day. */
export function dayOf(date: string): Date {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? new Date('2000-01-01T00:00:00Z') : day
}

function contentTypes(parts: ReadonlyMap<string, { readonly contentType: string }>): string {
  const extensionOf = (path: string): string => path.split('.').at(-1) ?? ''
  const used = new Set(['rels', 'xml', ...[...parts.keys()].map(extensionOf)])
  const defaults = Object.entries(defaultTypes)
    .filter(([extension]) => used.has(extension))
    .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
  const overrides = [...parts]
    .filter(([path, { contentType }]) => defaultTypes[extensionOf(path)] !== contentType)
    .map(([path, { contentType }]) => `<Override PartName="/${escapeMarkup(path)}" ContentType="${contentType}"/>`)
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}</Types>`
}

/** Where the relationships of a part are listed: `word/document.xml` has them in `word/_rels/document.xml.rels`. */
export function relationsPath(source: string): string {
  const folder = source.split('/').slice(0, -1)
  return [...folder, '_rels', `${source.split('/').at(-1) ?? ''}.rels`].join('/')
}

/** As the part itself sees the target: some readers stumble over paths from the root. */
function relativePath(source: string, target: string): string {
  const from = source.split('/').slice(0, -1)
  const to = target.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}
