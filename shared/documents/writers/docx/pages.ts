import type { Block, Picture } from '../../outline.ts'
import type { PageFill } from '../turned-pictures.ts'
import { placeTurned } from '../turned-pictures.ts'
import type { Orientation, PageMeasures, Pages } from './measures.ts'
import { twipsPerPixel } from './measures.ts'

/** Blocks that stand on pages of one direction. */
export interface Stretch {
  readonly orientation: Orientation
  readonly blocks: readonly Block[]
}

/** A card's name has fourteen pixels: smaller than this, nobody reads it on paper. */
const leastReadable = 0.53
/** What caption and heading need beside a picture, in twentieths of a point. */
const besidePicture = 1900

/** A picture among words takes no more of an upright page than this while it can be read. */
const largestShare = 0.38

/** How large a picture is shown on a page, at most as large as it is drawn. */
export function scaleOn({ width, height }: Picture, { textWidth, textHeight }: PageMeasures): number {
  const share = (largestShare * textHeight) / twipsPerPixel / Math.max(1, height)
  const fits = Math.min(
    1,
    textWidth / twipsPerPixel / Math.max(1, width),
    (textHeight - besidePicture) / twipsPerPixel / Math.max(1, height),
  )
  return textHeight > textWidth ? Math.min(fits, Math.max(leastReadable, share)) : fits
}

/** The page on which a picture can still be read: upright, sideways, or divided over several. */
export function placeOf(picture: Picture, { upright, sideways }: Pages): Orientation | 'split' {
  if (scaleOn(picture, upright) >= leastReadable) return 'upright'
  return scaleOn(picture, sideways) >= leastReadable ? 'sideways' : 'split'
}

/** The pixels of a part that a page on its side shows readably. */
export function partSpace({ sideways: { textWidth, textHeight } }: Pages): {
  readonly width: number
  readonly height: number
} {
  const scale = 0.7
  return { width: textWidth / twipsPerPixel / scale, height: (textHeight - besidePicture) / twipsPerPixel / scale }
}

/**
 * What would be unreadable across an upright page turns its page, takes the heading above it along, and stands where the
 * page before it is filled best.
 */
export function stretchesOf(blocks: readonly Block[], pages: Pages, fill: PageFill): readonly Stretch[] {
  const stretches: { orientation: Orientation; blocks: Block[] }[] = []
  const isTurned = (block: Block): boolean => block.type === 'diagram' && placeOf(block.picture, pages) !== 'upright'
  for (const block of placeTurned(blocks, isTurned, fill)) {
    const orientation = isTurned(block) ? 'sideways' : 'upright'
    const last = stretches.at(-1)
    if (last?.orientation === orientation) {
      last.blocks.push(block)
      continue
    }
    const taken: Block[] = []
    if (orientation === 'sideways') {
      while (last?.blocks.at(-1)?.type === 'heading') taken.unshift(...last.blocks.splice(-1))
      if (last?.blocks.length === 0) stretches.pop()
    }
    const now = stretches.at(-1)
    if (now?.orientation === orientation) now.blocks.push(...taken, block)
    else stretches.push({ orientation, blocks: [...taken, block] })
  }
  return stretches
}
