import type JSZip from 'jszip'
import { relationsPath } from './package.ts'
import type { XmlElement } from '../../../xml/xml-tree.ts'
import { parseXml, plainText } from '../../../xml/xml-tree.ts'

/** What a template may have at most: real ones stay far below. */
const packageLimits = { bytes: 60_000_000, parts: 3000, partBytes: 60_000_000, unpackedBytes: 250_000_000 }

/** A foreign Office file, opened: its parts by path, unpacked. Paths have no leading slash. */
export interface OpenPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly contentTypes: ContentTypes
  /** The part that the file itself names as its document. */
  readonly main: string
}

export interface ContentTypes {
  readonly of: (path: string) => string
}

/** A relationship of a part; `target` is a path in the package, or an address outside it. */
export interface Relationship {
  readonly id: string
  /** The last word of its type: `slideLayout`, `image`. */
  readonly type: string
  readonly fullType: string
  readonly target: string
  readonly isOutside: boolean
}

export type OpenedPackage =
  | { readonly ok: true; readonly value: OpenPackage }
  | { readonly ok: false; readonly problem: string }

const fail = (problem: string): OpenedPackage => ({ ok: false, problem })
const bomb = 'The file unpacks to far more than any template holds. It is not read.'

/**
 * Unpacks a foreign Office file. Size, number of parts and what they unpack to are limited while they are unpacked, so a
 * zip made to fill the memory costs little. Files with macros are refused, never run. Failures are one sentence each.
 */
export async function openPackage(bytes: Uint8Array): Promise<OpenedPackage> {
  if (bytes.length === 0) return fail('The file is empty. Choose another one.')
  if (bytes.length > packageLimits.bytes)
    return fail(
      `The file has more than ${packageLimits.bytes / 1_000_000} MB. Compress its pictures in Office and save it again.`,
    )
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return fail('The file is protected by a password or of the format before 2007. Save it again without a password.')
  const { default: Zip } = await import('jszip')
  const zip = await Zip.loadAsync(bytes).catch(() => undefined)
  if (zip === undefined) return fail('The file is damaged or no Office file: it cannot be unpacked. Save it again.')
  const files = Object.values(zip.files).filter(({ dir }) => !dir)
  if (files.length > packageLimits.parts) return fail(bomb)
  const parts = new Map<string, Uint8Array>()
  let left = packageLimits.unpackedBytes
  for (const file of files) {
    const content = await unpack(file, Math.min(left, packageLimits.partBytes)).catch(() => undefined)
    if (content === 'tooLarge') return fail(bomb)
    if (content === undefined)
      return fail(`The file is damaged: its part ${file.name} cannot be unpacked. Save it again.`)
    left -= content.length
    parts.set(file.name.replace(/^\/+/, ''), content)
  }
  return openParts(parts)
}

const strictSpace = 'http://purl.oclc.org/ooxml/'

function openParts(parts: ReadonlyMap<string, Uint8Array>): OpenedPackage {
  const types = xmlOf(parts, '[Content_Types].xml')
  if (types?.name !== 'Types')
    return fail('The file is no Office file: its list of contents is missing. Save it again.')
  const contentTypes = readContentTypes(types)
  const hasMacros = [...parts.keys()].some(
    (path) => /vbaProject|vbaData|activeX\//i.test(path) || /macroEnabled|vbaProject/i.test(contentTypes.of(path)),
  )
  if (hasMacros) return fail('The file holds macros, which are not taken over. Save it in Office without macros.')
  const main = relationshipsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target
  if (main === undefined || !parts.has(main))
    return fail('The file is damaged: it names no document. Open it in Office and save it again.')
  // Its elements mean the same under other names, which no part of ours could stand beside.
  if ([...(xmlOf(parts, main)?.attributes.values() ?? [])].some((space) => space.startsWith(strictSpace)))
    return fail('The file is saved as Strict Open XML. Save it again as an ordinary Office file.')
  return { ok: true, value: { parts, contentTypes, main } }
}

/** JSZip's own stream of a part: in its API, though not in its types. It can be left before the end. */
interface Streaming {
  readonly internalStream: (type: 'uint8array') => JSZip.JSZipStreamHelper<Uint8Array>
}

function unpack(file: JSZip.JSZipObject, most: number): Promise<Uint8Array | 'tooLarge'> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let length = 0
    const stream = (file as JSZip.JSZipObject & Streaming).internalStream('uint8array')
    stream
      .on('data', (chunk) => {
        length += chunk.length
        if (length > most) {
          stream.pause()
          resolve('tooLarge')
        } else chunks.push(chunk)
      })
      .on('error', reject)
      .on('end', () => resolve(joined(chunks, length)))
      .resume()
  })
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** The types that a package's list states for its parts. */
export function readContentTypes(list: XmlElement | undefined): ContentTypes {
  const overrides = new Map<string, string>()
  const endings = new Map<string, string>()
  for (const child of list?.children ?? []) {
    if (typeof child === 'string') continue
    const { name, attributes } = child
    const type = attributes.get('ContentType') ?? ''
    if (name === 'Override')
      overrides.set(
        plainText(attributes.get('PartName') ?? '')
          .replace(/^\/+/, '')
          .toLowerCase(),
        type,
      )
    if (name === 'Default') endings.set((attributes.get('Extension') ?? '').toLowerCase(), type)
  }
  return {
    of: (path) => overrides.get(path.toLowerCase()) ?? endings.get(path.toLowerCase().split('.').at(-1) ?? '') ?? '',
  }
}

/** A part as XML; nothing where it is absent or none. */
export function xmlOf(parts: ReadonlyMap<string, Uint8Array>, path: string): XmlElement | undefined {
  const bytes = parts.get(path)
  return bytes === undefined ? undefined : parseXml(decodeUtf(bytes))
}

/** The relationships of a part ('' is the file itself), in the order of the file. */
export function relationshipsOf(parts: ReadonlyMap<string, Uint8Array>, source: string): readonly Relationship[] {
  const tree = xmlOf(parts, relationsPath(source))
  return (tree?.children ?? []).flatMap((child): readonly Relationship[] => {
    if (typeof child === 'string' || child.name !== 'Relationship') return []
    const { attributes } = child
    const fullType = attributes.get('Type') ?? ''
    const isOutside = attributes.get('TargetMode') === 'External'
    const target = plainText(attributes.get('Target') ?? '')
    return [
      {
        id: attributes.get('Id') ?? '',
        type: fullType.split('/').at(-1) ?? '',
        fullType,
        target: isOutside ? target : resolvePath(source, target),
        isOutside,
      },
    ]
  })
}

/** A target as a path in the package, seen from the part that names it. */
function resolvePath(source: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = source.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

/** Office writes UTF-8; some other programs write UTF-16 with a mark at the start. */
function decodeUtf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
