import type { Outline } from '../../outline.ts'
import { escapeMarkup } from '../escape-markup.ts'
import type { PackageBuilder } from './package.ts'
import { dayOf, xmlHead } from './package.ts'

const longest = 250

/** Title, authors and date of the file as its properties: from the document alone, never from the machine or its user. */
export function addProperties(
  parts: PackageBuilder,
  outline: Pick<Outline, 'title' | 'authors' | 'date' | 'client' | 'subtitle'>,
): void {
  const text = (words: string): string => escapeMarkup(Array.from(words).slice(0, longest).join(''))
  const date = dayOf(outline.date)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  const author = text(outline.authors.join(', '))
  parts.add(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${text(outline.title)}</dc:title><dc:subject>${text(outline.subtitle ?? '')}</dc:subject><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`,
  )
  parts.add(
    'docProps/app.xml',
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Lintel</Application><Company>${text(outline.client ?? '')}</Company></Properties>`,
  )
  parts.relate('', 'core-properties', 'docProps/core.xml')
  parts.relate('', 'extended-properties', 'docProps/app.xml')
}
