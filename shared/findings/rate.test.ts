import { describe, expect, it } from 'vitest'
import { severities } from './finding.ts'
import { lower, milder, rankOf, rate, severityOf, stageOf, stepsByStage } from './rate.ts'

describe('rate', () => {
  it('adds its terms, keeps within 1 to 5 and says how', () => {
    const rating = rate(
      [
        { steps: 2, why: 'the way is open' },
        { steps: 4, why: 'anyone can write' },
        { steps: -1, why: 'a filter judges it' },
        { steps: 0, why: 'never said' },
      ],
      [{ steps: 0, why: '' }],
    )
    expect(rating).toEqual({
      likelihood: 5,
      impact: 1,
      why: 'Likelihood 5 of 5: the way is open (+2), anyone can write (+4), a filter judges it (−1). Impact 1 of 5: nothing adds to it.',
    })
  })
})

describe('severityOf', () => {
  it.each([
    [1, 1, 'low'],
    [3, 3, 'medium'],
    [5, 3, 'high'],
    [3, 5, 'high'],
    [5, 4, 'critical'],
    [4, 5, 'critical'],
    [4, 4, 'high'],
  ])('likelihood %i and impact %i is %s', (likelihood, impact, severity) =>
    expect(severityOf({ likelihood, impact })).toBe(severity),
  )

  it('never falls when likelihood or impact rises', () => {
    for (let likelihood = 1; likelihood <= 5; likelihood += 1)
      for (let impact = 1; impact < 5; impact += 1) {
        const here = rankOf(severityOf({ likelihood, impact }))
        expect(rankOf(severityOf({ likelihood, impact: impact + 1 }))).toBeLessThanOrEqual(here)
        expect(rankOf(severityOf({ likelihood: impact + 1, impact: likelihood }))).toBeLessThanOrEqual(
          rankOf(severityOf({ likelihood: impact, impact: likelihood })),
        )
      }
  })
})

describe('the stage', () => {
  it.each([
    ['production', 'critical', true, false, 0],
    ['pilot', 'critical', true, false, 1],
    ['pilot', 'high', false, false, 1],
    ['poc', 'high', false, false, 2],
    ['poc', 'critical', true, false, 1],
    ['poc', 'critical', false, false, 2],
    ['pilot', 'critical', true, true, 0],
    ['poc', 'high', true, true, 1],
  ] as const)('%s takes off %s (protective %s, exposed %s): %i', (stage, severity, isProtective, isExposed, steps) =>
    expect(stepsByStage(stage, severity, isProtective, isExposed)).toBe(steps),
  )

  it('counts as production when nobody stated it', () => {
    expect(stageOf(undefined)).toBe('production')
    expect(stageOf({ stage: { unknown: true } })).toBe('production')
    expect(stageOf({ stage: { value: 'pilot', source: 'contract' } })).toBe('pilot')
  })

  it('never lowers below low', () => {
    for (const severity of severities) expect(severities).toContain(lower(severity, 9))
    expect(lower('medium', 2)).toBe('low')
    expect(milder('high', 'medium')).toBe('medium')
  })
})
