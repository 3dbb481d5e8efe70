import { describe, expect, it } from 'vitest'
import { overlaps } from '../../layout/box.ts'
import { cardHeight, cardWidth } from '../../layout/card.ts'
import { shape, arrow, model, read } from '../testing/draw-io.ts'

describe('what stands in what', () => {
  it('is read from the file, by parents, at any depth', () => {
    const { inside, design } = read(
      model(
        shape('v', 'Cloud account', [100, 100, 900, 700], 'swimlane;html=1;'),
        shape('w', 'Subnet', [50, 50, 500, 400], 'container=1;', 'v'),
        shape('g', '', [20, 20, 400, 200], 'group', 'w'),
        shape('a', 'Agent', [10, 10, 120, 60], 'html=1;', 'g'),
      ),
    )
    expect(inside).toEqual({ 'Cloud account': undefined, Subnet: 'Cloud account', Agent: 'Subnet' })
    const places = design.views?.[0]?.places ?? {}
    const of = (name: string) =>
      places[[...(design.components ?? []), ...(design.boundaries ?? [])].find((each) => each.name === name)?.id ?? '']
    // It grows with what stands in it: a card is wider than the shape was.
    expect(of('Cloud account')).toEqual({ x: 84, y: 94, w: 916, h: 706 })
    expect(of('Subnet')).toEqual({ x: 112, y: 134, w: 538, h: 416 })
    // Its middle is at 240, 210.
    expect(of('Agent')).toEqual({ x: 140, y: 174 })
  })

  it('is read from the drawing where the file does not say', () => {
    const { inside, readings } = read(
      model(
        shape('v', 'Back office', [0, 0, 900, 700]),
        shape('a', 'Agent', [100, 100, 120, 60]),
        shape('n', '', [300, 300, 400, 300]),
        shape('t', 'Data zone', [310, 305, 100, 20], 'text;'),
        shape('b', 'Vector store', [400, 400, 120, 60]),
      ),
    )
    expect(inside).toEqual({
      'Back office': undefined,
      'Data zone': 'Back office',
      Agent: 'Back office',
      'Vector store': 'Data zone',
    })
    expect(readings.find(({ name }) => name === 'Back office')).toMatchObject({ confidence: 'likely' })
  })

  it('a class with rows and a table are components', () => {
    const { components, design } = read(
      model(
        shape('c', 'Order', [0, 0, 160, 90], 'swimlane;childLayout=stackLayout;'),
        shape('r', 'id: number', [0, 30, 160, 20], 'text;', 'c'),
        shape('t', 'Customer', [400, 0, 160, 90], 'shape=table;container=1;'),
        shape('u', '', [0, 30, 160, 30], 'shape=tableRow;', 't'),
        shape('k', 'key', [0, 0, 60, 30], 'shape=partialRectangle;', 'u'),
        arrow('f', 'r', 'c'),
        arrow('g', 'r', 't'),
      ),
    )
    expect(components).toEqual(['Order', 'Customer'])
    expect(design.components?.[0]?.notes).toBe('id: number')
    expect(design.flows).toHaveLength(1)
  })

  it('cards lie on none another however close the icons are, and boundaries cover theirs', () => {
    const icons = Array.from({ length: 12 }, (_, index) =>
      shape(`i${index}`, `Agent ${index}`, [30 + (index % 4) * 120, 30 + Math.floor(index / 4) * 110, 48, 48], '', 'v'),
    )
    const { design } = read(model(shape('v', 'Zone', [0, 0, 520, 400], 'container=1;'), ...icons))
    const places = design.views?.[0]?.places ?? {}
    const cards = (design.components ?? []).map(({ id }) => ({
      w: cardWidth,
      h: cardHeight,
      x: 0,
      y: 0,
      ...places[id],
    }))
    const pairs = cards.flatMap((card, index) => cards.slice(index + 1).map((other) => overlaps(card, other)))
    expect(pairs).toHaveLength(66)
    expect(pairs).not.toContain(true)
    const zone = places[design.boundaries?.[0]?.id ?? '']
    expect(cards.every(({ x, y }) => zone !== undefined && x > zone.x && y > zone.y)).toBe(true)
  })
})
