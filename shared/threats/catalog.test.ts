import { describe, expect, it } from 'vitest'
import { inspect } from '../findings/testing/inspect.ts'
import { fixtureOf } from '../findings/testing/rule-fixtures.ts'
import { rules } from '../rules.ts'
import { findControl } from './controls.ts'

const strengths = (types: readonly string[]): readonly (string | undefined)[] =>
  types.map((type) => findControl(type)?.strength)

/** The catalogue, and the checks that are threats as well. */
const threats = rules.filter(({ lenses }) => lenses.includes('threat'))

describe.each(threats)('$id $title', (rule) => {
  const { falsePositive, verify, closedBy = [], softenedBy = [], stride } = rule

  it('says when it cries wolf, how it is tried on the running system and what closes it', () => {
    expect([falsePositive, verify, stride]).toEqual([expect.any(String), expect.any(String), expect.any(String)])
    expect(closedBy).not.toEqual([])
  })

  it('is closed by firm controls alone, and softened by soft ones, each with the reason why it closes nothing', () => {
    expect(strengths(closedBy).filter((strength) => strength !== 'deterministic')).toEqual([])
    expect(strengths(softenedBy.map(({ control }) => control)).filter((each) => each !== 'probabilistic')).toEqual([])
    expect(new Set(softenedBy.map(({ control }) => control)).size).toBe(softenedBy.length)
  })

  it('proposes only controls that it names', () => {
    const { fails, alsoFails = [] } = fixtureOf(rule.id)
    const proposed = [fails, ...alsoFails].flatMap((design) =>
      inspect(design, [rule]).findings.flatMap(({ remedy }) => (remedy === undefined ? [] : [remedy.control])),
    )
    const named = [...closedBy, ...softenedBy.map(({ control }) => control)]
    expect(proposed.filter((control) => !named.includes(control))).toEqual([])
  })
})
