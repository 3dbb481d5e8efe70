import { expect, it } from 'vitest'
import { labelFormat } from './number-format.ts'

it('gives whole numbers no point, and others as many digits as all of them need', () => {
  expect(labelFormat([0, 2000, 8000])).toBe('#,##0')
  expect(labelFormat([0, 0.5, 1])).toBe('0.0')
  expect(labelFormat([0.25, 3])).toBe('0.00')
  expect(labelFormat([])).toBe('#,##0')
})

it('leaves cents to small numbers where large ones stand beside them', () => {
  expect(labelFormat([6083.33, 0.01, 0])).toBe('[>=100]#,##0;[=0]0;#,##0.00')
})

it('hides what is nothing where a bar would have no length', () => {
  expect(labelFormat([5, 0], 'hidden')).toBe('#,##0;;')
  expect(labelFormat([250.5, 0], 'hidden')).toBe('[>=100]#,##0;[>0]0.0;')
})

it('never leaves a point that nothing follows', () => {
  for (const values of [[1], [1.5], [1.555, 1000], [-3.2, 400]]) expect(labelFormat(values)).not.toMatch(/\.#|\.(;|$)/)
})
