import { describe, expect, it } from 'vitest'
import { checkFixtures } from './checks/rules/fixtures.ts'
import type { Boundary, Component, Design, Id } from './design/design.ts'
import type { Rule } from './findings/rule.ts'
import { inspect } from './findings/testing/inspect.ts'
import { answered } from './findings/testing/possible-answers.ts'
import { topicWords } from './findings/topic-words.ts'
import { edited, type RuleFixture } from './findings/testing/mini-design.ts'
import { rules } from './rules.ts'
import { threatFixtures } from './threats/catalog/fixtures.ts'

const fixtures: readonly RuleFixture[] = [...threatFixtures, ...checkFixtures]
const ruleOf = (id: string): Rule => rules.find((rule) => rule.id === id)!

/** The fact is not stated by anybody, and nothing is marked complete. */
function unstated(design: Design, rule: Rule): Design {
  const { complete: _complete, ...context } = design.context ?? {}
  const open: Design = { ...design, context, boundaries: (design.boundaries ?? []).map(without) }
  return inspect(open, [rule]).questions.reduce(
    (next, group) => (group.answer === 'field' ? answered(next, group, undefined) : next),
    open,
  )
}
function without({ complete: _complete, ...boundary }: Boundary): Boundary {
  return boundary
}

const everyTopic = topicWords.map(({ topic }) => topic)
const byTopic = (design: Design): Design => ({ ...design, context: { ...design.context, complete: everyTopic } })
/** One boundary around these boxes says that all in it is stated. */
function around(design: Design, isIn: (component: Component) => boolean): Design {
  const components = design.components ?? []
  const rings = new Map<Id | undefined, Id>()
  const moved = components.map((component): Component => {
    if (!isIn(component)) return component
    const ring = rings.get(component.in) ?? `b-ring-${rings.size}`
    rings.set(component.in, ring)
    return { ...component, in: ring }
  })
  const added = [...rings].map(([parent, id]): Boundary => ({
    id,
    name: 'Ring',
    complete: true,
    ...(parent === undefined ? {} : { in: parent }),
  }))
  return { ...design, components: moved, boundaries: [...(design.boundaries ?? []), ...added] }
}

const idsIn = (design: Design, rule: Rule): readonly string[] =>
  inspect(design, [rule])
    .findings.filter(({ status }) => status === 'open')
    .map(({ id }) => id)
    .toSorted()

const cases = fixtures.flatMap(({ rule: id, fails, unknown }) => {
  if (unknown === undefined) return []
  const rule = ruleOf(id)
  const design = unstated(edited(fails, unknown.on, unknown.change), rule)
  const boxes = new Set([...(design.components ?? []), ...(design.flows ?? [])].map((element) => element.id))
  const asked = inspect(design, [rule]).questions.flatMap(({ elements }) => elements.map(({ on }) => on))
  const ends = (design.flows ?? []).flatMap(({ id: flow, from, to }) => (asked.includes(flow) ? [from, to] : []))
  const accused = inspect(byTopic(design), [rule]).findings.flatMap(({ anchors }) => anchors)
  const concerned = new Set([...asked, ...ends, ...accused])
  return [{ id, rule, design, concerned, isAboutBoxes: asked.some((on) => boxes.has(on)) }]
})

it.each(cases)('what $id asks about is no finding while nothing is marked complete', ({ rule, design }) => {
  expect(idsIn(design, rule)).toEqual([])
})

describe.each(cases.filter(({ isAboutBoxes }) => isAboutBoxes))(
  'what $id asks about',
  ({ rule, design, concerned }) => {
    it('is the same finding inside a boundary that is complete', () => {
      const ringed = around(design, () => true)
      expect(idsIn(ringed, rule)).toEqual(idsIn(byTopic(design), rule))
    })

    it('stays a question while the complete boundary stands elsewhere', () => {
      const ringed = around(design, ({ id }) => !concerned.has(id))
      expect(idsIn(ringed, rule)).toEqual([])
    })
  },
)
