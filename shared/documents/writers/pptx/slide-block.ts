import type { Block } from '../../outline.ts'

/** What can stand on a slide. */
export type SlideBlock = Exclude<Block, { type: 'slide' | 'pageBreak' | 'frontMatter' }>
