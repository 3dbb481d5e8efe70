import { beforeEach, describe, expect, it } from 'vitest'
import { viewStore } from '../store/view-store.ts'
import { endWalk, goTo, showWalk, stageStore, type StageStep } from './stage-store.ts'

const step = (id: string): StageStep => ({ focus: [id], flow: `f-${id}`, caption: id, circumstances: [] })
const steps = ['a', 'b', 'c'].map(step)
const lit = (): readonly [string | undefined, number | undefined] => {
  const { highlighted } = viewStore.getState()
  return [highlighted?.id, highlighted?.firstStep]
}

describe('a walk', () => {
  beforeEach(() => {
    endWalk()
    showWalk({ title: 'Ask', steps, own: false })
  })
  it('lights one step after the other, with its number, and stays at the ends', () => {
    expect(lit()).toEqual(['walk:0', 1])
    goTo(2)
    expect(lit()).toEqual(['walk:2', 3])
    goTo(7)
    expect(stageStore.getState().at).toBe(2)
    goTo(-1)
    expect(lit()).toEqual(['walk:0', 1])
  })
  it('ends with its light', () => {
    endWalk()
    expect(lit()).toEqual([undefined, undefined])
    expect(stageStore.getState().steps).toEqual([])
  })
  it('is left when something else is lit, which stays lit', () => {
    viewStore.getState().highlight({ id: 'P-02@a', rule: 'P-02', title: 'x', severity: 'high', elements: ['a'] })
    expect(stageStore.getState().steps).toEqual([])
    expect(lit()[0]).toBe('P-02@a')
  })
})
