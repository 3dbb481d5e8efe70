import { expect, it } from 'vitest'
import { callout, chart, diagram, facts, list, paragraph, strong, table } from '../../blocks.ts'
import { fittingSize, textsHeight } from './add-texts.ts'
import { houseFrame, type as sizes } from './frame.ts'
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

it('leaves a chart under a table room for the name of each bar', () => {
  const categories = Array.from({ length: 6 }, (_, index) => `Model ${index}`)
  const bars = chart(
    { type: 'bar', categories, series: [{ name: 's', values: categories.map(() => 1) }], unit: 'USD' },
    'Bars',
  )
  const row = ['a', 'b', 'c', 'd', 'e']
  const [above, below] = divideSlide([table(row, [row, row, row, row, row, row]), bars], { ...area, h: 4.2 })
  expect(above!.area.h).toBeGreaterThan(1)
  expect(below!.area.h).toBeGreaterThan(2.6)
})

it('has a wide picture make room for all that is said under it', () => {
  const picture = { width: 1600, height: 300, boundaries: [], nodes: [], edges: [] }
  const words = 'What can happen is that somebody who may not reads what nobody meant to show. '
  const said = [list([words.repeat(3), words.repeat(3), words]), callout('pass', 'What helps', words)]
  const [above, left] = divideSlide([diagram(picture, 'The path.'), ...said], { ...area, h: 4 })
  expect(left!.area.h).toBeGreaterThanOrEqual(textsHeight(left!.blocks, left!.area.w, sizes.bodySmallest))
  expect(above!.area.h).toBeGreaterThan(1.3)
})

it('sets words no smaller for the sake of tiles beside them', () => {
  const tiles = facts({ A: [strong('1')], B: [strong('2')], C: [strong('3')], D: [strong('4')], E: [strong('5')] })
  const [, right] = divideSlide([list(['one']), tiles], { ...area, h: 3 })
  expect(fittingSize(right!.blocks, right!.area)).toBe(sizes.bodyLargest)
})
