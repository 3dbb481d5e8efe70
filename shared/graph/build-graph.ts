import type { Boundary, Component, DataAsset, Design, Id, Settings } from '../design/design.ts'
import { effectiveDesign } from '../design/effective.ts'
import { groupBy } from '../design/group-by.ts'
import { known, numberOr } from '../design/value.ts'
import { type FieldSources, readFields, readFieldsOf } from '../kinds/fields/field-reader.ts'
import { defineKind } from '../kinds/kind.ts'
import type { FieldReader, Kind } from '../kinds/kind.ts'
import { isProductOf, type Product } from '../kinds/product.ts'
import { boundariesAround, crossesFacet, facetsOf } from './facets.ts'
import { directFlow } from './flow-directions.ts'
import type { Facets, Graph, GraphFlow } from './graph.ts'
import { rememberedActions } from './remembered-actions.ts'
import type { ActionRuns } from './run.ts'

/** Owns what is read of an arrow that is not there. */
const noFlow = {}

/** What is read of a call follows from its arrow, or the step that says otherwise, and from whom it calls. */
const callsRead = new WeakMap<object, { readonly from: readonly unknown[]; readonly reader: FieldReader }>()

const nobody = defineKind({
  id: 'unknown',
  title: 'Unknown kind',
  summary: 'A kind that this version does not know.',
  family: 'operations',
  icon: 'circle-help',
  traits: ['unknown-kind'],
  settings: {},
  place: 60,
})

/**
 * The read-only index of a design as the variant it shows. Elements come sorted by id, so that the order of the file
 * never reaches a number; arrows without both ends, and the second of two elements with one id, are left out (the
 * invariants report them).
 * @param kinds every kind; the one with the trait `unknown-kind` stands for what is not among them
 * @param products the product catalogue, for facts and the organisation of vendors
 */
export function buildGraph(design: Design, kinds: readonly Kind[], products: readonly Product[]): Graph {
  const effective = effectiveDesign(design)
  const components = indexById(effective.components)
  const boundaries = indexById(effective.boundaries)
  const assets = indexById(effective.data)
  const kindById = new Map(kinds.map((kind) => [kind.id, kind]))
  const unknownKind = kinds.find((kind) => kind.traits.includes('unknown-kind')) ?? nobody
  const productById = new Map(products.map((product) => [product.id, product]))
  const names = indexNames(effective)

  const kindOfComponent = new Map([...components.values()].map(({ id, kind }) => [id, kindById.get(kind)]))

  // Whatever is asked of a graph asks this first.
  const kindOf = (component: Component | Id): Kind =>
    (typeof component === 'string' ? kindOfComponent.get(component) : kindById.get(component.kind)) ?? unknownKind
  const productOf = (component: Component): Product | undefined => {
    const named = productById.get(known(component.product) ?? '')
    return named && isProductOf(named, kindOf(component)) ? named : undefined
  }

  const flows = new Map<Id, GraphFlow>()
  for (const flow of indexById(effective.flows).values()) {
    if (!components.has(flow.from) || !components.has(flow.to)) continue
    flows.set(flow.id, directFlow(flow, kindOf(flow.from), kindOf(flow.to)))
  }
  const callsFrom = groupBy(flows.values(), (flow) => flow.caller)
  const callsTo = groupBy(flows.values(), (flow) => flow.callee)

  const facets = remember((id: Id): Facets => {
    const component = components.get(id)
    const around = boundariesAround(component?.in ?? boundaries.get(id)?.in, boundaries)
    if (component) return facetsOf(component, around, productOf(component))
    const self = boundaries.get(id)
    return facetsOf({ id, name: id, kind: '' }, self ? [self, ...around] : [], undefined)
  })
  const settings = remember((id: Id): FieldReader => {
    const component = components.get(id)
    const sources: FieldSources = {
      element: id,
      layers: [{ settings: component?.settings, from: id }],
      fields: kindOf(id).settings,
      product: component && productOf(component),
    }
    return component ? readFieldsOf(component, sources) : readFields(sources)
  })
  // Hundreds of rules ask for the same few traits.
  const byTraits = new Map<string, readonly Component[]>()
  const asFlow = (flow: GraphFlow | Id): GraphFlow | undefined => (typeof flow === 'string' ? flows.get(flow) : flow)
  const assetsOf = (ids: readonly Id[] | undefined): readonly DataAsset[] =>
    (ids ?? []).flatMap((id) => assets.get(id) ?? [])
  let actions: readonly ActionRuns[] | undefined
  let holders: ReadonlyMap<Id, readonly Component[]> | undefined

  const graph: Graph = {
    design: effective,
    components: [...components.values()],
    flows: [...flows.values()],
    get actions() {
      actions ??= rememberedActions(graph)
      return actions
    },
    component: (id) => components.get(id),
    boundary: (id) => boundaries.get(id),
    flow: (id) => flows.get(id),
    asset: (id) => assets.get(id),
    name: (id) => {
      const name = names.get(id)
      if (name !== undefined) return name
      const flow = flows.get(id)?.flow ?? effective.flows?.find((each) => each.id === id)
      return flow ? `${names.get(flow.from) ?? flow.from} to ${names.get(flow.to) ?? flow.to}` : id
    },
    kindOf,
    has: (component, trait) => kindOf(component).traits.includes(trait),
    with: (...traits) => {
      const key = traits.join(' ')
      const found = byTraits.get(key)
      if (found !== undefined) return found
      const having = graph.components.filter(
        (component) => component.outOfScope === undefined && traits.every((trait) => graph.has(component, trait)),
      )
      byTraits.set(key, having)
      return having
    },
    callsFrom: (component) => callsFrom.get(component) ?? [],
    callsTo: (component) => callsTo.get(component) ?? [],
    holders: (asset) => {
      holders ??= indexHolders(graph.components)
      return holders.get(asset) ?? []
    },
    facets,
    crosses: (flow, facet) => {
      const found = asFlow(flow)
      if (!found) return undefined
      return crossesFacet<string | number>(facets(found.caller)[facet], facets(found.callee)[facet])
    },
    boundariesOf: (id) => boundariesAround(components.get(id)?.in ?? boundaries.get(id)?.in, boundaries),
    copies: (component) =>
      boundariesAround(components.get(component)?.in, boundaries).reduce(
        (count, boundary) => count * Math.max(0, numberOr(boundary.copies?.count, 1)),
        1,
      ),
    settings: (component) => settings(typeof component === 'string' ? component : component.id),
    call: (flow, override) => {
      const found = asFlow(flow)
      const callee = found && components.get(found.callee)
      const owner = override ?? found?.flow ?? noFlow
      const element = found?.id ?? (typeof flow === 'string' ? flow : flow.id)
      const from = [element, found?.flow, callee, kinds, products] as const
      const before = callsRead.get(owner)
      if (before !== undefined && from.every((each, index) => each === before.from[index])) return before.reader
      const reader = readFieldsOf(owner, {
        element,
        layers: [
          { settings: override, from: element },
          { settings: found?.flow.call, from: element },
          { settings: callee && settingsOfCalls(callee.settings, kindOf(callee)), from: callee?.id ?? element },
        ],
        fields: found ? kindOf(found.callee).call : {},
        product: callee && productOf(callee),
      })
      callsRead.set(owner, { from, reader })
      return reader
    },
    stated: (component, setting) =>
      (typeof component === 'string' ? components.get(component) : component)?.settings?.[setting],
    rootsOf: remember((asset: Id) => findRoots(asset, assets)),
    requestData: (flow) => assetsOf(flow.flow.request?.data),
    responseData: (flow) => assetsOf(flow.flow.response?.data),
  }
  return graph
}

/**
 * What a box states for all calls of it. A name that its kind declares twice means two things unless it is one field:
 * the vectors that a store keeps are not those that a call writes.
 */
function settingsOfCalls(settings: Settings | undefined, kind: Kind): Settings | undefined {
  const other = Object.keys(kind.call).filter((name) => {
    const own = kind.settings[name]
    return own !== undefined && own !== kind.call[name] && settings?.[name] !== undefined
  })
  if (settings === undefined || other.length === 0) return settings
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !other.includes(name)))
}

/** Sorted by id; the first of two with one id counts. */
function indexById<T extends { readonly id: Id }>(elements: readonly T[] | undefined): ReadonlyMap<Id, T> {
  const index = new Map<Id, T>()
  for (const element of (elements ?? []).toSorted(byId)) if (!index.has(element.id)) index.set(element.id, element)
  return index
}

function byId(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Names of everything that has one, the records about the model and the boundaries of it included. */
function indexNames(design: Design): ReadonlyMap<Id, string> {
  const names = new Map<Id, string>()
  const all: readonly (readonly { readonly id: Id; readonly name?: string }[] | undefined)[] = [
    [{ id: design.id, name: design.name }],
    design.boundaries satisfies readonly Boundary[] | undefined,
    design.components,
    design.flows,
    design.data,
    design.identities,
    design.controls,
    design.actions,
    design.workloads,
    design.requirements,
    design.decisions,
    design.variants,
    design.risks,
    design.views,
  ]
  for (const elements of all) {
    for (const { id, name } of elements ?? [])
      if (name !== undefined && name !== '' && !names.has(id)) names.set(id, name)
  }
  return names
}

function indexHolders(components: readonly Component[]): ReadonlyMap<Id, readonly Component[]> {
  const holders = new Map<Id, Component[]>()
  for (const component of components) {
    for (const asset of new Set(component.holds)) {
      const found = holders.get(asset)
      if (found) found.push(component)
      else holders.set(asset, [component])
    }
  }
  return holders
}

function findRoots(asset: Id, assets: ReadonlyMap<Id, DataAsset>): readonly Id[] {
  const roots = new Set<Id>()
  const seen = new Set<Id>()
  const visit = (id: Id): void => {
    if (seen.has(id)) return
    seen.add(id)
    const parents = (assets.get(id)?.derivedFrom ?? []).filter((parent) => !seen.has(parent))
    if (parents.length === 0) roots.add(id)
    else for (const parent of parents) visit(parent)
  }
  visit(asset)
  return [...roots].toSorted()
}

function remember<T>(read: (id: Id) => T): (id: Id) => T {
  const results = new Map<Id, T>()
  return (id) => {
    const found = results.get(id)
    if (found !== undefined) return found
    const value = read(id)
    results.set(id, value)
    return value
  }
}
