import { checks } from '../../shared/checks/rules/index.ts'
import { documents } from '../../shared/documents/index.ts'
import { formats } from '../../shared/interchange/index.ts'
import { kinds } from '../../shared/kinds/index.ts'
import { threats } from '../../shared/threats/catalog/index.ts'
import { alignColumns, Misuse, printJson, required } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { readTemplates } from './resources.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly [more: string]: unknown
}

/** What can be listed; each list is a registry of the product. */
const lists: Readonly<Record<string, () => readonly Row[]>> = {
  kinds: () => kinds.map(({ id, title, family, summary }) => ({ id, title, family, summary })),
  templates: () => readTemplates().map(({ id, title, summary }) => ({ id, title, summary })),
  checks: () => checks.map(({ id, title, severity, topic, aliases }) => ({ id, title, severity, topic, aliases })),
  threats: () => threats.map(({ id, title, severity, stride, aliases }) => ({ id, title, severity, stride, aliases })),
  documents: () => documents.map((document) => ({ id: document.id, title: document.title, formats: document.formats })),
  formats: () => formats.map(({ id, title, extensions }) => ({ id, title, extensions })),
}

export const listCommand: LineCommand = {
  name: 'list',
  usage: `list ${Object.keys(lists).join('|')}`,
  summary: 'Names what this version knows.',
  options: [],
  async run(given, surroundings) {
    const what = required(given, 0, 'what to list', listCommand.usage)
    const list = Object.hasOwn(lists, what) ? lists[what] : undefined
    if (!list) throw new Misuse(`There is no list of "${what}". Known are: ${Object.keys(lists).join(', ')}.`)
    const rows = list()
    if (given.json) printJson(surroundings, rows)
    else surroundings.write(alignColumns(rows.map((row) => [row.id, row.title])))
    return 0
  },
}
