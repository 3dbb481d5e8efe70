import { describe, expect, it } from 'vitest'
import { anyFinding } from '../../shared/findings/testing/finding.ts'
import { countCells, type Coverage } from '../../shared/threats/coverage/coverage.ts'
import {
  followThreats,
  placeInWalk,
  startThreatWalk,
  stationAt,
  stationsOf,
  walkBack,
  walkForward,
  walkToCells,
} from './threat-walk.ts'

const threat = (id: string) => anyFinding({ id, lenses: ['threat'] })
const cell = (on: string, state: 'notConsidered' | 'open', method: 'stride' | 'linddun' = 'stride') =>
  ({ on, method, letter: 'S', state, reasons: [] }) as const
const none = countCells([])
const coverage: Coverage = {
  rows: [
    { on: 'c-a', name: 'A', type: 'process', layer: 'L1', cells: [cell('c-a', 'notConsidered')] },
    {
      on: 'c-b',
      name: 'B',
      type: 'store',
      layer: 'L2',
      cells: [cell('c-b', 'open'), cell('c-b', 'notConsidered', 'linddun')],
    },
    { on: 'f-c', name: 'C', type: 'flow', layer: 'L2', cells: [cell('f-c', 'notConsidered')] },
  ],
  total: { stride: none, linddun: none },
  byLetter: { stride: {}, linddun: {} },
  byLayer: {},
  byList: [],
}
const stations = stationsOf([threat('t-1'), anyFinding({ id: 'check' }), threat('t-2')], coverage)

describe('the walk through the threats', () => {
  it('goes through open threats, then through what no rule considered on boxes', () => {
    expect(stations.map(({ id }) => id)).toEqual(['t-1', 't-2', 'c-a S'])
  })
  it('passes over what was decided, and takes up what has come', () => {
    const walk = startThreatWalk(stations)
    const later = stationsOf([threat('t-2'), threat('t-3')], coverage)
    const followed = followThreats(walk, later)
    expect(stationAt(followed, later)?.id).toBe('t-2')
    expect(followed.order.at(-1)).toBe('t-3')
  })
  it('counts what a person raised on the way apart from what nobody has looked at', () => {
    const atCell = walkToCells(startThreatWalk(stations), stations)
    const later = stationsOf([threat('t-1'), threat('t-2'), threat('t-own')], coverage)
    const followed = followThreats(atCell, later)
    expect(placeInWalk(followed)).toBe('1 of 1 that nobody has looked at')
    const last = walkForward(followed, later)
    expect(stationAt(last, later)?.id).toBe('t-own')
    expect(placeInWalk(last)).toBe('Raised since, 1 of 1')
    expect(placeInWalk(walkForward(last, later))).toBe('')
  })
  it('goes back, on to the cells, and ends behind the last', () => {
    const second = walkForward(startThreatWalk(stations), stations)
    expect(stationAt(walkBack(second, stations), stations)?.id).toBe('t-1')
    const cells = walkToCells(second, stations)
    expect(stationAt(cells, stations)?.id).toBe('c-a S')
    expect(stationAt(walkForward(cells, stations), stations)).toBeUndefined()
  })
})
