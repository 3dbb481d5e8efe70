import type { Classification, Id } from '../design/design.ts'
import type { Problem } from '../design/problem.ts'
import { finish, startAssembly } from './assembly.ts'
import type { Assembly } from './assembly.ts'
import { listAt, numberAt, recordAt, textAt, truthAt } from './foreign-values.ts'
import type { Format, Imported } from './format.ts'
import { recogniseKind } from './recognise-kind.ts'

/**
 * Open Threat Model 0.2.0 (JSON). Trust zones become boundaries with their trust rating, components keep their place,
 * data flows become arrows; a bidirectional flow stays one arrow whose answer carries the same assets. Threats and
 * mitigations are listed as left out: Lintel derives its own.
 */
export const openThreatModel: Format = {
  id: 'otm',
  title: 'Open Threat Model',
  extensions: ['.otm', '.otm.json'],
  recognises: (content) => textAt(content, 'otmVersion') !== undefined,
  read(content, designId) {
    if (recordAt(content, 'project')) return { ok: true, value: readModel(content, designId), problems: [] }
    const sentence = 'This Open Threat Model has no "project". Add one with a name, or export the file again.'
    const problem: Problem = { code: 'file', level: 'error', path: 'project', sentence }
    return { ok: false, problems: [problem] }
  },
}

/** Where an element was placed, by foreign id: positions in the file are relative to the parent. */
type Origins = Map<string, { readonly x: number; readonly y: number }>

function readModel(content: unknown, designId: Id): Imported {
  const assembly = startAssembly()
  const origins: Origins = new Map()
  for (const item of listAt(content, 'assets')) readAsset(item, assembly)
  for (const item of listAt(content, 'trustZones')) readZone(item, origins, assembly)
  const components = listAt(content, 'components')
  const byId = new Map(components.map((item) => [textAt(item, 'id') ?? '', item]))
  for (const item of components) readComponent(item, byId, origins, assembly)
  for (const item of listAt(content, 'dataflows')) readFlow(item, byId, assembly)
  const threats = listAt(content, 'threats').length
  const mitigations = listAt(content, 'mitigations').length
  if (threats + mitigations > 0) {
    const sentence = `${threats} threats and ${mitigations} mitigations were left out: Lintel derives threats from the drawing.`
    assembly.leftOut.push(sentence)
  }
  const name = textAt(content, 'project', 'name') ?? 'Imported threat model'
  return finish(assembly, designId, name, textAt(content, 'project', 'description'))
}

function readAsset(item: unknown, assembly: Assembly): void {
  const foreign = textAt(item, 'id')
  if (foreign === undefined) return
  const confidentiality = numberAt(item, 'risk', 'confidentiality')
  assembly.data.push({
    id: assembly.idFor(foreign, 'data'),
    name: textAt(item, 'name') ?? foreign,
    ...(confidentiality === undefined ? {} : { classification: classificationOf(confidentiality) }),
    ...noted(item),
  })
}

function readZone(item: unknown, origins: Origins, assembly: Assembly): void {
  const foreign = textAt(item, 'id')
  if (foreign === undefined) return
  const id = assembly.idFor(foreign, 'zone')
  const name = textAt(item, 'name') ?? 'Trust zone'
  const parent = textAt(item, 'parent', 'trustZone') ?? textAt(item, 'parent')
  const trust = numberAt(item, 'risk', 'trustRating')
  assembly.boundaries.push({
    id,
    name,
    ...(parent === undefined ? {} : { in: assembly.idFor(parent, 'zone') }),
    ...(trust === undefined ? {} : { trust }),
    ...noted(item),
  })
  place(item, parent, true, id, origins, assembly)
  assembly.readings.push({ id, name, takenFor: 'Boundary', confidence: 'certain' })
}

function readComponent(item: unknown, byId: ReadonlyMap<string, unknown>, origins: Origins, assembly: Assembly): void {
  const foreign = textAt(item, 'id')
  if (foreign === undefined) return
  const id = assembly.idFor(foreign, 'component')
  const name = textAt(item, 'name') ?? 'Component'
  const { kind, confidence } = recogniseKind(name, textAt(item, 'type') ?? '', 'unknown')
  const zone = zoneOf(item, byId)
  const holds = assetsIn(listAt(item, 'assets', 'stored'), assembly)
  assembly.components.push({
    id,
    name,
    kind,
    ...(zone === undefined ? {} : { in: assembly.idFor(zone, 'zone') }),
    ...(holds.length === 0 ? {} : { holds }),
    ...noted(item),
  })
  place(item, textAt(item, 'parent', 'component') ?? zone, false, id, origins, assembly)
  assembly.readings.push({ id, name, takenFor: kind, confidence })
}

function readFlow(item: unknown, byId: ReadonlyMap<string, unknown>, assembly: Assembly): void {
  const foreign = textAt(item, 'id') ?? ''
  const name = textAt(item, 'name')
  const source = textAt(item, 'source') ?? ''
  const destination = textAt(item, 'destination') ?? ''
  if (!byId.has(source) || !byId.has(destination)) {
    const sentence = `The data flow "${name ?? foreign}" was left out: one of its ends is not a component.`
    assembly.leftOut.push(sentence)
    return
  }
  const data = assetsIn(listAt(item, 'assets'), assembly)
  assembly.flows.push({
    id: assembly.idFor(foreign, 'flow'),
    ...(name === undefined ? {} : { name }),
    from: assembly.idFor(source, 'component'),
    to: assembly.idFor(destination, 'component'),
    ...(data.length === 0 ? {} : { request: { data } }),
    ...(data.length > 0 && truthAt(item, 'bidirectional') === true ? { response: { data } } : {}),
    ...noted(item),
  })
}

/** A component in a component stands in the zone of that component. */
function zoneOf(item: unknown, byId: ReadonlyMap<string, unknown>, depth = 0): string | undefined {
  const zone = textAt(item, 'parent', 'trustZone')
  const component = textAt(item, 'parent', 'component')
  if (zone !== undefined || component === undefined || depth > 50) return zone
  return zoneOf(byId.get(component), byId, depth + 1)
}

/** Assets that the file names but does not list are no references to follow. */
function assetsIn(list: readonly unknown[], assembly: Assembly): readonly Id[] {
  const known = new Set(assembly.data.map((asset) => asset.id))
  return list
    .flatMap((asset) => (typeof asset === 'string' ? [assembly.idFor(asset, 'data')] : []))
    .filter((id) => known.has(id))
}

function place(
  item: unknown,
  parent: string | undefined,
  sized: boolean,
  id: Id,
  origins: Origins,
  assembly: Assembly,
): void {
  const shown = listAt(item, 'representations').find((one) => numberAt(one, 'position', 'x') !== undefined)
  if (shown === undefined) return
  const origin = (parent === undefined ? undefined : origins.get(parent)) ?? { x: 0, y: 0 }
  const x = origin.x + (numberAt(shown, 'position', 'x') ?? 0)
  const y = origin.y + (numberAt(shown, 'position', 'y') ?? 0)
  origins.set(textAt(item, 'id') ?? '', { x, y })
  const w = numberAt(shown, 'size', 'width')
  const h = numberAt(shown, 'size', 'height')
  assembly.places[id] = { x, y, ...(sized && w !== undefined && h !== undefined ? { w, h } : {}) }
}

/** Confidentiality of 0 to 100, in the four classes of a design. */
function classificationOf(confidentiality: number): Classification {
  if (confidentiality < 25) return 'public'
  if (confidentiality < 50) return 'internal'
  return confidentiality < 75 ? 'confidential' : 'restricted'
}

function noted(item: unknown): { notes?: string; tags?: readonly string[] } {
  const notes = textAt(item, 'description')
  const tags = listAt(item, 'tags').filter((tag): tag is string => typeof tag === 'string')
  return { ...(notes === undefined ? {} : { notes }), ...(tags.length === 0 ? {} : { tags }) }
}
