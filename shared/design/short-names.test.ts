import { expect, it } from 'vitest'
import type { Design } from './design.ts'
import { shortenNames } from './short-names.ts'

const long = 'x'.repeat(10_000)
const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'Research',
  components: [
    { id: 'a', kind: 'user', name: 'Analyst' },
    { id: 'b', kind: 'llm-api', name: 'Model' },
  ],
  flows: [{ id: 'f', from: 'a', to: 'b' }],
}

it('returns a design of ordinary names as it is', () => {
  expect(shortenNames(design)).toBe(design)
})

it('shortens long names only, and shares the rest', () => {
  const [first, second] = design.components ?? []
  if (first === undefined || second === undefined) throw new Error('the design has two components')
  const short = shortenNames({ ...design, name: long, components: [first, { ...second, name: long }] })
  expect(short.name).toHaveLength(120)
  expect(short.components?.[0]).toBe(first)
  expect(short.components?.[1]?.name).toMatch(/^x+\.\.\.$/)
  expect(short.components?.[1]?.name).toHaveLength(120)
  expect(short.flows).toBe(design.flows)
})
