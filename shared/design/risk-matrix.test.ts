import { assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RiskMatrix } from './design.ts'
import { faultsOfMatrix, riskMatrixOf, usualRiskMatrix } from './risk-matrix.ts'

const words = ['low', 'medium', 'high', 'critical'] as const
const put = (row: number, column: number, word: (typeof words)[number]): RiskMatrix =>
  usualRiskMatrix.map((each, index) => (index === row ? each.with(column, word) : each))

describe('a risk matrix', () => {
  it('is sound as it ships', () => expect(faultsOfMatrix(usualRiskMatrix)).toEqual([]))

  it('is refused with a sentence where it is no 5 x 5', () => {
    expect(faultsOfMatrix(usualRiskMatrix.slice(1)).map(({ sentence }) => sentence)).toEqual([
      'A risk matrix has five rows, one for each likelihood; this one has 4.',
    ])
    expect(faultsOfMatrix(usualRiskMatrix.map((row, index) => (index === 2 ? row.slice(2) : row)))).toEqual([
      {
        sentence: 'A row of a risk matrix has five severities, one for each impact; the row of likelihood 3 has 3.',
        row: 2,
      },
    ])
  })

  it('names the cell at which it falls, along likelihood and along impact', () => {
    expect(faultsOfMatrix(put(4, 4, 'low'))).toEqual([
      {
        sentence:
          'Likelihood 5 and impact 5 is low, milder than likelihood 4 and impact 5 (critical). A severity never falls as either rises.',
        row: 4,
        column: 4,
      },
    ])
    expect(faultsOfMatrix(put(0, 3, 'medium').with(1, ['low', 'low', 'low', 'medium', 'medium']))).toEqual([])
    expect(faultsOfMatrix(put(0, 3, 'high')).map(({ row, column }) => [row, column])).toEqual([
      [0, 4],
      [1, 3],
    ])
  })

  it('is the usual one where the design has none that can be read', () => {
    const own = put(2, 4, 'critical')
    expect(riskMatrixOf({})).toBe(usualRiskMatrix)
    expect(riskMatrixOf({ riskMatrix: put(4, 4, 'low') })).toBe(usualRiskMatrix)
    expect(riskMatrixOf({ riskMatrix: own })).toBe(own)
  })

  it('that is accepted never falls, whichever cell somebody changed', () => {
    const cell = record({
      row: integer({ min: 0, max: 4 }),
      column: integer({ min: 0, max: 4 }),
      word: constantFrom(...words),
    })
    const rank = (matrix: RiskMatrix, row: number, column: number): number =>
      words.indexOf(matrix[row]?.[column] ?? 'low')
    assert(
      property(cell, ({ row, column, word }) => {
        const matrix = riskMatrixOf({ riskMatrix: put(row, column, word) })
        for (let i = 0; i < 5; i += 1)
          for (let j = 0; j < 4; j += 1)
            if (rank(matrix, i, j + 1) < rank(matrix, i, j) || rank(matrix, j + 1, i) < rank(matrix, j, i)) return false
        return true
      }),
    )
  })
})
