import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import type { Design } from '../design/design.ts'
import { rankOf } from '../findings/rate.ts'
import type { Finding } from '../findings/finding.ts'
import { inspect } from '../findings/testing/inspect.ts'
import { rules } from '../rules.ts'
import { threatFixtures } from './catalog/fixtures.ts'

const resources = join(import.meta.dirname, '../../resources')
const prices: object = JSON.parse(readFileSync(join(resources, 'prices/price-book.json'), 'utf8'))
const templates = readdirSync(join(resources, 'templates')).map(
  (name) => JSON.parse(readFileSync(join(resources, 'templates', name), 'utf8')) as Design,
)

/** Every threat has both readings, and no control or decision makes it worse than it was. */
function expectRated(finding: Finding): void {
  const { rating, inherent, residual, severity, status } = finding
  if (inherent === undefined || residual === undefined || rating === undefined)
    throw new Error(`${finding.id} is unrated`)
  for (const { likelihood, impact, why } of [inherent, residual]) {
    for (const steps of [likelihood, impact]) expect(steps >= 1 && steps <= 5, finding.id).toBe(true)
    expect(why).toMatch(/\.$/u)
  }
  expect(residual.likelihood).toBeLessThanOrEqual(inherent.likelihood)
  expect(rankOf(residual.severity)).toBeGreaterThanOrEqual(rankOf(inherent.severity))
  expect(rankOf(severity)).toBeGreaterThanOrEqual(rankOf(inherent.severity))
  if (status === 'mitigated') expect(residual.likelihood).toBe(1)
  if (status === 'open') expect(residual).toMatchObject({ likelihood: rating.likelihood, severity })
}

describe('every threat', () => {
  it.each(threatFixtures.map((fixture) => [fixture.rule, fixture] as const))(
    '%s is rated before and after its controls',
    (id, fixture) => {
      const asked = rules.filter((rule) => rule.id === id)
      for (const design of [fixture.fails, fixture.passes, ...(fixture.alsoFails ?? [])])
        for (const finding of inspect(design, asked).findings)
          if (finding.lenses.includes('threat')) expectRated(finding)
    },
  )

  it.each(templates.map((design) => [design.name, design] as const))(
    'of %s is, too, also without its decisions',
    (_name, design) => {
      for (const each of [design, { ...design, treatments: [] }]) {
        const threats = analyse(each, { prices, today: '2026-11-21' }).findings.filter(({ lenses }) =>
          lenses.includes('threat'),
        )
        for (const finding of threats) expectRated(finding)
      }
    },
  )
})
