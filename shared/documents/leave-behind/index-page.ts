import { effectiveDesign } from '../../design/effective.ts'
import { link, paragraph, section, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { redact } from '../redact.ts'
import { withoutInternal } from '../outgoing.ts'
import { countOf } from '../text/numbers.ts'
import { designHash } from '../text/design-hash.ts'
import { printedWords } from '../text/printed-words.ts'
import { writeHtml } from '../writers/html/write-html.ts'
import type { LeftFile } from './leave-behind.ts'
import { indexName, type Manifest, manifestName, printManifest } from './manifest.ts'

/** The two files that close a folder: a page that leads to all others, and the record for the next time. */
export function closingFiles(
  context: DocumentContext,
  left: readonly LeftFile[],
  before: Manifest | undefined,
): readonly { readonly name: string; readonly content: string }[] {
  const design = effectiveDesign(context.design)
  const hash = designHash(design)
  const files = left.flatMap(({ name, title, state, fingerprint }) => {
    if (fingerprint !== undefined) return [{ name, title, fingerprint }]
    // What the writing did not reach is as it was.
    return state === 'left out' ? (before?.files ?? []).filter((file) => file.name === name) : []
  })
  return [
    { name: indexName, content: indexPage({ ...context, design }, left, before, hash) },
    { name: manifestName, content: printManifest({ ...recordOf(context, hash), files }) },
  ]
}

/** The record that stands while a folder is written: the folder is this design's, and nothing in it is certain. */
export function openingRecord(context: DocumentContext): readonly [name: string, content: string] {
  const record = recordOf(context, designHash(effectiveDesign(context.design)))
  return [manifestName, printManifest({ ...record, files: [] })]
}

function recordOf({ design, date }: DocumentContext, hash: string): Omit<Manifest, 'files'> {
  return { format: 'lintel/leave-behind', version: 1, design: design.id, name: design.name, date, hash }
}

const stateWords: Readonly<Record<LeftFile['state'], string>> = {
  new: 'new',
  changed: 'changed',
  same: 'as before',
  failed: 'could not be made',
  'left out': 'not reached',
}

function indexPage(
  context: DocumentContext,
  left: readonly LeftFile[],
  before: Manifest | undefined,
  hash: string,
): string {
  const { design, authors, date } = context
  const { withheld } = withoutInternal(context)
  const missing = left.filter((file) => !isThere(file))
  const gone = (before?.files ?? []).filter(({ name }) => !left.some((file) => file.name === name))
  const outline = {
    id: 'index',
    title: `Documents: ${design.name}`,
    ...(design.client === undefined ? {} : { client: design.client }),
    authors,
    date,
    designHash: hash,
    blocks: [
      paragraph(summaryOf(left, before)),
      table(
        [
          { title: 'Document', width: 2 },
          { title: 'What it is', width: 3 },
          ...(before === undefined ? [] : ['Since then']),
        ],
        left
          .filter(isThere)
          .map(({ name, title, summary, state }): readonly Words[] => [
            [link(`${title} (${endingOf(name)})`, name)],
            summary,
            ...(before === undefined ? [] : [stateWords[state]]),
          ]),
      ),
      ...(missing.length === 0
        ? []
        : section(
            2,
            'Not written',
            table(
              ['Document', 'Why'],
              missing.map(({ name, problem }) => [name, problem ?? 'The writing ended before it.']),
            ),
          )),
      ...(gone.length === 0
        ? []
        : section(
            2,
            'No longer part of it',
            paragraph(
              'These files were left behind before and say what the design no longer says. They were not deleted.',
            ),
            table(
              ['Document'],
              gone.map(({ name, title }) => [`${title} (${name})`]),
            ),
          )),
    ],
    footer: `All documents come from one design; its fingerprint is ${hash.slice(0, 12)}.`,
  }
  return writeHtml(printedWords(redact(outline, withheld.names)))
}

const isThere = ({ state }: LeftFile): boolean => state !== 'failed' && state !== 'left out'

function endingOf(name: string): string {
  return name.split('.').at(-1)?.toUpperCase() ?? ''
}

function summaryOf(left: readonly LeftFile[], before: Manifest | undefined): string {
  const made = left.filter(isThere).length
  const written = left.filter(({ state }) => state === 'new' || state === 'changed').length
  const all = `${countOf(made, 'document')} of one design`
  if (before === undefined) return `${all}.`
  return `${all}. Since ${before.date} ${written === 0 ? 'none has changed' : `${countOf(written, 'document')} changed or came new`}.`
}
