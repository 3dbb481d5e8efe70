import { describe, expect, it } from 'vitest'
import { checkFixtures } from './checks/rules/fixtures.ts'
import { collections } from './design/collections.ts'
import { requirementRule, type Design, type Id } from './design/design.ts'
import { checkInvariants } from './design/invariants/index.ts'
import researchRag from './design/testing/research-rag.json' with { type: 'json' }
import supportAgent from './design/testing/support-agent.json' with { type: 'json' }
import { applyPatch } from './design/patch.ts'
import type { Finding } from './findings/finding.ts'
import { rankOf } from './findings/rate.ts'
import { mailingAgent, searchService } from './findings/testing/bases.ts'
import { inspect } from './findings/testing/inspect.ts'
import {
  action,
  arrow,
  box,
  data,
  edited,
  miniDesign,
  requirement,
  type RuleFixture,
} from './findings/testing/mini-design.ts'
import { printFindings } from './findings/testing/print-finding.ts'
import { kinds } from './kinds/index.ts'
import { rules } from './rules.ts'
import { threatFixtures } from './threats/catalog/fixtures.ts'
import { findControl } from './threats/controls.ts'
import { titleOf } from './threats/frameworks/index.ts'
import { vocabulary } from './vocabulary.ts'

const fixtures: readonly RuleFixture[] = [...threatFixtures, ...checkFixtures]
const fixtureOf = (rule: string): RuleFixture => {
  const found = fixtures.find((fixture) => fixture.rule === rule)
  if (found === undefined) throw new Error(`No fixture for ${rule}`)
  return found
}
const open = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ status }) => status === 'open')

describe.each(rules)('$id $title', (rule) => {
  const { fails, passes, alsoFails = [], alsoPasses = [], repair } = fixtureOf(rule.id)
  const findIn = (design: Design): readonly Finding[] => open(inspect(design, [rule]).findings)

  it('is found in the design that has it, and not in the one that has not', () => {
    for (const design of [fails, ...alsoFails]) expect(findIn(design)).not.toEqual([])
    for (const design of [passes, ...alsoPasses]) expect(findIn(design)).toEqual([])
  })

  it('says nothing, and asks nothing, where its fixture wants quiet', () => {
    for (const design of fixtureOf(rule.id).quiet ?? []) {
      const { findings, questions } = inspect(design, [rule])
      expect(open(findings)).toEqual([])
      expect(questions.flatMap((question) => question.rules)).toEqual([])
    }
  })

  it('says in each design what its fixture expects', () => {
    for (const [design, ...words] of fixtureOf(rule.id).says ?? []) {
      const said = printFindings(inspect(design, [rule]).findings)
      for (const each of words) expect(said).toContain(each)
    }
  })

  it('is one line with another rule where its fixture says that the cause is one', () => {
    for (const [design, other, ...words] of fixtureOf(rule.id).beside ?? []) {
      const said = printFindings(inspect(design, [rule, ...rules.filter(({ id }) => id === other)]).findings)
      for (const each of words) expect(said).toContain(each)
    }
  })

  it('asks in each design what its fixture expects, and nothing else', () => {
    for (const [design, ...texts] of fixtureOf(rule.id).asks ?? []) {
      const asked = inspect(design, [rule]).questions.filter((question) => question.rules.length > 0)
      expect(asked.map(({ text }) => text)).toEqual(texts.map((text) => expect.stringContaining(text) as string))
    }
  })

  it('goes when one element that it names is edited or removed', () => {
    expect(findIn(fails).flatMap(({ elements }) => elements)).toContain(repair.on)
    expect(findIn(edited(fails, repair.on, repair.change))).toEqual([])
  })

  it('is never worse than it says, and critical only with a path, somebody on it and something at its end', () => {
    for (const finding of findIn(fails)) {
      expect(rankOf(finding.severity)).toBeGreaterThanOrEqual(rankOf(rule.severity))
      if (finding.severity !== 'critical') continue
      expect(finding.path?.length).toBeGreaterThanOrEqual(3)
      expect(Object.keys(finding.facts)).toEqual(expect.arrayContaining(['actor', 'asset']))
    }
  })

  it('shows the arithmetic of its severity, from what the rule says to what is shown', () => {
    const words = (severity: string): string => severity.charAt(0).toUpperCase() + severity.slice(1)
    for (const { weighed, severity } of findIn(fails)) {
      expect(weighed.startsWith(`${words(rule.severity)} at most by its rule.`)).toBe(true)
      expect(weighed.toLowerCase()).toContain(severity)
      expect(weighed).toMatch(/\.$/u)
    }
  })

  it('refers to ids that exist in the pinned editions', () => {
    expect(rule.references).not.toEqual([])
    for (const reference of rule.references) expect([reference, titleOf(reference)]).not.toContain(undefined)
  })

  it('proposes controls of the catalogue, at elements of the design, and quick fixes that work', () => {
    const ids = idsOf(fails)
    for (const { id, remedy, quickFix, elements } of findIn(fails)) {
      for (const element of elements) expect(ids).toContain(element)
      if (remedy !== undefined) {
        expect(findControl(remedy.control)?.strength).toBe(remedy.strength)
        expect(ids).toContain(remedy.at)
      }
      if (quickFix === undefined) continue
      expect(findIn(applyPatch(fails, quickFix.patch)).map((finding) => finding.id)).not.toContain(id)
    }
  })

  it('is closed by each firm control that it names, once that is in place and not before', () => {
    for (const type of rule.closedBy ?? []) {
      expect([type, findControl(type)?.strength]).toEqual([type, 'deterministic'])
      for (const { id, on } of placesOf(findIn(fails))) {
        const standing = (status: 'planned' | 'inPlace') =>
          inspect({ ...fails, controls: [...(fails.controls ?? []), { id: 'ctl-x', type, on: [on], status }] }, [rule])
        expect([type, findingIn(standing('planned').findings, id)?.status]).toEqual([type, 'open'])
        expect([type, findingIn(standing('inPlace').findings, id)?.status ?? 'mitigated']).toEqual([type, 'mitigated'])
        expect(standing('inPlace').questions.filter(({ elements }) => elements.some((each) => each.on === on))).toEqual(
          [],
        )
      }
    }
  })

  it('is left open by each soft control that it names, one step less likely and never worse, and says why', () => {
    for (const { control, why } of rule.softenedBy ?? []) {
      expect([control, findControl(control)?.strength]).toEqual([control, 'probabilistic'])
      for (const { id, on, rating, severity } of placesOf(findIn(fails))) {
        const softened = { ...fails, controls: [{ id: 'ctl-x', type: control, on: [on], status: 'inPlace' as const }] }
        const after = findingIn(inspect(softened, [rule]).findings, id)
        expect(after?.status).toBe('open')
        expect(after?.rating?.likelihood).toBe(Math.max(1, (rating?.likelihood ?? 0) - 1))
        expect(after?.rating?.why).toContain(why)
        expect(rankOf(after?.severity ?? 'critical')).toBeGreaterThanOrEqual(rankOf(severity))
      }
    }
  })

  it('speaks of names, never of ids', () => {
    const { findings, questions } = inspect(fails, [rule])
    const sentences = [
      ...findings.flatMap(({ problem, fix, remedy, quickFix, rating }) => [
        problem,
        fix,
        remedy?.title,
        quickFix?.label,
        rating?.why,
      ]),
      ...questions.flatMap(({ text, ask }) => [text, ask]),
    ]
    for (const sentence of sentences) {
      expect(sentence ?? '').not.toMatch(/(?:^|[\s"'(])[a-z]-[a-z]/u)
      expect(sentence ?? '').not.toMatch(/undefined|NaN| {2}|!/u)
    }
  })
})

describe.each(
  fixtures.flatMap(({ rule, fails, unknown }) => (unknown === undefined ? [] : [{ rule, fails, unknown }])),
)('$rule while a fact is unknown', ({ rule, fails, unknown }) => {
  it('is a question and no finding', () => {
    const asked = rules.filter(({ id }) => id === rule)
    const { findings, questions } = inspect(edited(fails, unknown.on, unknown.change), asked)
    expect(open(findings)).toEqual([])
    expect(questions.flatMap((question) => question.rules)).toContain(rule)
  })
})

describe('all rules together', () => {
  it('have a fixture with the fact hidden wherever they ask', () => {
    const asking = new Set(
      fixtures.flatMap(({ fails }) => inspect(fails, rules).questions.flatMap((question) => question.rules)),
    )
    const hidden = fixtures.filter(({ unknown }) => unknown !== undefined).map(({ rule }) => rule)
    expect([...asking].filter((rule) => !hidden.includes(rule))).toEqual([])
  })

  it('have ids and aliases that are unique over both rooms', () => {
    const ids = rules.flatMap((rule) => [rule.id, ...rule.aliases])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('call at most 6 % critical and 25 % high', () => {
    const share = (severity: string): number => rules.filter((rule) => rule.severity === severity).length / rules.length
    expect(share('critical')).toBeLessThanOrEqual(0.06)
    expect(share('high')).toBeLessThanOrEqual(0.25)
  })

  it('have one fixture each', () => {
    expect(fixtures.map(({ rule }) => rule).toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
  })

  it('say nothing about a blank design', () => {
    expect(inspect(miniDesign({}), rules)).toEqual({ findings: [], questions: [] })
  })

  it.each(kinds.map(({ id }) => id))('say nothing about a lone %s', (kind) => {
    expect(inspect(miniDesign({ components: [box('c-lone', kind)] }), rules)).toEqual({ findings: [], questions: [] })
  })

  it('ask about an unfinished sketch and accuse nobody', () => {
    const sketch = miniDesign({
      components: [
        box('c-user', 'user'),
        box('c-chat', 'client'),
        box('c-agent', 'agent'),
        box('c-model', 'llm-api'),
        box('c-mail', 'tool'),
      ],
      flows: [
        arrow('c-user', 'c-chat'),
        arrow('c-chat', 'c-agent'),
        arrow('c-agent', 'c-model'),
        arrow('c-agent', 'c-mail'),
      ],
    })
    const { findings, questions } = inspect(sketch, rules)
    expect(findings).toEqual([])
    // About what is there; what is missing is asked for once somebody has said what it is for.
    expect(questions.map(({ id }) => id)).toContain('settings.effect')
    expect(questions.filter(({ id }) => /^(?:topic|review)\./u.test(id))).toEqual([])
    expect(questions.length).toBeLessThanOrEqual(12)
    for (const said of [
      { context: { stage: 'pilot' } },
      { data: [data('d-question')] },
      { actions: [action('e-ask', 'a-user-chat')] },
      { requirements: [requirement('r-cost', { metric: 'cost.month', is: '<=', target: 5000 })] },
      { framing: { problem: 'Too many calls' } },
    ])
      expect(inspect({ ...sketch, ...said }, rules).questions.map(({ id }) => id)).toContain('topic.evaluation')
  })

  it('ask for the order of steps where only a default places the guard', () => {
    const unordered = miniDesign({
      context: { audience: 'external' },
      components: [
        box('c-user', 'user'),
        box('c-service', 'orchestrator'),
        box('c-guard', 'guardrail'),
        box('c-model', 'llm-self-hosted'),
      ],
      flows: [arrow('c-user', 'c-service'), arrow('c-service', 'c-guard'), arrow('c-service', 'c-model')],
    })
    const { findings, questions } = inspect(unordered, rules)
    expect(findings).toEqual([])
    const order = questions.find(({ id }) => id === 'plans')
    expect(order?.text).toBe('Service: does Guard always come before Model?')
  })

  it.each([
    ['an agent', mailingAgent],
    ['a search service', searchService],
  ])('give questions and no finding for %s of which everything is unknown', (_, design) => {
    const { findings, questions } = inspect(forget(design), rules)
    expect(findings).toEqual([])
    expect(questions).not.toEqual([])
  })

  it.each(fixtures)('keep the fingerprints of $rule when things are renamed, moved and reordered', ({ fails }) => {
    const before = inspect(fails, rules)
      .findings.map(({ id }) => id)
      .toSorted()
    for (const design of [rename(fails), move(fails), reorder(fails)])
      expect(
        inspect(design, rules)
          .findings.map(({ id }) => id)
          .toSorted(),
      ).toEqual(before)
  })

  it('say the same twice', () => {
    expect(JSON.stringify(inspect(mailingAgent, rules))).toBe(JSON.stringify(inspect(mailingAgent, rules)))
  })

  it('have words for every question group, and elements that exist', () => {
    for (const { fails } of fixtures) {
      const ids = [...idsOf(fails), fails.id]
      for (const question of inspect(fails, rules).questions) {
        expect(question.text).toMatch(/\?$|: \d+ \w+/u)
        for (const { on } of question.elements) expect(ids).toContain(on)
      }
    }
  })
})

describe('on the two sample designs', () => {
  const research = inspect(researchRag as Design, rules)
  const support = inspect(supportAgent as Design, rules)

  it('finds little in the research service, and nothing critical', () => {
    expect(open(research.findings).length).toBeLessThanOrEqual(7)
    expect(research.findings.map(({ severity }) => severity)).not.toContain('critical')
  })

  it('does not cry wolf over a hub whose plan calls the guard', () => {
    const known = research.findings.flatMap(({ rule, aliases }) => [rule, ...aliases])
    for (const rule of ['P-01', 'P-02', 'P-08', 'P-16', 'PI-01']) expect(known).not.toContain(rule)
  })

  it('finds one critical thing in the support agent: the trifecta, with its legs and the way from source to sink', () => {
    const critical = open(support.findings).filter(({ severity }) => severity === 'critical')
    expect(critical.map(({ id }) => id)).toEqual(['P-02@agent'])
    const [trifecta] = critical
    expect(trifecta?.aliases).toContain('P-01')
    expect(trifecta?.legs).toEqual([
      { label: 'Untrusted input', elements: ['customer', 'web'] },
      { label: 'Private data', elements: ['orders'] },
      { label: 'Way out', elements: ['crm', 'mail', 'web'] },
    ])
    expect(trifecta?.path).toEqual(['customer', 'g-ask', 'chat', 'g-chat', 'agent', 'g-mail', 'mail'])
    expect(trifecta?.problem).not.toMatch(/Refund/u)
  })

  it('takes the way out away when a policy gate stands before the turn', () => {
    const closed: Design = {
      ...(supportAgent as Design),
      controls: [{ id: 'ctl-policy', type: 'policy-gate', on: ['agent'], status: 'inPlace' }],
    }
    const after = inspect(closed, rules).findings
    expect(open(after).map(({ severity }) => severity)).not.toContain('critical')
    expect(after.find(({ id }) => id === 'P-02@agent')).toMatchObject({ status: 'mitigated', treatedBy: 'ctl-policy' })
    const planned: Design = {
      ...closed,
      controls: [{ id: 'ctl-policy', type: 'policy-gate', on: ['agent'], status: 'planned' }],
    }
    expect(inspect(planned, rules).findings.map(({ severity }) => severity)).toContain('critical')
  })

  it('asks 25 groups of questions at most', () => {
    expect(research.questions.length).toBeLessThanOrEqual(25)
    expect(support.questions.length).toBeLessThanOrEqual(25)
  })
})

describe('a requirement that somebody has waived', () => {
  const budget: Design = {
    ...fixtureOf('CST-02').fails,
    requirements: [{ id: 'r-budget', metric: 'cost.month', is: '<=', target: 9000, priority: 'must' }],
  }
  const { context: _context, ...unstated } = fixtureOf('P-10').fails
  const abroad: Design = {
    ...unstated,
    requirements: [{ id: 'r-home', metric: 'residency', is: 'in', target: ['EU'], priority: 'must' }],
  }
  const waived = (design: Design, until: string): Design => ({
    ...design,
    treatments: (design.requirements ?? []).map(({ id }) => ({
      id: `t-${id}`,
      rule: requirementRule,
      on: [id],
      response: 'accept',
      reason: 'A pilot',
      approver: 'CTO office',
      until,
    })),
  })

  it.each([
    ['LAT-01', fixtureOf('LAT-01').fails],
    ['LAT-05', fixtureOf('LAT-05').fails],
    ['CST-02', budget],
    ['REL-07', fixtureOf('REL-07').fails],
    ['P-10', abroad],
  ])('is left alone by %s until the waiver ends', (id, design) => {
    const found = (of: Design): readonly string[] => open(inspect(of, rules).findings).map(({ rule }) => rule)
    expect(found(design)).toContain(id)
    expect(found(waived(design, '2027-01-31'))).not.toContain(id)
    expect(found(waived(design, '2026-01-31'))).toEqual(expect.arrayContaining([id, 'GOV-06']))
  })

  it('is no unknown rule', () => {
    const problems = checkInvariants(waived(budget, '2027-01-31'), vocabulary)
    expect(problems.filter(({ code }) => code === 'W22')).toEqual([])
  })

  it('is one budget of several: the others still hold', () => {
    const [total] = budget.requirements ?? []
    if (total === undefined) throw new Error('no budget')
    const two = { ...waived(budget, '2027-01-31'), requirements: [total, { ...total, id: 'r-other' }] }
    expect(open(inspect(two, rules).findings).find(({ rule }) => rule === 'CST-02')?.anchors).toEqual(['r-other'])
  })
})

function idsOf(design: Design): readonly Id[] {
  const conditions = (design.baselines ?? []).flatMap((baseline) => baseline.conditions ?? [])
  const elements = collections.flatMap((collection): readonly { readonly id: Id }[] => design[collection] ?? [])
  return [...elements, ...conditions].map(({ id }) => id)
}

/** Where a control would stand: at the remedy, else at the first that the finding holds on to. */
function placesOf(findings: readonly Finding[]): readonly (Finding & { readonly on: Id })[] {
  return findings.flatMap((finding) => {
    const on = finding.remedy?.at ?? finding.anchors[0]
    return on === undefined ? [] : [{ ...finding, on }]
  })
}
function findingIn(findings: readonly Finding[], id: string): Finding | undefined {
  return findings.find((finding) => finding.id === id)
}

const nobodyKnows = { unknown: true } as const
/** The same boxes and arrows, of which nobody knows anything. */
function forget(design: Design): Design {
  return miniDesign({
    components: (design.components ?? []).map(({ id, name, kind, holds, settings }) => ({
      id,
      name,
      kind,
      ...(holds === undefined ? {} : { holds }),
      settings: Object.fromEntries(Object.keys(settings ?? {}).map((field) => [field, nobodyKnows])),
    })),
    flows: (design.flows ?? []).map(({ id, from, to, request, response }) => ({
      id,
      from,
      to,
      ...(request === undefined ? {} : { request }),
      ...(response === undefined ? {} : { response }),
      encrypted: nobodyKnows,
      authentication: nobodyKnows,
      timeoutMs: nobodyKnows,
    })),
    data: (design.data ?? []).map(({ id, name, derivedFrom }) => ({
      id,
      name,
      ...(derivedFrom === undefined ? {} : { derivedFrom }),
      writers: nobodyKnows,
      personal: nobodyKnows,
      classification: nobodyKnows,
    })),
  })
}
function rename(design: Design): Design {
  return { ...design, components: (design.components ?? []).map((each) => ({ ...each, name: `${each.name} of old` })) }
}
function move(design: Design): Design {
  const views = design.views ?? [{ id: 'v-main', name: 'Main' }]
  return { ...design, views: views.map((view) => ({ ...view, places: { 'c-model': { x: 900, y: 4 } } })) }
}
function reorder(design: Design): Design {
  const turned = collections.map((collection) => [collection, [...(design[collection] ?? [])].toReversed()] as const)
  return { ...design, ...Object.fromEntries(turned.filter(([, elements]) => elements.length > 0)) }
}
