import type { Id } from '../../../shared/design/design.ts'
import type { Severity } from '../../../shared/findings/finding.ts'
import type { Family } from '../../../shared/kinds/kind.ts'
import { findKind } from '../../../shared/kinds/index.ts'
import type { SizedPlace } from '../../../shared/layout/places.ts'
import type { Heat } from '../../analysis/heat.ts'
import { boundariesById, depthOf, toneOf } from '../boundary-tone.ts'
import type { Tone } from '../drawing-types.ts'
import type { Scene } from '../scene.ts'

export interface CardPart {
  readonly id: Id
  readonly name: string
  readonly place: SizedPlace
  readonly findings: Severity | undefined
  readonly heat: Heat | undefined
}

/** Cards that are painted alike: one path, one fill, one stroke. */
export interface CardGroup {
  readonly family: Family
  readonly heat: Heat | undefined
  readonly outOfScope: boolean
  readonly faded: boolean
  readonly cards: readonly CardPart[]
}

export interface BoundaryPart {
  readonly id: Id
  readonly name: string
  readonly tone: Tone
  readonly depth: number
  readonly place: SizedPlace
}

export interface ArrowPart {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  readonly dashed: boolean
  readonly faded: boolean
  /** Number on the shown path. */
  readonly step: number | undefined
  readonly onPath: boolean
}

/** What the painted picture is made of, sorted once for many frames. */
export interface PictureParts {
  /** Outer ones first. */
  readonly boundaries: readonly BoundaryPart[]
  readonly groups: readonly CardGroup[]
  readonly arrows: readonly ArrowPart[]
}

/** Everything of a scene that does not change while a hand moves. */
export function partsOf({ design, places, badges, heats, overlaid, highlight }: Scene): PictureParts {
  const around = boundariesById(design)
  const boundaries = (design.boundaries ?? [])
    .flatMap((boundary) => {
      const place = places[boundary.id]
      if (place === undefined) return []
      const { id, name } = boundary
      return [{ id, name, tone: toneOf(boundary, around), place, depth: depthOf(id, around) }]
    })
    .toSorted((a, b) => a.depth - b.depth)
  const groups = new Map<string, Omit<CardGroup, 'cards'> & { readonly cards: CardPart[] }>()
  for (const component of design.components ?? []) {
    const { id, name } = component
    const place = places[id]
    if (place === undefined) continue
    const { family } = findKind(component.kind)
    const heat = heats.get(id)
    const outOfScope = component.outOfScope !== undefined
    const faded = highlight === undefined ? overlaid && heat === undefined : !highlight.elements.has(id)
    const key = `${family} ${heat?.level} ${heat?.unstable} ${outOfScope} ${faded}`
    const card = { id, name, place, findings: badges.get(id)?.findings?.worst, heat }
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { family, heat, outOfScope, faded, cards: [card] })
    else group.cards.push(card)
  }
  const arrows = (design.flows ?? []).map(({ id, from, to, mode }) => ({
    id,
    from,
    to,
    dashed: mode === 'async' || mode === 'offline',
    faded: highlight?.elements.has(id) === false,
    step: highlight?.steps.get(id),
    onPath: highlight?.elements.has(id) === true,
  }))
  // What is faded lies below what is not.
  return {
    boundaries,
    groups: [...groups.values()].toSorted((a, b) => Number(b.faded) - Number(a.faded)),
    arrows,
  }
}
