import { describe, expect, it } from 'vitest'
import { frameworks, titleOf } from './index.ts'
import { nameReference } from './name-reference.ts'
import { llmIdIn2025, owaspLlm } from './owasp.ts'

const print = (framework: string, edition: string, id: string): string =>
  nameReference({ framework, edition, id }).entry

describe('frameworks', () => {
  it('have unique ids, and editions with titles', () => {
    const ids = frameworks.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { editions } of frameworks) {
      for (const titles of Object.values(editions)) expect(Object.keys(titles).length).toBeGreaterThan(0)
    }
  })
  it('map each LLM risk of 2026 onto one of 2025, with the same title but where it was renamed', () => {
    const before = Object.values(llmIdIn2025)
    expect(new Set(before).size).toBe(10)
    const renamed = Object.entries(llmIdIn2025).filter(
      ([now, then]) => owaspLlm.editions['2026']?.[now] !== owaspLlm.editions['2025']?.[then],
    )
    expect(renamed.map(([now]) => now)).toEqual(['LLM08'])
  })
  it('are never printed as a bare id', () => {
    expect(print('owasp-llm', '2026', 'LLM03')).toBe('LLM03:2026 Excessive Agency (LLM06:2025)')
    expect(print('owasp-asi', '2025', 'ASI01')).toBe('ASI01:2025 Agent Goal Hijack')
    expect(print('cwe', '4', 'CWE-79')).toBe('CWE-79 Cross-site Scripting')
  })
  it('do not know what they do not hold', () => {
    expect(titleOf({ framework: 'owasp-llm', edition: '2023', id: 'LLM01' })).toBeUndefined()
  })
})
