import { expect, it } from 'vitest'
import { researchRagDesign } from '../../design/testing/fixtures.ts'
import type { Design } from '../../design/design.ts'
import { withheldThings } from './withheld.ts'

it('lists what is marked internal in words, and what goes with it', () => {
  const [flow] = researchRagDesign.flows!.filter(({ to }) => to === 'review')
  const design: Design = {
    ...researchRagDesign,
    components: researchRagDesign.components!.map((one) => (one.id === 'review' ? { ...one, internal: true } : one)),
    assumptions: [{ id: 'as-x', statement: 'Margin is 40 %', status: 'open', internal: true }],
    treatments: [{ id: 't-x', rule: 'r', on: [], response: 'accept', reason: 'Not worth it', internal: true }],
  }
  const things = withheldThings(design)
  const words = new Map(things.map((thing) => [thing.id, `${thing.type}: ${thing.words}`]))
  expect(words.get('as-x')).toBe('Assumption: Margin is 40 %')
  expect(words.get('t-x')).toBe('Treatment: Not worth it')
  expect(things.find(({ id }) => id === 'review')).toMatchObject({ type: 'Component' })
  expect(things.find(({ id }) => id === flow!.id)).toMatchObject({ type: 'Arrow', follows: true })
  expect(withheldThings(researchRagDesign)).toEqual([])
})
