import type { Id, Json } from '../../design/design.ts'
import type { Assembly } from '../assembly.ts'
import { finish, startAssembly, tell } from '../assembly.ts'
import { markIn } from '../carried.ts'
import type { StudioMark } from '../carried.ts'
import { asJson, listAt, numberAt, recordAt, textAt, textsAt, truthAt, valueAt } from '../foreign-values.ts'
import type { Imported } from '../format.ts'
import { unnamedDrawing } from '../../design/unnamed.ts'
import { keeping, keptOf, tellKeptOfWhole } from '../kept.ts'
import type { Extended } from '../kept.ts'
import { recogniseKind } from '../recognise-kind.ts'
import { classificationOf, notesOfAsset, outsideZone } from './levels.ts'
import type { Model } from './model.ts'
import { readPlaces } from './read-places.ts'
import { readThreats } from './read-threats.ts'

/** What the file says, by itself: what it carries of ours is gathered in the assembly, and not used yet. */
export function readModel(
  content: unknown,
  designId: Id,
): { readonly imported: Imported; readonly assembly: Assembly } {
  const assembly = startAssembly(valueAt(content, 'project', 'attributes', 'studio'))
  const maps = { assets: new Map(), zones: new Map(), components: new Map(), flows: new Map(), items: new Map() }
  const model: Model = { content, assembly, ...maps }
  for (const [index, item] of listAt(content, 'assets').entries()) readAsset(item, index, model)
  const zones = listAt(content, 'trustZones')
  for (const [index, item] of zones.entries()) registerZone(item, index, model)
  for (const [index, item] of zones.entries()) readZone(item, index, model)
  const components = listAt(content, 'components')
  for (const item of components) model.items.set(textAt(item, 'id') ?? '', item)
  for (const [index, item] of components.entries()) readComponent(item, index, model)
  for (const [index, item] of listAt(content, 'dataflows').entries()) readFlow(item, index, model)
  readPlaces(model)
  readThreats(model)
  const project = recordAt(content, 'project')
  const words = {
    owner: textAt(project, 'owner'),
    ownerContact: textAt(project, 'ownerContact'),
    tags: listed(project, 'tags'),
    attributes: attributesOf(project),
  }
  tellKeptOfWhole(keptOf(keeping('otm', words), 'otm'), assembly.leftOut)
  const isOurs = recordAt(project, 'attributes', 'studio') !== undefined
  const whole = {
    name: textAt(project, 'name') ?? unnamedDrawing,
    summary: textAt(project, 'description'),
    ...keeping('otm', { ...(isOurs ? {} : { id: textAt(project, 'id') }), ...words }),
  }
  return { imported: finish(assembly, designId, whole), assembly }
}

/** A new id for an item; the map keeps the first of those with the same id. */
function idFor(item: unknown, index: number, prefix: string, known: Map<string, Id>, { assembly }: Model): Id {
  const mark = markIn(valueAt(item, 'attributes', 'studio'))
  const foreign = textAt(item, 'id') ?? `${prefix}-${index + 1}`
  const id = assembly.ids.give(mark?.id, foreign, prefix)
  if (mark?.element !== undefined) carry({ ...mark, element: mark.element }, id, assembly)
  if (known.has(foreign)) {
    const name = textAt(item, 'name')
    const second = name === undefined ? 'the second' : `"${name}"`
    assembly.leftOut.push(
      `Two items have the id "${foreign.slice(0, 60)}": what names it means the first, not ${second}.`,
    )
  } else known.set(foreign, id)
  return id
}

function carry(mark: Required<StudioMark>, id: Id, assembly: Assembly): void {
  assembly.carried.set(id, { collection: mark.collection, element: { ...mark.element, id } })
}

function readAsset(item: unknown, index: number, model: Model): void {
  const id = idFor(item, index, 'data', model.assets, model)
  const confidentiality = numberAt(item, 'risk', 'confidentiality')
  const isStated = confidentiality !== undefined && truthAt(item, 'attributes', 'confidentialityStated') !== false
  const comment = textAt(item, 'risk', 'comment')
  const notes = notesOfAsset(textAt(item, 'description'), comment)
  const asset = {
    id,
    name: textAt(item, 'name') ?? 'Data',
    ...(isStated ? { classification: classificationOf(confidentiality) } : {}),
    ...(notes === '' ? {} : { notes }),
    ...extrasOf(item, { risk: asJson(valueAt(item, 'risk')), description: textAt(item, 'description') }),
  }
  model.assembly.data.push(asset)
  const why = isStated ? `It is listed as an asset of confidentiality ${confidentiality}.` : 'It is listed as an asset.'
  tell(model.assembly, 'data', asset, 'Data asset', 'certain', why)
}

function registerZone(item: unknown, index: number, model: Model): void {
  if (textAt(item, 'id') === outsideZone) return
  idFor(item, index, 'zone', model.zones, model)
}

function readZone(item: unknown, index: number, model: Model): void {
  const foreign = textAt(item, 'id') ?? `zone-${index + 1}`
  const id = model.zones.get(foreign)
  const { assembly } = model
  // The second of two with the same id was told about, and given an id; it is one zone in the file's own words.
  if (id === undefined || assembly.boundaries.some((boundary) => boundary.id === id)) return
  const parent = textAt(item, 'parent', 'trustZone') ?? textAt(item, 'parent')
  const around = parent === undefined ? undefined : model.zones.get(parent)
  const name = textAt(item, 'name') ?? 'Trust zone'
  if (parent !== undefined && (around === undefined || isInside(around, id, assembly))) {
    assembly.leftOut.push(
      `The zone "${name}" names a parent that ${around === undefined ? 'is not there' : 'stands inside it'}: it stands by itself.`,
    )
  }
  const trust = numberAt(item, 'risk', 'trustRating')
  const isStated = trust !== undefined && truthAt(item, 'attributes', 'trustStated') !== false
  const boundary = {
    id,
    name,
    ...(around === undefined || isInside(around, id, assembly) ? {} : { in: around }),
    ...(isStated ? { trust: Math.max(0, Math.min(100, trust)) } : {}),
    ...remarksOf(item),
    ...extrasOf(item, { type: textAt(item, 'type') }),
  }
  assembly.boundaries.push(boundary)
  tell(assembly, 'boundaries', boundary, 'Boundary', 'certain', 'It is listed as a trust zone.')
}

/** Whether a boundary stands in another, by what has been read so far. */
function isInside(inner: Id, outer: Id, { boundaries }: Assembly): boolean {
  for (let at: Id | undefined = inner, steps = 0; at !== undefined && steps <= boundaries.length; steps += 1) {
    if (at === outer) return true
    const id: Id = at
    at = boundaries.find((boundary) => boundary.id === id)?.in
  }
  return false
}

function readComponent(item: unknown, index: number, model: Model): void {
  const { assembly } = model
  const id = idFor(item, index, 'component', model.components, model)
  const name = textAt(item, 'name') ?? 'Component'
  const type = textAt(item, 'type') ?? ''
  const { kind, confidence, why } = recogniseKind(name, type, 'unknown')
  const zone = zoneOf(item, model, name)
  const holds = assetsIn(textsAt(item, 'assets', 'stored'), name, model)
  const processed = assetsIn(textsAt(item, 'assets', 'processed'), name, model)
  const passing = processed.filter((asset) => !holds.includes(asset))
  if (passing.length > 0) {
    const names = passing.map((asset) => `"${assembly.data.find((each) => each.id === asset)?.name ?? asset}"`)
    assembly.leftOut.push(`"${name}" processes ${names.join(', ')}: say so on the arrows that carry it.`)
  }
  const component = {
    id,
    name,
    kind,
    ...(zone === undefined ? {} : { in: zone }),
    ...(holds.length === 0 ? {} : { holds }),
    ...remarksOf(item),
    ...extrasOf(item, {
      ...(type === '' ? {} : { type, takenFor: kind }),
      ...(processed.length === 0 ? {} : { processed }),
    }),
  }
  assembly.components.push(component)
  tell(assembly, 'components', component, kind, confidence, why)
}

/** A component in a component stands in the zone of that component. */
function zoneOf(item: unknown, model: Model, name: string): Id | undefined {
  let at: unknown = item
  for (let steps = 0; steps < 60; steps += 1) {
    const zone = textAt(at, 'parent', 'trustZone')
    if (zone === outsideZone) return undefined
    if (zone !== undefined) {
      const found = model.zones.get(zone)
      if (found === undefined)
        model.assembly.leftOut.push(
          `"${name}" names the zone "${zone.slice(0, 60)}", which is not there: it stands outside every boundary.`,
        )
      return found
    }
    const inside = textAt(at, 'parent', 'component')
    if (inside === undefined) return undefined
    if (steps === 0) {
      const around = textAt(model.items.get(inside), 'name') ?? inside.slice(0, 60)
      model.assembly.leftOut.push(`"${name}" stands inside the component "${around}": both stand in its zone now.`)
    }
    at = model.items.get(inside)
  }
  return undefined
}

function readFlow(item: unknown, index: number, model: Model): void {
  const { assembly, components } = model
  const name = textAt(item, 'name')
  const [from, to] = [textAt(item, 'source'), textAt(item, 'destination')].map((end) => components.get(end ?? ''))
  if (from === undefined || to === undefined) {
    const end = from === undefined ? 'its source' : 'its destination'
    const which = name === undefined ? 'A data flow without a name' : `The data flow "${name}"`
    assembly.leftOut.push(`${which} was left out: ${end} is not a component of the file.`)
    return
  }
  const id = idFor(item, index, 'flow', model.flows, model)
  const data = assetsIn(textsAt(item, 'assets'), name ?? 'a data flow', model)
  const flow = {
    id,
    ...(name === undefined ? {} : { name }),
    from,
    to,
    ...(data.length === 0 ? {} : { request: { data } }),
    ...(data.length > 0 && truthAt(item, 'bidirectional') === true ? { response: { data } } : {}),
    ...remarksOf(item),
    ...extrasOf(item, truthAt(item, 'bidirectional') === true ? { bidirectional: true } : {}),
  }
  assembly.flows.push(flow)
  tell(assembly, 'flows', flow, 'Arrow', 'certain', 'It is listed as a data flow.')
}

/** Assets that the file names but does not list are no references to follow. */
function assetsIn(list: readonly string[], owner: string, { assets, assembly }: Model): readonly Id[] {
  const missing = list.filter((asset) => !assets.has(asset))
  if (missing.length > 0) {
    assembly.leftOut.push(
      `"${owner}" names assets that the file does not list: ${missing.map((each) => each.slice(0, 60)).join(', ')}.`,
    )
  }
  return [...new Set(list.flatMap((asset) => assets.get(asset) ?? []))]
}

function remarksOf(item: unknown): { readonly notes?: string; readonly tags?: readonly string[] } {
  const notes = textAt(item, 'description')
  const tags = textsAt(item, 'tags')
  return { ...(notes === undefined ? {} : { notes }), ...(tags.length === 0 ? {} : { tags }) }
}

/** What the tool that wrote the file says and no field of ours holds, with its id and attributes; nothing in a file of ours. */
function extrasOf(item: unknown, said: Readonly<Record<string, Json | undefined>>): Extended {
  if (valueAt(item, 'attributes', 'studio') !== undefined) return {}
  return keeping('otm', { id: textAt(item, 'id'), ...said, attributes: attributesOf(item) })
}

function attributesOf(item: unknown): Json | undefined {
  const { studio: _ours, ...attributes } = recordAt(item, 'attributes') ?? recordAt(item, 'properties') ?? {}
  return Object.keys(attributes).length === 0 ? undefined : asJson(attributes)
}

function listed(item: unknown, key: string): Json | undefined {
  const texts = textsAt(item, key)
  return texts.length === 0 ? undefined : texts
}
