import type { Block } from '../outline.ts'

/** A chapter: what it says in a few words, for its title, and what stands under it. None where nothing has been stated. */
export interface Chapter {
  readonly says: string
  readonly blocks: readonly Block[]
}
