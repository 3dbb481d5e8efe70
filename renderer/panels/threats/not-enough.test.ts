import { describe, expect, it } from 'vitest'
import type { Control } from '../../../shared/design/design.ts'
import { anyFinding } from '../../../shared/findings/testing/finding.ts'
import { threats } from '../../../shared/threats/catalog/index.ts'
import { notEnough } from './not-enough.ts'

const rule = threats.find(({ id }) => id === 'P-01')
const rating = { likelihood: 4, impact: 4, why: 'So.' }
const judge: Control = { id: 'k-judge', type: 'model-judge', name: 'Judge', on: ['c-agent'], status: 'inPlace' }
const namesOf = (softenedBy?: string) =>
  notEnough(
    [judge],
    rule,
    anyFinding({ rule: 'P-01', rating: { ...rating, ...(softenedBy === undefined ? {} : { softenedBy }) } }),
  ).map(({ control, standing }) => [control, standing])

describe('what does not close a threat', () => {
  it('is each soft control of its rule, with the reason', () => {
    expect(namesOf()).toEqual((rule?.softenedBy ?? []).map(({ control }) => [control, undefined]))
    expect(notEnough([], undefined, anyFinding({}))).toEqual([])
  })

  it('begins with the one that stands in its way: a control of the design, or a box on the drawing', () => {
    const controls = new Set((rule?.softenedBy ?? []).map(({ control }) => control))
    expect(namesOf('k-judge')[0]).toEqual(['model-judge', 'k-judge'])
    expect(namesOf('c-guard')[0]).toEqual(['injection-filter', 'c-guard'])
    for (const standing of ['k-judge', 'c-guard'])
      expect(new Set(namesOf(standing).map(([control]) => control))).toEqual(controls)
  })
})
