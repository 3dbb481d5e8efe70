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
  const manifest: Manifest = {
    format: 'lintel/leave-behind',
    version: 1,
    design: design.id,
    name: design.name,
    date: context.date,
    hash,
    files: left.flatMap(({ name, title, fingerprint }) =>
      fingerprint === undefined ? [] : [{ name, title, fingerprint }],
    ),
  }
  return [
    { name: indexName, content: indexPage({ ...context, design }, left, before, hash) },
    { name: manifestName, content: printManifest(manifest) },
  ]
}

const stateWords: Readonly<Record<LeftFile['state'], string>> = {
  new: 'new',
  changed: 'changed',
  same: 'as before',
  failed: 'could not be made',
}

function indexPage(
  context: DocumentContext,
  left: readonly LeftFile[],
  before: Manifest | undefined,
  hash: string,
): string {
  const { design, authors, date } = context
  const { withheld } = withoutInternal(context)
  const failed = left.filter(({ state }) => state === 'failed')
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
          .filter(({ state }) => state !== 'failed')
          .map(({ name, title, summary, state }): readonly Words[] => [
            [link(`${title} (${endingOf(name)})`, name)],
            summary,
            ...(before === undefined ? [] : [stateWords[state]]),
          ]),
      ),
      ...(failed.length === 0
        ? []
        : section(
            2,
            'Not made',
            table(
              ['Document', 'Why'],
              failed.map(({ name, problem }) => [name, problem ?? '']),
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

function endingOf(name: string): string {
  return name.split('.').at(-1)?.toUpperCase() ?? ''
}

function summaryOf(left: readonly LeftFile[], before: Manifest | undefined): string {
  const made = left.filter(({ state }) => state !== 'failed').length
  const written = left.filter(({ state }) => state === 'new' || state === 'changed').length
  const all = `${countOf(made, 'document')} of one design`
  if (before === undefined) return `${all}.`
  return `${all}. Since ${before.date} ${written === 0 ? 'none has changed' : `${countOf(written, 'document')} changed or came new`}.`
}
