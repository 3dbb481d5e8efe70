import { describe, expect, it } from 'vitest'
import { collections } from './design/collections.ts'
import type { Design, Id } from './design/design.ts'
import researchRag from './design/testing/research-rag.json' with { type: 'json' }
import supportAgent from './design/testing/support-agent.json' with { type: 'json' }
import { mailingAgent, searchService } from './findings/testing/bases.ts'
import { inspect } from './findings/testing/inspect.ts'
import { action, arrow, box, data, miniDesign, requirement } from './findings/testing/mini-design.ts'
import { kinds } from './kinds/index.ts'
import { rules } from './rules.ts'
import { fixtures, open } from './findings/testing/rule-fixtures.ts'

function idsOf(design: Design): readonly Id[] {
  const conditions = (design.baselines ?? []).flatMap((baseline) => baseline.conditions ?? [])
  const elements = collections.flatMap((collection): readonly { readonly id: Id }[] => design[collection] ?? [])
  return [...elements, ...conditions].map(({ id }) => id)
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
