import { checkFixtures } from '../../checks/rules/fixtures.ts'
import type { Finding } from '../finding.ts'
import type { RuleFixture } from './mini-design.ts'
import { threatFixtures } from '../../threats/catalog/fixtures.ts'

export const fixtures: readonly RuleFixture[] = [...threatFixtures, ...checkFixtures]

export const fixtureOf = (rule: string): RuleFixture => {
  const found = fixtures.find((fixture) => fixture.rule === rule)
  if (found === undefined) throw new Error(`No fixture for ${rule}`)
  return found
}

export const open = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ status }) => status === 'open')
