import { readdirSync, readFileSync } from 'node:fs'
import { assert, asyncProperty, array, constantFrom, nat, property, record } from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { analyse, openStudy } from './analyse.ts'
import type { Component, Design, Flow, Step } from './design/design.ts'
import { kinds } from './kinds/index.ts'
import { arbitraryDrawing } from './estimate/testing/arbitrary-drawing.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../resources/${path}`, import.meta.url), 'utf8'))
const knowledge = { prices: read('prices/price-book.json') as object, today: '2026-11-21' }
const templates = readdirSync(new URL('../resources/templates/', import.meta.url)).map(
  (name) => read(`templates/${name}`) as Design,
)

/** One edit as people make them: what it leaves alone stays the very same object. */
const edits: readonly ((design: Design, at: number, by: number) => Design)[] = [
  (design, at, by) => withComponent(design, at, (one) => scaleNumbers(one, 0.5 + by / 10)),
  (design, at, by) => withComponent(design, at, (one) => ({ ...one, name: `${one.name} ${by}` })),
  (design, at, by) =>
    withComponent(design, at, (one) => ({
      ...one,
      settings: { ...one.settings, p50Ms: 20 + by, p95Ms: 90 + 3 * by, availability: 0.99 + by / 4000 },
    })),
  // What a box states for all calls of it is read together with each arrow, which stays as it was.
  (design, at, by) =>
    withComponent(design, at, (one) => ({
      ...one,
      settings: { ...one.settings, outputTokens: 50 + 40 * by, resultTokens: 100 + 90 * by, replicas: 1 + (by % 4) },
    })),
  (design, at) => withComponent(design, at, ({ product: _gone, ...rest }) => rest),
  (design, at) => withComponent(design, at, ({ plans: _gone, ...rest }) => rest),
  // Loops that turn more often, around calls that stay as they were.
  (design, at, by) =>
    withComponent(design, at, (one) => {
      if (one.plans === undefined) return one
      return {
        ...one,
        plans: one.plans.map((plan) => ({ ...plan, steps: plan.steps.map((step) => turned(step, by)) })),
      }
    }),
  (design, at) => ({ ...design, flows: (design.flows ?? []).filter((_, index, all) => index !== at % all.length) }),
  (design, at, by) => withFlow(design, at, (flow) => ({ ...flow, retries: by % 4, timeoutMs: 200 + 100 * by })),
  (design, at, by) => withFlow(design, at, (flow) => ({ ...flow, call: { ...flow.call, outputTokens: 30 + 70 * by } })),
  (design, at, by) => withFlow(design, at, (flow) => ({ ...flow, mode: by % 2 === 0 ? 'async' : 'sync' })),
  // What default plans read of the boxes that they call, and of their own.
  (design, at, by) =>
    withComponent(design, at, (one) => ({
      ...one,
      settings: { ...one.settings, hitRate: by / 12, turns: 1 + by, autoscaled: by % 2 === 0, leastReplicas: by % 3 },
    })),
  (design, at, by) =>
    withComponent(design, at, (one) => ({ ...one, kind: design.components?.[by % 3]?.kind ?? one.kind })),
  (design, at, by) =>
    withComponent({ ...design, boundaries: [...(design.boundaries ?? []), ...regions] }, at, (one) => ({
      ...one,
      in: regions[by % regions.length]?.id ?? '',
    })),
  (design, at) => ({
    ...design,
    boundaries: (design.boundaries ?? []).map((one, index, all) =>
      index === at % all.length ? { ...one, region: 'us-east-1' } : one,
    ),
  }),
  (design, at) => ({
    ...design,
    components: (design.components ?? []).filter((_, index, all) => index !== at % all.length),
  }),
  (design, _at, by) => ({
    ...design,
    workloads: (design.workloads ?? []).map((workload) => ({
      ...workload,
      arrivals: { rate: 1 + by * 37, per: 'hour' as const },
    })),
  }),
]

/** The same product stands elsewhere, and every call into or out of it goes further. */
const regions = [
  { id: 'made-eu', name: 'EU', organisation: 'Acme', region: 'eu-central-1' },
  { id: 'made-us', name: 'US', organisation: 'Acme', region: 'us-east-1' },
  { id: 'made-two', name: 'Two', copies: { of: 'zone', count: 2, mode: 'activeActive' } },
] as const

function withFlow(design: Design, at: number, change: (flow: Flow) => Flow): Design {
  const flows = design.flows ?? []
  return { ...design, flows: flows.map((flow, index) => (index === at % flows.length ? change(flow) : flow)) }
}

function withComponent(design: Design, at: number, change: (one: Component) => Component): Design {
  const components = design.components ?? []
  return {
    ...design,
    components: components.map((one, index) => (index === at % components.length ? change(one) : one)),
  }
}

function turned(step: Step, times: number): Step {
  return { ...step, times: 1 + (times % 5) }
}

function scaleNumbers(one: Component, by: number): Component {
  const settings = Object.entries(one.settings ?? {}).map(([name, value]) => {
    return [name, typeof value === 'number' ? Math.max(1, Math.round(value * by)) : value] as const
  })
  return settings.length === 0 ? one : { ...one, settings: Object.fromEntries(settings) }
}

/** What a program says that has never seen another design. */
async function analyseAnew(design: Design): Promise<unknown> {
  vi.resetModules()
  const fresh = await import('./analyse.ts')
  return structuredClone(fresh.analyse(structuredClone(design), structuredClone(knowledge)))
}

const someEdits = array(record({ edit: constantFrom(...edits), at: nat(40), by: nat(12) }), {
  minLength: 1,
  maxLength: 6,
})

describe('what is remembered from design to design', () => {
  it('changes no digit: after any edits a design says what it says to a program that starts with it', async () => {
    await assert(
      asyncProperty(constantFrom(...templates), someEdits, async (template, chain) => {
        let design = template
        for (const { edit, at, by } of chain) {
          analyse(design, knowledge)
          design = edit(design, at, by)
        }
        expect(structuredClone(analyse(design, knowledge))).toEqual(await analyseAnew(design))
      }),
      { numRuns: 5, seed: 3 },
    )
  })

  it('changes no digit of any drawing, at any traffic, whatever is asked first', () => {
    const says = (design: Design, traffic: number): unknown => {
      const study = openStudy(design, knowledge)
      const numbers = study.compute(traffic)
      return structuredClone(traffic === 1 ? [numbers, study.judge(numbers)] : numbers)
    }
    assert(
      property(arbitraryDrawing, someEdits, constantFrom(1, 0.5, 7), (drawing, chain, traffic) => {
        let design = drawing
        for (const { edit, at, by } of chain) {
          says(design, by % 2 === 0 ? 3 : traffic)
          design = edit(design, at, by)
          for (const asked of [traffic, 1]) {
            // Of other objects nothing is remembered.
            expect(says(design, asked)).toEqual(says(structuredClone(design), asked))
          }
        }
      }),
      { seed: 20261121, numRuns: 40 },
    )
  })

  it('changes no digit when what changes is several calls away, behind loops, groups and alternatives', () => {
    const call = { call: 'f-one' }
    const later = { call: 'f-later' }
    const plans: readonly (readonly Step[])[] = [
      [call],
      [{ ...call, times: 4 }],
      [{ steps: [call, later], times: 3 }],
      [{ choose: [{ ...call, share: 0.4 }] }, later],
      [{ call: 'f-spare', orElse: [{ steps: [call], times: 2 }] }],
    ]
    for (const steps of plans) {
      const draw = (p50Ms: number): Design => ({
        format: 'lintel/design',
        version: 1,
        id: 'd-far',
        name: 'Far',
        components: [
          { id: 'user', name: 'User', kind: 'user' },
          { id: 'app', name: 'App', kind: 'orchestrator', plans: [{ steps }] },
          { id: 'middle', name: 'Middle', kind: 'orchestrator' },
          { id: 'far', name: 'Far', kind: 'relational-db', settings: { p50Ms, p95Ms: 4 * p50Ms } },
          { id: 'spare', name: 'Spare', kind: 'relational-db', settings: { availability: 0.9 } },
          { id: 'later', name: 'Later', kind: 'relational-db' },
        ],
        flows: [
          { id: 'ask', from: 'user', to: 'app' },
          { id: 'f-one', from: 'app', to: 'middle' },
          { id: 'f-far', from: 'middle', to: 'far' },
          { id: 'f-spare', from: 'app', to: 'spare' },
          { id: 'f-later', from: 'app', to: 'later', mode: 'async' },
        ],
      })
      const { components = [], ...first } = draw(20)
      const [, , , far] = draw(70).components ?? []
      const edited = { ...first, components: components.map((one) => (one.id === 'far' && far ? far : one)) }
      const says = (design: Design): unknown => structuredClone(openStudy(design, knowledge).compute())
      const before = says({ ...first, components })
      expect(says(edited), JSON.stringify(steps)).toEqual(says(structuredClone(edited)))
      expect(says(edited), JSON.stringify(steps)).not.toEqual(before)
    }
  })

  it('changes no digit of any kind when its load, its place or its settings change', () => {
    const flows: readonly Flow[] = [
      { id: 'f-one', from: 'app', to: 'one', call: { outputTokens: 400 } },
      { id: 'f-other', from: 'app', to: 'other', retries: 2, timeoutMs: 900 },
      { id: 'f-back', from: 'one', to: 'other' },
    ]
    const [eu, us, two] = regions
    for (const { id: kind } of kinds) {
      const app: Component = { id: 'app', name: 'App', kind: 'orchestrator', in: 'made-eu' }
      const one: Component = { id: 'one', name: 'One', kind, in: 'made-eu' }
      const other: Component = { id: 'other', name: 'Other', kind, in: 'made-two', settings: { replicas: 2 } }
      const drawn: Design = {
        format: 'lintel/design',
        version: 1,
        id: 'd-kind',
        name: 'Kind',
        boundaries: regions,
        components: [app, one, other],
        flows,
      }
      const moved = { ...drawn, boundaries: [{ ...eu, region: 'us-east-1' }, us, two] }
      const set = { ...moved, components: [app, { ...one, settings: { replicas: 3, availability: 0.99 } }, other] }
      const steps: readonly (readonly [Design, number])[] = [
        [drawn, 1],
        [drawn, 200],
        [moved, 200],
        [moved, 5],
        [set, 5],
      ]
      for (const [design, traffic] of steps) {
        const says = (asked: Design): unknown => structuredClone(openStudy(asked, knowledge).compute(traffic))
        expect(says(design), kind).toEqual(says(structuredClone(design)))
      }
    }
  })

  it('changes no digit when one goes back to where one was', async () => {
    for (const template of templates) {
      const first = structuredClone(analyse(template, knowledge))
      analyse(
        edits.reduce((design, edit, index) => edit(design, index, index + 1), template),
        knowledge,
      )
      expect(structuredClone(analyse(template, knowledge))).toEqual(first)
      expect(first).toEqual(await analyseAnew(template))
    }
  })

  it('does not depend on when somebody reads what explains the numbers', () => {
    for (const template of templates) {
      const inOrder = openStudy(template, knowledge).compute(2).estimate
      const { estimate } = openStudy(structuredClone(template), knowledge).compute(2)
      const backwards = [estimate.capacity, estimate.buildOrBuy, estimate.ledger, estimate.tornados]
      expect(backwards).toEqual([inOrder.tornados, inOrder.ledger, inOrder.buildOrBuy, inOrder.capacity].toReversed())
    }
  })
})
