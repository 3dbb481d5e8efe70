import { expect, it } from 'vitest'
import { chart, list, paragraph, table } from '../../blocks.ts'
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

it('stands a table of many columns over the chart that it is shown with, and a small one beside it', () => {
  const bars = chart({ type: 'bar', categories: ['a'], series: [{ name: 's', values: [1] }], unit: 'USD' }, 'Bars')
  const wide = table(['A', 'B', 'C', 'D', 'E'], [['a', 'b', 'c', 'd', 'e']])
  const [above, below] = divideSlide([bars, wide], area)
  expect(above).toMatchObject({ area: { x: area.x, w: area.w }, blocks: [wide] })
  expect(below!.area.y).toBeGreaterThan(above!.area.y + above!.area.h)
  expect(below!.area.y + below!.area.h).toBeCloseTo(area.y + area.h)
  expect(divideSlide([bars, table(['A', 'B'], [['a', 'b']])], area)[0]?.blocks).toEqual([bars])
})
