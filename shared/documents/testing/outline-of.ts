import type { Block, Outline } from '../outline.ts'

/** A document of these blocks and nothing else, for tests of what is made of blocks. */
export function outlineOf(...blocks: readonly Block[]): Outline {
  return { id: 'test', title: 'Test', authors: [], date: '2026-11-21', blocks, footer: '' }
}
