import { describe, expect, it } from 'vitest'
import type { Design } from '../design.ts'
import { blankDesign } from './blank.ts'
import { removeElements } from './remove.ts'
import { addSlide, moveSlide, removeSlide, setCaption, slidesOf } from './slides.ts'

const design: Design = {
  ...blankDesign('d', 'Walk'),
  components: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id.toUpperCase(), kind: 'service' })),
}
const captions = (one: Design): readonly string[] => slidesOf(one).map(({ caption }) => caption)

describe('the pictures of a walkthrough', () => {
  const two = addSlide(addSlide(design, ['a']), ['a', 'b', 'c', 'd'])
  it('are added with the names of what they show', () => {
    expect(slidesOf(two)).toEqual([
      { focus: ['a'], caption: 'A' },
      { focus: ['a', 'b', 'c', 'd'], caption: 'A, B, C and 1 more' },
    ])
    expect(addSlide(design, [])).toBe(design)
  })
  it('change places, captions, and go', () => {
    expect(captions(moveSlide(two, 1, -1))).toEqual(['A, B, C and 1 more', 'A'])
    expect(moveSlide(two, 0, -1)).toBe(two)
    expect(captions(setCaption(two, 0, 'The front door'))[0]).toBe('The front door')
    expect(setCaption(two, 5, 'None')).toBe(two)
    expect(captions(removeSlide(two, 0))).toEqual(['A, B, C and 1 more'])
    expect(removeSlide(removeSlide(two, 1), 0).views?.[0]).not.toHaveProperty('slides')
  })
  it('lose what the design loses', () => {
    expect(slidesOf(removeElements(two, ['a'])).map(({ focus }) => focus)).toEqual([[], ['b', 'c', 'd']])
  })
  it('keep where everything stands', () => {
    const placed: Design = { ...design, views: [{ id: 'v', name: 'Main', places: { a: { x: 1, y: 2 } } }] }
    expect(addSlide(placed, ['a']).views?.[0]?.places).toEqual({ a: { x: 1, y: 2 } })
  })
})
