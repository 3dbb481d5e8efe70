import type { Id } from '../../design/design.ts'
import type { Assembly } from '../assembly.ts'

/** What the parts of the file have become, by their ids in it. */
export interface Model {
  readonly content: unknown
  readonly assembly: Assembly
  readonly assets: Map<string, Id>
  readonly zones: Map<string, Id>
  readonly components: Map<string, Id>
  readonly flows: Map<string, Id>
  /** Items of the file by id, for what stands inside what. */
  readonly items: Map<string, unknown>
}
