import { list, paragraph, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { Block, Outline, Text } from '../outline.ts'

/** A table of one row compares nothing: on a slide its cells are said one under the other. */
export function listSingleRows(outline: Outline): Outline {
  return {
    ...outline,
    blocks: outline.blocks.map((block) =>
      block.type === 'slide' ? { ...block, blocks: block.blocks.flatMap(listed) } : block,
    ),
  }
}

function listed(block: Block): readonly Block[] {
  const [row, ...others] = block.type === 'table' ? block.rows : []
  if (block.type !== 'table' || row === undefined || others.length > 0) return [block]
  const points = block.columns.flatMap(({ title }, index): readonly Words[] => {
    const cell = row[index] ?? []
    return isSaid(cell) ? [[strong(`${title}: `), ...cell.map(withoutWeight)]] : []
  })
  // A caption orders or counts rows; where it is a sentence it says more than that.
  const { caption = '' } = block
  return [...(caption.endsWith('.') ? [paragraph(caption)] : []), list(points)]
}

function isSaid(cell: Text): boolean {
  return !['', '–'].includes(cell.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join(''))
}

/** The title of the column is what stands out now. */
function withoutWeight(inline: Text[number]): Text[number] {
  return typeof inline !== 'string' && inline.type === 'strong' ? inline.text : inline
}
