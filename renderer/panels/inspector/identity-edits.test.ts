import { describe, expect, it } from 'vitest'
import { arrow, box, miniDesign } from '../../../shared/findings/testing/mini-design.ts'
import { changeElement, withField } from '../edits.ts'
import { addIdentity, identityFor } from './identity-edits.ts'

describe('a new identity', () => {
  it('is called after the box whose calls run as it, and is of an agent where that is one', () => {
    expect(identityFor(box('c-agent', 'agent'), 'i-1')).toEqual({ id: 'i-1', name: 'Agent account', type: 'agent' })
    expect(identityFor(box('c-desk', 'orchestrator'), 'i-1')).toMatchObject({ name: 'Desk account', type: 'service' })
    expect(identityFor(undefined, 'i-1')).toMatchObject({ name: 'New identity', type: 'service' })
  })

  it('is added and used in one change', () => {
    const design = miniDesign({
      components: [box('c-agent', 'agent'), box('c-mail', 'tool')],
      flows: [arrow('c-agent', 'c-mail')],
    })
    const after = addIdentity(design, identityFor(box('c-agent', 'agent'), 'i-1'), (next, as) =>
      changeElement(next, 'flows', 'a-agent-mail', (flow) => withField(flow, 'as', as)),
    )
    expect(after.identities?.map(({ id }) => id)).toEqual(['i-1'])
    expect(after.flows?.[0]?.as).toBe('i-1')
  })
})
