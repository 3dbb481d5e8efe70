import { beforeEach, describe, expect, it } from 'vitest'
import { dismissNudge, isNudging, nudgeStore, offerNudges } from './nudges.ts'

const seen = (id: 'add' | 'findings' | 'numbers', design: string) => isNudging(nudgeStore.getState(), id, design)

beforeEach(() => nudgeStore.setState({ dismissed: [] }, true))

describe('nudges', () => {
  it('are seen in the first design from a template, and in no later one', () => {
    expect(seen('add', 'first')).toBe(false)
    offerNudges('first')
    offerNudges('second')
    expect(seen('add', 'first')).toBe(true)
    expect(seen('add', 'second')).toBe(false)
  })

  it('go one by one and never come back', () => {
    offerNudges('first')
    dismissNudge('add')
    offerNudges('first')
    expect(seen('add', 'first')).toBe(false)
    expect(seen('findings', 'first')).toBe(true)
  })
})
