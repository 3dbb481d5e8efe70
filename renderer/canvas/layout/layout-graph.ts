import type { Design, Id, Place } from '../../../shared/design/design.ts'
import { mainView } from '../../../shared/design/edit/place.ts'
import { ancestorsOf, insideOf } from '../../../shared/design/nesting.ts'
import type { Box } from '../../../shared/layout/box.ts'
import { boxAround, overlaps } from '../../../shared/layout/box.ts'
import { boundaryPadding, boundaryTitleHeight, columnGap, rowGap } from '../../../shared/layout/card.ts'
import type { Places } from '../../../shared/layout/places.ts'

/** A graph as ELK reads and answers it. */
export interface LayoutNode {
  readonly id: string
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly layoutOptions?: Readonly<Record<string, string>>
  readonly children?: LayoutNode[]
  readonly edges?: { readonly id: string; readonly sources: string[]; readonly targets: string[] }[]
}

/** Elements of one container that are laid out together, with all that stands in them. */
export interface LayoutTask {
  readonly container: Id | undefined
  readonly ids: readonly Id[]
  /** Locked cards among them: laid out too, so that their arrows count, and what is free is put around where they stand. */
  readonly anchors: readonly Id[]
}

const options: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(columnGap),
  'elk.spacing.nodeNode': String(rowGap),
  'elk.spacing.componentComponent': String(2 * rowGap),
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.randomSeed': '1',
}
const padding = `[top=${boundaryTitleHeight},left=${boundaryPadding},bottom=${boundaryPadding},right=${boundaryPadding}]`

/**
 * What is to be laid out. `wanted`: one boundary (its inside), several elements, or none for everything. What is locked
 * stays, and so do the boundaries around it; what is free beside it is laid out in each of them apart.
 */
export function layoutTasks(design: Design, wanted: readonly Id[]): readonly LayoutTask[] {
  const places = mainView(design)?.places ?? {}
  const boundaries = new Set((design.boundaries ?? []).map((boundary) => boundary.id))
  const elements = [...(design.boundaries ?? []), ...(design.components ?? [])]
  const held = new Set<Id>()
  for (const { id } of elements) {
    if (places[id]?.locked !== true) continue
    held.add(id)
    for (const around of ancestorsOf(design, id)) held.add(around.id)
  }
  const [only, ...others] = wanted
  const inside = only !== undefined && others.length === 0 && boundaries.has(only) ? only : undefined
  const chosen = new Set(wanted)
  const within = inside === undefined ? undefined : insideOf(design, inside)
  const tasks = new Map<Id | undefined, { readonly ids: Id[]; readonly anchors: Id[] }>()
  const homes = new Map(
    elements.map((element) => [element.id, boundaries.has(element.in ?? '') ? element.in : undefined]),
  )
  for (const { id } of elements) {
    // A boundary that is locked, or holds what is, has places of its own in it; only a card is a point to start from.
    if (held.has(id) && boundaries.has(id)) continue
    const home = homes.get(id)
    const asked =
      within !== undefined
        ? within.has(id) && (home === inside || (home !== undefined && held.has(home)))
        : wanted.length > 0
          ? chosen.has(id) && !ancestorsOf(design, id).some((around) => chosen.has(around.id))
          : home === undefined || held.has(home)
    if (!asked) continue
    const task = tasks.get(home) ?? { ids: [], anchors: [] }
    tasks.set(home, task)
    if (held.has(id)) task.anchors.push(id)
    else task.ids.push(id)
  }
  return [...tasks].flatMap(([container, task]) => (task.ids.length === 0 ? [] : [{ container, ...task }]))
}

/** The graph of one task: sizes of cards, boundaries with room for their titles, and every arrow between them. */
export function layoutGraph(design: Design, places: Places, { ids, anchors }: LayoutTask): LayoutNode {
  const children = new Map<Id, Id[]>()
  for (const { id, in: home } of [...(design.boundaries ?? []), ...(design.components ?? [])]) {
    if (home !== undefined) children.set(home, [...(children.get(home) ?? []), id])
  }
  const there = new Set<Id>()
  const nodeOf = (id: Id): LayoutNode => {
    there.add(id)
    const own = (children.get(id) ?? []).filter((child) => !there.has(child))
    if (own.length > 0) return { id, layoutOptions: { 'elk.padding': padding }, children: own.map(nodeOf) }
    const { w = 200, h = 72 } = places[id] ?? {}
    return { id, width: w, height: h }
  }
  const nodes = [...ids, ...anchors].filter((id) => !there.has(id)).map(nodeOf)
  const seen = new Set<string>()
  const edges = (design.flows ?? []).flatMap(({ id, from, to }) => {
    const pair = `${from} ${to}`
    if (from === to || seen.has(pair) || !there.has(from) || !there.has(to)) return []
    seen.add(pair)
    return [{ id, sources: [from], targets: [to] }]
  })
  return { id: 'root', layoutOptions: options, children: nodes, edges }
}

/** Boxes of all elements of a laid out graph, absolute from its corner. */
function boxesOf(graph: LayoutNode): ReadonlyMap<Id, Box> {
  const boxes = new Map<Id, Box>()
  const visit = (node: LayoutNode, x: number, y: number): void => {
    for (const child of node.children ?? []) {
      const box = { x: x + (child.x ?? 0), y: y + (child.y ?? 0), w: child.width ?? 0, h: child.height ?? 0 }
      boxes.set(child.id, box)
      visit(child, box.x, box.y)
    }
  }
  visit(graph, 0, 0)
  return boxes
}

/** How far a laid out graph has to go until its locked cards lie, on average, where they stand. */
function toAnchors(boxes: ReadonlyMap<Id, Box>, places: Places, anchors: readonly Id[]): Offset | undefined {
  const offsets = anchors.flatMap((id) => {
    const [stands, laid] = [places[id], boxes.get(id)]
    return stands === undefined || laid === undefined ? [] : [{ x: stands.x - laid.x, y: stands.y - laid.y }]
  })
  if (offsets.length === 0) return undefined
  const mean = (axis: 'x' | 'y'): number => offsets.reduce((sum, offset) => sum + offset[axis], 0) / offsets.length
  return { x: mean('x'), y: mean('y') }
}

interface Offset {
  readonly x: number
  readonly y: number
}

/**
 * New places from a laid out graph: around the locked cards in it; without such, or where that would lie on what stays,
 * the block goes where its elements stood, and below what stays if it would lie on it. A boundary that wraps what is in
 * it keeps doing so.
 */
export function placesFromLayout(
  design: Design,
  places: Places,
  { container, ids, anchors }: LayoutTask,
  graph: LayoutNode,
): Readonly<Record<Id, Place>> {
  const boxes = boxesOf(graph)
  const whole = boxAround([...boxes.values()])
  const before = boxAround(ids.flatMap((id) => places[id] ?? []))
  if (whole === undefined || before === undefined) return {}
  const moving = new Set(ids)
  const around = container === undefined ? undefined : places[container]
  const staying = [...(design.boundaries ?? []), ...(design.components ?? [])].flatMap(({ id, in: home }) =>
    home === container && !moving.has(id) ? (places[id] ?? []) : [],
  )
  const corner = {
    x: around === undefined ? before.x : Math.max(before.x, around.x + boundaryPadding),
    y: around === undefined ? before.y : Math.max(before.y, around.y + boundaryTitleHeight),
  }
  const block = { ...corner, w: whole.w, h: whole.h }
  const clear = staying.every((box) => !overlaps(box, block, rowGap / 2))
  const y = clear ? corner.y : Math.max(...staying.map((box) => box.y + box.h)) + rowGap
  const anchored = toAnchors(boxes, places, anchors)
  const fits = (offset: Offset): boolean =>
    ids
      .flatMap((id) => boxes.get(id) ?? [])
      .every((box) => {
        const there = { ...box, x: box.x + offset.x, y: box.y + offset.y }
        return staying.every((other) => !overlaps(there, other, rowGap / 2))
      })
  const offset = anchored !== undefined && fits(anchored) ? anchored : { x: corner.x - whole.x, y: y - whole.y }
  const stated = mainView(design)?.places ?? {}
  const inhabited = new Set([...(design.boundaries ?? []), ...(design.components ?? [])].map((element) => element.in))
  const boundaries = new Set((design.boundaries ?? []).map((boundary) => boundary.id))
  const next: Record<Id, Place> = {}
  const standing = new Set(anchors)
  for (const [id, box] of boxes) {
    if (standing.has(id)) continue
    const at = { x: Math.round(box.x + offset.x), y: Math.round(box.y + offset.y) }
    if (!boundaries.has(id)) next[id] = at
    else if (Object.hasOwn(stated, id) || !inhabited.has(id)) {
      next[id] = { ...at, w: Math.round(box.w), h: Math.round(box.h) }
    }
  }
  return next
}
