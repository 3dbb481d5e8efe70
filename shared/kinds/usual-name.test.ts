import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { becomeKind, freshName } from './usual-name.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd-one',
  name: 'Gates',
  boundaries: [{ id: 'b-cache', name: 'Cache' }],
  components: [
    { id: 'c-gate', kind: 'policy-gate', name: 'Policy gate' },
    { id: 'c-second', kind: 'policy-gate', name: 'Policy gate 2' },
    { id: 'c-limits', kind: 'policy-gate', name: 'Policy gate of refunds' },
    { id: 'c-guard', kind: 'guardrail', name: 'Guardrail' },
  ],
}
const boxIn = ({ components = [] }: Design, id: string) => components.find((each) => each.id === id)

describe('the name of a box', () => {
  it('is its kind, with a number where that is taken', () => {
    expect(freshName(design, 'Memory')).toBe('Memory')
    expect(freshName(design, 'Cache')).toBe('Cache 2')
    expect(freshName(design, 'Policy gate')).toBe('Policy gate 3')
  })

  it('follows the kind while nobody has given it another, and comes back with it', () => {
    const guarded = becomeKind(design, 'c-gate', 'guardrail')
    expect(boxIn(guarded, 'c-gate')).toMatchObject({ kind: 'guardrail', name: 'Guardrail 2' })
    expect(boxIn(becomeKind(design, 'c-second', 'human-approval'), 'c-second')?.name).toBe('Human approval')
    expect(boxIn(becomeKind(guarded, 'c-gate', 'policy-gate'), 'c-gate')).toEqual(boxIn(design, 'c-gate'))
  })

  it('stays where a person gave it, and where nothing changes', () => {
    expect(boxIn(becomeKind(design, 'c-limits', 'guardrail'), 'c-limits')).toMatchObject({
      kind: 'guardrail',
      name: 'Policy gate of refunds',
    })
    expect(becomeKind(design, 'c-gate', 'policy-gate')).toBe(design)
    expect(becomeKind(design, 'c-nobody', 'guardrail')).toBe(design)
  })
})
