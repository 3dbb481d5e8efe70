import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { keepUnchanged } from './keep-unchanged.ts'

const template = JSON.parse(
  readFileSync(new URL('../../resources/templates/customer-support-agent.lintel.json', import.meta.url), 'utf8'),
) as Design
const [first, second, ...rest] = template.components ?? []
if (!first || !second) throw new Error('the template has components')

describe('a design that crossed from the page', () => {
  it('says what was sent, with the very objects of what stayed as it was', () => {
    const edited = { ...template, components: [{ ...first, name: 'Another' }, ...rest, second] }
    const kept = keepUnchanged(template, structuredClone(edited))
    expect(kept).toEqual(edited)
    expect(kept.components?.[0]).not.toBe(first)
    expect(kept.components?.at(-1)).toBe(second)
    expect(kept.flows).toBe(template.flows)
    expect(kept.prices).toBe(template.prices)
  })

  it('takes nothing for the same whose keys stand in another order, or whose text stands in another place', () => {
    const turned = Object.fromEntries(Object.entries(first).toReversed()) as unknown as typeof first
    const kept = keepUnchanged(template, structuredClone({ ...template, components: [turned, second, ...rest] }))
    expect(Object.keys(kept.components?.[0] ?? {})).toEqual(Object.keys(turned))
    expect(kept.components?.[1]).toBe(second)
  })

  it('takes nothing from another design', () => {
    const other = structuredClone({ ...template, id: 'd-other' })
    expect(keepUnchanged(template, other)).toBe(other)
  })
})
