import type { Component, DataAsset, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { RequirementResult } from '../../estimate/requirement-result.ts'
import { sensitivityOf } from '../../findings/sensitivity.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'
import { productIdFor } from '../../kinds/products/index.ts'
import type { ModelRow } from '../inventory.ts'
import { inScope, isModel } from '../model-boxes.ts'
import type { ThirdPartyRow } from '../third-parties.ts'
import type { BomComponent, BomData, BomProperty, BomService, CycloneDx, DataDirection } from './cyclonedx.ts'
import { modelComponent } from './model-component.ts'
import { propertiesOf } from './properties.ts'
import { serialNumberOf } from './serial-number.ts'

/** What a bill is made from. The graph, the rows and the results may have been cut to what is allowed to leave. */
export interface BomInput {
  readonly graph: Graph
  readonly inventory: readonly ModelRow[]
  readonly register: readonly ThirdPartyRow[]
  readonly requirements: readonly RequirementResult[]
  /** Tier and the like, for whoever reads the bill. */
  readonly properties: readonly BomProperty[]
  /** ISO date and time; the domain has no clock. */
  readonly timestamp: string
  readonly authors: readonly string[]
}

/**
 * The bill of materials of an AI system in its design phase: models with their cards, data, own software, services of
 * others, and who depends on whom, as CycloneDX 1.6. The same input gives the same bill; nothing that nobody stated is
 * in it.
 */
export function buildAiBom(input: BomInput): CycloneDx {
  const { graph, timestamp, authors, properties } = input
  const { design } = graph
  const boxes = inScope(graph).filter((box) => !graph.has(box, 'person'))
  const listed = new Set(boxes.map(({ id }) => id))
  const services = input.register.filter(({ component }) => listed.has(component))
  const offered = new Set(services.map(({ component }) => component))
  const assets = design.data ?? []
  const own = boxes.filter((box) => isModel(graph, box) || !offered.has(box.id))
  const components = [
    ...own.map((box) => (isModel(graph, box) ? modelComponent(box, input) : softwareComponent(graph, box))),
    ...assets.map((asset) => dataComponent(graph, asset)),
  ]
  const bill = {
    metadata: {
      lifecycles: [{ phase: 'design' as const }],
      tools: { components: [{ type: 'application' as const, name: 'Lintel' }] },
      ...(authors.length === 0 ? {} : { authors: authors.map((name) => ({ name })) }),
      component: {
        type: 'application' as const,
        'bom-ref': design.id,
        name: design.name,
        ...(design.summary === undefined ? {} : { description: design.summary }),
      },
      ...(properties.length === 0 ? {} : { properties }),
    },
    components,
    services: services.map((row) => serviceOf(graph, row)),
    dependencies: dependenciesOf(graph, boxes, offered, assets),
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumberOf(JSON.stringify(bill)),
    version: 1,
    ...bill,
    metadata: { timestamp, ...bill.metadata },
  }
}

function softwareComponent(graph: Graph, box: Component): BomComponent {
  const product = productIdFor(known(box.product), graph.kindOf(box))
  return {
    type: 'application',
    'bom-ref': box.id,
    name: box.name,
    description: graph.kindOf(box).title,
    ...(product === undefined ? {} : { properties: [{ name: 'lintel:product', value: product }] }),
  }
}

const dataTypes: Readonly<Record<NonNullable<DataAsset['type']>, BomData['type']>> = {
  records: 'dataset',
  documents: 'dataset',
  prompt: 'configuration',
  model: 'other',
  secret: 'other',
  log: 'dataset',
  code: 'source-code',
}

function dataComponent(graph: Graph, asset: DataAsset): BomComponent {
  const { classification, personal } = sensitivityOf(graph, asset.id)
  const speaks = personal === 'special' ? 'special categories of personal data' : 'personal data'
  return {
    type: 'data',
    'bom-ref': asset.id,
    name: asset.name,
    data: [
      {
        type: dataTypes[asset.type ?? 'records'],
        name: asset.name,
        ...(classification === undefined ? {} : { classification }),
        ...(personal === undefined || personal === 'none' ? {} : { sensitiveData: [speaks] }),
        ...(asset.owner === undefined ? {} : { governance: { owners: [{ organization: { name: asset.owner } }] } }),
      },
    ],
  }
}

/** The name of a service in the bill: a model that a vendor runs is both a model and a service. */
function serviceRef(component: Id): string {
  return `service:${component}`
}

function serviceOf(graph: Graph, row: ThirdPartyRow): BomService {
  const { component, provider, service, functions, region, exit, subcontractor, critical } = row
  const calls = graph.flows.filter(({ callee }) => callee === component)
  const authentications = calls.map(({ flow }) => known(flow.authentication))
  const isKnown = calls.length > 0 && authentications.every((each) => each !== undefined)
  const crossings = calls.map((flow) => graph.crosses(flow, 'trust'))
  const zone = graph.boundariesOf(component)[0]?.name
  const data = dataOf(graph, calls)
  const properties = [
    ['region', region],
    ['critical', critical === undefined ? undefined : String(critical)],
    ['subcontractor', subcontractor],
    ['exit', exit],
  ] as const
  return {
    'bom-ref': serviceRef(component),
    ...(provider === undefined ? {} : { provider: { name: provider } }),
    name: service,
    ...(functions.length === 0 ? {} : { description: functions.map(({ name }) => name).join(', ') }),
    ...(isKnown ? { authenticated: authentications.every((each) => each !== 'none') } : {}),
    ...(crossings.includes(undefined) && !crossings.includes(true)
      ? {}
      : { 'x-trust-boundary': crossings.includes(true) }),
    ...(zone === undefined ? {} : { trustZone: zone }),
    ...(data.length === 0 ? {} : { data }),
    ...propertiesOf(properties),
  }
}

function dataOf(graph: Graph, calls: readonly GraphFlow[]): NonNullable<BomService['data']> {
  const visible = new Set((graph.design.data ?? []).map(({ id }) => id))
  const inward = new Set(calls.flatMap((flow) => graph.requestData(flow).map(({ id }) => id)))
  const outward = new Set(calls.flatMap((flow) => graph.responseData(flow).map(({ id }) => id)))
  return [...new Set([...inward, ...outward])]
    .filter((id) => visible.has(id))
    .toSorted()
    .map((id) => {
      const flow: DataDirection = !outward.has(id) ? 'inbound' : !inward.has(id) ? 'outbound' : 'bi-directional'
      return { flow, classification: sensitivityOf(graph, id).classification ?? 'unknown', name: graph.name(id) }
    })
}

/** Who calls whom, who holds what, and the service behind each model that a vendor runs. */
function dependenciesOf(
  graph: Graph,
  boxes: readonly Component[],
  offered: ReadonlySet<Id>,
  assets: readonly DataAsset[],
): CycloneDx['dependencies'] {
  const refs = new Map(
    boxes.map((box) => [box.id, isModel(graph, box) || !offered.has(box.id) ? box.id : serviceRef(box.id)]),
  )
  const data = new Set(assets.map(({ id }) => id))
  const edges = new Map<string, Set<string>>([...refs.values()].map((ref) => [ref, new Set<string>()]))
  const called = new Set<string>()
  for (const { caller, callee } of graph.flows) {
    const from = refs.get(caller)
    const to = refs.get(callee)
    if (from === undefined || to === undefined || from === to) continue
    edges.get(from)?.add(to)
    called.add(to)
  }
  for (const box of boxes) {
    const ref = refs.get(box.id) ?? box.id
    if (offered.has(box.id) && ref === box.id) edges.get(ref)?.add(serviceRef(box.id))
    for (const held of box.holds ?? []) if (data.has(held) && !ref.startsWith('service:')) edges.get(ref)?.add(held)
  }
  const first = [...edges.keys()].filter((ref) => !called.has(ref))
  return [
    { ref: graph.design.id, dependsOn: first.toSorted() },
    ...[...edges].map(([ref, to]) => ({ ref, dependsOn: [...to].toSorted() })),
  ]
}
