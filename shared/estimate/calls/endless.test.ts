import { describe, expect, it } from 'vitest'
import type { Component, Flow, Step } from '../../design/design.ts'
import { arrow, box, draw, graphOf } from '../../graph/testing/draw.ts'
import { endlessProblems } from './endless-problems.ts'
import type { Estimate } from '../estimate.ts'
import { estimateOf } from '../testing/estimate-drawing.ts'

const user = box('user', 'actor', { name: 'User' })
const asked = (rate: number) => ({
  workloads: [{ id: 'w', name: 'W', mix: { ask: 1 }, arrivals: { rate, per: 'second' as const, peakFactor: 1 } }],
  actions: [{ id: 'ask', name: 'Ask', starts: 'user-app' }],
})

function problemsOf(components: readonly Component[], flows: readonly Flow[], found: Estimate): readonly string[] {
  const design = draw(components, flows)
  return endlessProblems(design, graphOf(design), found).map(({ sentence, path }) =>
    `${path}: ${sentence}`.replace(/[\u00A0\u202F]/gu, ' '),
  )
}

describe('a retry storm', () => {
  const drawn = (rate: number, flow: Partial<Flow>) => {
    const components = [
      user,
      box('app', 'service', { name: 'App' }),
      box('gate', 'service', { name: 'Gateway' }),
      box('llm', 'service', { name: 'Model', settings: { ms: 100, p95Ms: 100, perSecond: 10 } }),
    ]
    const flows = [arrow('user>app'), arrow('app>gate', flow), arrow('gate>llm')]
    const found = estimateOf(components, flows, asked(rate))
    return { found, problems: problemsOf(components, flows, found) }
  }
  const retried = { timeoutMs: 500, retries: 3 }

  it('is named by its way: late answers are asked for again until nothing is in time', () => {
    const { found, problems } = drawn(8.5, retried)
    expect(found.storms).toHaveLength(1)
    expect(found.storms?.[0]).toMatchObject({ component: 'llm', flow: 'app-gate', path: ['app', 'gate', 'llm'] })
    expect(found.storms?.[0]?.utilisationWithout).toBeCloseTo(0.85, 9)
    expect(found.storms?.[0]?.utilisation).toBeGreaterThan(1)
    expect(problems).toEqual([
      expect.stringMatching(
        /^flows\[1\]\.retries: "App" calls "Gateway" calls "Model" up to 4 times, 500 ms each: .*\(85 % without\)\. This retry storm never ends\./,
      ),
    ])
    expect(found.actions[0]?.unstable).toEqual(['llm'])
    expect(found.actions[0]?.full).toBeUndefined()
  })
  it('does not come up without retries, nor far from the limit', () => {
    for (const { found, problems } of [drawn(8.5, { timeoutMs: 500 }), drawn(3, retried), drawn(8.5, { retries: 3 })]) {
      expect(found.storms).toBeUndefined()
      expect(problems).toEqual([])
      expect(found.actions[0]?.full).toBeDefined()
    }
  })
  it('is not blamed for what is too much anyway', () => {
    const { found, problems } = drawn(12, retried)
    expect([found.storms, problems]).toEqual([undefined, []])
    expect(found.actions[0]?.unstable).toEqual(['llm'])
  })
  it('settles below the limit with the load that the retries add', () => {
    const without = drawn(5, { timeoutMs: 500 }).found.capacity.components[0]?.utilisation ?? 0
    const used = drawn(5, { timeoutMs: 500, retries: 1 }).found.capacity.components[0]?.utilisation ?? 0
    expect(without).toBeCloseTo(0.5, 9)
    // A fixed point: late = share of waits above the timeout at the load that late calls cause.
    const late = (utilisation: number): number => utilisation * Math.exp(-(10 - 10 * utilisation) * 0.4)
    expect(used).toBeCloseTo(0.5 * (1 + late(used)), 2)
  })
  it('comes from hedges, too', () => {
    const { found, problems } = drawn(8.5, { hedgeAfterMs: 150 })
    expect(found.storms?.[0]?.component).toBe('llm')
    expect(problems[0]).toContain('flows[1].hedgeAfterMs: "App" calls "Gateway" calls "Model" once more after 150 ms')
  })
})

describe('a loop without end', () => {
  const drawn = (again: Partial<Step>) => {
    const components = [
      user,
      box('app', 'service', {
        name: 'Planner',
        plans: [{ steps: [{ call: 'ask' }] }, { on: ['back'], steps: [{ call: 'ask', ...again }] }],
      }),
      box('critic', 'service', { name: 'Critic', plans: [{ on: ['ask'], steps: [{ call: 'back' }] }] }),
    ]
    const flows = [
      arrow('user>app'),
      arrow('app>critic as ask', { mode: 'async' }),
      arrow('critic>app as back', { mode: 'async' }),
    ]
    const found = estimateOf(components, flows)
    return { found, problems: problemsOf(components, flows, found) }
  }
  it('is named by its way, with its gain', () => {
    const { found, problems } = drawn({ times: 1.2 })
    expect(found.loops?.[0]?.gain).toBeCloseTo(1.2, 6)
    expect(problems).toEqual([
      expect.stringContaining(
        '"Critic" calls "Planner" calls "Critic" 1.2 times each round: this never ends. Put a limit on the loop.',
      ),
    ])
  })
  it('is none as long as each round is less work than the last', () => {
    const { found, problems } = drawn({ share: 0.99 })
    expect([found.loops, problems]).toEqual([undefined, []])
  })
})

describe('a call back to somebody who is at work on it', () => {
  it('is named by its way where no plan says how often it goes round', () => {
    const again: readonly Step[] = [{ call: 'plan-do' }]
    const components = [
      user,
      box('app', 'service', { name: 'App' }),
      box('plan', 'service', { name: 'Planner', plans: [{ steps: again }, { on: ['do-plan'], steps: again }] }),
      box('do', 'service', { name: 'Worker' }),
    ]
    const flows = [arrow('user>app'), arrow('app>plan'), arrow('plan>do'), arrow('do>plan', { mode: 'async' })]
    expect(problemsOf(components, flows, estimateOf(components, flows, asked(1)))).toEqual([
      expect.stringMatching(
        /^flows\[2\]: "Worker" calls "Planner" calls "Worker" while "Worker" is at work on it: .* in no number\./,
      ),
    ])
  })
  it('is nothing to name where an answer was drawn', () => {
    const components = [user, box('app', 'service', { name: 'App' }), box('llm', 'service', { name: 'Model' })]
    const flows = [arrow('user>app'), arrow('app>llm'), arrow('llm>app')]
    expect(problemsOf(components, flows, estimateOf(components, flows, asked(1)))).toEqual([])
  })
})
