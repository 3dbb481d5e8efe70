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
 * Puts what else stands in a section before its picture, where that turns its page: words after it would leave the page
 * before it half empty. Sections with several such pictures stay as they are, since their words lead from one to the next.
 */
export function wordsBeforeTurned(blocks: readonly Block[], isTurned: (block: Block) => boolean): readonly Block[] {
  const ordered: Block[] = []
  let section: Block[] = []
  const endSection = (): void => {
    const turned = section.filter(isTurned)
    ordered.push(...(turned.length === 1 ? [...section.filter((block) => !isTurned(block)), ...turned] : section))
    section = []
  }
  for (const block of blocks) {
    if (block.type !== 'heading' && block.type !== 'pageBreak') {
      section.push(block)
      continue
    }
    endSection()
    ordered.push(block)
  }
  endSection()
  return ordered
}
