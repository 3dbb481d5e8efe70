import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Component, Design } from '../design/design.ts'
import type { Finding } from '../findings/finding.ts'
import { inspect } from '../findings/testing/inspect.ts'
import { area, arrow, box, call, data, miniDesign, plan } from '../findings/testing/mini-design.ts'
import { rules } from '../rules.ts'
import { applyStandards } from './apply-standards.ts'
import { readStandardsValue } from './read-standards.ts'
import type { PackRule, Standards } from './standards.ts'
import { standingOf } from './technology-standing.ts'
import { house } from './testing/house.ts'

type Loose = Readonly<Record<string, unknown>>
const base = {
  id: 'T-01',
  title: 'Test',
  severity: 'medium',
  topic: 'governance',
  why: 'It matters.',
  fix: 'Mend it.',
  problem: '{name} is wrong.',
}
function standardsWith(...packRules: readonly Loose[]): Standards {
  const file = {
    format: 'lintel/standards',
    version: 1,
    packs: [{ id: 'p', title: 'Pack', edition: '1', rules: packRules.map((rule) => ({ ...base, ...rule })) }],
  }
  const { standards, problems } = readStandardsValue(file, rules)
  if (standards === undefined || problems.length > 0) throw new Error(problems[0]?.sentence)
  return standards
}
function run(design: Design, standards: Standards) {
  return inspect(design, applyStandards([], standards).rules)
}
const lines = (findings: readonly Finding[]): readonly string[] => findings.map(({ id }) => id)

const stores = (...more: readonly Partial<Component>[]): Design =>
  miniDesign({
    boundaries: [area('b-ours')],
    components: [
      box('c-app', 'orchestrator', { in: 'b-ours' }),
      ...more.map((each, index) => box(`c-s${index}`, 'object-store', { in: 'b-ours', ...each })),
    ],
    flows: more.map((_, index) => arrow('c-app', `c-s${index}`)),
  })

describe('a rule about each element', () => {
  const kept = standardsWith({
    topic: 'privacy',
    each: { of: 'components', where: 'trait = stores-data', require: 'settings.retentionDays <= 90' },
  })

  it('finds each that breaks it, asks of each that does not say, and leaves the others alone', () => {
    const { findings, questions } = run(
      stores({ settings: { retentionDays: 400 } }, { settings: { retentionDays: 30 } }, {}, {}),
      kept,
    )
    expect(lines(findings)).toEqual(['T-01@c-s0'])
    expect(findings[0]).toMatchObject({
      problem: 'S0 is wrong.',
      severity: 'medium',
      references: [],
      topic: 'privacy',
      lenses: ['check'],
    })
    expect(questions).toMatchObject([{ id: 'settings.retentionDays', text: 'Kept for: 2 stores', rules: ['T-01'] }])
    expect(questions[0]?.elements.map(({ on }) => on)).toEqual(['c-s2', 'c-s3'])
  })

  it('finds what nobody states once the topic or the boundary is complete, and still asks where somebody looks', () => {
    const open = stores({}, { settings: { retentionDays: { unknown: true } } })
    for (const complete of [
      { ...open, context: { complete: ['privacy'] } },
      { ...open, boundaries: [area('b-ours', { complete: true })] },
    ]) {
      const { findings, questions } = run(complete, kept)
      expect(lines(findings)).toEqual(['T-01@c-s0'])
      expect(questions[0]?.elements.map(({ on }) => on)).toEqual(['c-s1'])
    }
    expect(run({ ...open, context: { complete: ['latency'] } }, kept).findings).toEqual([])
  })

  it('asks whom it is for only where it would be broken', () => {
    const inside = standardsWith({
      each: { of: 'components', where: 'in trust < 50', require: 'settings.encryptedAtRest = true' },
    })
    const asked = (settings: Component['settings'] & object) =>
      run(stores({ settings }), inside).questions.map(({ id }) => id)
    expect(asked({ encryptedAtRest: false })).toEqual(['trust'])
    expect(asked({ encryptedAtRest: true })).toEqual([])
    const known = { ...stores({ settings: { encryptedAtRest: false } }), boundaries: [area('b-ours', { trust: 20 })] }
    expect(lines(run(known, inside).findings)).toEqual(['T-01@c-s0'])
  })

  it('says nothing of what cannot have the field, nor of what is out of scope', () => {
    const all = standardsWith({ each: { of: 'components', require: 'settings.retentionDays <= 90' } })
    const design = stores({ settings: { retentionDays: 400 }, outOfScope: 'Run by another team' })
    expect(run(design, all)).toEqual({ findings: [], questions: [] })
  })

  it('takes "stated" for a question until everything is drawn', () => {
    const owned = standardsWith({ each: { of: 'components', where: 'trait = stores-data', require: 'owner stated' } })
    expect(run(stores({}), owned)).toMatchObject({ findings: [], questions: [{ id: 'owner' }] })
    expect(run(stores({ owner: 'A' }), owned)).toEqual({ findings: [], questions: [] })
    const complete = { ...stores({}), context: { complete: ['governance'] } }
    expect(lines(run(complete, owned).findings)).toEqual(['T-01@c-s0'])
  })

  it('speaks of arrows, data and boundaries as well', () => {
    const design = miniDesign({
      boundaries: [area('b-ours', { region: 'us-east-1' })],
      components: [box('c-app', 'orchestrator', { in: 'b-ours' }), box('c-model', 'llm-api')],
      flows: [arrow('c-app', 'c-model', { encrypted: false })],
      data: [data('d-log', { classification: 'restricted', facts: { retentionDays: 900 } })],
    })
    const found = (each: Loose) => lines(run(design, standardsWith({ each })).findings)
    expect(found({ of: 'flows', where: 'to kind = llm-api', require: 'encrypted = true' })).toEqual([
      'T-01@a-app-model',
    ])
    expect(
      found({ of: 'data', where: 'classification >= confidential', require: 'facts.retentionDays < 365' }),
    ).toEqual(['T-01@d-log'])
    expect(found({ of: 'boundaries', require: 'region = eu-*' })).toEqual(['T-01@b-ours'])
  })
})

describe('a rule about paths', () => {
  const past = standardsWith({
    problem: '{from} reaches {to} past the gateway.',
    fix: 'Send {from} through it.',
    path: { from: 'trait = starts-requests', to: 'kind = llm-api', through: 'kind = model-gateway' },
  })
  const way = (kind: string, more: Partial<Design> = {}): Design =>
    miniDesign({
      components: [box('c-user', 'user'), box('c-app', 'orchestrator'), box('c-hop', kind), box('c-model', 'llm-api')],
      flows: [arrow('c-user', 'c-app'), arrow('c-app', 'c-hop'), arrow('c-hop', 'c-model')],
      ...more,
    })

  it('finds a way that passes nothing it should, with the way', () => {
    const { findings } = run(way('tool'), past)
    expect(findings).toMatchObject([
      {
        id: 'T-01@c-user',
        problem: 'User reaches Model past the gateway.',
        fix: 'Send User through it.',
        path: ['c-user', 'a-user-app', 'c-app', 'a-app-hop', 'c-hop', 'a-hop-model', 'c-model'],
      },
    ])
    expect(run(way('model-gateway'), past).findings).toEqual([])
  })

  it('finds the second way beside a guarded one', () => {
    const both = way('model-gateway')
    const shortcut = { ...both, flows: [...(both.flows ?? []), arrow('c-app', 'c-model')] }
    expect(run(shortcut, past).findings[0]?.path).toEqual(['c-user', 'a-user-app', 'c-app', 'a-app-model', 'c-model'])
  })

  it('is one line for each start, however many ends it reaches', () => {
    const one = way('tool')
    const two = {
      ...one,
      components: [...(one.components ?? []), box('c-second', 'llm-api')],
      flows: [...(one.flows ?? []), arrow('c-app', 'c-second')],
    }
    const { findings } = run(two, past)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.problem).toBe('User reaches Model and Second past the gateway.')
    expect(findings[0]?.elements).toEqual(expect.arrayContaining(['c-model', 'c-second']))
  })

  it('counts a guard that the caller asks before it calls on', () => {
    const guarded = standardsWith({
      path: { from: 'kind = user', to: 'kind = llm-api', through: 'trait = gates' },
      problem: '{from} to {to}',
    })
    const hub = (...steps: readonly string[]) =>
      miniDesign({
        components: [
          box('c-user', 'user'),
          box('c-app', 'orchestrator', steps.length === 0 ? {} : plan(...steps.map((step) => call(step)))),
          box('c-guard', 'guardrail'),
          box('c-model', 'llm-api'),
        ],
        flows: [arrow('c-user', 'c-app'), arrow('c-app', 'c-guard'), arrow('c-app', 'c-model')],
      })
    expect(run(hub('a-app-guard', 'a-app-model'), guarded)).toEqual({ findings: [], questions: [] })
    expect(lines(run(hub('a-app-model', 'a-app-guard'), guarded).findings)).toEqual(['T-01@c-user'])
    expect(run(hub(), guarded)).toMatchObject({ findings: [], questions: [{ id: 'plans' }] })
    // What lies behind a guard for certain matters to nobody.
    const vendor = standardsWith({
      path: { from: 'kind = user', to: 'product = "openai/*"', through: 'trait = gates' },
      problem: '{from} to {to}',
    })
    const asked = (...steps: readonly string[]) =>
      run(hub(...steps), vendor).questions.flatMap(({ elements }) => elements.map(({ on }) => on))
    expect(asked('a-app-guard', 'a-app-model')).not.toContain('c-model')
    expect(asked('a-app-model', 'a-app-guard')).toContain('c-model')
  })

  it('asks what may stand in the way, or at its end, before it accuses', () => {
    const own = standardsWith({
      path: { from: 'kind = user', to: 'kind = llm-api', through: 'product = "kong/*"' },
      problem: '{from} to {to}',
    })
    expect(run(way('api-gateway'), own)).toMatchObject({
      findings: [],
      questions: [{ id: 'product', elements: [{ on: 'c-app' }, { on: 'c-hop' }] }],
    })
    const ends = standardsWith({ path: { from: 'kind = user', to: 'product = "openai/*"' }, problem: '{from} to {to}' })
    const starts = standardsWith({
      path: { from: 'product = "kong/*"', to: 'kind = llm-api' },
      problem: '{from} to {to}',
    })
    expect(run(way('api-gateway'), starts)).toMatchObject({
      findings: [],
      questions: [{ id: 'product', elements: [{ on: 'c-app' }, { on: 'c-hop' }] }],
    })
    expect(run(way('api-gateway'), ends).findings).toEqual([])
    expect(run(way('api-gateway'), ends).questions.map(({ id }) => id)).toEqual(['product'])
  })
})

describe('settings of rules', () => {
  const open = miniDesign({
    boundaries: [area('b-net', { trust: 0, network: 'public' }), area('b-ours', { trust: 80, network: 'private' })],
    components: [
      box('c-client', 'orchestrator', { in: 'b-net' }),
      box('c-app', 'object-store', { in: 'b-ours', holds: ['d-x'] }),
    ],
    flows: [arrow('c-client', 'c-app', { encrypted: false, request: { data: ['d-x'] } })],
    data: [data('d-x', { classification: 'restricted', personal: 'personal', writers: 'staff' })],
  })
  const under = (settings: Standards['rules'] & object) =>
    inspect(open, applyStandards(rules, { format: 'lintel/standards', version: 1, rules: settings }).rules).findings
  const clearText = (findings: readonly Finding[]) => findings.find(({ rule }) => rule === 'INF-01')

  it('switch a rule off by its id or by one that others know it by', () => {
    expect(clearText(under({}))?.severity).toBe('high')
    expect(clearText(under({ 'INF-01': { off: true } }))).toBeUndefined()
    expect(clearText(under({ 'SEC-10': { off: true } }))).toBeUndefined()
    const standards: Standards = {
      format: 'lintel/standards',
      version: 1,
      rules: { 'SEC-10': { off: true, reason: 'Mesh' } },
    }
    expect(applyStandards(rules, standards).off).toEqual([
      { id: 'INF-01', title: 'Data cross a boundary in clear text', reason: 'Mesh' },
    ])
  })

  it('change a severity and say so, with the reason', () => {
    const lowered = clearText(under({ 'INF-01': { severity: 'low', reason: 'The mesh encrypts.' } }))
    expect(lowered).toMatchObject({
      severity: 'low',
      weighed: 'Low at most by the standards of this workspace (its rule says high; The mesh encrypts).',
    })
    // Critical has to be proven, whoever wants it.
    expect(clearText(under({ 'INF-01': { severity: 'critical' } }))?.severity).toBe('high')
  })

  it('hand thresholds to the rules', () => {
    const rule = rules.find(({ thresholds }) => Object.keys(thresholds).length > 0)
    const [name = ''] = Object.keys(rule?.thresholds ?? {})
    const standards: Standards = {
      format: 'lintel/standards',
      version: 1,
      rules: { [rule?.id ?? '']: { thresholds: { [name]: 7 } } },
    }
    expect(applyStandards(rules, standards).thresholds).toEqual({ [rule?.id ?? '']: { [name]: 7 } })
  })
})

describe('lists of the house', () => {
  const { standards } = readStandardsValue(house, rules)
  if (standards === undefined) throw new Error('no standards')
  const lists: Standards = { ...standards, packs: [], rules: {} }
  const models = (...products: readonly (string | undefined)[]): Design =>
    miniDesign({
      components: [
        box('c-agent', 'agent', { settings: { killSwitch: true } }),
        ...products.map((product, index) => box(`c-m${index}`, 'llm-api', product === undefined ? {} : { product })),
      ],
      flows: products.map((_, index) => arrow('c-agent', `c-m${index}`)),
    })

  it('a forbidden technology is a finding, a tolerated one a mild one until its day', () => {
    const design = models('openai/gpt-4.1', 'anthropic/claude-sonnet-4.5', 'openai/gpt-5', 'mistral/none', undefined)
    const { findings, questions } = run(design, lists)
    expect(findings).toMatchObject([
      {
        id: 'STD-02@c-m1',
        severity: 'medium',
        problem: expect.stringContaining('which is forbidden. No contract yet.'),
      },
      { id: 'STD-02@c-m0', severity: 'low', problem: expect.stringContaining('tolerated until 2027-01-31') },
    ])
    expect(findings[1]?.fix).toBe('Use GPT-5 instead, or ask CTO for an exception.')
    expect(questions).toEqual([])
    const over =
      lists.technologies?.map((line) => ({ ...line, ...(line.until === undefined ? {} : { until: '2026-11-20' }) })) ??
      []
    expect(run(models('openai/gpt-4.1'), { ...lists, technologies: over }).findings).toMatchObject([
      { severity: 'medium', problem: expect.stringContaining('no longer tolerated since 2026-11-20') },
    ])
  })

  it('asks about one that is not listed only where the list names all', () => {
    const all: Standards = { ...lists, exhaustive: true }
    const { findings, questions } = run(models('mistral/none', 'mistral/none'), all)
    expect(findings).toEqual([])
    expect(questions).toMatchObject([{ id: 'topic.technology.mistral/none', answer: 'yesNo' }])
    const answered = (value: boolean): Design => ({
      ...models('mistral/none'),
      answers: { 'topic.technology.mistral/none': { value } },
    })
    expect(run(answered(true), all)).toEqual({ findings: [], questions: [] })
    expect(lines(run(answered(false), all).findings)).toEqual(['STD-02@c-m0'])
  })

  it('what is out of scope is nobody’s to change', () => {
    const design = models('anthropic/claude-sonnet-4.5')
    const out = (design.components ?? []).map((each) =>
      each.id === 'c-m0' ? { ...each, outOfScope: 'Run by another team' } : each,
    )
    expect(run({ ...design, components: out }, lists).findings).toEqual([])
  })

  it('the closest line counts: a name before a pattern, a pattern before the vendor; of two alike the stricter', () => {
    const status = (...stated: readonly (readonly [string, 'approved' | 'tolerated' | 'forbidden'])[]) =>
      standingOf(
        'openai/gpt-4.1',
        { ...lists, technologies: stated.map(([name, each]) => ({ name, status: each })) },
        '2026-11-21',
      )?.status
    expect(status(['OpenAI', 'forbidden'], ['GPT-4.1', 'approved'])).toBe('approved')
    expect(status(['OpenAI', 'forbidden'], ['openai/*', 'approved'])).toBe('approved')
    expect(status(['openai/*', 'forbidden'], ['openai/gpt-4.1', 'tolerated'])).toBe('tolerated')
    expect(status(['openai/gpt-4.1', 'approved'], ['GPT-4.1', 'forbidden'])).toBe('forbidden')
    expect(status(['Mistral', 'forbidden'])).toBeUndefined()
  })

  it('one technology in many places is one line', () => {
    const { findings } = run(models('anthropic/claude-sonnet-4.5', 'anthropic/claude-sonnet-4.5'), lists)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.elements).toEqual(['c-m0', 'c-m1'])
  })

  it('a mandatory control is asked for, found when it is denied, and met by a setting or a record', () => {
    const agent = (more: Partial<Component> = {}, rest: Partial<Design> = {}): Design =>
      miniDesign({
        components: [box('c-agent', 'agent', more), box('c-model', 'llm-api')],
        flows: [arrow('c-agent', 'c-model')],
        ...rest,
      })
    expect(run(agent(), lists)).toMatchObject({ findings: [], questions: [{ id: 'settings.killSwitch' }] })
    expect(run(agent({ settings: { killSwitch: true } }), lists)).toEqual({ findings: [], questions: [] })
    expect(lines(run(agent({ settings: { killSwitch: false } }), lists).findings)).toEqual(['STD-01@c-agent'])
    expect(lines(run(agent({}, { context: { complete: ['governance'] } }), lists).findings)).toEqual(['STD-01@c-agent'])
    const recorded = (status: 'inPlace' | 'planned' | 'retired') =>
      run(agent({}, { controls: [{ id: 'k', type: 'kill-switch', on: ['c-agent'], status }] }), lists)
    expect(recorded('inPlace')).toEqual({ findings: [], questions: [] })
    expect(recorded('planned').findings).toMatchObject([
      { severity: 'low', problem: expect.stringContaining('only planned') },
    ])
    expect(recorded('retired').findings).toMatchObject([{ severity: 'medium' }])
    const around: Partial<Design> = {
      boundaries: [area('b-ours')],
      controls: [{ id: 'k', type: 'kill-switch', on: ['b-ours'], status: 'inPlace' }],
    }
    expect(run(agent({ in: 'b-ours' }, around), lists)).toEqual({ findings: [], questions: [] })
    // What somebody is looking for is a question, however complete the rest is.
    const looked = agent({ settings: { killSwitch: { unknown: true } } }, { context: { complete: ['governance'] } })
    expect(run(looked, lists)).toMatchObject({ findings: [], questions: [{ id: 'settings.killSwitch' }] })
  })

  it('a control that nothing on the drawing shows is one yes-or-no question', () => {
    const demands: Standards = {
      ...lists,
      technologies: [],
      controls: [{ control: 'policy-gate', where: { trait: 'runs-actions' } }],
    }
    const tools = miniDesign({
      components: [box('c-agent', 'agent'), box('c-a', 'tool'), box('c-b', 'tool')],
      flows: [arrow('c-agent', 'c-a'), arrow('c-agent', 'c-b')],
    })
    expect(run(tools, demands)).toMatchObject({
      findings: [],
      questions: [{ id: 'topic.control.policy-gate', answer: 'yesNo', text: 'Mandatory: Policy gate: 2 places' }],
    })
    const denied = { ...tools, answers: { 'topic.control.policy-gate': { value: false } } }
    expect(run(denied, demands).findings).toMatchObject([{ rule: 'STD-01', elements: ['c-a', 'c-b'] }])
  })
})

describe('any pack', () => {
  const kinds = ['user', 'agent', 'tool', 'llm-api', 'object-store', 'guardrail', 'note', 'no-such-kind']
  const condition = fc.constantFrom(
    'kind = agent',
    'trait = stores-data',
    'in trust < 50',
    'product = openai*',
    'owner stated',
    'settings.encryptedAtRest = true',
    '!(name = c*) | region = eu-*',
    'data classification >= confidential',
  )
  const anyRule: fc.Arbitrary<Loose> = fc.oneof(
    fc.record({ each: fc.record({ of: fc.constant('components'), where: condition, require: condition }) }),
    fc.record({
      path: fc.record({ from: condition, to: condition, through: condition }),
      problem: fc.constant('{from} {to}'),
    }),
  )
  const anyDesign = fc
    .record({
      boxes: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 7 }),
      ends: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 10 }),
    })
    .map(({ boxes, ends }) =>
      miniDesign({
        components: boxes.map((kind, index) => box(`c-${index}`, kind, { holds: ['d-a'] })),
        flows: ends
          .filter(([a, b]) => a < boxes.length && b < boxes.length && a !== b)
          .map(([a, b], index) => ({ ...arrow(`c-${a}`, `c-${b}`), id: `a-${index}` })),
        data: [data('d-a')],
      }),
    )

  it('runs on any drawing, says the same twice, and speaks of elements that are there', () => {
    fc.assert(
      fc.property(anyRule, anyDesign, (rule, design) => {
        const standards = standardsWith(rule)
        const { findings, questions } = run(design, standards)
        expect(run(design, standards)).toEqual({ findings, questions })
        const ids = [...(design.components ?? []), ...(design.flows ?? []), ...(design.data ?? [])].map(({ id }) => id)
        for (const { elements, problem } of findings) {
          for (const id of elements) expect(ids).toContain(id)
          expect(problem).not.toMatch(/\{\w+\}/u)
        }
        for (const { elements } of questions) for (const { on } of elements) expect(ids).toContain(on)
      }),
      { numRuns: 100 },
    )
  })

  it('that is switched off says nothing', () => {
    const standards = standardsWith({ each: { of: 'components', require: 'kind = agent' } })
    const off = { ...standards, packs: (standards.packs ?? []).map((pack) => ({ ...pack, off: true })) }
    expect(run(stores({}), standards).findings).not.toEqual([])
    expect(run(stores({}), off).findings).toEqual([])
    const one: PackRule | undefined = standards.packs?.[0]?.rules[0]
    expect(run(stores({}), { ...standards, rules: { [one?.id ?? '']: { off: true } } }).findings).toEqual([])
  })
})
