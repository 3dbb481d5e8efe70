import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, type Formula, type InputNode, type OperationNode } from './formula.ts'
import { keyOf, swingsIn } from './formula-band.ts'
import { limitsOf } from './standing.ts'

const inputs = Array.from({ length: 5 }, (_, index): InputNode => {
  return {
    op: 'input',
    label: `Input ${index}`,
    value: index + 2,
    unit: 'count',
    low: index + 1.25,
    high: index + 4.5,
    provenance: { from: 'stated', on: `box-${index}`, field: 'amount' },
  }
})

const operations: readonly OperationNode['op'][] = ['sum', 'product', 'quotient', 'difference', 'max', 'min', 'ceil']

/** Few inputs, so that most of them stand in several places. */
const { formula: formulas } = fc.letrec<{ formula: Formula; operation: Formula }>((tie) => ({
  formula: fc.oneof({ maxDepth: 5 }, fc.constantFrom(...inputs), tie('operation')),
  operation: fc
    .record({ op: fc.constantFrom(...operations), of: fc.array(tie('formula'), { minLength: 2, maxLength: 4 }) })
    .map(({ op, of }): Formula => ({ op, of: op === 'ceil' ? of.slice(0, 1) : of })),
}))

describe('what moving one unknown does to a result', () => {
  it('is the difference of the formula at both ends, wherever the unknown stands in it', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const swings = swingsIn(formula)
        const value = evaluate(formula)
        for (const { node, atLow, atHigh } of swings.values()) {
          const at = (end: number | undefined): number =>
            evaluate(formula, (other) => (keyOf(other) === keyOf(node) ? (end ?? other.value) : other.value)) - value
          expect([atLow, atHigh]).toEqual([at(limitsOf(node)?.low), at(limitsOf(node)?.high)])
        }
      }),
    )
  })
  it('counts a number behind a number where the number stands', () => {
    const [a, b] = inputs
    if (!a || !b) throw new Error('There are two inputs.')
    const behind: InputNode = {
      op: 'input',
      label: 'Both',
      value: 5,
      unit: 'count',
      by: { op: 'sum', of: [a, b] },
      provenance: { from: 'derived' },
    }
    const swings = swingsIn({ op: 'product', of: [behind, a] })
    expect(swings.get(keyOf(a))).toMatchObject({ atLow: 1.25 * 4.25 - 10, atHigh: 4.5 * 7.5 - 10 })
    expect(swings.get(keyOf(b))).toMatchObject({ atLow: 2 * 4.25 - 10, atHigh: 2 * 7.5 - 10 })
  })
})
