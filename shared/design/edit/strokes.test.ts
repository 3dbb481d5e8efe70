import { describe, expect, test } from 'vitest'
import type { Design, Stroke } from '../design.ts'
import { diffDesigns } from '../diff.ts'
import { parseDesign, printDesign } from '../file.ts'
import { blankDesign } from './blank.ts'
import { setPlace } from './place.ts'
import { addStroke, removeStrokes, strokesOf } from './strokes.ts'

const line: Stroke = {
  points: [
    [0, 0],
    [40, 20],
  ],
}
const dot: Stroke = { points: [[7, 9]], ink: 'blue' }
const design: Design = setPlace(blankDesign('d-1', 'Board'), 'c-1', { x: 0, y: 0 })

describe('strokes of a pen', () => {
  test('lie on the drawing, the newest last, and leave all else as it was', () => {
    const drawn = addStroke(addStroke(design, line), dot)
    expect(strokesOf(drawn)).toEqual([line, dot])
    expect(drawn.views?.[0]?.places).toBe(design.views?.[0]?.places)
  })

  test('are wiped off one by one or all at once, and leave nothing behind', () => {
    const drawn = addStroke(addStroke(design, line), dot)
    expect(strokesOf(removeStrokes(drawn, new Set([0])))).toEqual([dot])
    expect(removeStrokes(drawn, new Set([0, 1]))).toEqual(design)
    expect(removeStrokes(drawn)).toEqual(design)
  })

  test('wiping where nothing is changes nothing', () => {
    expect(removeStrokes(design)).toBe(design)
    const drawn = addStroke(design, line)
    expect(removeStrokes(drawn, new Set())).toBe(drawn)
  })

  test('a design without a view gets one to draw on', () => {
    expect(strokesOf(addStroke(blankDesign('d-2', 'Empty'), dot))).toEqual([dot])
  })

  test('are no difference in meaning, and come back from a file as they were', () => {
    const drawn = addStroke(addStroke(design, line), dot)
    expect(diffDesigns(design, drawn)).toEqual([])
    const read = parseDesign(printDesign(drawn))
    expect(read.ok && strokesOf(read.value.design)).toEqual([line, dot])
  })
})
