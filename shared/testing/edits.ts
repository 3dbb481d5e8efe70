import { type Arbitrary, array, constantFrom, nat, record } from 'fast-check'
import type { Arrivals, Boundary, Component, Design, Element, Flow, Step, Variant } from '../design/design.ts'

/**
 * One edit as people make them: what it leaves alone stays the very same object. `at` says of which element, round and
 * round; `by` how much. Where a design has nothing to edit, it stays as it is.
 */
type Edit = (design: Design, at: number, by: number) => Design

type Lists = { [Name in keyof Design]-?: NonNullable<Design[Name]> extends readonly Element[] ? Name : never }
type List = Lists[keyof Design]
type Member<Name extends List> = NonNullable<Design[Name]> extends readonly (infer One)[] ? One : never

/** The design with another element in place of one of a list. */
function withOne<Name extends List>(
  design: Design,
  name: Name,
  at: number,
  change: (one: Member<Name>) => Member<Name>,
): Design {
  const list = (design[name] ?? []) as readonly Member<Name>[]
  if (list.length === 0) return design
  return { ...design, [name]: list.map((one, index) => (index === at % list.length ? change(one) : one)) }
}

function withoutOne(design: Design, name: List, at: number): Design {
  const list: readonly Element[] = design[name] ?? []
  return list.length === 0 ? design : { ...design, [name]: list.filter((_, index) => index !== at % list.length) }
}

function idIn(design: Design, name: List, at: number): string {
  const list: readonly Element[] = design[name] ?? []
  return list[at % Math.max(1, list.length)]?.id ?? ''
}

const withComponent = (design: Design, at: number, change: (one: Component) => Component): Design =>
  withOne(design, 'components', at, change)
const withFlow = (design: Design, at: number, change: (one: Flow) => Flow): Design =>
  withOne(design, 'flows', at, change)

/** The same product stands elsewhere, and every call into or out of it goes further. */
export const regions = [
  { id: 'made-eu', name: 'EU', organisation: 'Acme', region: 'eu-central-1' },
  { id: 'made-us', name: 'US', organisation: 'Acme', region: 'us-east-1' },
  { id: 'made-two', name: 'Two', copies: { of: 'zone', count: 2, mode: 'activeActive' } },
] as const satisfies readonly Boundary[]

const boxes: readonly Edit[] = [
  (design, at, by) => withComponent(design, at, (one) => scaleNumbers(one, 0.5 + by / 10)),
  (design, at, by) => withComponent(design, at, (one) => ({ ...one, name: `${one.name} ${by}` })),
  (design, at, by) => withSettings(design, at, { p50Ms: 20 + by, p95Ms: 90 + 3 * by, availability: 0.99 + by / 4000 }),
  // What a box states for all calls of it is read together with each arrow, which stays as it was.
  (design, at, by) =>
    withSettings(design, at, { outputTokens: 50 + 40 * by, resultTokens: 100 + 90 * by, replicas: 1 + (by % 4) }),
  // What default plans read of the boxes that they call, and of their own.
  (design, at, by) =>
    withSettings(design, at, { hitRate: by / 12, turns: 1 + by, autoscaled: by % 2 === 0, leastReplicas: by % 3 }),
  (design, at) => withComponent(design, at, ({ settings: _gone, ...rest }) => rest),
  (design, at) => withComponent(design, at, ({ product: _gone, ...rest }) => rest),
  (design, at) => withComponent(design, at, ({ plans: _gone, ...rest }) => rest),
  (design, at, by) =>
    withComponent(design, at, (one) => ({ ...one, kind: design.components?.[by % 3]?.kind ?? one.kind })),
  (design, at, by) => withComponent(design, at, (one) => ({ ...one, holds: [idIn(design, 'data', by)] })),
  (design, at) => withoutOne(design, 'components', at),
  (design, at, by) => pasteOne(design, at, by),
]

const steps: readonly Edit[] = [
  // Loops that turn more often, around calls that stay as they were.
  (design, at, by) => withSteps(design, at, (step) => ({ ...step, times: 1 + (by % 5) })),
  (design, at, by) => withSteps(design, at, (step) => ({ ...step, share: by / 12 })),
  (design, at, by) => withSteps(design, at, (step) => ({ ...step, ends: by / 20 })),
  (design, at, by) =>
    withSteps(design, at, (step) => ('call' in step ? { ...step, with: { outputTokens: by } } : step)),
]

const arrows: readonly Edit[] = [
  (design, at) => withoutOne(design, 'flows', at),
  (design, at, by) => withFlow(design, at, (flow) => ({ ...flow, retries: by % 4, timeoutMs: 200 + 100 * by })),
  (design, at, by) => withFlow(design, at, (flow) => ({ ...flow, hedgeAfterMs: 20 * by })),
  (design, at, by) => withFlow(design, at, (flow) => ({ ...flow, call: { ...flow.call, outputTokens: 30 + 70 * by } })),
  (design, at, by) => withFlow(design, at, (flow) => ({ ...flow, mode: by % 2 === 0 ? 'async' : 'sync' })),
  (design, at) => withFlow(design, at, (flow) => ({ ...flow, from: flow.to, to: flow.from })),
  (design, at, by) => withFlow(design, at, (flow) => ({ ...flow, toAll: [idIn(design, 'boundaries', by)] })),
  (design, at, by) =>
    withFlow(design, at, (flow) => ({
      ...flow,
      request: { data: [idIn(design, 'data', by)], untrusted: by % 2 === 0 },
    })),
]

const places: readonly Edit[] = [
  (design, at, by) =>
    withComponent({ ...design, boundaries: [...(design.boundaries ?? []), ...regions] }, at, (one) => ({
      ...one,
      in: regions[by % regions.length]?.id ?? '',
    })),
  (design, at) => withOne(design, 'boundaries', at, (one) => ({ ...one, region: 'us-east-1' })),
  (design, at, by) =>
    withOne(design, 'boundaries', at, (one) => ({ ...one, name: `${one.name} ${by}`, trust: 8 * by })),
  (design, at, by) =>
    withOne(design, 'boundaries', at, (one) => ({
      ...one,
      copies: { of: by % 2 === 0 ? 'zone' : 'region', count: 1 + (by % 4), mode: 'activeActive' } as const,
    })),
  (design, at) => withoutOne(design, 'boundaries', at),
]

const arrivals = (by: number): readonly Arrivals[] => [
  { rate: 1 + by * 37, per: 'hour' },
  { rate: { value: 90, low: 40, high: 300 }, per: 'minute', growthPerMonth: by / 50 },
  { users: 1 + 50 * by, thinkTimeS: by },
  { items: 1000 * by, every: 'day', withinHours: 1 + by },
]

const use: readonly Edit[] = [
  (design, at, by) =>
    withOne(design, 'workloads', at, (one) => ({ ...one, arrivals: arrivals(by)[by % 4] ?? one.arrivals })),
  (design, at, by) => withOne(design, 'actions', at, (one) => ({ ...one, input: { tokens: 300 * by, pages: by } })),
  (design, at, by) => withOne(design, 'actions', at, (one) => ({ ...one, starts: idIn(design, 'flows', by) })),
  ({ actions: _gone, ...design }) => design,
  ({ workloads: _gone, ...design }) => design,
]

const facts: readonly Edit[] = [
  (design, at, by) =>
    withOne(design, 'data', at, (one) => ({
      ...one,
      classification: by % 2 === 0 ? ('restricted' as const) : ('public' as const),
      personal: by % 3 === 0 ? ('special' as const) : ('none' as const),
    })),
  (design, at) => withoutOne(design, 'data', at),
  (design, at, by) => withOne(design, 'data', at, (one) => ({ ...one, derivedFrom: [idIn(design, 'data', at + by)] })),
  (design, _at, by) => ({ ...design, context: { ...design.context, multiTenant: by % 2 === 0, tenants: by } }),
  (design, at, by) =>
    withOne(design, 'requirements', at, (one) =>
      typeof one.target === 'number' ? { ...one, target: one.target * (0.5 + by / 8) } : one,
    ),
  (design, at, by) => ({
    ...design,
    controls: [{ id: `made-${by}`, type: 'input-filter', on: [idIn(design, 'components', at)], status: 'inPlace' }],
  }),
]

const priced = ['llm', 'llm.input', '*:openai', 'vector-store', 'people.hour'] as const
const prices: readonly Edit[] = [
  (design, at, by) => ({
    ...design,
    prices: [{ id: `made-${by}`, item: priced[at % priced.length] ?? 'llm', discount: by / 20 }],
  }),
  (design, _at, by) => ({ ...design, prices: [{ id: 'made', item: 'llm.output', usd: 1 + by }] }),
  ({ prices: _gone, ...design }) => design,
]

const variants: readonly Edit[] = [
  (design, at, by) => {
    const made = phaseOf(design, at, by)
    return {
      ...design,
      variants: [...(design.variants ?? []).filter(({ id }) => id !== made.id), made],
      shown: made.id,
    }
  },
  (design, at, by) =>
    withOne(design, 'variants', at, (one) => ({ ...one, changes: phaseOf(design, at + by, by + 1).changes })),
  (design, at) => ((design.variants ?? []).length === 0 ? design : { ...design, shown: idIn(design, 'variants', at) }),
  ({ shown: _gone, ...design }) => design,
]

/** Edits of every part of a design that an engine reads. */
export const edits: readonly Edit[] = [
  ...boxes,
  ...steps,
  ...arrows,
  ...places,
  ...use,
  ...facts,
  ...prices,
  ...variants,
  // The order of the file means nothing.
  (design) => ({
    ...design,
    components: (design.components ?? []).toReversed(),
    flows: (design.flows ?? []).toReversed(),
  }),
]

/** One to six edits, each with where it is made and by how much. */
export const someEdits: Arbitrary<readonly { readonly edit: Edit; readonly at: number; readonly by: number }[]> = array(
  record({ edit: constantFrom(...edits), at: nat(40), by: nat(12) }),
  { minLength: 1, maxLength: 6 },
)

function withSettings(design: Design, at: number, settings: NonNullable<Component['settings']>): Design {
  return withComponent(design, at, (one) => ({ ...one, settings: { ...one.settings, ...settings } }))
}

function scaleNumbers(one: Component, by: number): Component {
  const settings = Object.entries(one.settings ?? {}).map(([name, value]) => {
    return [name, typeof value === 'number' ? Math.max(1, Math.round(value * by)) : value] as const
  })
  return settings.length === 0 ? one : { ...one, settings: Object.fromEntries(settings) }
}

/** Of the first steps of the plans of one box. */
function withSteps(design: Design, at: number, change: (step: Step) => Step): Design {
  return withComponent(design, at, (one) => {
    if (one.plans === undefined) return one
    return { ...one, plans: one.plans.map((plan) => ({ ...plan, steps: plan.steps.map(change) })) }
  })
}

/** A copy of a box beside it, with its arrows; what points to the box points to the copy as well. */
function pasteOne(design: Design, at: number, by: number): Design {
  const { components = [], flows = [] } = design
  const copied = components[at % Math.max(1, components.length)]
  if (copied === undefined) return design
  const { plans: _plans, ...one } = copied
  const id = `${one.id}-${by}-${components.length}`
  const ofCopy = (end: string): string => (end === one.id ? id : end)
  const along = flows.filter(({ from, to }) => from === one.id || to === one.id)
  const copies = along.map((flow) => ({
    ...flow,
    id: `${flow.id}-${id}`,
    from: ofCopy(flow.from),
    to: ofCopy(flow.to),
  }))
  return { ...design, components: [...components, { ...one, id }], flows: [...flows, ...copies] }
}

/** A phase in which a box and an arrow are others, or gone. */
function phaseOf(design: Design, at: number, by: number): Variant {
  return {
    id: `made-phase-${at % 2}`,
    name: 'Phase',
    type: 'phase',
    changes: {
      components: {
        [idIn(design, 'components', at)]:
          by % 4 === 0 ? null : { settings: { replicas: 1 + by, outputTokens: 55 * by } },
      },
      flows: { [idIn(design, 'flows', by)]: by % 3 === 0 ? null : { retries: by % 4, timeoutMs: 100 + by } },
    },
  }
}
