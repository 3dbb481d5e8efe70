import { beforeEach, describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { dismissAllToasts, toastStore } from '../ui/toasts.ts'
import { designStore, editDesign, openedState, showDesign, undo } from './design-store.ts'
import { tellStep } from './tell-step.ts'

const design: Design = { format: 'lintel/design', version: 1, id: 'd-tell', name: 'Before' }
const rename = (name: string): boolean => editDesign(`Rename to ${name}`, (before) => ({ ...before, name }))
const told = (): readonly string[] => toastStore.getState().list.map(({ text }) => text)

beforeEach(() => {
  dismissAllToasts()
  showDesign(openedState(design))
})

describe('what is said of a step', () => {
  it('takes that step back', () => {
    rename('After')
    tellStep('Renamed.')
    toastStore.getState().list[0]?.action?.run()
    expect(designStore.getState().design.name).toBe('Before')
    expect(told()).toEqual([])
  })
  it('goes with the next step, which its "Undo" would take back in its place', () => {
    rename('Once')
    tellStep('Renamed once.')
    rename('Twice')
    expect(told()).toEqual([])
    tellStep('Renamed twice.')
    expect(told()).toEqual(['Renamed twice.'])
  })
  it('goes when it was taken back by other means, or another design is in front', () => {
    rename('After')
    tellStep('Renamed.')
    undo()
    expect(told()).toEqual([])
    rename('Again')
    tellStep('Renamed again.')
    showDesign(openedState({ ...design, id: 'd-other' }))
    expect(told()).toEqual([])
  })
})
