import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstPlace, leadOver } from './matrix.ts'
import type { Score } from './score.ts'
import { sensitivityOf } from './sensitivity.ts'

describe('how far a weight may move', () => {
  const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 })
  const cases = fc.record({
    rows: fc.array(scores, { minLength: 2, maxLength: 4 }),
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
    /** Which score nobody knows, if any. */
    hidden: fc.option(fc.tuple(fc.nat(3), fc.nat(2))),
  })
  const standingOf = ({ rows, hidden }: { rows: number[][]; hidden: [number, number] | null }) =>
    rows.map((row, option) => ({
      id: `o-${option}`,
      scores: row.map((value, criterion): Score =>
        hidden?.[0] === option && hidden[1] === criterion ? { low: 1, high: 5 } : { value, low: value, high: value },
      ),
    }))

  it('is what trying every weight finds', () => {
    fc.assert(
      fc.property(cases, ({ rows, weights, hidden }) => {
        const standing = standingOf({ rows, hidden })
        const first = firstPlace(standing, weights)
        if (first === undefined) return
        const criteria = weights.map((weight, row) => ({
          id: `c-${row}`,
          title: `c-${row}`,
          filledBy: 'people' as const,
          isMust: false,
          weight,
        }))
        for (const [row, { below, above, weight }] of sensitivityOf(criteria, standing, first).entries()) {
          const firstAt = (tried: number) =>
            firstPlace(
              standing,
              weights.map((each, index) => (index === row ? tried : each)),
            )
          for (let step = 0; step <= 400; step += 1) {
            const tried = step / 8
            const isInside =
              (below === undefined || tried > below + 1e-9) && (above === undefined || tried < above - 1e-9)
            const isOutside =
              (below !== undefined && tried <= below - 1e-9) || (above !== undefined && tried >= above + 1e-9)
            if (isInside) expect(firstAt(tried)).toBe(first)
            if (isOutside) expect(firstAt(tried)).not.toBe(first)
          }
          expect(below ?? 0).toBeLessThan(weight)
          expect(above ?? Infinity).toBeGreaterThan(weight)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('names who would take the place', () => {
    fc.assert(
      fc.property(cases, ({ rows, weights }) => {
        const standing = standingOf({ rows, hidden: null })
        const first = firstPlace(standing, weights)
        if (first === undefined) return
        const criteria = weights.map((weight, row) => ({
          id: `c-${row}`,
          title: '',
          filledBy: 'people' as const,
          isMust: false,
          weight,
        }))
        for (const [row, { below, above, weight, rival: taker }] of sensitivityOf(
          criteria,
          standing,
          first,
        ).entries()) {
          if (taker === undefined) continue
          const turn = below !== undefined && (above === undefined || weight - below <= above - weight) ? below : above
          const tried = weights.map((each, index) => (index === row ? (turn ?? each) : each))
          const [leader, rival] = [first, taker].map((id) => standing.find((each) => each.id === id)?.scores ?? [])
          expect(leadOver(leader ?? [], rival ?? [], tried)).toBeCloseTo(0, 9)
        }
      }),
      { numRuns: 60 },
    )
  })
})
