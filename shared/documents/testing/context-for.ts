import type { Design } from '../../design/design.ts'
import type { Standards } from '../../standards/standards.ts'
import type { DocumentContext } from '../document.ts'
import { openContext } from '../open-context.ts'

/** The context of a design with the real engines, on a fixed day. `prices`: the price book as it ships. */
export function contextFor(design: Design, prices: object, standards?: Standards): DocumentContext {
  return {
    ...openContext(design, { prices, today: '2026-11-21', ...(standards === undefined ? {} : { standards }) }),
    authors: ['A. Architect'],
  }
}
