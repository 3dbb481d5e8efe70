import { describe, expect, it } from 'vitest'
import { arrow, box, miniDesign } from '../../../shared/findings/testing/mini-design.ts'
import { changeElement, withField } from '../edits.ts'
import { addIdentity, identityFor, unusedIdentities } from './identity-edits.ts'

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

describe('identities as which nothing runs', () => {
  const identity = (id: string) => ({ id, name: id, type: 'service' as const })
  const design = miniDesign({
    components: [box('c-agent', 'agent', { as: 'i-agent' }), box('c-mail', 'tool')],
    flows: [arrow('c-agent', 'c-mail', { as: 'i-mail' })],
    identities: [identity('i-agent'), identity('i-mail'), identity('i-old')],
  })
  const named = (shown = design, document = shown) => unusedIdentities(shown, document).map(({ id }) => id)

  it('are those that neither a box nor an arrow names', () => {
    expect(named()).toEqual(['i-old'])
    expect(named(miniDesign({}))).toEqual([])
  })

  it('are not those that an option needs, while the base is shown', () => {
    const changes = { flows: { 'a-agent-mail': { as: 'i-old' } } }
    const document = { ...design, variants: [{ id: 'v-other', name: 'Other', type: 'option' as const, changes }] }
    expect(named(document)).toEqual([])
    expect(named(design, { ...document, shown: 'v-other' })).toEqual(['i-old'])
  })
})
