import type { Cursor } from './cursor.ts'
import { take } from './cursor.ts'
import type { Flowchart } from './flowchart.ts'
import {
  addLinks,
  addMention,
  beyondLimits,
  closeSubgraph,
  openSubgraph,
  settleSubgraphs,
  startFlowchart,
} from './flowchart.ts'
import type { Opening } from './opening.ts'
import { takeLine } from './read-link.ts'
import { takeNode } from './read-node.ts'
import type { Mention } from './read-node.ts'
import { splitStatements } from './statements.ts'
import { plainWords } from './words.ts'

/** What a flowchart says, or the sentence about what it has too much of. */
export function readFlowchart({ body, firstLine }: Opening): Flowchart | string {
  const chart = startFlowchart()
  for (const { text, line } of splitStatements(body, firstLine)) {
    const left = readCommand(text, chart) ? '' : readChain({ text, at: 0 }, chart)
    if (left !== '') chart.unread.push({ line, text: left })
    const refusal = beyondLimits(chart)
    if (refusal !== undefined) return refusal
  }
  settleSubgraphs(chart)
  return beyondLimits(chart, true) ?? chart
}

/** Statements that begin with a word of Mermaid's own. Those about looks say nothing about a system. */
const commands: readonly (readonly [RegExp, (found: RegExpExecArray, chart: Flowchart) => void])[] = [
  [/^subgraph(?:\s+([\s\S]+))?$/, ([, words = ''], chart) => readSubgraph(words, chart)],
  [/^end$/, (_, chart) => closeSubgraph(chart)],
  [/^(?:classDef|style|linkStyle|direction)\s/, () => undefined],
  [/^class\s+(.*\S)\s+([\w-]+)$/, ([, ids = '', name = ''], chart) => readClass(ids, name, chart)],
  [/^click\s/, (_, chart) => void (chart.clicks += 1)],
  [/^accTitle\s*:([\s\S]*)$/, ([, words = ''], chart) => void (chart.accessibleTitle = plainWords(words))],
  [
    /^accDescr\s*(?::([\s\S]*)|\{([\s\S]*)\})$/,
    ([, line, block], chart) => void (chart.summary = plainWords(line ?? block ?? '')),
  ],
]

function readCommand(text: string, chart: Flowchart): boolean {
  for (const [pattern, read] of commands) {
    const found = pattern.exec(text)
    if (found === null) continue
    read(found, chart)
    return true
  }
  return false
}

/** `id [Title]`, `id`, `"Title"` or a title in several words, which has no id to be named by. */
function readSubgraph(words: string, chart: Flowchart): void {
  const [, id, title] = /^([^\s[\]"]+)\s*\[([\s\S]*)\]$/.exec(words.trim()) ?? []
  if (title !== undefined) openSubgraph(id, plainWords(title) || (id ?? ''), chart)
  else {
    const name = plainWords(words)
    openSubgraph(name === '' || /\s/.test(name) ? undefined : name, name === '' ? 'Subgraph' : name, chart)
  }
}

/** A class is about looks, but its name says what people take the nodes for. */
function readClass(ids: string, name: string, { nodes }: Flowchart): void {
  for (const id of ids.split(',')) nodes.get(id.trim())?.classes.add(name)
}

/** `A & B --> C --> D`: what of the statement could not be read, empty when all was. */
function readChain(cursor: Cursor, chart: Flowchart): string {
  let from = takeGroup(cursor, chart)
  if (from === undefined) return cursor.text
  for (;;) {
    take(cursor, /\s*/y)
    const { at } = cursor
    if (at === cursor.text.length) return ''
    const line = takeLine(cursor)
    take(cursor, /\s*/y)
    const to = line === undefined ? undefined : takeGroup(cursor, chart)
    if (line === undefined || to === undefined) return cursor.text.slice(at)
    addLinks(from, line, to, chart)
    from = to
  }
}

/** `A & B`: nodes that arrows leave or reach together. */
function takeGroup(cursor: Cursor, chart: Flowchart): readonly Mention[] | undefined {
  const group: Mention[] = []
  do {
    take(cursor, /\s*/y)
    const mention = takeNode(cursor)
    if (mention === undefined) return undefined
    // `e1@{ animate: true }` is about the looks of an arrow.
    if (!chart.linkIds.has(mention.id)) addMention(mention, chart)
    group.push(mention)
  } while (take(cursor, /\s*&(?=\s)/y) !== undefined)
  return group
}
