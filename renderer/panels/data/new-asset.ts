import type { Design } from '../../../shared/design/design.ts'
import { addElement, freshId } from '../edits.ts'

/** The design with one more data asset, which has yet to be named. */
export function withNewAsset(design: Design): Design {
  return addElement(design, 'data', { id: freshId(design, 'data'), name: 'Untitled data' })
}
