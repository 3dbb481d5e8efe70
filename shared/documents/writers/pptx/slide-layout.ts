import type { Block } from '../../outline.ts'
import type { SlideBlock } from './slide-block.ts'
import { tableHeight } from './add-table.ts'
import { textsHeight } from './add-texts.ts'
import { type as sizes, type Area } from './frame.ts'

export interface PlacedBlocks {
  readonly area: Area
  /** Below one another. */
  readonly blocks: readonly SlideBlock[]
}

const gap = 0.35
/** Room that text under a wide picture gets at least, and what it leaves the picture in any case. */
const stripHeight = 1.35
const fewestPicture = 1.4
/** Columns of a table that stand beside what is drawn; one of more has the width, with the drawing below it. */
const mostBeside = 4
/** Room that a chart under a table gets at least, and for each bar: with less, readers leave names of bars out. */
const fewestChart = 1.7
const [barHeight, besideBars] = [0.29, 1]

/**
 * Divides a slide: a wide picture takes the width with text below it, anything else drawn takes the left three fifths
 * with text beside it, and text alone fills one column or two; where a table is among it, one. A table of many columns
 * stands over what is drawn.
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
    // As small as words get at most: the picture makes room before one of them is left out.
    const needed = columns(texts, area).map((part) => textsHeight(part.blocks, part.area.w, sizes.bodySmallest))
    const left = area.h - gap - Math.max(stripHeight, ...needed)
    const h = Math.min(wanted, Math.max(left, fewestPicture), area.h - stripHeight - gap, 2.6)
    const below = { x: area.x, y: area.y + h + gap * 0.7, w: area.w, h: area.h - h - gap * 0.7 }
    return [{ area: { ...area, h }, blocks: drawn }, ...columns(texts, below)]
  }
  const [words, ...others] = texts
  if (words?.type === 'table' && words.columns.length > mostBeside && others.length === 0) {
    const bars = first.type === 'chart' ? first.chart.categories.length : 0
    const drawing = Math.max(fewestChart, besideBars + bars * barHeight)
    const h = Math.min(tableHeight(words, area.w, sizes.table), area.h - drawing - gap)
    return [
      { area: { ...area, h }, blocks: texts },
      { area: { ...area, y: area.y + h + gap, h: area.h - h - gap }, blocks: drawn },
    ]
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
