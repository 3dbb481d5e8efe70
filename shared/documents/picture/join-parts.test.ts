import { expect, it } from 'vitest'
import { partsJoiner } from './join-parts.ts'

it('tells the links that hold a picture together from those that it can do without', () => {
  const join = partsJoiner([{ from: 'a', to: 'b' }])
  expect(join({ from: 'b', to: 'a' })).toBe(false)
  expect(join({ from: 'c', to: 'd' })).toBe(true)
  expect(join({ from: 'd', to: 'a' })).toBe(true)
  expect(join({ from: 'c', to: 'b' })).toBe(false)
  expect(join({ from: 'e', to: 'e' })).toBe(false)
})
