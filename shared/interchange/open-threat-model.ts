import { designFormat, designVersion } from '../design/design.ts'
import type { Boundary, Component, DataAsset, Flow, Id, Place } from '../design/design.ts'
import { listAt, makeIds, numberAt, recordAt, textAt, truthAt } from './foreign-values.ts'
import type { Format, Imported, Reading } from './format.ts'
import { recogniseKind } from './recognise-kind.ts'

/**
 * Open Threat Model 0.2.0 (JSON). Trust zones become boundaries with their trust rating, components keep their place
 * relative to their parent, data flows become arrows; a bidirectional flow stays one arrow whose answer carries the same
 * assets. Threats and mitigations are counted in `leftOut`: this product derives its own.
 */
export const openThreatModel: Format = {
  id: 'otm',
  title: 'Open Threat Model',
  extensions: ['.otm', '.otm.json'],
  recognises: (content) => textAt(content, 'otmVersion') !== undefined,
  read(content, designId) {
    const project = recordAt(content, 'project')
    if (!project) {
      return {
        ok: false,
        problems: [
          {
            code: 'file',
            level: 'error',
            path: 'project',
            sentence: 'This Open Threat Model has no "project". Add one with a name, or export the file again.',
          },
        ],
      }
    }
    return { ok: true, value: readModel(content, designId), problems: [] }
  },
}

function readModel(content: unknown, designId: Id): Imported {
  const idFor = makeIds()
  const readings: Reading[] = []
  const leftOut: string[] = []
  const places: Record<Id, Place> = {}
  const offsets = new Map<string, { x: number; y: number }>()

  /** Positions are relative to the parent; a component in a component stands in the boundary of that component's zone. */
  const parentOf = (element: unknown): { zone?: string; component?: string } => {
    const zone = textAt(element, 'parent', 'trustZone')
    const component = textAt(element, 'parent', 'component')
    return { ...(zone === undefined ? {} : { zone }), ...(component === undefined ? {} : { component }) }
  }
  const place = (id: Id, key: string, element: unknown, parentKey: string | undefined): void => {
    const shown = listAt(element, 'representations').find((item) => numberAt(item, 'position', 'x') !== undefined)
    if (shown === undefined) return
    const origin = (parentKey === undefined ? undefined : offsets.get(parentKey)) ?? { x: 0, y: 0 }
    const x = origin.x + (numberAt(shown, 'position', 'x') ?? 0)
    const y = origin.y + (numberAt(shown, 'position', 'y') ?? 0)
    offsets.set(key, { x, y })
    const w = numberAt(shown, 'size', 'width')
    const h = numberAt(shown, 'size', 'height')
    places[id] = { x, y, ...(key.startsWith('zone ') && w !== undefined && h !== undefined ? { w, h } : {}) }
  }

  const zones = listAt(content, 'trustZones').filter((zone) => textAt(zone, 'id') !== undefined)
  const boundaries = zones.map((zone): Boundary => {
    const foreign = textAt(zone, 'id') ?? ''
    const id = idFor(foreign, 'zone')
    const name = textAt(zone, 'name') ?? 'Trust zone'
    const parent = parentOf(zone).zone ?? textAt(zone, 'parent')
    const trust = numberAt(zone, 'risk', 'trustRating')
    place(id, `zone ${foreign}`, zone, parent === undefined ? undefined : `zone ${parent}`)
    readings.push({ id, name, takenFor: 'Boundary', confidence: 'certain' })
    return {
      id,
      name,
      ...(parent === undefined ? {} : { in: idFor(parent, 'zone') }),
      ...(trust === undefined ? {} : { trust }),
      ...noted(zone),
    }
  })

  const foreignComponents = listAt(content, 'components').filter((item) => textAt(item, 'id') !== undefined)
  const byId = new Map(foreignComponents.map((item) => [textAt(item, 'id') ?? '', item]))
  const zoneOf = (element: unknown, depth = 0): string | undefined => {
    const { zone, component } = parentOf(element)
    return zone ?? (component !== undefined && depth < 50 ? zoneOf(byId.get(component), depth + 1) : undefined)
  }
  const components = foreignComponents.map((item): Component => {
    const foreign = textAt(item, 'id') ?? ''
    const id = idFor(foreign, 'component')
    const name = textAt(item, 'name') ?? 'Component'
    const { kind, confidence } = recogniseKind(name, textAt(item, 'type') ?? '', 'unknown')
    const { zone, component } = parentOf(item)
    const home = zoneOf(item)
    place(id, `component ${foreign}`, item, component === undefined ? zone && `zone ${zone}` : `component ${component}`)
    readings.push({ id, name, takenFor: kind, confidence })
    const holds = listAt(item, 'assets', 'stored').flatMap((asset) =>
      typeof asset === 'string' ? [idFor(asset, 'data')] : [],
    )
    return {
      id,
      name,
      kind,
      ...(home === undefined ? {} : { in: idFor(home, 'zone') }),
      ...(holds.length === 0 ? {} : { holds }),
      ...noted(item),
    }
  })

  const flows = listAt(content, 'dataflows').flatMap((item): Flow[] => {
    const foreign = textAt(item, 'id')
    const source = textAt(item, 'source')
    const destination = textAt(item, 'destination')
    if (foreign === undefined || source === undefined || destination === undefined) return []
    if (!byId.has(source) || !byId.has(destination)) {
      leftOut.push(
        `The data flow "${textAt(item, 'name') ?? foreign}" was left out: one of its ends is not a component.`,
      )
      return []
    }
    const name = textAt(item, 'name')
    const data = listAt(item, 'assets').flatMap((asset) => (typeof asset === 'string' ? [idFor(asset, 'data')] : []))
    const cargo = data.length === 0 ? {} : { request: { data } }
    const back = truthAt(item, 'bidirectional') === true && data.length > 0 ? { response: { data } } : {}
    return [
      {
        id: idFor(foreign, 'flow'),
        ...(name === undefined ? {} : { name }),
        from: idFor(source, 'component'),
        to: idFor(destination, 'component'),
        ...cargo,
        ...back,
        ...noted(item),
      },
    ]
  })

  const data = listAt(content, 'assets').flatMap((item): DataAsset[] => {
    const foreign = textAt(item, 'id')
    if (foreign === undefined) return []
    const confidentiality = numberAt(item, 'risk', 'confidentiality')
    return [
      {
        id: idFor(foreign, 'data'),
        name: textAt(item, 'name') ?? foreign,
        ...(confidentiality === undefined ? {} : { classification: classificationOf(confidentiality) }),
        ...noted(item),
      },
    ]
  })
  const known = new Set(data.map((asset) => asset.id))
  const strip = (ids: readonly Id[] | undefined): readonly Id[] => (ids ?? []).filter((id) => known.has(id))

  const threats = listAt(content, 'threats').length
  const mitigations = listAt(content, 'mitigations').length
  if (threats + mitigations > 0) {
    leftOut.push(
      `${threats} threats and ${mitigations} mitigations were left out: Lintel derives threats from the drawing.`,
    )
  }
  return {
    design: {
      format: designFormat,
      version: designVersion,
      id: designId,
      name: textAt(content, 'project', 'name') ?? 'Imported threat model',
      ...summaryOf(textAt(content, 'project', 'description')),
      boundaries,
      components: components.map(({ holds, ...component }) => {
        const kept = strip(holds)
        return kept.length === 0 ? component : { ...component, holds: kept }
      }),
      flows: flows.map((flow) => ({
        ...flow,
        ...(flow.request ? { request: { data: strip(flow.request.data) } } : {}),
        ...(flow.response ? { response: { data: strip(flow.response.data) } } : {}),
      })),
      data,
      views: [{ id: 'main', name: 'Everything', places }],
    },
    readings,
    leftOut,
  }
}

/** Confidentiality of 0 to 100, in the four classes of a design. */
function classificationOf(confidentiality: number): 'public' | 'internal' | 'confidential' | 'restricted' {
  if (confidentiality < 25) return 'public'
  if (confidentiality < 50) return 'internal'
  return confidentiality < 75 ? 'confidential' : 'restricted'
}

function noted(item: unknown): { notes?: string; tags?: readonly string[] } {
  const notes = textAt(item, 'description')
  const tags = listAt(item, 'tags').filter((tag): tag is string => typeof tag === 'string')
  return { ...(notes === undefined ? {} : { notes }), ...(tags.length === 0 ? {} : { tags }) }
}

function summaryOf(text: string | undefined): { summary?: string } {
  return text === undefined ? {} : { summary: text }
}
