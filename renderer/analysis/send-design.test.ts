import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { receiveDesign, sendDesign } from './send-design.ts'

const template = JSON.parse(
  readFileSync(new URL('../../resources/templates/customer-support-agent.lintel.json', import.meta.url), 'utf8'),
) as Design

/** As the worker has it: nothing is shared with the page. */
const held = structuredClone(template)

function cross(now: Design, before = template): Design {
  return receiveDesign(held, structuredClone(sendDesign(before, now)))
}

describe('a design on its way to the worker', () => {
  it('goes whole the first time, and when it is another one', () => {
    expect(sendDesign(undefined, template)).toEqual({ whole: template })
    expect(sendDesign(template, { ...template, id: 'd-other' })).toEqual({ whole: { ...template, id: 'd-other' } })
  })

  it('takes only what an edit changed along', () => {
    const [first, ...rest] = template.components ?? []
    if (first === undefined) throw new Error('the template has components')
    const edited = { ...template, components: [{ ...first, name: 'Another' }, ...rest] }
    const sent = sendDesign(template, edited)
    const places = rest.map((_, index) => index + 1)
    expect(sent).toMatchObject({ edit: { values: {}, lists: { components: [{ name: 'Another' }, ...places] } } })
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

  it('refuses an edit of a design that never came', () => {
    expect(() => receiveDesign(undefined, sendDesign(template, { ...template, name: 'Another' }))).toThrow(/before/)
  })
})
