import type { RiskMatrix } from './design.ts'

/** Words of a matrix from mild to bad; the order in which a cell can only rise. */
const words = ['low', 'medium', 'high', 'critical'] as const
const steps = 5

/** Rows: likelihood 1 to 5; columns: impact 1 to 5. The usual 5 x 5 matrix of risk reviews. */
export const usualRiskMatrix: RiskMatrix = [
  ['low', 'low', 'low', 'low', 'medium'],
  ['low', 'low', 'low', 'medium', 'medium'],
  ['low', 'low', 'medium', 'medium', 'high'],
  ['low', 'medium', 'medium', 'high', 'critical'],
  ['medium', 'medium', 'high', 'critical', 'critical'],
]

/** What is wrong with a matrix, and the cell where it is wrong (from 0), where it is one cell. */
export interface MatrixFault {
  readonly sentence: string
  readonly row?: number
  readonly column?: number
}

/**
 * Whether a matrix can be read: five rows of five severities, which never fall as likelihood or impact rises. One that
 * fell would call a threat milder because it got likelier, and a control could then make a threat worse.
 */
export function faultsOfMatrix(matrix: RiskMatrix): readonly MatrixFault[] {
  if (matrix.length !== steps)
    return [{ sentence: `A risk matrix has five rows, one for each likelihood; this one has ${matrix.length}.` }]
  const short = matrix.findIndex((row) => row.length !== steps)
  if (short >= 0) {
    const sentence = `A row of a risk matrix has five severities, one for each impact; the row of likelihood ${short + 1} has ${matrix[short]?.length ?? 0}.`
    return [{ sentence, row: short }]
  }
  return matrix.flatMap((row, likelihood) =>
    row.flatMap((word, impact): readonly MatrixFault[] => {
      const less = rankOf(matrix[likelihood - 1]?.[impact])
      const milder = rankOf(row[impact - 1])
      if (rankOf(word) >= Math.max(less, milder)) return []
      const than =
        rankOf(word) < less
          ? `likelihood ${likelihood} and impact ${impact + 1} (${matrix[likelihood - 1]?.[impact] ?? ''})`
          : `likelihood ${likelihood + 1} and impact ${impact} (${row[impact - 1] ?? ''})`
      const sentence = `Likelihood ${likelihood + 1} and impact ${impact + 1} is ${word}, milder than ${than}. A severity never falls as either rises.`
      return [{ sentence, row: likelihood, column: impact }]
    }),
  )
}

/** The matrix of a design: its own where it has one that can be read, else the usual one. */
export function riskMatrixOf({ riskMatrix }: { readonly riskMatrix?: RiskMatrix }): RiskMatrix {
  return riskMatrix === undefined || faultsOfMatrix(riskMatrix).length > 0 ? usualRiskMatrix : riskMatrix
}

function rankOf(word: RiskMatrix[number][number] | undefined): number {
  return word === undefined ? -1 : words.indexOf(word)
}
