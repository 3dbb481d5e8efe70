import { describe, expect, it } from 'vitest'
import { checkFixtures } from './checks/rules/fixtures.ts'
import { threatFixtures } from './threats/catalog/fixtures.ts'
import { inspect } from './findings/testing/inspect.ts'
import { edited } from './findings/testing/mini-design.ts'
import { rules } from './rules.ts'

const fixtures = [...threatFixtures, ...checkFixtures]
describe.each(fixtures)('$rule', (fixture) => {
  const rule = rules.filter((each) => each.id === fixture.rule)
  const ask = (design: typeof fixture.fails) => inspect(design, rule)
  const openIn = (design: typeof fixture.fails) => ask(design).findings.filter((f) => f.status === 'open')

  it('finds', () => expect(openIn(fixture.fails).length).toBeGreaterThan(0))
  it('passes', () => expect(openIn(fixture.passes)).toEqual([]))
  it('repairs', () => {
    expect(openIn(fixture.fails).flatMap((f) => f.elements)).toContain(fixture.repair.on)
    expect(openIn(edited(fixture.fails, fixture.repair.on, fixture.repair.change))).toEqual([])
  })
  if (fixture.unknown) it('asks', () => {
    const r = ask(edited(fixture.fails, fixture.unknown!.on, fixture.unknown!.change))
    expect(r.findings).toEqual([])
    expect(r.questions.flatMap((q) => q.rules)).toContain(fixture.rule)
  })
})
