import { assert, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Id } from '../design.ts'
import { runs } from '../testing/arbitrary-design.ts'
import * as edits from './index.ts'
import { newIds } from '../testing/edited.ts'

describe('ids', () => {
  it('are shaped like their kind, and new', () => {
    expect(newIds(1)('LLM API!', new Set())).toMatch(/^llm-api-[2-9a-z]{4}$/)
    assert(
      property(nat(), (seed) => {
        const next = newIds(seed)
        const taken = new Set<Id>()
        for (let count = 0; count < 50; count += 1) {
          const id = next('tool', taken)
          expect(taken.has(id)).toBe(false)
          taken.add(id)
        }
      }),
      runs(20),
    )
  })

  it('come even from a broken source of chance', () => {
    const taken = new Set(['tool-2222', 'tool-22222'])
    for (let length = 4; length < 30; length += 1) taken.add(`tool-${'2'.repeat(length)}`)
    expect(taken.has(edits.newId('tool', taken, () => 0))).toBe(false)
  })
})
