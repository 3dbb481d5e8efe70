import type PptxGenJS from 'pptxgenjs'
import { expect, it } from 'vitest'
import { table } from '../../blocks.ts'
import { addTable } from './add-table.ts'
import { houseFrame, type } from './frame.ts'

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
