import type { Design } from '../../design/design.ts'
import { printDesign } from '../../design/print.ts'
import { sha256 } from '../../design/sha256.ts'

/** Letters of the hash that a person compares at the foot of a page. */
const shown = 12

/** The short name of a design as it stands, without its baselines: the same content gives the same one. */
export function designHash(design: Design): string {
  const { baselines: _, ...rest } = design
  return sha256(printDesign(rest)).slice(0, shown)
}
