import JSZip from 'jszip'
import type { PackageParts } from '../writers/ooxml/lint-package.ts'

/** The parts of an Office file as text; those of files inside it (the workbooks of charts) by their path and theirs. */
export async function partsOf(bytes: Uint8Array): Promise<PackageParts> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = new Map<string, string | undefined>()
  for (const [path, file] of Object.entries(zip.files)) {
    if (!file.dir) parts.set(path, /\.(xml|rels|svg)$/.test(path) ? await file.async('string') : undefined)
  }
  return parts
}

/** The Office files inside an Office file. */
export async function filesInside(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  const zip = await JSZip.loadAsync(bytes)
  const inside = Object.keys(zip.files).filter((path) => path.endsWith('.xlsx'))
  return Promise.all(inside.map(async (path) => (await zip.file(path)?.async('uint8array')) ?? new Uint8Array()))
}

/** Hyphens at which no line of a Word file may end are elements of their own, read as what they look like. */
export function withHyphens(xml: string): string {
  return xml.replaceAll('</w:t><w:noBreakHyphen/><w:t xml:space="preserve">', '-')
}

/** What a person reads in it, part after part. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  const words = [...(await partsOf(bytes))].flatMap(([path, xml]) =>
    xml === undefined || /rels|styles|theme/.test(path)
      ? []
      : [...withHyphens(xml).matchAll(/<(?:\w+:)?t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text),
  )
  return words
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
