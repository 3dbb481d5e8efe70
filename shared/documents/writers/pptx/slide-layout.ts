import type { Block } from '../../outline.ts'
import type { Area } from './frame.ts'

export type SlideBlock = Exclude<Block, { type: 'slide' | 'pageBreak' | 'frontMatter' }>
export interface PlacedBlocks {
  readonly area: Area
  /** Below one another. */
  readonly blocks: readonly SlideBlock[]
}

const gap = 0.35
/** Room that text under a wide picture gets at least. */
const stripHeight = 1.35

/**
 * Divides a slide: a wide picture takes the width with text below it, anything else drawn takes the left three fifths
 * with text beside it, and text alone fills one column or two; where a table is among it, one.
 */
export function divideSlide(blocks: readonly Block[], area: Area): readonly PlacedBlocks[] {
  const usable = blocks.filter(
    (block): block is SlideBlock =>
      block.type !== 'slide' && block.type !== 'pageBreak' && block.type !== 'frontMatter',
  )
  const drawn = usable.filter(({ type }) => type === 'diagram' || type === 'chart')
  const texts = usable.filter(({ type }) => type !== 'diagram' && type !== 'chart')
  const [first] = drawn
  if (first === undefined) return columns(texts, area)
  if (texts.length === 0) return columns(drawn, area)
  if (first.type === 'diagram' && drawn.length === 1 && first.picture.width > first.picture.height * 1.9) {
    const wanted = (area.w / first.picture.width) * first.picture.height * 1.6 + 0.4
    const h = Math.min(wanted, area.h - stripHeight - gap, 2.6)
    const below = { x: area.x, y: area.y + h + gap * 0.7, w: area.w, h: area.h - h - gap * 0.7 }
    return [{ area: { ...area, h }, blocks: drawn }, ...columns(texts, below)]
  }
  const w = area.w * 0.6
  const beside = { x: area.x + w + gap, y: area.y, w: area.w - w - gap, h: area.h }
  return [
    { area: { ...area, w }, blocks: drawn },
    { area: beside, blocks: texts },
  ]
}

function columns(blocks: readonly SlideBlock[], area: Area): readonly PlacedBlocks[] {
  const [first, ...rest] = blocks
  if (first === undefined) return []
  // A table needs the width for its columns.
  if (rest.length === 0 || blocks.some(({ type }) => type === 'table')) return [{ area, blocks }]
  const w = (area.w - gap) / 2
  return [
    { area: { ...area, w }, blocks: [first] },
    { area: { ...area, x: area.x + w + gap, w }, blocks: rest },
  ]
}
