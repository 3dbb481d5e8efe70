import { describe, expect, it } from 'vitest'
import { callout, chart, heading, list, paragraph, table } from '../blocks.ts'
import { isIntroduced, keepsNextItem, keepsNextRow, startOfEnding } from './page-breaks.ts'

const rowsOf = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, row) => [`row ${row}`])
const textsOf = (count: number) => rowsOf(count).map((row) => row.map((cell) => [cell]))

describe('the end of a document', () => {
  const last = table(['A'], rowsOf(3))

  it('is its last table', () => {
    expect(startOfEnding([heading(2, 'One'), paragraph('a'), last])).toBe(2)
  })

  it('is the last table with the few words after it, headings included', () => {
    expect(startOfEnding([paragraph('a'), last, list(['b', 'c']), heading(2, 'Two'), paragraph('d')])).toBe(1)
  })

  it('is no more than its last words where they are long', () => {
    expect(startOfEnding([last, paragraph('Words. '.repeat(200)), paragraph('d')])).toBe(2)
  })

  it('begins after what is no words and no table', () => {
    expect(startOfEnding([last, callout('accent', 'Title', 'Words.'), paragraph('d')])).toBe(2)
    expect(startOfEnding([])).toBe(0)
  })
})

it('leaves no row and no item of a list alone on a page', () => {
  const kept = (count: number): readonly boolean[] => textsOf(count).map((_, row) => keepsNextRow(row, textsOf(count)))
  expect(kept(3)).toEqual([true, true, false])
  expect(kept(10)).toEqual([true, ...Array.from({ length: 7 }, () => false), true, false])
  expect([0, 1, 2, 3, 4].map((item) => keepsNextItem(item, 5))).toEqual([true, false, false, true, false])
  expect(keepsNextItem(0, 1)).toBe(false)
})

it('knows what words before it speak of: a chart as well as a table, and no further words', () => {
  const bars = chart({ type: 'bar', unit: 's', categories: ['a'], series: [{ name: 'b', values: [1] }] }, 'Bars')
  expect([bars, table(['A'], rowsOf(1)), list(['a'])].map(isIntroduced)).toEqual([true, true, true])
  expect([paragraph('a'), heading(2, 'One'), undefined].map(isIntroduced)).toEqual([false, false, false])
})
