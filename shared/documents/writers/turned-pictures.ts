import type { Block } from '../outline.ts'

/** How full the last page is (0 to 1) after upright blocks; `opens`: they begin the document. */
export type PageFill = (blocks: readonly Block[], opens: boolean) => number

/** A smaller hole than this one is no reason to move a picture. */
const leastGain = 0.1
/** A chapter that is a picture alone moves past at most so many others. */
const farthest = 2

/**
 * Finds the place of pictures that turn their page, where they leave the least of the page before them empty: at the end
 * of their section, subsections included, or else between its subsections; a chapter without a number that is nothing but
 * a picture may change places with those beside it. Without `fill` it is the end of the section. Sections with several
 * such pictures stay as they are, since their words lead from one to the next.
 */
export function placeTurned(
  blocks: readonly Block[],
  isTurned: (block: Block) => boolean,
  fill?: PageFill,
): readonly Block[] {
  let ordered = blocks
  for (const picture of blocks.filter(isTurned)) {
    const [usual = ordered, ...others] = ordersOf(ordered, picture, isTurned)
    if (fill === undefined) {
      ordered = usual
      continue
    }
    let best = { order: usual, hole: holeBefore(usual, picture, isTurned, fill) - leastGain }
    for (const order of others) {
      const hole = holeBefore(order, picture, isTurned, fill)
      if (hole < best.hole) best = { order, hole }
    }
    ordered = best.order
  }
  return ordered
}

/** The share of the page before a picture that stays empty; headings right above it stand on its own page. */
function holeBefore(
  order: readonly Block[],
  picture: Block,
  isTurned: (block: Block) => boolean,
  fill: PageFill,
): number {
  let at = order.indexOf(picture)
  const from = order.findLastIndex((block, index) => index < at && (isTurned(block) || endsPage(block))) + 1
  while (at > from && order[at - 1]?.type === 'heading') at -= 1
  return at === from ? 0 : 1 - fill(order.slice(from, at), from === 0)
}

/** The orders in which the blocks can stand, the usual one first. */
function ordersOf(
  blocks: readonly Block[],
  picture: Block,
  isTurned: (block: Block) => boolean,
): readonly (readonly Block[])[] {
  const at = blocks.indexOf(picture)
  const start = blocks.findLastIndex((block, index) => index < at && (block.type === 'heading' || endsPage(block)))
  const opening = blocks[start]
  const level = opening?.type === 'heading' ? opening.level : Infinity
  const end = endOfSection(blocks, at, level)
  if (blocks.slice(start + 1, end).filter(isTurned).length > 1) return [blocks]
  if (opening?.type === 'heading' && start === at - 1 && end === at + 1) {
    return /^\d/.test(opening.text) ? [blocks] : ordersOfAlone(blocks, start, opening.level)
  }
  const between = blocks.flatMap((block, index) =>
    index > at && index < end && block.type === 'heading' ? [index] : [],
  )
  return [end, ...between].map((place) => moved(blocks, at, at + 1, place))
}

/** A picture that is its whole chapter: where it is, or beside the chapters around it, though never the first of them. */
function ordersOfAlone(blocks: readonly Block[], start: number, level: number): readonly (readonly Block[])[] {
  const places: number[] = []
  let next = start + 2
  for (let count = 0; count < farthest && isChapter(blocks[next], level); count += 1) {
    next = endOfSection(blocks, next, level)
    places.push(next)
  }
  const before: number[] = []
  for (let index = start - 1; index >= 0 && before.length <= farthest; index -= 1) {
    const block = blocks[index]
    if (block === undefined || endsPage(block) || (block.type === 'heading' && block.level < level)) break
    if (isChapter(block, level)) before.push(index)
  }
  // The last one found is the first chapter, or one too many.
  places.push(...before.slice(0, -1))
  return [blocks, ...places.map((place) => moved(blocks, start, start + 2, place))]
}

function isChapter(block: Block | undefined, level: number): boolean {
  return block?.type === 'heading' && block.level === level
}

/** Where the section of a level that holds a block ends. */
function endOfSection(blocks: readonly Block[], at: number, level: number): number {
  const next = blocks.findIndex(
    (block, index) => index > at && (endsPage(block) || (block.type === 'heading' && block.level <= level)),
  )
  return next < 0 ? blocks.length : next
}

/** The blocks from `start` to before `end` at another place, counted before they have left their own. */
function moved(blocks: readonly Block[], start: number, end: number, place: number): readonly Block[] {
  const taken = blocks.slice(start, end)
  return place <= start
    ? [...blocks.slice(0, place), ...taken, ...blocks.slice(place, start), ...blocks.slice(end)]
    : [...blocks.slice(0, start), ...blocks.slice(end, place), ...taken, ...blocks.slice(place)]
}

function endsPage({ type }: Block): boolean {
  return type === 'pageBreak'
}
