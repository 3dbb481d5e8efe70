import type { Design } from '../../shared/design/design.ts'
import type { Imported } from '../../shared/interchange/format.ts'

/** What another tool wrote, read and not yet in the library. */
export interface ImportReview extends Imported {
  /** The name of the file, or "the clipboard". */
  readonly from: string
  readonly isFile: boolean
  /** It is added to the open design; otherwise it becomes a design of its own. */
  readonly isAdded: boolean
  /** Its title. */
  readonly format: string
  /** How much was read and how sure that is. */
  readonly summary: string
  /** Takes the design over as it was corrected; without this call everything stays as it was. */
  readonly land: (design: Design) => Promise<void>
}
