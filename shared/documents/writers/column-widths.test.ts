import { array, assert, double, integer, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnWidths, widestWord } from './column-widths.ts'
import type { Column, Text } from '../outline.ts'

/** Every letter is as wide as one unit. */
const needOf = (cell: Text): { readonly word: number; readonly line: number } => {
  const words = cell.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('')
  return { word: widestWord(words, (word) => word.length), line: words.length }
}
const widths = (columns: readonly Column[], rows: readonly (readonly string[])[], width: number): readonly number[] =>
  columnWidths(
    columns,
    rows.map((row) => row.map((cell) => [cell])),
    width,
    needOf,
  ).map(Math.round)

describe('columnWidths', () => {
  it('follows the weights where every column has use for its share', () => {
    const long = 'words '.repeat(40)
    expect(widths([{ title: 'A', width: 3 }, { title: 'B' }], [[long, long]], 80)).toEqual([60, 20])
  })

  it('gives what a column of short words does not need to those that do', () => {
    const rows = [['yes', 'words '.repeat(40)]]
    expect(widths([{ title: 'A' }, { title: 'B' }], rows, 80)).toEqual([3, 77])
  })

  it('keeps the proportions of a table whose cells all stand in one line', () => {
    expect(widths([{ title: 'A' }, { title: 'B' }], [['ab', 'cd']], 80)).toEqual([40, 40])
  })

  it('breaks no word while there is room', () => {
    const rows = [['anthropic', 'words '.repeat(40)]]
    expect(
      widths(
        [
          { title: 'A', width: 0.01 },
          { title: 'B', width: 1 },
        ],
        rows,
        60,
      )[0],
    ).toBe(9)
  })

  it('always fills the width', () => {
    const cells = array(tuple(string(), string(), string()), { maxLength: 5 })
    const weights = tuple(...[1, 2, 3].map(() => double({ min: 0.01, max: 9, noNaN: true })))
    assert(
      property(cells, weights, integer({ min: 10, max: 500 }), (rows, own, width) => {
        const found = columnWidths(
          own.map((weight, index) => ({ title: `T${index}`, width: weight })),
          rows.map((row) => row.map((cell) => [cell])),
          width,
          needOf,
        )
        expect(found.every((each) => each >= 0)).toBe(true)
        expect(found.reduce((sum, each) => sum + each, 0)).toBeCloseTo(width, 5)
      }),
    )
  })
})

it('takes a code and a date for one word, and parts other words at their hyphens', () => {
  const widest = (words: string): number => widestWord(words, (word) => word.length)
  expect(widest('as P-02 says')).toBe('P-02'.length)
  expect(widest('on 2026-08-01')).toBe('2026-08-01'.length)
  expect(widest('well-built')).toBe('built'.length)
})
