import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openStudy, readGraph } from '../analyse.ts'
import type { Answer, Design } from '../design/design.ts'
import { setAnswer } from '../design/edit/answer.ts'
import { researchRagDesign, supportAgentDesign } from '../design/testing/fixtures.ts'
import { area, arrow, box, call, data, miniDesign, plan } from '../findings/testing/mini-design.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { rules } from '../rules.ts'
import { actAnswer } from './ai-act/read-answers.ts'
import { duties } from './ai-act/obligations.ts'
import { assessGovernance, type GovernanceAssessment } from './assess-governance.ts'
import { evidenceObjects } from './evidence/objects.ts'
import { confirmationOf, isPrintable, lawOf, laws } from './laws/index.ts'
import { controlFrameworks } from './mapping/index.ts'
import { readinessItems } from './readiness/items.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
const today = '2026-11-21'

function assess(design: Design, day = today): GovernanceAssessment {
  const study = openStudy(design, { prices, today: day })
  const numbers = study.compute()
  const graph = readGraph(design)
  return assessGovernance({ graph, lineage: buildLineage(graph), ...numbers, ...study.judge(numbers), today: day })
}
const word = (value: Answer['value'], rationale = 'Read with counsel'): Answer => ({
  value,
  rationale,
  by: 'L. Legal',
  date: '2026-11-01',
})
const answered = (design: Design, answers: Readonly<Record<string, Answer['value']>>): Design =>
  Object.entries(answers).reduce((next, [key, value]) => setAnswer(next, key, word(value)), design)

const chat = miniDesign({
  context: { stage: 'production', audience: 'external', decisionEffect: 'assist', euNexus: true, tier: 1 },
  components: [
    box('c-guest', 'user'),
    box('c-page', 'client', { settings: { saysAi: true } }),
    box('c-bot', 'orchestrator', plan(call('a-bot-model', { orElse: [call('a-bot-spare')] }), call('a-bot-sort'))),
    box('c-model', 'llm-api', { product: 'openai/gpt-4.1', owner: 'Team A', settings: { pinned: true } }),
    box('c-spare', 'llm-api', { product: 'anthropic/claude-haiku-4-5' }),
    box('c-sort', 'reranker', { product: 'cohere/rerank-3.5' }),
  ],
  flows: [
    arrow('c-guest', 'c-page'),
    arrow('c-page', 'c-bot'),
    arrow('c-bot', 'c-model', { name: 'answers', request: { data: ['d-question'] } }),
    arrow('c-bot', 'c-spare'),
    arrow('c-bot', 'c-sort'),
  ],
  data: [data('d-question', { personal: 'personal', classification: 'confidential' })],
})
const mild = {
  [actAnswer('eu-nexus')]: true,
  [actAnswer('ai-system')]: true,
  [actAnswer('excluded')]: 'none',
  [actAnswer('role')]: ['provider', 'deployer'],
  [actAnswer('prohibited-practice')]: ['none'],
  [actAnswer('safety-component')]: false,
  [actAnswer('annex-iii')]: ['none'],
  [actAnswer('profiling')]: false,
  [actAnswer('narrow-task')]: 'none',
  [actAnswer('interacts')]: true,
  [actAnswer('content')]: ['synthetic'],
}
const obligationIds = (design: Design, day = today): readonly string[] =>
  assess(design, day).obligations.map(({ id }) => id)

describe('the tables', () => {
  it('name laws, evidence and rules that exist, each once', () => {
    const evidence = evidenceObjects.map(({ id }) => id)
    expect(new Set(evidence).size).toBe(evidence.length)
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length)
    for (const duty of duties) {
      for (const id of duty.laws) expect(lawOf(id).id).toBe(id)
      for (const id of duty.evidence) expect(evidence).toContain(id)
    }
    for (const { controls, id } of controlFrameworks) {
      expect(new Set(controls.map((control) => control.id)).size, id).toBe(controls.length)
      for (const control of controls) for (const each of control.evidence) expect(evidence, control.id).toContain(each)
    }
    const known = rules.flatMap((rule) => [rule.id, ...rule.aliases])
    expect(new Set(readinessItems.map(({ id }) => id)).size).toBe(readinessItems.length)
    for (const item of readinessItems) {
      if (item.evidence !== undefined) expect(evidence).toContain(item.evidence)
      for (const id of item.rules ?? []) expect(known, item.id).toContain(id)
    }
  })

  it('use every kind of evidence somewhere', () => {
    const used = new Set(controlFrameworks.flatMap(({ controls }) => controls.flatMap(({ evidence }) => evidence)))
    expect(evidenceObjects.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([])
  })

  it('give every law a provision, a source and the day of the last look', () => {
    for (const law of laws) {
      expect(law.provision).not.toBe('')
      expect(law.source.url).toMatch(/^https:\/\//)
      expect(law.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
      if (law.appliesFrom !== undefined) expect(law.appliesFrom).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    expect(controlFrameworks.find(({ id }) => id === 'iso-42001')?.controls).toHaveLength(38)
    expect(controlFrameworks.find(({ id }) => id === 'nist-genai')?.controls).toHaveLength(12)
  })
})

describe('laws that nobody read at their source', () => {
  it('may be printed once a person with a name confirmed them on a day', () => {
    const id = 'ai-act.transparency'
    expect(isPrintable(chat, id)).toBe(false)
    const key = `law.${id}`
    expect(isPrintable(setAnswer(chat, key, { value: true }), id)).toBe(false)
    expect(isPrintable(setAnswer(chat, key, { value: true, by: ' ', date: today }), id)).toBe(false)
    expect(isPrintable(setAnswer(chat, key, { value: false, by: 'L. Legal', date: today }), id)).toBe(false)
    expect(confirmationOf(setAnswer(chat, key, word(true)), id)?.by).toBe('L. Legal')
    expect(isPrintable(setAnswer(chat, key, word(true)), id)).toBe(true)
  })
})

describe('duties', () => {
  it('follow tier, role and day', () => {
    const design = answered(chat, mild)
    expect(obligationIds(design)).toEqual(['literacy', 'say-ai', 'mark'])
    expect(obligationIds(answered(design, { [actAnswer('role')]: ['deployer'] }))).toEqual(['literacy'])
    const hiring = answered(design, { [actAnswer('annex-iii')]: ['4a'] })
    const all = assess(hiring).obligations
    expect(all.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['risk-management', 'oversight', 'use', 'keep-logs', 'say-ai']),
    )
    expect(all.find(({ id }) => id === 'oversight')).toMatchObject({ appliesFrom: '2027-12-02', inForce: false })
    expect(all.find(({ id }) => id === 'say-ai')).toMatchObject({
      appliesFrom: '2026-08-02',
      inForce: true,
      missing: [],
    })
    expect(assess(hiring, '2027-12-02').obligations.find(({ id }) => id === 'oversight')?.inForce).toBe(true)
    const device = assess(answered(design, { [actAnswer('safety-component')]: true })).obligations
    expect(device.find(({ id }) => id === 'oversight')?.appliesFrom).toBe('2028-08-02')
    const deployed = obligationIds(answered(hiring, { [actAnswer('role')]: ['deployer'] }))
    expect(deployed).toContain('use')
    expect(deployed).not.toContain('risk-management')
  })

  it('of a way out by Art. 6(3) are to write it down and to register', () => {
    const out = answered(chat, { ...mild, [actAnswer('annex-iii')]: ['4a'], [actAnswer('narrow-task')]: 'preparatory' })
    const found = assess(out)
    expect(found.act).toMatchObject({ tier: 'transparency', derogated: true })
    expect(found.obligations.map(({ id }) => id)).toEqual([
      'literacy',
      'derogation',
      'derogation-register',
      'say-ai',
      'mark',
    ])
    expect(found.obligations.find(({ id }) => id === 'derogation-register')?.appliesFrom).toBeUndefined()
    expect(obligationIds(answered(out, { [actAnswer('profiling')]: true }))).toContain('risk-management')
  })

  it('of forbidden practices are to stop, those of 2026 from their own day', () => {
    const practice = (value: string) =>
      assess(answered(chat, { ...mild, [actAnswer('prohibited-practice')]: [value] })).obligations.find(
        ({ id }) => id === 'stop',
      )
    expect(practice('social-scoring')).toMatchObject({ appliesFrom: '2025-02-02', inForce: true })
    expect(practice('child-abuse')).toMatchObject({ appliesFrom: '2026-12-02', inForce: false })
  })

  it('of model providers stand beside the tier; out of scope brings none', () => {
    const places = answered(chat, { ...mild, [actAnswer('general-purpose-model')]: 'places' })
    expect(obligationIds(places)).toContain('gpai')
    expect(obligationIds(places)).not.toContain('gpai-systemic')
    expect(obligationIds(answered(places, { [actAnswer('systemic-risk')]: true }))).toContain('gpai-systemic')
    expect(obligationIds(answered(places, { [actAnswer('eu-nexus')]: false }))).toEqual([])
  })

  it('of Art. 27 fall on public deployers of high-risk systems', () => {
    const hiring = answered(chat, { ...mild, [actAnswer('annex-iii')]: ['4a'] })
    expect(obligationIds(hiring)).not.toContain('rights-assessment')
    const open = answered(hiring, { [actAnswer('rights-assessment')]: ['public-body'] })
    expect(obligationIds(open)).toContain('rights-assessment')
  })
})

describe('evidence and controls', () => {
  const evidence = (design: Design, id: string) => assess(design).evidence.find((state) => state.id === id)!

  it('is automatic with the elements that show it, typed where a person says so, else missing', () => {
    expect(evidence(chat, 'disclosure')).toMatchObject({ status: 'automatic', elements: ['c-page'] })
    const silent = {
      ...chat,
      components: chat.components!.map((each) => (each.id === 'c-page' ? box('c-page', 'client') : each)),
    }
    expect(evidence(silent, 'disclosure').status).toBe('missing')
    expect(evidence(chat, 'incidents').status).toBe('missing')
    const typed = evidence(answered(chat, { 'evidence.incidents': 'Handbook, chapter 4' }), 'incidents')
    expect(typed).toMatchObject({ status: 'typed', says: 'Handbook, chapter 4' })
    expect(evidence(answered(chat, { 'evidence.incidents': '  ' }), 'incidents').status).toBe('missing')
    expect(evidence(answered(chat, { 'evidence.incidents': { unknown: true } }), 'incidents').status).toBe('missing')
  })

  it('does not apply only with a reason', () => {
    const key = 'evidence.environment'
    expect(evidence(setAnswer(chat, key, word('notApplicable', ' ')), 'environment').status).toBe('missing')
    const away = setAnswer(chat, key, word('notApplicable', 'Small'))
    expect(evidence(away, 'environment').status).toBe('notApplicable')
    const rows = assess(away).controls.filter((row) => row.evidence === 'environment')
    expect(rows.map(({ applies }) => applies)).toEqual(rows.map(() => 'no'))
  })

  it('covers what applies and has evidence; what is open counts nowhere', () => {
    for (const design of [chat, researchRagDesign, supportAgentDesign, ...templates]) {
      const { frameworks, controls } = assess(design)
      for (const framework of frameworks) {
        const rows = controls.filter((row) => row.framework === framework.id)
        const yes = rows.filter(({ applies }) => applies === 'yes')
        expect(framework.applicable).toBe(yes.length)
        expect(framework.decided).toBe(yes.filter(({ status }) => status !== 'missing').length)
        expect(framework.open).toBe(rows.filter(({ applies }) => applies === 'open').length)
        if (framework.applies !== 'yes') expect(framework.applicable).toBe(0)
      }
    }
  })

  it('a framework concerns a design by what it states, and a person has the last word', () => {
    const of = (design: Design, id: string) => assess(design).frameworks.find((framework) => framework.id === id)!
    expect(of(chat, 'gdpr').applies).toBe('yes')
    expect(of({ ...chat, data: [data('d-question', { personal: 'none' })] }, 'gdpr').applies).toBe('no')
    expect(of({ ...chat, data: [data('d-question')] }, 'gdpr').applies).toBe('open')
    expect(of(chat, 'dora').applies).toBe('open')
    expect(of({ ...chat, client: 'A bank' }, 'dora').applies).toBe('yes')
    expect(of(setAnswer({ ...chat, client: 'A bank' }, 'framework.dora', word(false)), 'dora').applies).toBe('no')
    const article = (design: Design, control: string) =>
      assess(design).controls.find((row) => row.framework === 'eu-ai-act' && row.control === control)?.applies
    expect(article(chat, 'Art. 14')).toBe('open')
    expect(article(answered(chat, mild), 'Art. 14')).toBe('no')
    expect(article(answered(chat, { ...mild, [actAnswer('annex-iii')]: ['8'] }), 'Art. 14')).toBe('yes')
    expect(article(answered(chat, mild), 'Art. 50')).toBe('yes')
  })
})

describe('the data protection impact assessment', () => {
  const privacy = (design: Design) => assess(design).privacy

  it('is needed from two criteria on, and open while open ones could make two', () => {
    expect(privacy(chat)).toMatchObject({ met: 1, verdict: 'open' })
    const deciding = { ...chat, context: { ...chat.context, decisionEffect: 'significant' } }
    expect(privacy(deciding)).toMatchObject({ met: 2, verdict: 'needed' })
    const special = { ...chat, data: [data('d-question', { personal: 'special' })] }
    expect(privacy(special).criteria.find(({ id }) => id === 'sensitive')).toMatchObject({
      state: 'yes',
      elements: ['d-question'],
    })
    const none = Object.fromEntries(privacy(chat).criteria.map(({ id }) => [`dpia.${id}`, false]))
    expect(privacy(answered(chat, none))).toMatchObject({ met: 0, open: 0, verdict: 'notNeeded' })
    expect(privacy(answered(chat, { ...none, 'dpia.monitoring': true })).verdict).toBe('notNeeded')
    expect(privacy(answered(chat, { ...none, 'dpia.monitoring': true, 'dpia.vulnerable': true })).verdict).toBe(
      'needed',
    )
  })

  it('counts records, and says nothing where nobody said what the data are', () => {
    const many = { ...chat, data: [data('d-question', { personal: 'personal', facts: { records: 250_000 } })] }
    expect(privacy(many).criteria.find(({ id }) => id === 'large-scale')?.state).toBe('yes')
    const few = { ...chat, data: [data('d-question', { personal: 'personal', facts: { records: 20 } })] }
    expect(privacy(few).criteria.find(({ id }) => id === 'large-scale')?.state).toBe('no')
    expect(privacy({ ...chat, data: [data('d-question')] }).verdict).toBe('open')
    expect(privacy({ ...chat, data: [data('d-question', { personal: 'none' })] }).verdict).toBe('noPersonalData')
  })
})

describe('the register of third parties', () => {
  const rows = (design: Design) => assess(design).register.rows

  it('lists services of others with function, data, weight and way out', () => {
    expect(rows(chat).map(({ provider, critical, exit }) => [provider, critical, exit])).toEqual([
      ['OpenAI', false, 'Spare answers instead'],
      ['Cohere', true, undefined],
      ['Anthropic', false, undefined],
    ])
    expect(rows(chat)[0]).toMatchObject({ service: 'GPT-4.1', data: ['d-question'] })
    expect(rows(answered(chat, { 'register.c-sort.exit': 'Own reranker' }))[1]?.exit).toBe('Own reranker')
    expect(rows({ ...chat, context: { ...chat.context, tier: 3 } })[1]?.critical).toBe(false)
    const { tier: _tier, ...context } = chat.context!
    expect(rows({ ...chat, context })[1]).not.toHaveProperty('critical')
  })

  it('takes a model of the same provider for no way out', () => {
    const same = chat.components!.map((each) =>
      each.id === 'c-spare' ? { ...each, product: 'openai/gpt-4.1-mini' } : each,
    )
    expect(rows({ ...chat, components: same })[0]).not.toHaveProperty('exit')
  })

  it('weighs providers, and names clouds that nobody drew', () => {
    const { concentration } = assess(chat).register
    expect(concentration.map(({ provider, shareOfFunctions }) => [provider, shareOfFunctions])).toEqual([
      ['Anthropic', 1],
      ['Cohere', 1],
      ['OpenAI', 1],
    ])
    expect(concentration.reduce((sum, { shareOfSpend = 0 }) => sum + shareOfSpend, 0)).toBeCloseTo(1, 9)
    const inCloud = {
      ...chat,
      boundaries: [area('b-cloud', { region: 'eu-central-1', organisation: 'client' })],
      components: chat.components!.map((each) => (each.id === 'c-bot' ? { ...each, in: 'b-cloud' } : each)),
    }
    expect(assess(inCloud).register.unnamedClouds).toEqual(['eu-central-1'])
    expect(rows(inCloud)).toHaveLength(3)
  })
})

describe('the model inventory', () => {
  it('says what is stated of each model and what is lacking', () => {
    const [model, , spare] = assess(chat).inventory
    expect(model).toMatchObject({
      component: 'c-model',
      model: 'GPT-4.1',
      version: 'openai/gpt-4.1',
      pinned: true,
      provider: 'OpenAI',
      hosting: 'vendor',
      purpose: 'answers',
      data: ['d-question'],
      owner: 'Team A',
      status: 'production',
      lacks: [],
    })
    expect(spare).not.toHaveProperty('pinned')
    expect(spare?.lacks).toContain('owner')
  })
})

describe('the readiness checklist', () => {
  const item = (design: Design, id: string) => assess(design).readiness.find((state) => state.id === id)!

  it('is ticked by the design where it shows it, and says by what', () => {
    expect(item(chat, 'notice')).toMatchObject({ state: 'done', from: 'design' })
    expect(item(chat, 'agents')).toMatchObject({ state: 'notApplicable', from: 'design' })
    expect(item(chat, 'latency')).toMatchObject({ state: 'open', says: 'No requirement says what is good enough.' })
    expect(item(chat, 'runbook')).toMatchObject({ state: 'open', says: 'To be ticked by hand.' })
  })

  it('is not ticked by silence: an open question keeps it open', () => {
    const unpinned = {
      ...chat,
      components: chat.components!.map((each) => (each.id === 'c-model' ? { ...each, settings: {} } : each)),
    }
    expect(item(unpinned, 'pinned').state).toBe('open')
    expect(assess(miniDesign({})).readiness.filter(({ state }) => state === 'done')).toEqual([])
  })

  it('is ticked by hand, or set aside with a reason', () => {
    expect(item(answered(chat, { 'ready.runbook': true }), 'runbook')).toMatchObject({ state: 'done', from: 'person' })
    expect(item(answered(chat, { 'ready.runbook': false }), 'runbook').state).toBe('open')
    expect(item(setAnswer(chat, 'ready.runbook', word('notApplicable', 'A trial')), 'runbook').state).toBe(
      'notApplicable',
    )
    expect(item(setAnswer(chat, 'ready.runbook', word('notApplicable', '')), 'runbook').state).toBe('open')
  })
})

describe('an assessment', () => {
  it('is plain JSON, the same each time, and claims nothing of an empty canvas', () => {
    for (const design of [researchRagDesign, supportAgentDesign, ...templates]) {
      const found = assess(design)
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      expect(assess(design)).toEqual(found)
      expect(JSON.stringify(found)).not.toMatch(/undefined|NaN|\[object/)
    }
    const empty = assess(miniDesign({}))
    expect(empty.act.tier).toBe('open')
    expect(empty.evidence.filter(({ status }) => status === 'automatic')).toEqual([])
    expect(empty.obligations).toEqual([])
  })

  it('calls a template confirmed only where people answered in it', () => {
    for (const design of templates) {
      const { act } = assess(design)
      const isAnswered = Object.keys(design.answers ?? {}).some((key) => key.startsWith('ai-act.'))
      if (!isAnswered) expect(act.standing, design.name).toBe('proposed')
      expect(
        act.questions.flatMap(({ contradiction }) => contradiction ?? []),
        design.name,
      ).toEqual([])
    }
  })
})
