import type { Id } from '../../../shared/design/design.ts'
import { resizeCorners } from '../../../shared/layout/resize.ts'
import { resizeByCorner } from '../resizing.ts'

/** Grips at the corners of a selected boundary. The keyboard has Alt with the arrow keys. */
export function ResizeCorners({ id }: { readonly id: Id }) {
  return resizeCorners.map((corner) => (
    <span
      key={corner}
      className="boundary-corner nodrag nopan"
      data-corner={corner}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.stopPropagation()
        resizeByCorner(id, corner)
      }}
    />
  ))
}
