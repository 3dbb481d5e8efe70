import { expect, it } from 'vitest'
import type { Design } from '../../../shared/design/design.ts'
import { checkInvariants } from '../../../shared/design/invariants/check-invariants.ts'
import { vocabulary } from '../../../shared/vocabulary.ts'
import { withMeasureHeld } from './framing-edits.ts'

it('makes a requirement of a measure and ties the two together', () => {
  const measure = { id: 'm', name: 'Minutes a question', aim: '20 min' }
  const design: Design = {
    format: 'lintel/design',
    version: 1,
    id: 'd',
    name: 'D',
    framing: { measures: [measure, { id: 'n', name: 'Other' }] },
  }
  const held = withMeasureHeld(design, measure, 'nfr-1')
  expect(held.requirements).toMatchObject([{ id: 'nfr-1', name: 'Minutes a question', target: 1_200_000 }])
  expect(held.framing?.measures).toEqual([
    { ...measure, requirement: 'nfr-1' },
    { id: 'n', name: 'Other' },
  ])
  expect(checkInvariants(held, vocabulary).filter(({ level }) => level === 'error')).toEqual([])
})
