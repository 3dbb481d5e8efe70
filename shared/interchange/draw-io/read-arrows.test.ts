import { describe, expect, it } from 'vitest'
import { shape, arrow, model, read, two } from '../testing/draw-io.ts'

describe('arrows', () => {
  it('have labels of their own and on them, and lead where their heads are', () => {
    const label = shape('l', 'over TLS', [0, 0, 0, 0], 'edgeLabel;', 'f')
    const { arrows, readings } = read(
      model(
        ...two,
        arrow('f', 'a', 'b', 'asks'),
        label,
        arrow('g', 'a', 'b', 'back', 'startArrow=classic;endArrow=none;'),
        arrow('h', 'a', 'b', 'line', 'endArrow=none;'),
      ),
    )
    expect(arrows).toEqual([
      'Agent > Vector store asks, over TLS',
      'Vector store > Agent back',
      'Agent > Vector store line',
    ])
    expect(readings.find(({ name }) => name === 'line')).toMatchObject({ confidence: 'guess' })
  })

  it('keep the bends that a hand made, from start to end, apart as the cards are', () => {
    const bends = (...points: readonly (readonly [number, number])[]): string =>
      `<Array as="points">${points.map(([x, y]) => `<mxPoint x="${x}" y="${y}"/>`).join('')}</Array>`
    const { design } = read(
      model(
        ...two,
        arrow('f', 'a', 'b', '', '', bends([60, 200], [360, 200])),
        arrow('g', 'a', 'b', '', 'startArrow=classic;endArrow=none;', bends([60, -200], [360, -300])),
        arrow('h', 'a', 'b', '', '', bends([70, 30])),
      ),
    )
    const [first, turned, covered] = (design.flows ?? []).map(({ id }) => design.views?.[0]?.routes?.[id]?.points)
    expect(first).toEqual([
      [60, 200],
      [360, 200],
    ])
    expect(turned).toEqual([
      [360, -300],
      [60, -200],
    ])
    expect(covered).toBeUndefined()
  })

  it('mean what an end is drawn close to; others are listed with the reason', () => {
    const point = (x: number, y: number, as: string): string => `<mxPoint x="${x}" y="${y}" as="${as}"/>`
    const { arrows, leftOut } = read(
      model(
        ...two,
        shape('z', 'Zone', [0, 300, 400, 300], 'swimlane;'),
        shape('c', 'Cache', [20, 40, 120, 60], '', 'z'),
        arrow('near', 'a', '', 'near', '', point(290, 30, 'targetPoint')),
        arrow('far', 'a', '', '', '', point(900, 900, 'targetPoint')),
        arrow('loose', '', '', 'loose', '', point(900, 900, 'sourcePoint')),
        arrow('zone', 'a', 'z', 'zone'),
        arrow('self', 'a', 'a', 'self'),
      ),
    )
    expect(arrows).toEqual(['Agent > Vector store near'])
    expect(leftOut).toEqual([
      'The arrow from "Agent" was left out: its end is joined to nothing.',
      'The arrow "loose" was left out: each end is joined to nothing.',
      'The arrow "zone" was left out: its end is joined to the boundary "Zone", and arrows join components.',
      'The arrow "self" was left out: it leads to where it starts.',
    ])
  })
})
