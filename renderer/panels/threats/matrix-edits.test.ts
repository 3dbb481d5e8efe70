import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultsOfMatrix, usualRiskMatrix } from '../../../shared/design/risk-matrix.ts'
import { type Finding, severities } from '../../../shared/findings/finding.ts'
import { anyFinding } from '../../../shared/findings/testing/finding.ts'
import { miniDesign } from '../../../shared/findings/testing/mini-design.ts'
import { changeCell, highestPlace, nextSeverity, stepSeverity, withCell } from './matrix-edits.ts'

const step = fc.integer({ min: 1, max: 5 })

describe('a cell of the matrix', () => {
  it('takes whatever it is given, and the matrix stays one that can be read', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, step, fc.constantFrom(...severities)), { maxLength: 12 }), (changes) => {
        let matrix = usualRiskMatrix
        for (const [likelihood, impact, severity] of changes) {
          matrix = withCell(matrix, likelihood, impact, severity)
          expect(matrix[likelihood - 1]?.[impact - 1]).toBe(severity)
          expect(faultsOfMatrix(matrix)).toEqual([])
        }
      }),
    )
  })
  it('leaves alone what need not follow', () => {
    const raised = withCell(usualRiskMatrix, 3, 3, 'high')
    expect(raised[0]).toEqual(usualRiskMatrix[0])
    expect(raised[3]?.[2]).toBe('high')
  })
  it('goes round when pressed, and stops at the ends when stepped', () => {
    expect(['low', 'medium', 'high', 'critical'].map((one) => nextSeverity(one as 'low'))).toEqual([
      'medium',
      'high',
      'critical',
      'low',
    ])
    expect(stepSeverity('critical', 1)).toBe('critical')
    expect(stepSeverity('high', -1)).toBe('medium')
  })
  it('is kept in the design until it is the usual one again', () => {
    const design = miniDesign({})
    const own = changeCell(design, 1, 1, 'medium')
    expect(own.riskMatrix?.[0]?.[0]).toBe('medium')
    const back = changeCell(changeCell(design, 5, 1, 'high'), 5, 1, 'medium')
    expect(back.riskMatrix?.[4]?.[0]).toBe('medium')
    expect(changeCell(design, 1, 1, 'low')).toBe(design)
  })
})

describe('the cell that the matrix opens on', () => {
  const at = (likelihood: number, impact: number): Finding =>
    anyFinding({ residual: { likelihood, impact, severity: 'low', why: '' } })

  it('is the highest that holds a threat, by what is at stake where two are alike', () => {
    expect(highestPlace([at(2, 2), at(4, 3), at(3, 4), at(1, 5)], 'residual')).toEqual(
      expect.objectContaining({ likelihood: 3, impact: 4 }),
    )
  })
  it('is none where nothing is rated', () => {
    expect(highestPlace([], 'residual')).toBeUndefined()
    expect(highestPlace([anyFinding({})], 'inherent')).toBeUndefined()
  })
})
