import { describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { nextInReading, readingOrder } from './reading-order.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'Order',
  boundaries: [{ id: 'zone', name: 'Zone' }],
  components: [
    { id: 'below', name: 'Below', kind: 'client' },
    { id: 'right', name: 'Right', kind: 'client' },
    { id: 'left', name: 'Left', kind: 'user' },
    { id: 'nowhere', name: 'Nowhere', kind: 'user' },
  ],
  flows: [
    { id: 'second', from: 'right', to: 'below' },
    { id: 'first', from: 'left', to: 'right' },
    { id: 'lost', from: 'left', to: 'nowhere' },
  ],
}
const at = (x: number, y: number) => ({ x, y, w: 200, h: 72 })
const places = { zone: at(-40, -80), left: at(0, 12), right: at(300, 0), below: at(0, 200) }

describe('reading order', () => {
  it('goes from the top left to the bottom right, then along the arrows; what stands nowhere is not read', () => {
    expect(readingOrder(design, places)).toEqual(['zone', 'left', 'right', 'below', 'first', 'second'])
  })

  it('begins at the first, or going back at the last, and ends at the ends', () => {
    const order = readingOrder(design, places)
    expect(nextInReading(order, undefined, false)).toBe('zone')
    expect(nextInReading(order, undefined, true)).toBe('second')
    expect(nextInReading(order, 'left', false)).toBe('right')
    expect(nextInReading(order, 'left', true)).toBe('zone')
    expect(nextInReading(order, 'second', false)).toBeUndefined()
    expect(nextInReading(order, 'elsewhere', false)).toBeUndefined()
  })
})
