import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../shared/design/problem.ts'
import { faultsOf, faultyFields } from './faults.ts'

const problem = (element: string, path: string): Problem => ({
  code: 'E12',
  level: 'warning',
  sentence: `Something is wrong at ${path}.`,
  path,
  element,
})
const problems = [
  problem('daily', 'workloads[0].arrivals.rate'),
  problem('daily', 'workloads[0].mix'),
  problem('model', 'components[2].settings.gpus'),
  problem('model', 'components[2].product'),
]
const pathsOf = (found: readonly Problem[]) => found.map(({ path }) => path)

describe('what is wrong', () => {
  it('is said at the field that it speaks of', () => {
    expect(pathsOf(faultsOf(problems, 'daily', { at: 'rate' }))).toEqual(['workloads[0].arrivals.rate'])
    expect(faultsOf(problems, 'daily', { at: 'peakFactor' })).toEqual([])
    expect(faultsOf(problems, 'other', { at: 'rate' })).toEqual([])
  })
  it('is said at the element where no field shows it', () => {
    expect(pathsOf(faultsOf(problems, 'daily', { notAt: ['rate'] }))).toEqual(['workloads[0].mix'])
    expect(pathsOf(faultsOf(problems, 'model', { notAt: ['settings'] }))).toEqual(['components[2].product'])
    expect(faultsOf(problems, 'model', { notAt: [] })).toHaveLength(2)
  })
  it('opens the fields that it is at, and takes no collection for one', () => {
    expect([...faultyFields(problems, 'model')]).toEqual(expect.arrayContaining(['settings', 'gpus', 'product']))
    expect(faultyFields(problems, 'model').has('components')).toBe(false)
  })
})
