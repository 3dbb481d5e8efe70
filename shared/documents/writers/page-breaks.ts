import type { Block, Text } from '../outline.ts'

/** A table of at most so many rows and letters, which is a third of a page, stands on one page. */
const short = { rows: 8, letters: 900 }
/** The last one may take half a page: a few rows of it would be all that stands on the last page. */
const shortLast = { rows: 14, letters: 1800 }

/** Whether a table is short enough to be kept on one page; `closes`: it is the last of its document. */
export function staysTogether(rows: readonly (readonly Text[])[], closes = false): boolean {
  const most = closes ? shortLast : short
  return rows.length <= most.rows && rows.flat().reduce((sum, cell) => sum + lettersOf(cell), 0) <= most.letters
}

/** Whether a row stays on the page of the next one: no page begins with a table's last row, or ends with its first. */
export function keepsNextRow(row: number, rows: readonly (readonly Text[])[]): boolean {
  const last = rows.length - 1
  return row < last && (row === 0 || row === last - 1 || staysTogether(rows))
}

/** So many rows of a last table that breaks stay with what closes the document: more would leave the page before it empty. */
export const rowsOfEnding = 5

/**
 * Where the end of a document begins, which stays together so that no last page holds a line or two: at its last table, or
 * with the words after it.
 */
export function startOfEnding(blocks: readonly Block[]): number {
  let letters = 0
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index]
    if (block?.type === 'table' || block?.type === 'facts') return index
    if (block?.type === 'heading') continue
    if (block?.type === 'paragraph') letters += lettersOf(block.text)
    else if (block?.type === 'list') letters += block.items.reduce((sum, item) => sum + lettersOf(item), 0)
    else return index + 1
    if (letters > short.letters) return index + 1
  }
  return 0
}

/** Many short facts stand beside each other. */
const fewestInPairs = 6
export const mostOfShortFact = 40

export function standsInPairs(facts: readonly { readonly value: Text }[]): boolean {
  return facts.length >= fewestInPairs && facts.every(({ value }) => lettersOf(value) <= mostOfShortFact)
}

/** How long a text is, whatever it is marked as. */
export function lettersOf(text: Text): number {
  return text.reduce((sum, inline) => sum + (typeof inline === 'string' ? inline : inline.text).length, 0)
}

/** No page ends with a list's first item, or begins with its last. */
export function keepsNextItem(item: number, items: number): boolean {
  return item < items - 1 && (item === 0 || item === items - 2)
}

/** Whether words right before a block speak of it, so that both stand on one page. */
export function isIntroduced(block: Block | undefined): boolean {
  return block !== undefined && ['table', 'facts', 'list', 'chart'].includes(block.type)
}

/** A line of badges belongs to what follows it. */
export function isTags(text: Text): boolean {
  return (
    text.length > 0 &&
    text.every((inline) => (typeof inline === 'string' ? inline.trim() === '' : inline.type === 'badge'))
  )
}
