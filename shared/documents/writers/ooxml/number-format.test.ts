import { expect, it } from 'vitest'
import { labelFormat } from './number-format.ts'

it('gives whole numbers no point, and others as many digits as all of them need', () => {
  expect(labelFormat([0, 200, 800])).toBe('0')
  expect(labelFormat([0, 0.5, 1])).toBe('0.0')
  expect(labelFormat([0.25, 3])).toBe('0.00')
  expect(labelFormat([])).toBe('0')
})

it('parts thousands by the thin blank of the text around it', () => {
  expect(labelFormat([0, 2000, 8000])).toBe('[>=1000]#"\u202f"##0;0')
  expect(labelFormat([5, 2_000_000])).toBe('[>=1000000]#"\u202f"##0"\u202f"##0;[>=1000]#"\u202f"##0;0')
})

it('parts thousands in a workbook as the country of its reader does', () => {
  expect(labelFormat([0, 2000, 8000], { separators: 'own' })).toBe('#,##0')
  expect(labelFormat([6083.33, 0.01, 0], { separators: 'own' })).toBe('[>=100]#,##0;[=0]0;#,##0.00')
})

it('leaves cents to small numbers where large ones stand beside them', () => {
  expect(labelFormat([6083.33, 0.01])).toBe('[>=1000]#"\u202f"##0;[>=100]0;0.00')
  expect(labelFormat([608.33, 0.01, 0])).toBe('[>=100]0;[=0]0;0.00')
})

it('says of a bar too short for its digits that it is less, not that it is nothing', () => {
  expect(labelFormat([7.03, 0.0018])).toBe('[=0]0;[<0.005]"<0.01";0.00')
})

it('hides what is nothing where a bar would have no length', () => {
  expect(labelFormat([5, 0], { zero: 'hidden' })).toBe('0;;')
  expect(labelFormat([250.5, 0], { zero: 'hidden' })).toBe('[>=100]0;[>0]0.0;')
  expect(labelFormat([2500, 0], { zero: 'hidden' })).toBe('[>=1000]#"\u202f"##0;[>0]0;')
})

it('never leaves a point that nothing follows', () => {
  for (const values of [[1], [1.5], [1.555, 1000], [-3.2, 400], [0.001, 3]])
    expect(labelFormat(values)).not.toMatch(/\.#|\.(;|$)/)
})

it('gives large numbers fewer digits than small ones beside them', () => {
  expect(labelFormat([6.2, 0.17], { zero: 'hidden' })).toBe('[>=1]0.0;[>0]0.00;')
  expect(labelFormat([30, 20, 0.8], { zero: 'hidden' })).toBe('[>=1]0;[>0]0.0;')
  expect(labelFormat([3.3, 9, 15], { zero: 'hidden' })).toBe('[>=10]0;[>0]0.0;')
})
