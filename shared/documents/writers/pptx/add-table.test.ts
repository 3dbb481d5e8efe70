import type PptxGenJS from 'pptxgenjs'
import { expect, it } from 'vitest'
import { table } from '../../blocks.ts'
import { addTable } from './add-table.ts'
import type { Block } from '../../outline.ts'
import { houseFrame, type } from './frame.ts'
import { inchesWide } from './text-runs.ts'

const area = houseFrame.content

/** Where a table of so many rows ends, in inches, and what stands above it. */
function placed(count: number) {
  const rows = Array.from({ length: count }, (_, index) => [`Row ${index}`, 'number'])
  let words = ''
  let bottom = Number.NaN
  const slide = {
    addText: (text: string) => (words = text),
    addTable: (_rows: unknown, { y = 0, rowH = [] }: { readonly y?: number; readonly rowH?: readonly number[] }) => {
      bottom = y + rowH.reduce((sum, height) => sum + height, 0)
    },
  }
  const block = table(['What', 'Is a'], rows)
  if (block.type !== 'table') throw new Error('A table is a table')
  addTable(slide as unknown as PptxGenJS.Slide, block, area, type.table)
  return { words, bottom }
}

it.each([3, 14, 18, 25, 60])('keeps a table of %i rows above what stands under it', (count) => {
  const { words, bottom } = placed(count)
  expect(bottom).toBeLessThanOrEqual(area.y + area.h + 0.03)
  expect(words).toMatch(count > 18 ? /^\d+ more not shown$/ : /^$|not shown$/)
})

it('keeps a number with its band and a date on one line, however little weight their columns have', () => {
  const widths = widthsOf(
    table(
      [
        { title: 'Phase', width: 9 },
        { title: 'By', width: 1 },
        { title: 'Cost a month then', align: 'right', width: 1 },
      ],
      [
        [
          'A phase with a name that goes on for long enough to want all of the width there is',
          '2027-06-01',
          '$70k ($40k–110k)',
        ],
      ],
    ),
  )
  expect(widths[1]).toBeGreaterThan(inchesWide('2027-06-01', type.table))
  expect(widths[2]).toBeGreaterThan(inchesWide('$70k ($40k–110k)', type.table))
})

it('stands a few rows apart, and fills no slide with them', () => {
  const [few, many] = [placed(3), placed(12)].map(({ bottom }) => bottom - area.y)
  expect(few! / 4).toBeGreaterThan(many! / 13)
  expect(few).toBeLessThan(area.h)
})

/** Inches of the columns as they are placed. */
function widthsOf(block: Block): readonly number[] {
  let widths: readonly number[] = []
  const slide = {
    addText: () => undefined,
    addTable: (_rows: unknown, { colW = [] }: { readonly colW?: readonly number[] }) => (widths = colW),
  }
  if (block.type !== 'table') throw new Error('A table is a table')
  addTable(slide as unknown as PptxGenJS.Slide, block, area, type.table)
  return widths
}
