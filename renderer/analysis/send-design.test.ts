import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { receiveDesign, sendDesign } from './send-design.ts'

const template = JSON.parse(
  readFileSync(new URL('../../resources/templates/customer-support-agent.lintel.json', import.meta.url), 'utf8'),
) as Design

describe('a design on its way to the worker', () => {
  it('goes whole the first time, and when it is another one', () => {
    expect(sendDesign(undefined, template)).toEqual({ whole: template })
    expect(sendDesign(template, { ...template, id: 'd-other' })).toEqual({ whole: { ...template, id: 'd-other' } })
  })

  it('takes along what an edit changed, from then on', () => {
    const held = structuredClone(template)
    const arrived = receiveDesign(held, structuredClone(sendDesign(template, { ...template, name: 'Another' })))
    expect(arrived).toEqual({ ...template, name: 'Another' })
    expect(arrived.components).toBe(held.components)
  })

  it('refuses an edit of a design that never came', () => {
    expect(() => receiveDesign(undefined, sendDesign(template, { ...template, name: 'Another' }))).toThrow(/before/)
  })
})
