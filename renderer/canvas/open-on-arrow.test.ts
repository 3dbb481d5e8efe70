import { describe, expect, it } from 'vitest'
import type { Design, Id, Place } from '../../shared/design/design.ts'
import { mainView } from '../../shared/design/edit/place.ts'
import { foldDesign } from '../../shared/layout/fold.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { openOnArrow } from './open-on-arrow.ts'

const places: Record<Id, Place> = {
  zone: { x: 250, y: -60, w: 300, h: 400 },
  user: { x: 0, y: 0 },
  agent: { x: 280, y: 0 },
  model: { x: 600, y: 0 },
  below: { x: 20, y: 300 },
}

function designWith(more: Readonly<Record<Id, Partial<Place>>> = {}): Design {
  const stated = Object.fromEntries(Object.entries(places).map(([id, place]) => [id, { ...place, ...more[id] }]))
  return {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'Room',
    boundaries: [{ id: 'zone', name: 'Zone' }],
    components: [
      { id: 'user', name: 'User', kind: 'user' },
      { id: 'agent', name: 'Agent', kind: 'agent', in: 'zone' },
      { id: 'model', name: 'Model', kind: 'llm-api' },
      { id: 'below', name: 'Below', kind: 'cache' },
    ],
    flows: [
      { id: 'asks', from: 'user', to: 'agent' },
      { id: 'calls', from: 'user', to: 'model' },
    ],
    views: [{ id: 'main', name: 'All', places: stated }],
  }
}

function open(design: Design, arrow: Id, corner: { x: number; y: number }, home?: Id) {
  const all = placesOf(design)
  const opened = openOnArrow(design, { places: all, drawn: foldDesign(design, all) }, arrow, { corner, home })
  return { corner: opened.corner, places: mainView(opened.design)?.places ?? {} }
}

describe('room in the middle of an arrow', () => {
  it('opens before the boundary that the other end stands in, and takes all beyond along', () => {
    const { corner, places: after } = open(designWith(), 'asks', { x: 120, y: 0 })
    expect(after['zone']?.x).toBe(530)
    expect(after['agent']?.x).toBe(560)
    expect(after['model']?.x).toBe(880)
    expect(after['user']).toEqual(places['user'])
    expect(after['below']).toEqual(places['below'])
    expect(corner.x).toBe(264)
  })

  it('leaves all where it is when the newcomer crowds nobody', () => {
    expect(open(designWith(), 'asks', { x: 100, y: 500 })).toEqual({ corner: { x: 100, y: 500 }, places })
  })

  it('finds a free spot where an end is locked in place', () => {
    const design = designWith({ zone: { locked: true } })
    const { corner, places: after } = open(design, 'asks', { x: 120, y: 0 })
    expect(after).toEqual(mainView(design)?.places)
    expect(corner).not.toEqual({ x: 120, y: 0 })
  })

  it('stretches a boundary across the line, and moves what is collapsed as one', () => {
    const wide = designWith({ zone: { x: -40, w: 900 } })
    expect(open(wide, 'calls', { x: 190, y: 0 }).places['zone']).toMatchObject({ x: -40, w: 900 })
    const close = designWith({ zone: { x: -40, y: 100, w: 900 }, model: { x: 260 } })
    expect(open(close, 'calls', { x: 130, y: 0 }).places['zone']).toMatchObject({ x: -40, w: 1168 })
    const folded = designWith({ zone: { collapsed: true } })
    const { places: after } = open(folded, 'asks', { x: 120, y: 0 })
    expect((after['agent']?.x ?? 0) - 280).toBe((after['zone']?.x ?? 0) - 250)
  })
})
