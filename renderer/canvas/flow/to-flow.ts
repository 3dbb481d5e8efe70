import type { Flow, Id } from '../../../shared/design/design.ts'
import { findKind } from '../../../shared/kinds/index.ts'
import type { SizedPlace } from '../../../shared/layout/places.ts'
import type { Point } from '../../../shared/layout/box.ts'
import type { Hop } from '../../../shared/layout/hops.ts'
import { arrowPath } from '../arrow-path.ts'
import { boundariesById } from '../boundary-tone.ts'
import { cardLabel } from '../card-label.ts'
import type { DrawnComponent } from '../drawn-design.ts'
import type { ArrowFacts, Chip, Highlight } from '../drawing-types.ts'
import { emphasisOf } from '../highlight.ts'
import type { ArrowDetails, Scene } from '../scene.ts'
import { hopsNow, placeNow, routeNow } from '../scene.ts'
import type { Shown } from '../shown.ts'
import { boundaryNode, chainOf } from './boundary-node.ts'
import type { CanvasEdge, CanvasNode, ComponentNode, EndNode, GhostNode } from './flow-types.ts'
import { ghostPlace } from './ghost-place.ts'
import { cardLayer, handlesOf, layers, noPointerEvents, sized } from './node-shape.ts'
import type { ItemMemory } from './remember-items.ts'
import { createItemMemory } from './remember-items.ts'
import { rankIn, stackBoundaries } from '../stacked.ts'
import { worstInside } from '../worst-inside.ts'

/** Everything that decides what the cards and arrows in sight look like. */
export interface Drawn extends Scene, ArrowDetails {
  /** What is in sight; everything when absent. */
  readonly shown: Shown | undefined
  readonly productTitle: (component: DrawnComponent) => string | undefined
}

const noFacts: ArrowFacts = { mode: 'sync', data: [] }
const noLegs: readonly string[] = []

/** Turns a design into the nodes and edges of the canvas; what did not change is the same object as before. */
export function createFlowBuilder(): {
  readonly nodes: (drawn: Drawn) => CanvasNode[]
  readonly edges: (drawn: Drawn) => CanvasEdge[]
} {
  const nodes = createItemMemory<CanvasNode>()
  const edges = createItemMemory<CanvasEdge>()
  return { nodes: (drawn) => buildNodes(drawn, nodes), edges: (drawn) => buildEdges(drawn, edges) }
}

function buildNodes(drawn: Drawn, memory: ItemMemory<CanvasNode>): CanvasNode[] {
  const { design, shown, highlight, badges, heats, selection, target, readOnly, productTitle, inside, look } = drawn
  const around = boundariesById(design)
  const inhabited = new Set([...(design.boundaries ?? []), ...(design.components ?? [])].map((element) => element.in))
  const worst = worstInside(drawn)
  for (const boundary of design.boundaries ?? []) {
    const { id } = boundary
    const place = shown?.boundaries.has(id) === false ? undefined : placeNow(drawn, id)
    if (place === undefined) continue
    const lived = inhabited.has(id)
    const chain = chainOf(boundary, around)
    const components = inside.get(id)
    const collapsed = components === undefined ? undefined : { components, worst: worst.get(id) }
    const layer = stackBoundaries(drawn)(id)
    const state = [badges.get(id), selection.has(id), target === id, readOnly, look.headers?.get(id), layer]
    const folded = collapsed === undefined ? [] : [components, collapsed.worst, heats.get(id), highlight]
    memory.recall(id, [boundary, place, lived, ...state, ...folded, ...chain], () =>
      boundaryNode(boundary, place, { around, inhabited: lived, collapsed, layer }, drawn),
    )
  }
  for (const component of design.components ?? []) {
    const { id } = component
    const place = shown?.cards.has(id) === false ? undefined : placeNow(drawn, id)
    if (place === undefined) continue
    const home = component.in === undefined ? undefined : around.get(component.in)
    // Only what the card shows: an edit of a setting draws nothing again.
    const { name, kind, outOfScope } = component
    const said = [name, kind, outOfScope === undefined, productTitle(component), home?.name]
    const worn = [
      rankIn(drawn.places)(id),
      badges.get(id),
      heats.get(id),
      look.shapes?.get(id),
      selection.has(id),
      highlight,
    ]
    memory.recall(id, [place, ...said, ...worn, readOnly], () => componentNode(component, place, home?.name, drawn))
  }
  for (const id of shown?.ends ?? []) {
    const place = placeNow(drawn, id)
    if (place !== undefined) memory.recall(id, [place, 'end'], () => endNode(id, place))
  }
  const nodes = memory.finish()
  const ghost = highlight === undefined ? undefined : ghostNode(highlight, drawn)
  return ghost === undefined ? nodes : [...nodes, ghost]
}

function componentNode(
  component: DrawnComponent,
  place: SizedPlace,
  home: string | undefined,
  drawn: Drawn,
): ComponentNode {
  const kind = findKind(component.kind)
  const subtitle = drawn.productTitle(component) ?? kind.title
  const badges = drawn.badges.get(component.id)
  const heat = drawn.heats.get(component.id)
  return {
    ...sized(component.id, place),
    type: 'component',
    zIndex: cardLayer(rankIn(drawn.places)(component.id), drawn.selection.has(component.id)),
    selected: drawn.selection.has(component.id),
    draggable: !drawn.readOnly && place.locked !== true,
    handles: handlesOf(place),
    ariaLabel: cardLabel({
      name: component.name,
      kind: kind.title,
      boundary: home,
      findings: badges?.findings?.count,
      heat: heat?.title,
    }),
    data: {
      name: component.name,
      outOfScope: component.outOfScope !== undefined,
      locked: place.locked === true,
      kind,
      subtitle,
      badges,
      heat,
      shape: drawn.look.shapes?.get(component.id),
      emphasis: emphasisOf(component.id, drawn.highlight),
      legs: drawn.highlight?.legs.get(component.id) ?? noLegs,
    },
  }
}

/** Stands for a card out of sight: React Flow draws an arrow between two nodes only. */
function endNode(id: Id, place: SizedPlace): EndNode {
  return {
    ...sized(id, place),
    type: 'end',
    handles: handlesOf(place),
    draggable: false,
    selectable: false,
    focusable: false,
    connectable: false,
    style: noPointerEvents,
    data: {},
  }
}

/** The proposed control, near where it would go: the middle of its arrow, or its component. */
function ghostNode({ remedy, elements }: Highlight, drawn: Drawn): GhostNode | undefined {
  if (remedy === undefined) return undefined
  const route = routeNow(drawn, remedy.at)
  const place = placeNow(drawn, remedy.at)
  const middle = route === undefined ? place && { x: place.x + place.w / 2, y: place.y - 8 } : arrowPath(route).label
  if (middle === undefined) return undefined
  const cards = (drawn.design.components ?? []).flatMap(({ id }) => {
    const box = drawn.shown?.cards.has(id) === false ? undefined : placeNow(drawn, id)
    return box === undefined ? [] : [{ box, isLit: elements.has(id) }]
  })
  return {
    ...sized(`${remedy.at}:proposed`, ghostPlace(middle, cards)),
    type: 'ghost',
    zIndex: layers.ghost,
    draggable: false,
    selectable: false,
    focusable: false,
    connectable: false,
    style: noPointerEvents,
    ariaLabel: `Proposed: ${remedy.title}`,
    data: { title: remedy.title },
  }
}

function buildEdges(drawn: Drawn, memory: ItemMemory<CanvasEdge>): CanvasEdge[] {
  const { design, shown, facts, chips, moved, badges, heats, selection, highlight, target } = drawn
  const names = new Map([...(design.components ?? []), ...(design.boundaries ?? [])].map(({ id, name }) => [id, name]))
  for (const flow of design.flows ?? []) {
    const { id, from, to } = flow
    const route = shown?.arrows.has(id) === false ? undefined : routeNow(drawn, id)
    if (route === undefined) continue
    const chip = moved.has(from) || moved.has(to) ? undefined : chips.get(id)
    const [fromName = from, toName = to] = [names.get(from), names.get(to)]
    const state = [selection.has(id), highlight, target === id, heats.get(id)]
    const inputs = [
      flow,
      route,
      hopsNow(drawn, id),
      facts.get(id),
      chip,
      badges.get(id)?.findings,
      fromName,
      toName,
      ...state,
    ]
    memory.recall(id, inputs, () => arrowEdge(flow, route, chip, `${fromName} to ${toName}`, drawn))
  }
  return memory.finish()
}

function arrowEdge(
  flow: Flow,
  route: readonly Point[],
  chip: Chip | undefined,
  ends: string,
  drawn: Drawn,
): CanvasEdge {
  const selected = drawn.selection.has(flow.id)
  const emphasis = emphasisOf(flow.id, drawn.highlight)
  return {
    id: flow.id,
    type: 'arrow',
    source: flow.from,
    target: flow.to,
    sourceHandle: 'right',
    targetHandle: 'left',
    selected,
    zIndex: selected || emphasis === 'path' ? layers.activeArrow : layers.arrow,
    ariaLabel: `${flow.name === undefined ? '' : `${flow.name}, `}arrow from ${ends}`,
    data: {
      flow,
      facts: drawn.facts.get(flow.id) ?? noFacts,
      path: pathOf(route, hopsNow(drawn, flow.id)),
      chip,
      emphasis,
      step: drawn.highlight?.steps.get(flow.id)?.join(', '),
      heat: drawn.heats.get(flow.id),
      count: drawn.bundles.get(flow.id)?.length ?? 1,
      findings: drawn.badges.get(flow.id)?.findings,
      isTarget: drawn.target === flow.id,
    },
  }
}

interface KnownPath {
  readonly hops: readonly Hop[] | undefined
  readonly path: ReturnType<typeof arrowPath>
}

const paths = new WeakMap<readonly Point[], KnownPath>()

/** Routes and hops are immutable, so each line is drawn once. */
function pathOf(route: readonly Point[], hops: readonly Hop[] | undefined): ReturnType<typeof arrowPath> {
  const known = paths.get(route)
  if (known !== undefined && known.hops === hops) return known.path
  const path = arrowPath(route, hops)
  paths.set(route, { hops, path })
  return path
}
