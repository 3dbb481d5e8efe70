import { describe, expect, it } from 'vitest'
import * as edits from './index.ts'
import { rag, agent } from '../testing/edited.ts'

describe('places', () => {
  it('move with the boundary, all of them in one step', () => {
    const after = edits.moveBoundary(rag, 'vpc', { x: 10, y: -5 })
    expect(after.views?.[0]?.places).toEqual({
      analyst: { x: 0, y: 160 },
      portal: { x: 0, y: 300 },
      orch: { x: 570, y: 295 },
      vpc: { x: 250, y: 75, w: 760, h: 620 },
    })
  })

  it('get a view when there is none, and keep what a new place leaves out', () => {
    const placed = edits.setPlaces(agent, { agent: { x: 5, y: 5, collapsed: true } })
    expect(placed.views).toEqual([
      { id: 'main', name: 'Everything', places: { agent: { x: 5, y: 5, collapsed: true } } },
    ])
    const again = edits.setPlace(placed, 'agent', { x: 6, y: 5 })
    expect(again.views?.[0]?.places?.['agent']).toEqual({ x: 6, y: 5, collapsed: true })
    expect(edits.setPlace(again, 'agent', { x: 6, y: 5 })).toBe(again)
    expect(edits.clearPlaces(again, ['agent']).views?.[0]?.places).toEqual({})
  })
})
