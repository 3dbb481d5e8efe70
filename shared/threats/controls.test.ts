import { describe, expect, it } from 'vitest'
import { controls, findControl } from './controls.ts'

describe('controls', () => {
  it('have unique types, a title and one sentence', () => {
    expect(new Set(controls.map(({ type }) => type)).size).toBe(controls.length)
    for (const { type, title, does } of controls) {
      expect(type).toMatch(/^[a-z]+(-[a-z]+)*$/u)
      expect(title).toMatch(/^[A-Z]/u)
      expect(does).toMatch(/\.$/u)
    }
  })
  it('say which of them can close a threat: a filter made of a model never does', () => {
    expect(findControl('policy-gate')?.strength).toBe('deterministic')
    expect(findControl('injection-filter')?.strength).toBe('probabilistic')
    expect(findControl('nothing')).toBeUndefined()
  })
})
