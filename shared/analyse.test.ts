import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import type { Design } from './design/design.ts'
import { evaluate } from './kinds/formula/formula.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const knowledge = { prices: read('resources/prices/price-book.json') as object, today: '2026-11-21' }
const templates = ['analyst-research-rag', 'customer-support-agent', 'real-time-fraud-scoring'] as const
const template = (name: string): Design => read(`resources/templates/${name}.lintel.json`) as Design
const rag = read('shared/design/testing/research-rag.json') as Design
const agent = read('shared/design/testing/support-agent.json') as Design
const empty: Design = { format: 'lintel/design', version: 1, id: 'd-new', name: 'New' }
const near = (found: number | undefined, wanted: number, tolerance: number): void =>
  expect(Math.abs((found ?? Number.NaN) / wanted - 1)).toBeLessThan(tolerance)

it('ships templates whose promises of availability their own designs keep', () => {
  for (const name of templates) {
    const { requirements } = analyse(template(name), knowledge)
    const asked = template(name).requirements?.filter(({ metric }) => metric === 'availability') ?? []
    expect(asked.length, name).toBeGreaterThan(0)
    const verdicts = asked.map(({ id }) => requirements.find(({ requirement }) => requirement === id)?.verdict)
    for (const verdict of verdicts) expect(['pass', 'assumed', 'atRisk'], name).toContain(verdict)
  }
})

it('passes no rate that only guesses sustain', () => {
  const asked = (target: number) => {
    const requirement = {
      id: 'r-rate',
      name: 'Rate',
      category: 'performance-efficiency.capacity',
      metric: 'capacity.sustained',
      is: '>=' as const,
      target,
      priority: 'must' as const,
    }
    const design: Design = { ...template('customer-support-agent'), requirements: [requirement] }
    return analyse(design, knowledge).requirements[0]
  }
  // Team leads sustain 0.083 cases a second, likely 0.026 to 0.22; at 8 minutes instead of 2 it would be 0.021.
  expect(asked(0.05)?.verdict).toBe('atRisk')
  expect(asked(0.022)).toMatchObject({ verdict: 'assumed', assumes: { label: 'Minutes of work' } })
})

describe('a blank canvas', () => {
  it('has no numbers, no findings, no questions', () => {
    const { problems, estimate, requirements, findings, questions } = analyse(empty, knowledge)
    expect({ problems, requirements, findings, questions }).toEqual({
      problems: [],
      requirements: [],
      findings: [],
      questions: [],
    })
    expect(estimate.meaningful).toBe(false)
  })
  it('stays calm when a component is dropped, and prices what runs anyway', () => {
    const dropped: Design = { ...empty, components: [{ id: 'db', name: 'Vectors', kind: 'vector-store' }] }
    const { estimate, findings, questions } = analyse(dropped, knowledge)
    expect([estimate.meaningful, findings, questions]).toEqual([false, [], []])
    expect(estimate.lines.length).toBeGreaterThan(0)
  })
  it('estimates a box and an arrow without a single setting', () => {
    const drawn: Design = {
      ...empty,
      components: [
        { id: 'user', name: 'User', kind: 'user' },
        { id: 'app', name: 'App', kind: 'orchestrator' },
        { id: 'search', name: 'Search', kind: 'vector-store' },
        { id: 'model', name: 'Model', kind: 'llm-api' },
      ],
      flows: [
        { id: 'f1', from: 'user', to: 'app' },
        { id: 'f2', from: 'app', to: 'search' },
        { id: 'f3', from: 'app', to: 'model' },
      ],
    }
    const { estimate } = analyse(drawn, knowledge)
    expect(estimate.meaningful).toBe(true)
    expect(estimate.actions[0]?.full?.p95.value).toBeGreaterThan(1000)
    expect(estimate.actions[0]?.first?.p95.value).toBeLessThan(estimate.actions[0]?.full?.p95.value ?? 0)
    expect(estimate.totalUsdPerMonth.value).toBeGreaterThan(10)
    expect(estimate.ledger.filter(({ standing }) => standing === 'assumed').length).toBeGreaterThan(5)
  })
})

it('lists the turns of an agent that nobody stated', () => {
  const drawn: Design = {
    ...empty,
    components: [
      { id: 'user', name: 'User', kind: 'user' },
      { id: 'agent', name: 'Agent', kind: 'agent' },
      { id: 'model', name: 'Model', kind: 'llm-api' },
    ],
    flows: [
      { id: 'f1', from: 'user', to: 'agent' },
      { id: 'f2', from: 'agent', to: 'model' },
    ],
  }
  const { estimate } = analyse(drawn, knowledge)
  expect(estimate.components.find((component) => component.component === 'model')?.callsPerMonth).toBeCloseTo(
    8 * 1000 * (365 / 12),
    6,
  )
  expect(estimate.ledger.find(({ on, field }) => on === 'agent' && field === 'steps')?.standing).toBe('assumed')
})

describe('worked case R3: an agent of 12 steps', () => {
  const estimate = analyse(agent, knowledge).estimate
  const solve = estimate.actions.find((action) => action.action === 'solve')
  const model = estimate.components.find((component) => component.component === 'model')
  const perRequest = (tokens: number | undefined): number => (tokens ?? 0) / (solve?.requestsPerMonth ?? 1)

  it('reads 113,700 tokens, 98,450 of them from the cache', () => {
    expect(perRequest(model?.tokensPerMonth?.cachedRead)).toBeCloseTo(98_450, 6)
    expect(perRequest(model?.tokensPerMonth?.cachedWrite)).toBeCloseTo(15_250, 6)
    expect(perRequest(model?.tokensPerMonth?.input)).toBeCloseTo(0, 6)
    expect(perRequest(model?.tokensPerMonth?.output)).toBeCloseTo(1800, 6)
  })
  it('pays $0.1137225 for it, $0.3681 without the cache', () => {
    const usd = (design: Design): number => {
      const found = analyse(design, knowledge).estimate
      const line = found.lines.find((each) => each.component === 'model')
      return (line?.usd.value ?? 0) / (found.actions[0]?.requestsPerMonth ?? 1)
    }
    expect(usd(agent)).toBeCloseTo(0.1137225, 9)
    const flows = (agent.flows ?? []).map((flow) =>
      flow.id === 'g-think' ? { ...flow, call: { ...flow.call, promptCaching: false } } : flow,
    )
    expect(usd({ ...agent, flows })).toBeCloseTo(0.3681, 9)
  })
  it('takes as long as 12 turns take, without people', () => {
    // Twelve times model and tool; the reference adds tools of its own, so only the model's share is compared.
    expect(solve?.unattended?.p50.value).toBeGreaterThan(45_000)
    expect(solve?.unattended?.p95.value).toBeLessThan((solve?.unattended?.p50.value ?? 0) * 1.2)
    expect(solve?.full?.p95.value).toBeGreaterThan(100_000)
  })
})

describe('the research design', () => {
  const { estimate, requirements } = analyse(rag, knowledge)
  const ask = estimate.actions.find((action) => action.action === 'ask')

  it('shows nothing before the grounding guard has judged the answer', () => {
    near(ask?.first?.p95.value, 6200, 0.06)
    expect(ask?.first?.p95.value).toBe(ask?.full?.p95.value)
    expect(ask?.heldBy?.element).toBe('f-guard-out')
  })
  it('would show the first words in two seconds when the guard let them through', () => {
    const components = (rag.components ?? []).map((component) =>
      component.id === 'guard-out'
        ? { ...component, settings: { ...component.settings, release: 'streamed' } }
        : component,
    )
    const [streamed] = analyse({ ...rag, components }, knowledge).estimate.actions
    expect(streamed?.first?.p95.value).toBeLessThan(3000)
    expect(streamed?.heldBy).toBeUndefined()
  })
  it('keeps first load and month, people and machines apart', () => {
    expect(estimate.onceUsd.value).toBeGreaterThan(10)
    expect(estimate.peopleUsdPerMonth.value).toBeCloseTo(36_500 * 0.98 * 0.99 * 0.04 * (4 / 60) * 45, 6)
    expect(estimate.mainAction).toBe('ask')
  })
  it('measures the reviewed answer from the question on', () => {
    const reviewed = requirements.find((result) => result.requirement === 'r-review')
    expect(reviewed?.verdict).toBe('pass')
    expect(estimate.flowsDone.find((done) => done.flow === 'f-reviewed')?.done?.p50.value).toBeGreaterThan(120_000)
  })
})

describe.each(templates)('%s', (name) => {
  const design = template(name)
  const { problems, estimate } = analyse(design, knowledge)

  it('is sound', () => expect(problems.filter((problem) => problem.level === 'error')).toEqual([]))
  it('has formulas that evaluate to what its lines say, and lines that add up', () => {
    for (const line of estimate.lines) expect(evaluate(line.formula), line.id).toBe(line.usd.value)
    const monthly = estimate.lines.filter((line) => line.recurrence === 'month')
    const total = monthly.reduce((sum, line) => sum + line.usd.value, 0)
    expect(total).toBeCloseTo(estimate.totalUsdPerMonth.value, 6)
    expect(estimate.technologyUsdPerMonth.value + estimate.peopleUsdPerMonth.value).toBeCloseTo(total, 6)
    expect(new Set(estimate.lines.map((line) => line.id)).size).toBe(estimate.lines.length)
  })
  it('adds up what components cost and how long they take', () => {
    const shares = estimate.components.reduce((sum, component) => sum + (component.costShare ?? 0), 0)
    expect(shares).toBeCloseTo(1, 9)
    for (const action of estimate.actions) {
      const parts = action.shares.reduce((sum, share) => sum + share.meanMs, 0)
      // Work that waits for a batch has no time to take apart.
      if (action.full === undefined) expect(action.shares).toEqual([])
      else near(parts, action.full.meanMs, 0.01)
    }
  })
  it('orders percentiles and keeps values inside their bands', () => {
    for (const { first, full, unattended } of estimate.actions) {
      for (const clock of [first, full, unattended]) {
        if (!clock) continue
        const { p50, p90, p95, p99 } = clock
        expect(p50.value <= p90.value && p90.value <= p95.value && p95.value <= p99.value).toBe(true)
        for (const band of [p50, p90, p95, p99]) expect(band.low <= band.value && band.value <= band.high).toBe(true)
      }
      expect((first?.p95.value ?? 0) <= (full?.p95.value ?? 0) + 1e-9).toBe(true)
      expect((unattended?.p95.value ?? 0) <= (full?.p95.value ?? 0) + 1e-9).toBe(true)
    }
  })
  it('gives the same digits twice', () => {
    expect(analyse(structuredClone(design), knowledge)).toEqual(analyse(design, knowledge))
  })
  it('does not depend on the order of the file', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(analyse(shuffle(design, seed), knowledge).estimate).toEqual(estimate)
      }),
      { numRuns: 5, seed: 20261121 },
    )
  })
  it('does not depend on names', () => {
    const renamed: Design = {
      ...design,
      components: (design.components ?? []).map((component, index) => ({ ...component, name: `Part ${index}` })),
    }
    const other = analyse(renamed, knowledge).estimate
    expect(other.totalUsdPerMonth).toEqual(estimate.totalUsdPerMonth)
    expect(other.actions.map((action) => action.full)).toEqual(estimate.actions.map((action) => action.full))
  })
})

/** The order of every collection changed; plans, where order has meaning, stay. */
function shuffle(design: Design, seed: number): Design {
  let state = seed >>> 0
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0)
  const mixed = <T>(items: readonly T[] | undefined): readonly T[] =>
    (items ?? [])
      .map((item) => ({ item, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item)
  return {
    ...design,
    boundaries: mixed(design.boundaries),
    components: mixed(design.components).map((component) => ({
      ...component,
      ...(component.holds ? { holds: mixed(component.holds) } : {}),
    })),
    flows: mixed(design.flows),
    data: mixed(design.data),
    identities: mixed(design.identities),
    actions: mixed(design.actions),
    workloads: mixed(design.workloads),
    requirements: mixed(design.requirements),
  }
}
