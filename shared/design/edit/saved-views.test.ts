import { describe, expect, it } from 'vitest'
import type { Design } from '../design.ts'
import { parseDesign, printDesign } from '../file.ts'
import { removeElements } from './remove.ts'
import { moveView, saveView, savedViews, updateView } from './saved-views.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd-views',
  name: 'Views',
  components: [
    { id: 'a', name: 'A', kind: 'unknown' },
    { id: 'b', name: 'B', kind: 'unknown' },
  ],
  flows: [{ id: 'ab', from: 'a', to: 'b' }],
}
const saved = saveView(design, 'v', 'For the board', {
  perspective: 'neighbours',
  about: ['a'],
  overlay: 'owner',
  hide: ['b', 'ab'],
  window: [40, 20, 900],
})

describe('saved views', () => {
  it('come after the view that holds the drawing, which a design without one gets', () => {
    expect(saved.views?.map(({ name }) => name)).toEqual(['Everything', 'For the board'])
    expect(savedViews(saved).map(({ id }) => id)).toEqual(['v'])
    expect(savedViews(design)).toEqual([])
  })
  it('survive the file', () => {
    const read = parseDesign(printDesign(saved))
    expect(read.ok && read.value.design.views).toEqual(saved.views)
  })
  it('show something else when updated, under their name, and lose what they showed before', () => {
    const updated = updateView(saved, 'v', { perspective: 'deployment', window: [0, 0, 100] })
    expect(savedViews(updated)).toEqual([
      { id: 'v', name: 'For the board', perspective: 'deployment', window: [0, 0, 100] },
    ])
  })
  it('stand in the order that somebody gave them, in the file as well; the drawing stays first', () => {
    const three = saveView(saveView(saved, 'w', 'Owners', {}), 'x', 'Risks', {})
    const order = (of: Design) => savedViews(of).map(({ id }) => id)
    expect(order(moveView(three, 'x', 0))).toEqual(['x', 'v', 'w'])
    expect(order(moveView(three, 'v', 1))).toEqual(['w', 'v', 'x'])
    expect(order(moveView(three, 'v', 9))).toEqual(['w', 'x', 'v'])
    for (const [id, to] of [
      ['v', -1],
      ['x', 5],
      ['w', 1],
      ['unknown', 0],
    ] as const)
      expect(moveView(three, id, to)).toBe(three)
    const moved = moveView(three, 'x', 0)
    expect(moved.views?.[0]).toBe(three.views?.[0])
    const read = parseDesign(printDesign(moved))
    expect(read.ok && read.value.design.views).toEqual(moved.views)
  })
  it('forget what is removed from the design', () => {
    expect(savedViews(removeElements(saved, ['b']))).toEqual([
      {
        id: 'v',
        name: 'For the board',
        perspective: 'neighbours',
        about: ['a'],
        overlay: 'owner',
        window: [40, 20, 900],
      },
    ])
  })
})
