import { describe, expect, it } from 'vitest'
import type { Design, Link, Requirement } from '../../../shared/design/design.ts'
import type { RequirementResult } from '../../../shared/estimate/requirement-result.ts'
import { waive, waiversOf } from '../../../shared/requirements/waiver.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'
import { usualStart } from '../../../shared/requirements/sets/requirement-set.ts'
import { stretchText, withMetric } from './metric-options.ts'
import {
  draftOf,
  evidenceGap,
  linkOf,
  readingOf,
  requirementTitle,
  withEvidence,
  withWaiver,
} from './requirement-edits.ts'

const design: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'D' }
const requirement: Requirement = { id: 'r', metric: 'quality.groundedness', is: '>=', target: 0.95, priority: 'must' }
const result: RequirementResult = {
  requirement: 'r',
  verdict: 'fail',
  verification: 'evidence',
  value: 0.9,
  low: 0.9,
  high: 0.9,
  arithmetic: 'x',
  elements: [],
}
describe('another metric', () => {
  const first: Requirement = {
    id: 'r-1',
    name: 'First words',
    metric: 'latency.first',
    aggregate: 'p95',
    is: '<=',
    target: 1500,
    priority: 'must',
    rationale: 'People look elsewhere.',
    source: usualStart,
  }
  it('takes the name and the reasons of a start that nobody has agreed to along', () => {
    expect(withMetric(first, 'quality.groundedness')).toEqual({
      id: 'r-1',
      priority: 'must',
      metric: 'quality.groundedness',
      ...findMetric('quality.groundedness')?.usual,
    })
  })
  it('leaves what somebody stands behind', () => {
    const agreed = withMetric({ ...first, source: 'Head of Research' }, 'quality.groundedness')
    expect(agreed).toMatchObject({
      name: 'First words',
      rationale: 'People look elsewhere.',
      source: 'Head of Research',
    })
  })
})

const draft = { response: 'accept', reason: ' A pilot ', approver: 'CTO office', until: '2027-05-31' } as const

it('a requirement without a name is called after its metric', () => {
  expect(requirementTitle(requirement)).toBe('Groundedness')
  expect(requirementTitle({ ...requirement, name: 'Sourced' })).toBe('Sourced')
})

describe('a waiver', () => {
  it('is what the verdict reads, with what was true when it was signed', () => {
    const waived = withWaiver(design, requirement, result, draft, 'w-1')
    expect(waived.treatments).toEqual([
      {
        id: 'w-1',
        rule: 'requirement',
        on: ['r'],
        response: 'accept',
        reason: 'A pilot',
        approver: 'CTO office',
        until: '2027-05-31',
        basis: { severity: 'fail', facts: { metric: 'quality.groundedness', target: '0.95', value: '0.9' } },
      },
    ])
    const on = (today: string) => waive(result, requirement, { design: waived, today, nameOf: (id) => id }).verdict
    expect([on('2027-05-31'), on('2027-06-01')]).toEqual(['waived', 'fail'])
  })

  it('takes the place of the one before, in the variant that is shown', () => {
    const shown = { ...design, shown: 'v' }
    const twice = ['w-1', 'w-2'].reduce((next, id) => withWaiver(next, requirement, result, draft, id), shown as Design)
    expect(waiversOf(twice, 'r').map(({ id, variant }) => [id, variant])).toEqual([['w-2', 'v']])
  })
})

describe('evidence', () => {
  const old: Link = { title: 'Judged: 0.91', date: '2026-01-10' }
  const recent: Link = { title: 'Judged: 96 %', date: '2026-10-10', by: 'Quality', url: 'https://example.org' }

  it('is added, changed and removed in its place; none is no list', () => {
    const one = withEvidence(requirement, 0, old)
    const two = withEvidence(one, 1, recent)
    expect(two.evidence).toEqual([old, recent])
    expect(withEvidence(two, 0, { ...old, by: 'Quality' }).evidence).toEqual([{ ...old, by: 'Quality' }, recent])
    expect(withEvidence(two, 0, undefined).evidence).toEqual([recent])
    expect(withEvidence(one, 0, undefined)).toEqual(requirement)
  })

  it('is collected in texts, of which empty ones are absent', () => {
    expect(linkOf(draftOf(recent))).toEqual(recent)
    expect(linkOf({ title: ' Judged: 0.9 ', date: '', by: ' ', url: '' })).toEqual({ title: 'Judged: 0.9' })
    expect(evidenceGap({ title: ' ', date: '2026-01-01', by: '', url: '' })).toContain('Say what')
    expect(evidenceGap({ title: 'Judged: 0.9', date: '', by: '', url: '' })).toContain('the day')
    expect(evidenceGap(draftOf(old))).toBeUndefined()
  })

  it('says what is read from it', () => {
    expect(readingOf(recent, [old, recent])).toBe('Counts: 96\u202f% is compared with the target.')
    expect(readingOf(old, [old, recent])).toBe('Says 91\u202f%; a newer one counts.')
    expect(readingOf({ title: 'Went well' }, [old])).toContain('Without a date')
    const wordy = { title: 'Went well', date: '2026-11-01' }
    expect(readingOf(wordy, [old, wordy])).toContain('No single value')
  })
})

it('a stretch reads in the unit of its metric', () => {
  expect(stretchText(undefined, requirement)).toBeUndefined()
  expect(stretchText(findMetric('latency.full'), { ...requirement, stretch: 1500 })).toBe('1.5\u202fs')
  expect(stretchText(undefined, { ...requirement, stretch: ['EU', 'CH'] })).toBe('EU, CH')
})
