import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from './design.ts'
import { applyEdit, editBetween } from './design-edit.ts'

const template = JSON.parse(
  readFileSync(new URL('../../resources/templates/customer-support-agent.lintel.json', import.meta.url), 'utf8'),
) as Design

/** The same design elsewhere: nothing is shared with the one that is edited. */
const held = structuredClone(template)

function cross(now: Design): Design {
  return applyEdit(held, structuredClone(editBetween(template, now)))
}

describe('what leads from one design to another', () => {
  it('holds only what changed', () => {
    const [first, ...rest] = template.components ?? []
    if (first === undefined) throw new Error('the template has components')
    const edited = { ...template, components: [{ ...first, name: 'Another' }, ...rest] }
    const edit = editBetween(template, edited)
    const places = rest.map((_, index) => index + 1)
    expect(edit).toMatchObject({ values: {}, lists: { components: [{ name: 'Another' }, ...places] } })
    const arrived = cross(edited)
    expect(arrived).toEqual(edited)
    expect(arrived.components?.[1]).toBe(held.components?.[1])
    expect(arrived.flows).toBe(held.flows)
  })

  it('arrives as it is, whatever was added, removed, moved or changed, and in the same order', () => {
    const lists = (['components', 'flows', 'boundaries', 'workloads'] as const).filter((name) => template[name])
    const change = fc.record({
      type: fc.constantFrom('drop', 'turn', 'rename', 'leave', 'spoil'),
      list: fc.constantFrom(...lists),
      at: fc.nat(30),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        let now: Record<string, unknown> = { ...template }
        for (const { type, list, at } of changes) {
          const items = [...((now[list] ?? []) as object[])]
          if (type === 'drop') items.splice(at, 1)
          if (type === 'turn') items.reverse()
          if (type === 'rename' && items[at] !== undefined) items[at] = { ...items[at], name: 'Another' }
          // A faulty file may hold anything.
          const spoilt = type === 'spoil' ? [...items, 0] : items
          const { [list]: _left, ...others } = now
          now = type === 'leave' ? { ...others, name: 'Another' } : { ...now, [list]: spoilt }
        }
        const arrived = cross(now as unknown as Design)
        expect(arrived).toEqual(now)
        expect(Object.keys(arrived)).toEqual(Object.keys(now))
      }),
    )
  })
})
