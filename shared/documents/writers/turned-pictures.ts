import type { Block } from '../outline.ts'

/** How full the last page is (0 to 1) after upright blocks; `opens`: they begin the document. */
export type PageFill = (blocks: readonly Block[], opens: boolean) => number

/** What a hole has to become smaller by before a picture is moved: within its section, or behind the next one. */
const leastGain = { within: 0.1, behind: 0.3 }
/** A picture moves past at most so many chapters. */
const farthest = 2

/**
 * Finds the place of pictures that turn their page, where they leave the least of the page before them empty: at the end
 * of their section, subsections included, or else between its subsections; a chapter without a number that is nothing but
 * a picture may change places with those beside it. Without `fill` it is the end of the section. Sections with several
 * such pictures stay as they are, since their words lead from one to the next. A picture at the end of a subsection may
 * stand behind the next ones too: it then says which one it belongs to.
 */
export function placeTurned(
  blocks: readonly Block[],
  isTurned: (block: Block) => boolean,
  fill?: PageFill,
): readonly Block[] {
  let ordered = blocks
  for (const block of blocks) {
    if (block.type !== 'diagram' || !isTurned(block)) continue
    const [usual, ...others] = ordersOf(ordered, block, isTurned)
    ordered = usual.blocks
    if (fill === undefined) continue
    let least = holeBefore(usual, isTurned, fill)
    for (const order of others) {
      const hole = holeBefore(order, isTurned, fill) + order.gain
      if (hole >= least) continue
      least = hole
      ordered = order.blocks
    }
  }
  return ordered
}

type Diagram = Extract<Block, { readonly type: 'diagram' }>

/** One order of the blocks, with the picture that it is about, and by how much it must be better than the usual one. */
interface Order {
  readonly blocks: readonly Block[]
  readonly picture: Diagram
  readonly gain: number
}

/** The share of the page before a picture that stays empty; headings right above it stand on its own page. */
function holeBefore({ blocks, picture }: Order, isTurned: (block: Block) => boolean, fill: PageFill): number {
  let at = blocks.indexOf(picture)
  const from = blocks.findLastIndex((block, index) => index < at && (isTurned(block) || endsPage(block))) + 1
  while (at > from && blocks[at - 1]?.type === 'heading') at -= 1
  return at === from && from > 0 ? 0 : 1 - fill(blocks.slice(from, at), from === 0)
}

/** The orders in which the blocks can stand, the usual one first. */
function ordersOf(
  blocks: readonly Block[],
  picture: Diagram,
  isTurned: (block: Block) => boolean,
): readonly [Order, ...Order[]] {
  const within = (order: readonly Block[]): Order => ({ blocks: order, picture, gain: leastGain.within })
  const at = blocks.indexOf(picture)
  const start = blocks.findLastIndex((block, index) => index < at && (block.type === 'heading' || endsPage(block)))
  const opening = blocks[start]
  const level = opening?.type === 'heading' ? opening.level : Infinity
  const end = endOfSection(blocks, at, level)
  if (blocks.slice(start + 1, end).filter(isTurned).length > 1) return [within(blocks)]
  if (opening?.type === 'heading' && start === at - 1 && end === at + 1) {
    const others = /^\d/.test(opening.text) ? [] : ordersOfAlone(blocks, start, opening.level)
    return [within(blocks), ...others.map(within)]
  }
  const between = blocks.flatMap((block, index) =>
    index > at && index < end && block.type === 'heading' ? [index] : [],
  )
  return [
    within(moved(blocks, at, at + 1, end)),
    ...between.map((place) => within(moved(blocks, at, at + 1, place))),
    ...(opening?.type === 'heading' && opening.level > 2 ? ordersBehind(blocks, picture, opening.level, isTurned) : []),
  ]
}

/** A picture behind the subsections that follow its own, as far as they have none such. */
function ordersBehind(
  blocks: readonly Block[],
  picture: Diagram,
  level: number,
  isTurned: (block: Block) => boolean,
): readonly Order[] {
  const at = blocks.indexOf(picture)
  const owner = blocks.findLast((block, index) => index < at && block.type === 'heading')
  const title = owner?.type === 'heading' ? owner.text.replace(/\.$/, '') : ''
  const named: Diagram = { ...picture, caption: `${title}. ${picture.caption}` }
  const orders: Order[] = []
  let next = endOfSection(blocks, at, level)
  for (let count = 0; count < farthest && isChapter(blocks[next], level); count += 1) {
    const end = endOfSection(blocks, next, level)
    if (blocks.slice(next, end).some(isTurned)) break
    const order = moved(blocks, at, at + 1, end).map((block) => (block === picture ? named : block))
    orders.push({ blocks: order, picture: named, gain: leastGain.behind })
    next = end
  }
  return orders
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
  return places.map((place) => moved(blocks, start, start + 2, place))
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
