import { countryOfCloudRegion } from '../design/area.ts'
import type { Component, Id } from '../design/design.ts'
import { known } from '../design/value.ts'
import type { Estimate } from '../estimate/estimate.ts'
import { isClientItself } from '../findings/party.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import type { Product } from '../kinds/product.ts'
import { findProduct, productIdFor } from '../kinds/products/index.ts'
import { alternatives, dataAt, type PlannedCall, plannedCalls } from './flow-facts.ts'
import { inScope } from './model-boxes.ts'

/** A service of another company that the design leans on: one row of the register of ICT third parties. */
export interface ThirdPartyRow {
  readonly component: Id
  readonly provider?: string
  readonly service: string
  /** Actions that use it. */
  readonly functions: readonly { readonly id: Id; readonly name: string }[]
  /** Whether a function of tier 1 or 2 fails without it; absent while nobody stated the tier. */
  readonly critical?: boolean
  readonly data: readonly Id[]
  readonly region?: string
  /** Who made what another company runs, or who a person named. */
  readonly subcontractor?: string
  /** The way out: what a person wrote, else who answers instead. */
  readonly exit?: string
  readonly usdPerMonth: number
}

export interface Concentration {
  readonly provider: string
  readonly services: number
  readonly functions: readonly string[]
  /** Of the functions that lean on any third party, 0 to 1. */
  readonly shareOfFunctions: number
  /** Of the priced spend on third parties, 0 to 1; absent when nothing is priced. */
  readonly shareOfSpend?: number
}

export interface ThirdParties {
  readonly rows: readonly ThirdPartyRow[]
  readonly concentration: readonly Concentration[]
  /** Regions of public clouds in which components stand although no row names that cloud. */
  readonly unnamedClouds: readonly string[]
}

/** The key of what a person says of one service: 'exit' or 'subcontractor'. */
export function registerAnswer(component: Id, field: 'exit' | 'subcontractor'): string {
  return `register.${component}.${field}`
}

/** Words for an organisation that is the client's own, or nobody's in particular. */
const noSuppliers = new Set(['public', 'internet', 'customers', 'partners'])
const clouds: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Microsoft', google: 'Google', oracle: 'Oracle' }

/** The register of services of other companies, who weighs most among them, and clouds that nobody named. */
export function thirdPartyRegister(graph: Graph, lineage: Lineage, estimate: Pick<Estimate, 'lines'>): ThirdParties {
  const calls = byCallee(plannedCalls(graph))
  const others = alternatives(graph)
  const rows = inScope(graph)
    .filter((box) => isThirdParty(graph, box))
    .map((box) => rowOf(graph, lineage, estimate, box, calls.get(box.id) ?? [], others.get(box.id) ?? new Set()))
  return { rows, concentration: concentrationOf(rows), unnamedClouds: unnamedClouds(graph, rows) }
}

function byCallee(calls: readonly PlannedCall[]): ReadonlyMap<Id, readonly PlannedCall[]> {
  const groups = new Map<Id, PlannedCall[]>()
  for (const each of calls) {
    const group = groups.get(each.call.callee)
    if (group === undefined) groups.set(each.call.callee, [each])
    else group.push(each)
  }
  return groups
}

function isThirdParty(graph: Graph, box: Component): boolean {
  if (graph.has(box, 'person') || graph.has(box, 'client')) return false
  const product = findProduct(productNameOf(graph, box))
  if (product?.organisation !== undefined || graph.has(box, 'vendor-hosted')) return true
  if (product !== undefined && (cloudOf(product.id) !== undefined || isBought(product))) return true
  const organisation = graph.facets(box.id).organisation.value?.trim().toLowerCase()
  const isOurs = organisation === undefined || noSuppliers.has(organisation) || isClientItself(graph, organisation)
  // Whoever only calls us supplies nothing.
  return !isOurs && graph.callsTo(box.id).length > 0
}

/** Sold as a service by its vendor, wherever it is drawn: by subscription, by seats or by use. */
function isBought({ facts }: Product): boolean {
  const paidAs = facts['paidAs']?.value
  const pricing = facts['pricing']?.value
  return paidAs === 'subscription' || paidAs === 'seats' || (pricing !== undefined && pricing !== 'machines')
}

function productNameOf(graph: Graph, box: Component): string | undefined {
  return productIdFor(known(box.product), graph.kindOf(box))
}

function cloudOf(product: string): string | undefined {
  return clouds[product.split('/')[0] ?? '']
}

function rowOf(
  graph: Graph,
  lineage: Lineage,
  estimate: Pick<Estimate, 'lines'>,
  box: Component,
  calls: readonly PlannedCall[],
  others: ReadonlySet<Id>,
): ThirdPartyRow {
  const named = productNameOf(graph, box)
  const product = findProduct(named)
  const { organisation, region } = graph.facets(box.id)
  const provider = product?.vendor ?? organisation.value
  const functions = [...new Map(calls.map(({ action, actionName }) => [action, actionName]))]
  const tier = known(graph.design.context?.['tier'])
  const isNeeded = calls.some(({ needed }) => needed)
  const subcontractor = said(graph, box.id, 'subcontractor')
  const exit = said(graph, box.id, 'exit') ?? alternativeWords(graph, others, provider)
  const lines = estimate.lines.filter(({ component, recurrence }) => component === box.id && recurrence === 'month')
  return {
    component: box.id,
    ...(provider === undefined ? {} : { provider }),
    service: product?.title ?? named ?? `${graph.kindOf(box).title}: ${box.name}`,
    functions: functions.map(([id, name]) => ({ id, name })),
    ...(typeof tier === 'number' ? { critical: tier <= 2 && isNeeded } : {}),
    data: dataAt(graph, lineage, box.id),
    ...(region.value === undefined ? {} : { region: region.value }),
    ...(subcontractor === undefined ? {} : { subcontractor }),
    ...(exit === undefined ? {} : { exit }),
    usdPerMonth: lines.reduce((sum, { usd }) => sum + usd.value, 0),
  }
}

function said(graph: Graph, component: Id, field: 'exit' | 'subcontractor'): string | undefined {
  const value = known(graph.design.answers?.[registerAnswer(component, field)]?.value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A service of the same provider is no way out of it. */
function alternativeWords(graph: Graph, found: ReadonlySet<Id>, provider: string | undefined): string | undefined {
  const others = [...found].filter((id) => {
    const box = graph.component(id)
    const product = box && findProduct(productNameOf(graph, box))
    const other = product?.vendor ?? graph.facets(id).organisation.value
    return other === undefined || other !== provider
  })
  return others.length === 0 ? undefined : `${others.map((id) => graph.name(id)).join(', ')} answers instead`
}

/** Who weighs most among the services: by functions that lean on it, and by spend. */
export function concentrationOf(rows: readonly ThirdPartyRow[]): readonly Concentration[] {
  const all = new Set(rows.flatMap(({ functions }) => functions.map(({ id }) => id)))
  const spend = rows.reduce((sum, row) => sum + row.usdPerMonth, 0)
  const providers = [...new Set(rows.flatMap(({ provider }) => provider ?? []))]
  return providers
    .map((provider) => {
      const own = rows.filter((row) => row.provider === provider)
      const functions = new Map(own.flatMap((row) => row.functions.map(({ id, name }) => [id, name] as const)))
      const paid = own.reduce((sum, row) => sum + row.usdPerMonth, 0)
      return {
        provider,
        services: own.length,
        functions: [...functions.values()],
        shareOfFunctions: all.size === 0 ? 0 : functions.size / all.size,
        ...(spend === 0 ? {} : { shareOfSpend: paid / spend }),
      }
    })
    .toSorted((a, b) => b.shareOfFunctions - a.shareOfFunctions || (a.provider < b.provider ? -1 : 1))
}

function unnamedClouds(graph: Graph, rows: readonly ThirdPartyRow[]): readonly string[] {
  const vendors = Object.values(clouds)
  const named = new Set(
    rows.filter(({ provider }) => vendors.includes(provider ?? '')).flatMap(({ region }) => region ?? []),
  )
  const regions = inScope(graph).flatMap(({ id }) => graph.facets(id).region.value ?? [])
  return [...new Set(regions)]
    .filter((region) => countryOfCloudRegion(region) !== undefined && !named.has(region))
    .toSorted()
}
