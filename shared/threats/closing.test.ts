import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { anyFinding } from '../findings/testing/finding.ts'
import { box, miniDesign } from '../findings/testing/mini-design.ts'
import { closingOf } from './closing.ts'

describe('what closes a threat', () => {
  const closed = anyFinding({ anchors: ['c-b'], status: 'mitigated', treatedBy: 'k-one' })
  const standing = { id: 'k-one', type: 'sandbox', on: ['c-b'], status: 'inPlace' } as const
  const closingIn = (parts: Partial<Design>): string | undefined => closingOf(miniDesign(parts), closed)

  it('is named: a control by its own name or as the catalogue calls it, a gate by that of its box', () => {
    expect(closingIn({ controls: [{ ...standing, name: 'Throw-away machines' }] })).toBe('Throw-away machines')
    expect(closingIn({ controls: [standing] })).toBe('Sandbox')
    expect(closingIn({ controls: [{ ...standing, type: 'of-our-own' }] })).toBe('of-our-own')
    expect(closingIn({ components: [box('k-one', 'policy-gate', { name: 'Gate of amounts' })] })).toBe(
      'Gate of amounts',
    )
  })
  it('is nothing where a decision settles it, or nothing does', () => {
    const decided = { id: 'k-one', rule: 'X-01', on: ['c-b'], response: 'mitigate', reason: 'Done' } as const
    expect(closingIn({ treatments: [decided] })).toBeUndefined()
    expect(closingOf(miniDesign({ controls: [standing] }), { ...closed, status: 'accepted' })).toBeUndefined()
  })
})
