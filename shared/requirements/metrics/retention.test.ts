import { describe, expect, it } from 'vitest'
import type { Requirement } from '../../design/design.ts'
import { components, verify } from '../testing/verify-one.ts'

describe('retention', () => {
  const kept: Partial<Requirement> = { metric: 'retention', on: ['records'] }
  const twoStores = (days: number | undefined) => ({
    components: [
      ...components,
      {
        id: 'copy',
        name: 'Copy',
        kind: 'object-store',
        holds: ['records'],
        ...(days === undefined ? {} : { settings: { retentionDays: days } }),
      },
    ],
  })
  it('is that of the store, or the asset itself', () => {
    expect(verify({ ...kept, target: 365 })).toMatchObject({
      verdict: 'pass',
      arithmetic: 'Retention of "Records" in "Records" is 90\u202fdays; the target is at most 365\u202fdays.',
    })
    expect(verify({ ...kept, target: 30 }).verdict).toBe('fail')
    const own = { data: [{ id: 'records', name: 'Records', facts: { retentionDays: 7 } }] }
    expect(verify({ ...kept, target: 30 }, own).verdict).toBe('pass')
  })
  it('is asked for where nobody stated it, and has no verdict without a target', () => {
    expect(verify({ ...kept, target: 30, on: ['report'] })).toMatchObject({
      verdict: 'unknown',
      question: 'For how many days is "Report" kept?',
    })
    expect(verify({ ...kept, target: { unknown: true } }).verdict).toBe('unknown')
  })
  it('breaks a limit in one store, whatever the others do', () => {
    expect(verify({ ...kept, target: 365 }, twoStores(400))).toMatchObject({
      verdict: 'fail',
      elements: ['records', 'copy'],
    })
    expect(verify({ ...kept, target: 30 }, twoStores(undefined)).verdict).toBe('fail')
    expect(verify({ ...kept, target: 365 }, twoStores(undefined)).verdict).toBe('unknown')
  })
  it('meets a duty to keep by the store that keeps longest', () => {
    const duty: Partial<Requirement> = { ...kept, is: '>=', target: 180 }
    expect(verify(duty).verdict).toBe('fail')
    expect(verify(duty, twoStores(400)).verdict).toBe('pass')
    expect(verify(duty, twoStores(undefined)).verdict).toBe('unknown')
  })
  it('can be asked of a store, or of all in a boundary', () => {
    expect(verify({ ...kept, on: ['db'], target: 30 }).arithmetic).toContain('Retention of what "Records" holds')
    expect(verify({ ...kept, on: ['eu'], target: 30 }).verdict).toBe('fail')
  })
})
