import type { Boundary, Component, DataAsset, Id, Scalar, Value } from '../design/design.ts'
import { isUnknown, known } from '../design/value.ts'
import { isProductOf } from '../kinds/product.ts'
import { findProduct } from '../kinds/products/index.ts'
import type { Facet, Graph, GraphFlow } from './graph.ts'

/** A fact that somebody would have to state, and on what. */
export interface Ask {
  readonly on: Id
  /** 'settings.x', 'call.x', 'facts.x', a field of the element itself, or 'kind', 'product' and 'in' of a component. */
  readonly field: string
  /** Who would know, when the drawing says so. */
  readonly ask?: string
}

/** What a field says: a value, nothing yet, or that the element has no such field. */
export type Reading =
  | { readonly type: 'value'; readonly value: Scalar }
  | { readonly type: 'open'; readonly ask: Ask }
  | { readonly type: 'none' }

const none: Reading = { type: 'none' }
export const facets: readonly Facet[] = ['trust', 'organisation', 'region', 'network']

/**
 * Reads a field of any element as it was stated: a component's settings (or what its product brings), a call, a fact of
 * data, or a field of the element itself. Defaults of kinds do not count: nobody said them.
 */
export function readField(graph: Graph, id: Id, field: string): Reading {
  const dot = field.indexOf('.')
  const [place, name] = dot < 0 ? ['', field] : [field.slice(0, dot), field.slice(dot + 1)]
  const component = graph.component(id)
  if (component !== undefined) return readComponent(graph, component, place, name)
  const flow = graph.flow(id)
  if (flow !== undefined) return readFlow(graph, flow, place, name)
  const asset = graph.asset(id)
  if (asset !== undefined) return readAsset(graph, asset, place, name)
  const boundary = graph.boundary(id)
  return boundary === undefined ? none : readBoundary(graph, boundary, place, name)
}

function readComponent(graph: Graph, component: Component, place: string, name: string): Reading {
  const { id } = component
  if (place === 'settings') {
    const stated = graph.stated(component, name)
    if (stated !== undefined) return reading(stated, id, `settings.${name}`)
    const product = findProduct(known(component.product))
    const brought = product && isProductOf(product, graph.kindOf(component)) ? product.facts[name] : undefined
    if (brought !== undefined && brought.assumed !== true) return { type: 'value', value: brought.value }
    return name in graph.kindOf(component).settings ? open(id, `settings.${name}`) : none
  }
  if (place !== '') return none
  const facet = facets.find((each) => each === name)
  if (facet !== undefined) return readFacet(graph, id, facet)
  if (name === 'owner') return reading(component.owner, id, name)
  if (name === 'as') return reading(component.as, id, name)
  return none
}

function readFlow(graph: Graph, { id, flow, mode, does, callee }: GraphFlow, place: string, name: string): Reading {
  if (place === 'call') {
    const stated = flow.call?.[name]
    if (stated !== undefined) return reading(stated, id, `call.${name}`)
    return name in graph.kindOf(callee).call ? open(id, `call.${name}`) : none
  }
  if (place === 'request' || place === 'response') {
    if (name === 'content') return reading(flow[place]?.content, id, `${place}.content`)
    return name === 'untrusted' ? reading(flow[place]?.untrusted, id, `${place}.untrusted`) : none
  }
  if (place !== '') return none
  const own: Readonly<Record<string, () => Value | undefined>> = {
    mode: () => mode,
    does: () => does,
    owner: () => flow.owner,
    as: () => flow.as,
    authentication: () => flow.authentication,
    encrypted: () => flow.encrypted,
    protocol: () => flow.protocol,
    timeoutMs: () => flow.timeoutMs,
    retries: () => flow.retries,
    backoffMs: () => flow.backoffMs,
    hedgeAfterMs: () => flow.hedgeAfterMs,
  }
  const read = Object.hasOwn(own, name) ? own[name] : undefined
  return read === undefined ? none : reading(read(), id, name)
}

function readAsset(graph: Graph, asset: DataAsset, place: string, name: string): Reading {
  if (place === 'facts') return reading(asset.facts?.[name], asset.id, `facts.${name}`)
  if (place !== '') return none
  if (name === 'owner') return reading(asset.owner, asset.id, name)
  if (name === 'type') return reading(asset.type, asset.id, name)
  if (name === 'classification' || name === 'personal' || name === 'writers') return readOfOrigins(graph, asset, name)
  return none
}

/** What an asset does not say itself it has from what it is made of: the weightiest word, once all have spoken. */
function readOfOrigins(graph: Graph, asset: DataAsset, name: 'classification' | 'personal' | 'writers'): Reading {
  const scale: readonly Scalar[] = orderedWords[name] ?? []
  if (asset[name] !== undefined || scale.length === 0) return reading(asset[name], asset.id, name)
  const origins = graph.rootsOf(asset.id).map((root) => reading(graph.asset(root)?.[name], root, name))
  const silent = origins.find((each) => each.type === 'open')
  if (silent !== undefined) return silent
  const words = origins.flatMap((each) => (each.type === 'value' ? [each.value] : []))
  const value = words.toSorted((a, b) => scale.indexOf(b) - scale.indexOf(a))[0]
  return value === undefined ? open(asset.id, name) : { type: 'value', value }
}

function readBoundary(graph: Graph, boundary: Boundary, place: string, name: string): Reading {
  if (place !== '') return none
  const facet = facets.find((each) => each === name)
  if (facet !== undefined) return readFacet(graph, boundary.id, facet)
  if (name === 'owner') return reading(boundary.owner, boundary.id, name)
  if (name === 'label') return reading(boundary.label, boundary.id, name)
  return none
}

/** A facet as the element has it: its product's, its own, or that of the nearest boundary that states it. */
function readFacet(graph: Graph, id: Id, facet: Facet): Reading {
  const { value } = graph.facets(id)[facet]
  return value === undefined ? { type: 'open', ask: askFacet(graph, id, facet) } : { type: 'value', value }
}

/** Who would have to say where an element stands: whatever states that nobody knows, else the boundary around it. */
export function askFacet(graph: Graph, id: Id, facet: Facet): Ask {
  const { from, ask } = graph.facets(id)[facet]
  const place = from ?? (graph.boundary(id) === undefined ? graph.boundariesOf(id)[0]?.id : id)
  // What stands nowhere has nothing that could say it.
  if (place === undefined) return { on: id, field: 'in' }
  return { on: place, field: facet, ...(ask === undefined ? {} : { ask }) }
}

/** Words that have an order, weakest first: "classification >= confidential". */
export const orderedWords: Readonly<Record<string, readonly string[]>> = {
  classification: ['public', 'internal', 'confidential', 'restricted'],
  personal: ['none', 'personal', 'special'],
}

function open(on: Id, field: string, ask?: string): Reading {
  return { type: 'open', ask: { on, field, ...(ask === undefined ? {} : { ask }) } }
}

function reading(value: Value | undefined, on: Id, field: string): Reading {
  const scalar = known(value)
  if (scalar !== undefined) return { type: 'value', value: scalar }
  return open(on, field, isUnknown(value) ? value.ask : undefined)
}
