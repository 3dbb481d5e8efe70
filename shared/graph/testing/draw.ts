import type { Component, Design, Flow } from '../../design/design.ts'
import { amount } from '../../kinds/fields/declare-field.ts'
import { defineKind, type Kind, type Release } from '../../kinds/kind.ts'
import { buildGraph } from '../build-graph.ts'
import type { Graph } from '../graph.ts'

/**
 * Small kinds with round numbers, so that a test can be checked by hand. Times are constants: `ms` until the first part,
 * `restMs` from there to the last; `usd` is the price of one call, `usdPerMonth` that of a month.
 */
const settings = {
  ms: amount('Time', 'ms', { default: 0, defaultSource: 'none' }),
  restMs: amount('Rest', 'ms', { default: 0, defaultSource: 'none' }),
  p95Ms: amount('Tail', 'ms'),
  usd: amount('Price', 'USD', { default: 0, defaultSource: 'none' }),
  usdPerMonth: amount('Price', 'USD/month', { default: 0, defaultSource: 'none' }),
  availability: amount('Availability', 'share'),
  perSecond: amount('Capacity', 'calls/s'),
  adds: amount('Adds', 'tokens', { default: 0, defaultSource: 'none' }),
  replaces: amount('Replaces', 'tokens'),
  hits: amount('Hits', 'share'),
}

function small(id: string, traits: Kind['traits'], more: Partial<Kind> = {}): Kind {
  return defineKind({
    id,
    title: id,
    summary: id,
    family: 'operations',
    icon: 'box',
    traits,
    settings,
    place: 60,
    time: ({ settings: own }) => {
      const spread = (ms: number, tail: number) => ({
        p50Ms: ms,
        p95Ms: tail,
        source: 'test',
        confidence: 'A' as const,
      })
      const ms = own.number('ms') ?? 0
      const rest = own.number('restMs') ?? 0
      return { first: spread(ms, own.number('p95Ms') ?? ms), ...(rest > 0 ? { rest: spread(rest, rest) } : {}) }
    },
    costPerCall: ({ settings: own }) => [{ id: 'call', label: 'Calls', headline: 'technology', usd: own.input('usd') }],
    costPerMonth: ({ settings: own }) => [
      { id: 'month', label: 'Month', headline: 'technology', usd: own.input('usdPerMonth') },
    ],
    capacity: ({ settings: own }) => {
      const perSecond = own.number('perSecond')
      return perSecond === undefined ? undefined : { callsPerSecond: perSecond, servers: 1, why: 'test' }
    },
    answers: ({ settings: own }) => {
      const replaced = own.number('replaces')
      if (replaced !== undefined) return { type: 'replaces', hand: { tokens: replaced }, by: {} }
      return { type: 'adds', hand: { tokens: own.number('adds') ?? 0 }, by: {} }
    },
    ...more,
  })
}

export const smallKinds: readonly Kind[] = [
  small('actor', ['starts-requests', 'person'], { place: 90 }),
  small('page', ['client'], { place: 90 }),
  small('service', ['orchestrates']),
  small('store', ['passive', 'stores-data'], { place: 30 }),
  small('cache', ['passive', 'caches'], { place: 20, ends: (own) => own.number('hits') }),
  small('queue', ['passive', 'delivers', 'buffers'], { place: 100, mode: 'async' }),
  small('search', ['passive', 'answers-search'], { place: 40 }),
  small('model', ['generates-text', 'streams', 'vendor-hosted'], {
    place: 70,
    mode: 'stream',
    tokens: ({ hand }) => ({ input: hand.tokens, cachedRead: 0, cachedWrite: 0, output: 0 }),
  }),
  small('gate', ['gates', 'filters-content', 'returns-verdict'], {
    place: 10,
    release: (own) => (own.text('release') ?? 'held') as Release,
    answers: () => ({ type: 'nothing' }),
  }),
  small('person', ['person', 'gates', 'human-gate'], { place: 90, mode: 'async' }),
  small('merge', ['joins-calls']),
]

type Rest<T> = Partial<Omit<T, 'id'>>

export function box(id: string, kind: string, more: Rest<Component> = {}): Component {
  return { id, name: id, kind, ...more }
}

/** 'a>b' or 'a>b as name': an arrow named 'a-b' unless it says otherwise. */
export function arrow(drawn: string, more: Rest<Flow> = {}): Flow {
  const [ends = '', name] = drawn.split(' as ')
  const [from = '', to = ''] = ends.split('>')
  return { id: name ?? `${from}-${to}`, from, to, ...more }
}

/** A design with one request a month, so that per month and per request are the same number. */
export function draw(components: readonly Component[], flows: readonly Flow[], more: Partial<Design> = {}): Design {
  return { format: 'lintel/design', version: 1, id: 'd-test', name: 'Test', components, flows, ...more }
}

export function graphOf(design: Design): Graph {
  return buildGraph(design, smallKinds, [])
}
