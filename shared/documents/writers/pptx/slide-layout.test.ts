import { expect, it } from 'vitest'
import { list, paragraph, table } from '../../blocks.ts'
import { houseFrame } from './frame.ts'
import { divideSlide } from './slide-layout.ts'

const area = houseFrame.content

it('gives a table the width of the slide, whatever stands beside it in the outline', () => {
  const blocks = [table(['A', 'B'], [['a', 'b']]), paragraph('What it says.'), list(['one'])]
  expect(divideSlide(blocks, area)).toEqual([{ area, blocks }])
})

it('stands text beside text', () => {
  const [left, right] = divideSlide([list(['one']), list(['two'])], area)
  expect(left?.area.w).toBeLessThan(area.w / 2)
  expect(right?.area.x).toBeGreaterThan(area.x + area.w / 2)
})
