import { expect, it } from 'vitest'
import { someOf } from './numbers.ts'

it.each([
  [3, 2, '2 of them severe'],
  [3, 3, 'all of them severe'],
  [3, 0, 'none of them severe'],
  [1, 1, 'severe'],
  [1, 0, 'not severe'],
])('of %d, %d are "%s"', (several, some, words) => {
  expect(someOf(several, some, 'severe')).toBe(words)
})
