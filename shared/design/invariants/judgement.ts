import { faultsOfMatrix } from '../risk-matrix.ts'
import type { Invariant } from './invariant.ts'

/** W25: a risk matrix of the design's own can be read; else threats are weighed by the usual one. */
export const matrixIsRead: Invariant = {
  code: 'W25',
  holds: 'A risk matrix has five rows of five severities, which never fall as likelihood or impact rises.',
  *check({ design, inVariant }) {
    if (inVariant || design.riskMatrix === undefined) return
    for (const { sentence, row, column } of faultsOfMatrix(design.riskMatrix)) {
      const place = `${row === undefined ? '' : `[${row}]`}${column === undefined ? '' : `[${column}]`}`
      yield { sentence: `${sentence} Until it is mended, the usual matrix counts.`, path: `riskMatrix${place}` }
    }
  },
}
