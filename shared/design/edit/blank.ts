import { type Design, type Id, designFormat, designVersion } from '../design.ts'

/** A design with nothing in it yet. */
export function blankDesign(id: Id, name: string): Design {
  return { format: designFormat, version: designVersion, id, name }
}
