import { describe, expect, it } from 'vitest'
import { heading, paragraph, table } from '../../blocks.ts'
import { housePages } from './measures.ts'
import { fillOfPage } from './page-fill.ts'

describe('fillOfPage', () => {
  const line = paragraph('One line of words.')

  it('counts on from what stands before, over pages', () => {
    const alone = fillOfPage([line], housePages)
    expect(alone).toBeGreaterThan(0.02)
    expect(alone).toBeLessThan(0.04)
    expect(fillOfPage([line, line], housePages, 300)).toBeCloseTo(2 * alone + 300 / 728.5)
    expect(fillOfPage([line], housePages, 728)).toBeCloseTo(alone)
    expect(fillOfPage([], housePages, 728.5 + 100)).toBeCloseTo(100 / 728.5)
  })

  it('takes a heading to the page of what it opens', () => {
    const both = fillOfPage([heading(2, 'Title'), line], housePages)
    expect(fillOfPage([heading(2, 'Title'), line], housePages, 690)).toBeCloseTo(both)
  })

  it('takes a short table to the next page as a whole, and breaks a long one', () => {
    const rows = (count: number): readonly (readonly string[])[] => Array.from({ length: count }, () => ['a', 'b'])
    const short = table(['A', 'B'], rows(6))
    expect(fillOfPage([short], housePages, 640)).toBeCloseTo(fillOfPage([short], housePages))
    const long = table(['A', 'B'], rows(20))
    expect(fillOfPage([long], housePages, 640)).toBeLessThan(fillOfPage([long], housePages))
  })

  it('gives rows the lines that their widest words need', () => {
    const words = (text: string): number => fillOfPage([table(['A', 'B'], [[text, 'b']])], housePages)
    expect(words('Words of a cell. '.repeat(20))).toBeGreaterThan(2 * words('Words of a cell.'))
  })
})
