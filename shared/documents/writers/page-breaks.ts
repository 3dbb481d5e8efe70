import type { Block, Text } from '../outline.ts'

/** A table of at most so many rows and letters, which is a third of a page, stands on one page. */
const mostRows = 8
const mostLetters = 900

/** Whether a table is short enough to be kept on one page. */
export function staysTogether(rows: readonly (readonly Text[])[]): boolean {
  return rows.length <= mostRows && rows.flat().reduce((sum, cell) => sum + lettersOf(cell), 0) <= mostLetters
}

/** How long a text is, whatever it is marked as. */
export function lettersOf(text: Text): number {
  return text.reduce((sum, inline) => sum + (typeof inline === 'string' ? inline : inline.text).length, 0)
}

/** A line of badges belongs to what follows it. */
export function isTags(text: Text): boolean {
  return (
    text.length > 0 &&
    text.every((inline) => (typeof inline === 'string' ? inline.trim() === '' : inline.type === 'badge'))
  )
}

/**
 * Puts a picture that turns its page at the end of its section, subsections included: words after it would leave the page
 * before it half empty. Sections with several such pictures stay as they are, since their words lead from one to the next.
 */
export function wordsBeforeTurned(blocks: readonly Block[], isTurned: (block: Block) => boolean): readonly Block[] {
  const ordered = [...blocks]
  for (const picture of blocks.filter(isTurned)) {
    const at = ordered.indexOf(picture)
    const start = ordered.findLastIndex((block, index) => index < at && (block.type === 'heading' || endsPage(block)))
    const opening = ordered[start]
    const level = opening?.type === 'heading' ? opening.level : Infinity
    const next = ordered.findIndex(
      (block, index) => index > at && (endsPage(block) || (block.type === 'heading' && block.level <= level)),
    )
    const end = next < 0 ? ordered.length : next
    if (ordered.slice(start + 1, end).filter(isTurned).length > 1) continue
    ordered.splice(end - 1, 0, ...ordered.splice(at, 1))
  }
  return ordered
}

function endsPage({ type }: Block): boolean {
  return type === 'pageBreak'
}
