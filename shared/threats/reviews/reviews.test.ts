import { assert, constantFrom, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ThreatReview } from '../../design/design.ts'
import type { Finding } from '../../findings/finding.ts'
import { anyFinding } from '../../findings/testing/finding.ts'
import { changesSinceReview, type Movement, movements } from './compare-reviews.ts'
import { makeReview } from './make-review.ts'

const threat = (rule: string, more: Partial<Finding> = {}): Finding => anyFinding({ rule, lenses: ['threat'], ...more })
const review = (date: string, ...findings: readonly Finding[]): ThreatReview =>
  makeReview(findings, { id: `v-${date}`, date, by: 'Ada' })
const moved = (reviews: readonly ThreatReview[], ...now: readonly Finding[]): Readonly<Record<string, Movement>> =>
  Object.fromEntries(changesSinceReview(reviews, now).movements.map(({ id, movement }) => [id, movement]))

describe('a review of threats', () => {
  it('keeps the state of every threat, and of threats only, by fingerprint', () => {
    const kept = makeReview([threat('P-02'), threat('P-01', { severity: 'high' }), anyFinding({ rule: 'CST-02' })], {
      id: 'v-one',
      date: '2026-11-21',
      notes: 'With security',
    })
    expect(kept).toEqual({
      id: 'v-one',
      date: '2026-11-21',
      notes: 'With security',
      threats: {
        'P-01@c-one': { rule: 'P-01', title: 'Something', status: 'open', severity: 'high', on: ['c-one'] },
        'P-02@c-one': { rule: 'P-02', title: 'Something', status: 'open', severity: 'medium', on: ['c-one'] },
      },
    })
    expect(Object.keys(kept.threats)).toEqual(['P-01@c-one', 'P-02@c-one'])
  })
})

describe('what changed since the last review', () => {
  it('is all new where there was none', () => {
    const { since, movements: all, counts } = changesSinceReview(undefined, [threat('P-01')])
    expect(since).toBeUndefined()
    expect(all).toMatchObject([{ id: 'P-01@c-one', movement: 'new', sentence: 'New: open and medium.' }])
    expect(counts).toMatchObject({ new: 1, closed: 0 })
  })

  it.each<readonly [Partial<Finding>, Partial<Finding>, Movement]>([
    [{}, {}, 'same'],
    [{}, { severity: 'high' }, 'worse'],
    [{}, { severity: 'low' }, 'better'],
    [{}, { status: 'mitigated' }, 'closed'],
    [{}, { status: 'accepted', severity: 'high' }, 'closed'],
    [{ status: 'mitigated' }, {}, 'reopened'],
    [{ status: 'accepted' }, { status: 'transferred' }, 'treatment'],
    [{ status: 'accepted' }, { status: 'accepted', severity: 'high' }, 'worse'],
  ])('from %j to %j is %s', (before, now, movement) =>
    expect(moved([review('2026-01-01', threat('P-01', before))], threat('P-01', now))).toEqual({
      'P-01@c-one': movement,
    }),
  )

  it('is closed when it is gone, and back when it was seen before that', () => {
    const first = review('2026-01-01', threat('P-01'))
    const second = review('2026-02-01', threat('P-02'))
    expect(moved([first])).toEqual({ 'P-01@c-one': 'closed' })
    expect(moved([second, first], threat('P-01'))).toEqual({ 'P-01@c-one': 'reopened', 'P-02@c-one': 'closed' })
    expect(moved([second, first], threat('P-01', { status: 'mitigated' }))['P-01@c-one']).toBe('same')
    const settled = review('2026-03-01', threat('P-03', { status: 'accepted' }))
    expect(changesSinceReview([settled], []).movements).toMatchObject([
      { movement: 'same', sentence: 'Was accepted and medium; is gone.' },
    ])
  })

  it('compares with the latest by date, whatever the order of the file, and says whose it was', () => {
    const old = review('2026-01-01', threat('P-01', { severity: 'low' }))
    const latest = review('2026-02-01', threat('P-01', { severity: 'high' }))
    for (const reviews of [
      [old, latest],
      [latest, old],
    ]) {
      const { since, by, movements: all } = changesSinceReview(reviews, [threat('P-01')])
      expect([since, by]).toEqual(['2026-02-01', 'Ada'])
      expect(all).toMatchObject([{ movement: 'better', sentence: 'Better: was open and high, is open and medium.' }])
    }
  })

  it('knows a threat again under another rule of the same cause, on the same elements only', () => {
    const before = review('2026-01-01', threat('P-16'))
    expect(moved([before], threat('P-01', { aliases: ['P-16'] }))).toEqual({ 'P-01@c-one': 'same' })
    expect(moved([before], threat('P-01', { aliases: ['P-16'], anchors: ['c-two'] }))).toEqual({
      'P-01@c-two': 'new',
      'P-16@c-one': 'closed',
    })
  })

  it('comes worst movement first, then worst threat', () => {
    const before = review(
      '2026-01-01',
      threat('A-1', { severity: 'high' }),
      threat('A-2'),
      threat('A-3', { severity: 'low' }),
    )
    const now = [
      threat('A-2', { severity: 'low' }),
      threat('A-3', { severity: 'high' }),
      threat('B-1'),
      threat('B-2', { severity: 'critical' }),
    ]
    expect(Object.entries(moved([before], ...now))).toEqual([
      ['B-2@c-one', 'new'],
      ['B-1@c-one', 'new'],
      ['A-3@c-one', 'worse'],
      ['A-2@c-one', 'better'],
      ['A-1@c-one', 'closed'],
    ])
  })

  it('says of every threat exactly once what became of it, and nothing of an unchanged design', () => {
    const all = ['P-01', 'P-02', 'P-03', 'P-04'].map((rule) => threat(rule))
    const some = subarray(all)
    assert(
      property(some, some, constantFrom('open', 'mitigated', 'accepted'), (before, now, status) => {
        const then = before.map((finding) => ({ ...finding, status }))
        const difference = changesSinceReview([review('2026-01-01', ...then)], now)
        const ids = difference.movements.map(({ id }) => id)
        expect(ids.toSorted()).toEqual([...new Set([...then, ...now].map(({ id }) => id))].toSorted())
        expect(movements.reduce((sum, each) => sum + difference.counts[each], 0)).toBe(ids.length)
        const again = changesSinceReview([review('2026-02-01', ...now)], now)
        expect(again.counts.same).toBe(now.length)
      }),
    )
  })
})
