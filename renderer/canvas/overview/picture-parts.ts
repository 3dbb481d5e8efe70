import type { Id } from '../../../shared/design/design.ts'
import type { Severity } from '../../../shared/findings/finding.ts'
import type { Family } from '../../../shared/kinds/kind.ts'
import { findKind } from '../../../shared/kinds/index.ts'
import type { SizedPlace } from '../../../shared/layout/places.ts'
import type { Shape } from '../../../shared/perspectives/index.ts'
import type { Heat, HeatLevel } from '../../analysis/heat.ts'
import { boundariesById, depthOf, toneOf } from '../boundary-tone.ts'
import type { Tone } from '../drawing-types.ts'
import { emphasisOf } from '../highlight.ts'
import type { Scene } from '../scene.ts'
import { stackBoundaries } from '../stacked.ts'
import { worstInside } from '../worst-inside.ts'

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
  /** What it is in a data-flow diagram. */
  readonly shape: Shape | undefined
  readonly cards: readonly CardPart[]
}

export interface BoundaryPart {
  readonly id: Id
  readonly name: string
  readonly tone: Tone
  readonly depth: number
  readonly place: SizedPlace
  /** Drawn as a card that stands for all that is inside. */
  readonly collapsed: boolean
  /** Of all that is inside, while it is collapsed. */
  readonly heat: Heat | undefined
  readonly findings: Severity | undefined
  readonly faded: boolean
}

export interface ArrowPart {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  readonly dashed: boolean
  readonly faded: boolean
  /** Its numbers on the shown path: "3, 7". */
  readonly step: string | undefined
  readonly onPath: boolean
  readonly heat: HeatLevel | undefined
}

/** What the painted picture is made of, sorted once for many frames. */
export interface PictureParts {
  /** Outer ones first. */
  readonly boundaries: readonly BoundaryPart[]
  readonly groups: readonly CardGroup[]
  readonly arrows: readonly ArrowPart[]
}

/** From afar there is one line for the name and what a perspective writes after it. */
function withHeader(name: string, header: string | undefined): string {
  return header === undefined ? name : `${name} (${header})`
}

/** Everything of a scene that does not change while a hand moves. */
export function partsOf(scene: Scene): PictureParts {
  const { design, places, badges, heats, overlaid, highlight, inside, look } = scene
  const around = boundariesById(design)
  const worst = worstInside(scene)
  const layer = stackBoundaries(scene)
  const boundaries = (design.boundaries ?? [])
    .flatMap((boundary) => {
      const place = places[boundary.id]
      if (place === undefined) return []
      const { id, name } = boundary
      const collapsed = inside.has(id)
      const faded = collapsed && emphasisOf(id, highlight) === 'dimmed'
      const heat = collapsed ? heats.get(id) : undefined
      return [
        {
          id,
          name: withHeader(name, heat === undefined ? look.headers?.get(id) : (heat.mark ?? heat.text)),
          tone: toneOf(boundary, around),
          place,
          depth: depthOf(id, around),
          collapsed,
          heat,
          faded,
          findings: worst.get(id),
        },
      ]
    })
    .toSorted((a, b) => layer(a.id) - layer(b.id))
  const groups = new Map<string, Omit<CardGroup, 'cards'> & { readonly cards: CardPart[] }>()
  for (const component of design.components ?? []) {
    const { id, name } = component
    const place = places[id]
    if (place === undefined) continue
    const { family } = findKind(component.kind)
    const heat = heats.get(id)
    const outOfScope = component.outOfScope !== undefined
    const faded = highlight === undefined ? overlaid && heat === undefined : emphasisOf(id, highlight) === 'dimmed'
    const shape = look.shapes?.get(id)
    const key = `${family} ${heat?.level} ${heat?.unstable} ${outOfScope} ${faded} ${shape}`
    const card = { id, name, place, findings: badges.get(id)?.findings?.worst, heat }
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { family, heat, outOfScope, faded, shape, cards: [card] })
    else group.cards.push(card)
  }
  const arrows = (design.flows ?? []).map(({ id, from, to, mode }) => ({
    id,
    from,
    to,
    dashed: mode === 'async' || mode === 'offline',
    faded: emphasisOf(id, highlight) === 'dimmed',
    step: highlight?.steps.get(id)?.join(', '),
    onPath: emphasisOf(id, highlight) === 'path',
    heat: heats.get(id)?.level,
  }))
  // What is faded lies below what is not.
  return {
    boundaries,
    groups: [...groups.values()].toSorted((a, b) => Number(b.faded) - Number(a.faded)),
    arrows,
  }
}
