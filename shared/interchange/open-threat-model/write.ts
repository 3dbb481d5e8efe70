import type { AnyCollection } from '../../design/collections.ts'
import type { Component, DataAsset, Design, Element, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { restOf } from '../carried.ts'
import type { StudioMark } from '../carried.ts'
import { drawnViews } from '../drawn.ts'
import type { Drawn } from '../drawn.ts'
import { manualThreats } from '../outgoing-threats.ts'
import type { OutgoingThreat, Standing } from '../outgoing-threats.ts'
import { numberAt, recordAt, textAt, textsAt } from '../foreign-values.ts'
import type { Foreign } from '../foreign-values.ts'
import { keptOf } from '../kept.ts'
import { classificationOf, confidentialityOf, notesOfAsset, outsideZone } from './levels.ts'
import { freeName, mitigationItems, threatItems, threatRefs } from './write-threats.ts'

/**
 * A design as an Open Threat Model 0.2.0: zones, components and data flows with a representation for each view, assets,
 * threats and mitigations; what the format has no place for stands in `attributes.studio`.
 */
export function writeOpenThreatModel(
  design: Design,
  threats: readonly OutgoingThreat[] = [],
  standings: readonly Standing[] = [],
): object {
  const views = drawnViews(design)
  const { boundaries = [], components = [], flows = [], data = [] } = design
  const listed = new Set([...boundaries, ...components, ...flows, ...data].map(({ id }) => id))
  const holders = new Set([...components, ...flows].map(({ id }) => id))
  const all = [...manualThreats(design, holders, standings), ...threats.filter(({ on }) => holders.has(on))]
  const { controls = [] } = design
  const refs = threatRefs(all, controls)
  const idOf = idsOutside([boundaries, components, flows, data])
  const said = keptOf(design, 'otm')
  const listedIds = (ids: readonly Id[] = []): readonly string[] => ids.filter((id) => listed.has(id)).map(idOf)
  const isOutside = components.some((component) => !boundaries.some(({ id }) => id === component.in))
  return {
    otmVersion: '0.2.0',
    project: {
      name: design.name,
      id: textAt(said, 'id') ?? design.id,
      description: design.summary ?? '',
      ...pick(said, ['owner', 'ownerContact', 'tags']),
      attributes: { ...recordAt(said, 'attributes'), studio: restOf(design, listed, standings) },
    },
    representations: views.map(({ view }, index) => ({
      name: view?.name ?? 'Data flows',
      id: representationId(index),
      type: 'diagram',
      ...(view === undefined
        ? {}
        : { attributes: { studio: { view: view.id, ...(view.only === undefined ? {} : { partial: true }) } } }),
    })),
    assets: data.map((asset) => ({ id: idOf(asset.id), ...assetItem(asset) })),
    trustZones: [
      ...boundaries.map((boundary) => {
        const trust = known(boundary.trust)
        const around = boundaries.find(({ id }) => id === boundary.in)?.id
        return {
          id: idOf(boundary.id),
          name: boundary.name,
          ...pick(keptOf(boundary, 'otm'), ['type']),
          ...(around === undefined ? {} : { parent: { trustZone: idOf(around) } }),
          description: boundary.notes ?? '',
          // The format wants a number where nobody stated one: the middle, and a word that it is none of ours.
          risk: { trustRating: trust ?? 50 },
          representations: representationsOf(boundary.id, boundary.in, views, idOf),
          attributes: { ...(trust === undefined ? { trustStated: false } : {}), ...marked(boundary, 'boundaries') },
        }
      }),
      ...(isOutside
        ? [
            {
              id: outsideZone,
              name: 'Outside every boundary',
              risk: { trustRating: 50 },
              attributes: { trustStated: false },
            },
          ]
        : []),
    ],
    components: components.map((component) => {
      const zone = boundaries.find(({ id }) => id === component.in)?.id
      const stored = listedIds(component.holds)
      const processed = listedIds(textsAt(keptOf(component, 'otm'), 'processed'))
      return {
        id: idOf(component.id),
        name: component.name,
        type: typeOf(component),
        parent: { trustZone: zone === undefined ? outsideZone : idOf(zone) },
        description: component.notes ?? '',
        representations: representationsOf(component.id, zone, views, idOf),
        assets: { processed, stored },
        threats: refs.get(component.id) ?? [],
        tags: component.tags ?? [],
        attributes: marked(component, 'components'),
      }
    }),
    dataflows: flows.map((flow) => ({
      id: idOf(flow.id),
      name: flow.name ?? '',
      source: idOf(flow.from),
      destination: idOf(flow.to),
      bidirectional: flow.response?.data !== undefined || keptOf(flow, 'otm')['bidirectional'] === true,
      description: flow.notes ?? '',
      assets: listedIds(flow.request?.data),
      threats: refs.get(flow.id) ?? [],
      tags: flow.tags ?? [],
      attributes: marked(flow, 'flows'),
    })),
    threats: threatItems(all),
    mitigations: mitigationItems(all, controls),
  }
}

/**
 * What elements are called in the file: by the id that they came with, else by their own. Within a list no two are called
 * the same: the copy of an element that came with an id is a new one.
 */
function idsOutside(lists: readonly (readonly Element[])[]): (id: Id) => string {
  const names = new Map<Id, string>()
  for (const list of lists) {
    const came = list.map((element) => textAt(keptOf(element, 'otm'), 'id'))
    const taken = new Set<string>([outsideZone])
    const claim = (id: Id, wanted: string): void => {
      names.set(id, wanted)
      taken.add(wanted)
    }
    for (const [index, { id }] of list.entries()) {
      const wanted = came[index]
      if (wanted !== undefined && !taken.has(wanted)) claim(id, wanted)
    }
    for (const { id } of list) if (!names.has(id)) claim(id, freeName(id, taken))
  }
  return (id) => names.get(id) ?? id
}

/** The attributes that the element came with, and the element itself. */
function marked(element: Element, collection: AnyCollection): { readonly studio: StudioMark } {
  return { ...recordAt(keptOf(element, 'otm'), 'attributes'), studio: { id: element.id, collection, element } }
}

/** The type that the file gave, while the component is of the kind that it was taken for. */
function typeOf(component: Component): string {
  const { type, takenFor } = keptOf(component, 'otm')
  return typeof type === 'string' && takenFor === component.kind ? type : component.kind
}

function pick(said: Foreign, names: readonly string[]): object {
  return Object.fromEntries(names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])))
}

const representationId = (index: number): string => `diagram-${index + 1}`

/** Places relative to the boundary around it, as the format has them. */
function representationsOf(
  id: Id,
  around: Id | undefined,
  views: readonly Drawn[],
  idOf: (id: Id) => string,
): readonly object[] {
  return views.flatMap(({ boundaries, components, placeOf }, index) => {
    if (![...boundaries, ...components].some((each) => each.id === id)) return []
    const { x, y, w, h } = placeOf(id)
    const origin =
      boundaries.some((each) => each.id === around) && around !== undefined ? placeOf(around) : { x: 0, y: 0 }
    return [
      {
        representation: representationId(index),
        id: `${idOf(id)}-${representationId(index)}`,
        position: { x: x - origin.x, y: y - origin.y },
        size: { width: w, height: h },
      },
    ]
  })
}

/**
 * The format wants three numbers for each asset: those of the file that it came from while the class is theirs; those
 * that nobody stated are the middle, and the comment says so.
 */
function assetItem(asset: DataAsset): object {
  const classification = known(asset.classification)
  const said = keptOf(asset, 'otm')
  const risk = recordAt(said, 'risk')
  const confidentiality = numberAt(risk, 'confidentiality')
  const isSaid = confidentiality !== undefined && classificationOf(confidentiality) === classification
  const unsaid = classification === undefined ? 'Confidentiality, integrity' : 'Integrity'
  const description = textAt(said, 'description')
  const isUntouched = notesOfAsset(description, textAt(risk, 'comment')) === (asset.notes ?? '')
  return {
    name: asset.name,
    description: (isSaid && isUntouched ? description : asset.notes) ?? '',
    risk: isSaid
      ? { integrity: 50, availability: 50, ...risk }
      : {
          confidentiality: classification === undefined ? 50 : confidentialityOf(classification),
          integrity: 50,
          availability: 50,
          comment: `${unsaid} and availability are not stated.`,
        },
    attributes: { ...(classification === undefined ? { confidentialityStated: false } : {}), ...marked(asset, 'data') },
  }
}
