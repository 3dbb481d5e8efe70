import type { Boundary, Id } from '../../../shared/design/design.ts'
import type { SizedPlace } from '../../../shared/layout/places.ts'
import { boundarySubtitle, insideWords, toneOf } from '../boundary-tone.ts'
import { cardLabel } from '../card-label.ts'
import { emphasisOf } from '../highlight.ts'
import type { Scene } from '../scene.ts'
import type { BoundaryNode } from './flow-types.ts'
import { handlesOf, layers, noPointerEvents, sized } from './node-shape.ts'

interface BoundaryState {
  readonly around: ReadonlyMap<Id, Boundary>
  readonly inhabited: boolean
  readonly layer: number
  readonly collapsed: BoundaryNode['data']['collapsed']
}

export function boundaryNode(
  boundary: Boundary,
  place: SizedPlace,
  { around, inhabited, collapsed, layer }: BoundaryState,
  drawn: Scene,
): BoundaryNode {
  const inside = collapsed === undefined ? undefined : insideWords(collapsed.components)
  // An open one is the ground on which others wear it.
  const heat = collapsed === undefined ? undefined : drawn.heats.get(boundary.id)
  return {
    ...sized(boundary.id, place),
    type: 'boundary',
    // Collapsed it is a card among cards: arrows end at it.
    zIndex: collapsed === undefined ? Math.min(layer, layers.arrow - 1) : layers.card,
    ...(collapsed === undefined ? {} : { handles: handlesOf(place) }),
    selected: drawn.selection.has(boundary.id),
    draggable: !drawn.readOnly && place.locked !== true,
    connectable: false,
    // Only its title and its border take the pointer, so that one can draw a marquee inside it.
    style: noPointerEvents,
    dragHandle: '.boundary-grip',
    ariaLabel: cardLabel({
      name: boundary.name,
      kind: inside === undefined ? 'boundary' : `collapsed boundary, ${inside}`,
      boundary: boundary.in === undefined ? undefined : around.get(boundary.in)?.name,
      findings: drawn.badges.get(boundary.id)?.findings?.count,
      heat: heat?.title,
    }),
    data: {
      boundary,
      tone: toneOf(boundary, around),
      subtitle: inside ?? drawn.look.headers?.get(boundary.id) ?? boundarySubtitle(boundary),
      empty: !inhabited && collapsed === undefined,
      locked: place.locked === true,
      readOnly: drawn.readOnly,
      collapsed,
      heat,
      // An open boundary never dims: it is the ground that the path stands on.
      emphasis: collapsed === undefined ? 'none' : emphasisOf(boundary.id, drawn.highlight),
      isTarget: drawn.target === boundary.id,
    },
  }
}

/** The boundaries around a boundary. A circle in a broken file ends the chain. */
export function chainOf(boundary: Boundary, around: ReadonlyMap<Id, Boundary>): readonly Boundary[] {
  const chain: Boundary[] = []
  for (let next = around.get(boundary.in ?? ''); next !== undefined && !chain.includes(next);) {
    chain.push(next)
    next = around.get(next.in ?? '')
  }
  return chain
}
