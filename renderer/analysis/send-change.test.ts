import { assert, constantFrom, jsonValue, oneof, property, record, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameInOrder } from '../../shared/design/same-json.ts'
import { applyChange, changeBetween, createHearer, createTeller } from './send-change.ts'

const json = jsonValue({ maxDepth: 4 })
/** Lists as the engines make them: with ids, ranked anew each time. */
const ranked = uniqueArray(record({ id: constantFrom('a', 'b', 'c', 'd'), says: json }), { selector: ({ id }) => id })
const answer = oneof(json, ranked)

describe('what changed in an answer', () => {
  it('makes of the old one exactly the new one', () => {
    assert(
      property(answer, answer, (before, now) => {
        const arrived = applyChange(before, structuredClone(changeBetween(before, now)))
        expect(sameInOrder(arrived, now)).toBe(true)
      }),
    )
  })

  it('is nothing when the same is said again, and the old object stays', () => {
    assert(
      property(answer, (value) => {
        expect(applyChange(value, changeBetween(value, structuredClone(value)))).toBe(value)
      }),
    )
  })

  it('leaves alone what stayed, in another place too', () => {
    const before = {
      rank: 1,
      findings: [
        { id: 'a', places: ['x'] },
        { id: 'b', places: ['y', 'z'] },
      ],
    }
    const now = structuredClone({
      rank: 1,
      findings: [before.findings[1], { id: 'c', places: [] }, before.findings[0]],
    })
    const arrived = applyChange(before, changeBetween(before, now)) as typeof before
    expect(arrived).toEqual(now)
    expect(arrived.findings[0]).toBe(before.findings[1])
    expect(arrived.findings[2]).toBe(before.findings[0])
  })

  it('is small when little changed', () => {
    const before = {
      findings: Array.from({ length: 100 }, (_, index) => ({ id: `f${index}`, text: 'long '.repeat(50) })),
    }
    const now = { findings: before.findings.map((each) => (each.id === 'f7' ? { ...each, text: 'short' } : each)) }
    expect(JSON.stringify(changeBetween(before, now)).length).toBeLessThan(500)
  })

  it('is heard as it was told, one after another', () => {
    const tell = createTeller()
    const hear = createHearer()
    for (const value of [
      { a: 1 },
      { a: 1 },
      { a: [1, 2] },
      { a: [2, 2, 3] },
      undefined,
      null,
      { b: undefined },
      [{}],
    ]) {
      expect(hear(structuredClone(tell(value)))).toStrictEqual(value)
    }
  })
})
