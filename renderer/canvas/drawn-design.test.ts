import { describe, expect, it } from 'vitest'
import { blankDesign } from '../../shared/design/edit/blank.ts'
import { addComponent, addFlow, rename } from '../../shared/design/edit/index.ts'
import type { Design } from '../../shared/design/design.ts'
import { createDrawnKeeper } from './drawn-design.ts'

const two = addComponent(addComponent(blankDesign('d', 'Notes'), { id: 'a', name: 'A', kind: 'service' }), {
  id: 'b',
  name: 'B',
  kind: 'service',
})
const design = addFlow(two, { id: 'f', from: 'a', to: 'b' })

function withComponent(change: object): Design {
  return {
    ...design,
    components: (design.components ?? []).map((one) => (one.id === 'a' ? { ...one, ...change } : one)),
  }
}

describe('what is drawn of a design', () => {
  it('is the very same after an edit of a setting, of a note and of what is no element', () => {
    const keep = createDrawnKeeper()
    const before = keep(design)
    expect(keep(withComponent({ settings: { p50Ms: 12 }, notes: 'slow' }))).toBe(before)
    expect(keep({ ...design, requirements: [], name: 'Renamed' })).toBe(before)
    expect(keep(structuredClone(design))).toBe(before)
  })
  it.each([
    ['name', { name: 'Other' }],
    ['kind', { kind: 'vector-store' }],
    ['product', { product: 'qdrant' }],
    ['boundary', { in: 'z' }],
    ['scope', { outOfScope: 'of another team' }],
  ])('is another with another %s of a component, and keeps the arrows', (_what, change) => {
    const keep = createDrawnKeeper()
    const before = keep(design)
    const after = keep(withComponent(change))
    expect(after.components).not.toBe(before.components)
    expect(after.components[0]).toMatchObject(change)
    expect(after.flows).toBe(before.flows)
  })
  it('is another with a component or an arrow more, or another name of an arrow', () => {
    const keep = createDrawnKeeper()
    const drawn = [
      design,
      two,
      rename(design, 'f', 'asks'),
      addComponent(design, { id: 'c', name: 'C', kind: 'service' }),
    ]
    expect(new Set(drawn.map(keep)).size).toBe(4)
  })
})
