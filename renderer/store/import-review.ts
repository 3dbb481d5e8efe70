import type { Design } from '../../shared/design/design.ts'
import type { Imported } from '../../shared/interchange/format.ts'

/** Another tool's file, read and not yet in the library. */
export interface ImportReview extends Imported {
  readonly fileName: string
  /** Its title. */
  readonly format: string
  /** Takes the design over as it was corrected; without this call everything stays as it was. */
  readonly land: (design: Design) => Promise<void>
}
