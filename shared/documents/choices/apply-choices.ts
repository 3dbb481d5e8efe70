import type { DocumentChoices } from '../brand.ts'
import type { Block, Outline, Slide, Text } from '../outline.ts'
import { keyOf } from './parts-of.ts'

type Table = Extract<Block, { type: 'table' }>

/**
 * The document as it was chosen: without the sections and slides that stay out, unanswered passages left out (or kept, as
 * they are marked), and no heading with nothing under it.
 */
export function applyChoices(outline: Outline, choices: DocumentChoices = {}): Outline {
  const chosen = withoutParts(outline.blocks, new Set(choices.leaveOut))
  const answered = choices.unanswered === 'mark' ? chosen : chosen.flatMap(withoutUnanswered)
  return { ...outline, blocks: withoutEmptySections(answered) }
}

function withoutParts(blocks: readonly Block[], leaveOut: ReadonlySet<string>): readonly Block[] {
  if (leaveOut.size === 0) return blocks
  let isOut = false
  return blocks.filter((block) => {
    const key = keyOf(block)
    const opensAnother = key !== undefined || (block.type === 'heading' && block.level === 1)
    if (opensAnother) isOut = key !== undefined && leaveOut.has(key)
    return !isOut
  })
}

/** A passage that says only that nobody has said it goes; so do columns, rows and slides of nothing else. */
function withoutUnanswered(block: Block): readonly Block[] {
  if (block.type === 'paragraph') return block.unanswered === true ? [] : [block]
  if (block.type === 'table') return withoutUnansweredColumns(block)
  if (block.type === 'slide') return slideOf(block, withoutEmptySections(block.blocks.flatMap(withoutUnanswered)))
  if (block.type !== 'facts') return [block]
  const rows = block.rows.filter(({ value }) => !isUnanswered(value))
  return rows.length === 0 && block.rows.length > 0 ? [] : [{ ...block, rows }]
}

function slideOf(slide: Slide, blocks: readonly Block[]): readonly Slide[] {
  return blocks.length === 0 && slide.blocks.length > 0 ? [] : [{ ...slide, blocks }]
}

function withoutUnansweredColumns(block: Table): readonly Block[] {
  if (block.rows.length === 0) return [block]
  const kept = block.columns.flatMap((_, index) =>
    block.rows.every((row) => isUnanswered(row[index] ?? [])) ? [] : [index],
  )
  if (kept.length === block.columns.length) return [block]
  return kept.length === 0
    ? []
    : [
        {
          ...block,
          columns: kept.flatMap((index) => block.columns[index] ?? []),
          rows: block.rows.map((row) => kept.map((index) => row[index] ?? [])),
        },
      ]
}

/** The mark of a fact that nobody stated: a badge of that tone and nothing else. */
function isUnanswered(text: Text): boolean {
  const [only, ...rest] = text
  return rest.length === 0 && typeof only === 'object' && only.type === 'badge' && only.unanswered === true
}

/** Without headings that nothing stands under but further headings, and without empty lists, tables and facts. */
function withoutEmptySections(blocks: readonly Block[]): readonly Block[] {
  const full = blocks.filter((block) => !isEmpty(block))
  return full.filter((block, index) => {
    if (block.type !== 'heading' || block.level === 1) return true
    const next = full.slice(index + 1).find(({ type }) => type !== 'pageBreak')
    return next !== undefined && next.type !== 'slide' && (next.type !== 'heading' || next.level > block.level)
      ? hasContent(full.slice(index + 1), block.level)
      : false
  })
}

/** Whether something other than headings comes before the section ends. */
function hasContent(after: readonly Block[], level: number): boolean {
  const end = after.findIndex((block) => block.type === 'slide' || (block.type === 'heading' && block.level <= level))
  return (end < 0 ? after : after.slice(0, end)).some(({ type }) => type !== 'heading' && type !== 'pageBreak')
}

function isEmpty(block: Block): boolean {
  if (block.type === 'list') return block.items.length === 0
  if (block.type === 'facts') return block.rows.length === 0
  if (block.type !== 'paragraph') return false
  return block.text.every((inline) => (typeof inline === 'string' ? inline : inline.text).trim() === '')
}
