import type { Boundary, Component, Design, Id, Place } from '../../shared/design/design.ts'
import { findKind } from '../../shared/kinds/index.ts'
import type { Family } from '../../shared/kinds/kind.ts'

export interface Miniature {
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly areas: readonly { readonly id: Id; readonly place: Sized }[]
  readonly cards: readonly { readonly id: Id; readonly family: Family; readonly place: Sized }[]
  readonly lines: readonly { readonly id: Id; readonly from: Point; readonly to: Point }[]
}
interface Sized {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
interface Point {
  readonly x: number
  readonly y: number
}

const card = { w: 200, h: 72 }
const margin = 40

/** A design as small boxes and lines: places of its first view, a grid for what has none. */
export function miniatureOf(
  design: Design,
  places: Readonly<Record<Id, Place>> = design.views?.[0]?.places ?? {},
): Miniature {
  const components = design.components ?? []
  const cards = components.map((component, index) => ({
    id: component.id,
    family: findKind(component.kind).family,
    place: placeOf(component, places, index),
  }))
  const areas = (design.boundaries ?? []).flatMap((boundary: Boundary) => {
    const place = places[boundary.id]
    return place?.w === undefined || place.h === undefined
      ? []
      : [{ id: boundary.id, place: { x: place.x, y: place.y, w: place.w, h: place.h } }]
  })
  const centres = new Map(cards.map(({ id, place }) => [id, { x: place.x + place.w / 2, y: place.y + place.h / 2 }]))
  const lines = (design.flows ?? []).flatMap((flow) => {
    const [from, to] = [centres.get(flow.from), centres.get(flow.to)]
    return from === undefined || to === undefined ? [] : [{ id: flow.id, from, to }]
  })
  return { box: boxAround([...cards, ...areas].map(({ place }) => place)), areas, cards, lines }
}

function placeOf(component: Component, places: Readonly<Record<Id, Place>>, index: number): Sized {
  const place = places[component.id]
  if (place !== undefined) return { ...card, x: place.x, y: place.y }
  return { ...card, x: (index % 4) * 260, y: Math.floor(index / 4) * 130 }
}

function boxAround(places: readonly Sized[]): Miniature['box'] {
  if (places.length === 0) return { x: 0, y: 0, w: 4 * card.w, h: 4 * card.h }
  const left = Math.min(...places.map((place) => place.x)) - margin
  const top = Math.min(...places.map((place) => place.y)) - margin
  const right = Math.max(...places.map((place) => place.x + place.w)) + margin
  const bottom = Math.max(...places.map((place) => place.y + place.h)) + margin
  return { x: left, y: top, w: right - left, h: bottom - top }
}
