import type { Id, Route, Stroke } from '../../design/design.ts'
import type { Leg, Remedy } from '../../findings/finding.ts'
import type { Gaps } from '../../layout/arrange.ts'
import { usualGaps } from '../../layout/arrange.ts'
import type { Box } from '../../layout/box.ts'
import { boxAround } from '../../layout/box.ts'
import type { Places } from '../../layout/places.ts'
import { placesOf, viewOf } from '../../layout/places.ts'
import { routeEdges } from '../../layout/routes.ts'
import type { Picture, PictureBoundary, PictureEdge, PictureNode, Tone } from '../outline.ts'
import { withLabelRoom } from './label-room.ts'
import { labelShares, placeLabels } from './place-labels.ts'
import { pathWithProposal, withProposal } from './proposal.ts'
import type { DrawnGraph, FlowLabels, Scene } from './scene.ts'
import { designOfScene, sceneOf } from './scene.ts'

interface Highlight {
  /** Components and flows in order. */
  readonly path: readonly Id[]
  readonly legs?: readonly Leg[]
  /** Drawn as a dashed ghost card where the control would go. */
  readonly remedy?: Remedy
}

/** What a picture points at without finding fault. */
interface Marks {
  readonly ids: readonly Id[]
  /** Whether everything else steps back. */
  readonly dimsOthers: boolean
}

export interface DrawingOptions {
  /** These components only, with the boundaries around them; all when absent. */
  readonly only?: readonly Id[]
  readonly highlight?: Highlight
  readonly marks?: Marks
  readonly badges?: Readonly<Record<Id, { readonly text: string; readonly tone: Tone }>>
  readonly labels?: FlowLabels
  /** The places of a view of the design; without it everything is laid out afresh. */
  readonly viewId?: Id
  readonly layout?: 'view' | 'fresh'
  /** The space that a fresh layout is made for. */
  readonly fit?: Fit | readonly Fit[]
  /** What a hand drew over the drawing, to be shown with it. */
  readonly strokes?: readonly Stroke[]
}

/** A picture of the design (or of a part of it) in canvas coordinates. Pure and deterministic. */
export function drawDesign(graph: DrawnGraph, options: DrawingOptions = {}): Picture {
  const scene = sceneOf(graph, options.labels, options.only)
  const { highlight } = options
  const proposed = highlight?.remedy === undefined ? scene : withProposal(scene, highlight.remedy, highlight.path)
  const fresh = options.layout === 'fresh' || proposed !== scene
  const along = highlight === undefined ? undefined : pathWithProposal(highlight.path, highlight.remedy, proposed)
  const places = fresh ? layOutScene(proposed, options.fit, along) : placesOf(graph.design, options.viewId)
  return drawScene(proposed, places, options, fresh ? {} : (viewOf(graph.design, options.viewId)?.routes ?? {}))
}

/**
 * Lays a scene out by itself. With a space to fit into, the arrangement that can be shown largest in it wins: side by
 * side or stacked, in long columns or short ones. `along`: the order to read it in, where that is not the arrows'.
 */
export function layOutScene(scene: Scene, fit?: Fit | readonly Fit[], along?: readonly Id[]): Places {
  const design = designOfScene(along === undefined ? scene : { ...scene, flows: linksAlong(along, scene) })
  if (fit === undefined) return placesOf(design)
  let best: { readonly places: Places; readonly scale: number } | undefined
  for (const space of [fit].flat()) {
    for (const gaps of arrangements) {
      const places = placesOf(design, undefined, { ...gaps, ...space.gaps })
      const around = boxAround(Object.values(places)) ?? { w: 1, h: 1 }
      const scale = Math.min(1, space.width / (around.w + 2 * margin), space.height / (around.h + 2 * margin))
      // The space named first is preferred, and the plainer arrangement in it.
      if (best === undefined || scale > best.scale * 1.02) best = { places, scale }
    }
  }
  return best?.places ?? placesOf(design)
}

/** A path is read in its own order, whichever way its arrows call: from the first element to the last. */
function linksAlong(path: readonly Id[], scene: Scene): Scene['flows'] {
  const nodes = new Set(scene.nodes.map(({ id }) => id))
  const order = [...new Set(path.filter((id) => nodes.has(id)))]
  const steps = order
    .slice(1)
    .map((to, index) => ({ id: `step-${index}`, from: order[index] ?? to, to, style: 'sync' as const }))
  // What stands beside the path (a proposed control) keeps its own arrows.
  return [...steps, ...scene.flows.filter(({ from, to }) => !order.includes(from) || !order.includes(to))]
}

/** The space for a picture in pixels, and the gaps it can do with. */
export interface Fit {
  readonly width: number
  readonly height: number
  readonly gaps?: { readonly column?: number; readonly row?: number; readonly title?: number }
}

/** The text area of an upright A4 page at 96 dots an inch. */
export const pageSpace: Fit = { width: 665, height: 820 }
/** That of a page on its side; a tenth less, since turning the page costs the reader something. */
export const sidewaysSpace: Fit = { width: 890, height: 560 }

const arrangements: readonly Gaps[] = [
  { ...usualGaps, tallestColumn: 640 },
  { ...usualGaps, tallestColumn: 1000 },
  { ...usualGaps, tallestColumn: 330 },
  { ...usualGaps, tallestColumn: 640, stacked: true },
  { ...usualGaps, tallestColumn: 330, stacked: true },
]

/** Whether the architect has placed most of the design by hand: then that is the picture people know. */
export function isArranged({ design }: DrawnGraph, viewId?: Id): boolean {
  const places = viewOf(design, viewId)?.places ?? {}
  const components = design.components ?? []
  const placed = components.filter(({ id }) => Object.hasOwn(places, id)).length
  return placed > 0 && placed >= components.length * 0.8
}

const margin = 24
const shifted = ({ x, y, w, h }: Box, corner: { readonly x: number; readonly y: number }) => ({
  x: x - corner.x,
  y: y - corner.y,
  width: w,
  height: h,
})

/** Draws a scene at given places, moved so that the picture begins at 0, 0. `bends`: arrows that were drawn by hand. */
export function drawScene(
  scene: Scene,
  places: Places,
  options: Pick<DrawingOptions, 'highlight' | 'marks' | 'badges' | 'strokes'> = {},
  bends: Readonly<Record<Id, Route>> = {},
): Picture {
  const drawn = [...scene.nodes, ...scene.boundaries].flatMap(({ id }) => places[id] ?? [])
  const cards = Object.fromEntries(
    scene.nodes.flatMap(({ id }) => (places[id] === undefined ? [] : [[id, places[id]]])),
  )
  const titles = scene.boundaries.flatMap(({ id }) => {
    const place = places[id]
    return place === undefined ? [] : [{ x: place.x, y: place.y, w: Math.min(place.w, 220), h: 30 }]
  })
  const bent = scene.flows.map(({ id, from, to }) => {
    const through = bends[id]?.points
    return { id, from, to, ...(through === undefined ? {} : { through }) }
  })
  const routes = routeEdges(cards, bent, titles)
  const strokes = options.strokes ?? []
  const lines = [...Object.values(routes), ...strokes.map((stroke) => stroke.points)]
  const points = lines.flatMap((route) => route.map(([x, y]) => ({ x, y, w: 0, h: 0 })))
  const around = boxAround([...drawn, ...points]) ?? { x: 0, y: 0, w: 0, h: 0 }
  const corner = { x: around.x - margin, y: around.y - margin }
  const onPath = pathOf(scene, options.highlight)
  const emphasis = (id: Id): Pick<PictureNode, 'emphasis'> => {
    if (isProposal(id)) return { emphasis: 'proposed' }
    if (options.marks?.ids.includes(id) === true) return { emphasis: 'marked' }
    if (options.marks?.dimsOthers === true) return { emphasis: 'dimmed' }
    if (onPath === undefined) return {}
    return { emphasis: onPath.ids.has(id) ? 'path' : 'dimmed' }
  }
  const depths = new Map<Id, number>()
  const boundaries = byDepth(scene, depths).flatMap((boundary): PictureBoundary[] => {
    const place = places[boundary.id]
    const { in: _, ...words } = boundary
    return place === undefined ? [] : [{ ...words, depth: depths.get(boundary.id) ?? 0, ...shifted(place, corner) }]
  })
  const nodes = scene.nodes.flatMap((node): PictureNode[] => {
    const place = places[node.id]
    const { in: _, ...words } = node
    const badge = legBadge(node.id, options.highlight) ?? options.badges?.[node.id]
    if (place === undefined) return []
    return [{ ...words, ...shifted(place, corner), ...emphasis(node.id), ...(badge === undefined ? {} : { badge }) }]
  })
  const edges = scene.flows.flatMap((flow): PictureEdge[] => {
    const route = routes[flow.id]
    const step = onPath?.steps.get(flow.id)
    if (route === undefined) return []
    return [
      {
        ...flow,
        points: route.map(([x, y]): readonly [number, number] => [x - corner.x, y - corner.y]),
        ...(isProposal(flow.from) || isProposal(flow.to) ? { emphasis: 'proposed' as const } : emphasis(flow.id)),
        ...(step === undefined ? {} : { step }),
      },
    ]
  })
  return withLabelRoom({
    width: Math.ceil(around.w + 2 * margin),
    height: Math.ceil(around.h + 2 * margin),
    boundaries,
    nodes,
    edges: placeLabels(edges, nodes, boundaries, labelShares(bends)),
    ...(strokes.length === 0 ? {} : { strokes: strokes.map((stroke) => strokeFrom(stroke, corner)) }),
  })
}

function strokeFrom(stroke: Stroke, corner: { readonly x: number; readonly y: number }): Stroke {
  return { ...stroke, points: stroke.points.map(([x, y]) => [x - corner.x, y - corner.y] as const) }
}

const isProposal = (id: Id): boolean => id.startsWith('proposed:')

function byDepth(scene: Scene, depths: Map<Id, number>): Scene['boundaries'] {
  const byId = new Map(scene.boundaries.map((boundary) => [boundary.id, boundary]))
  for (const boundary of scene.boundaries) {
    let depth = 0
    for (let up = boundary.in; up !== undefined && depth < byId.size; up = byId.get(up)?.in)
      depth += byId.has(up) ? 1 : 0
    depths.set(boundary.id, depth)
  }
  return scene.boundaries.toSorted(
    (a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
  )
}

interface DrawnPath {
  readonly ids: ReadonlySet<Id>
  readonly steps: ReadonlyMap<Id, number>
}

/** The path's elements, with the arrows between its components filled in where the path names components only. */
function pathOf(scene: Scene, highlight: Highlight | undefined): DrawnPath | undefined {
  if (highlight === undefined) return undefined
  const flows = new Map(scene.flows.map((flow) => [flow.id, flow]))
  const nodes = new Set(scene.nodes.map(({ id }) => id))
  const ids = new Set<Id>()
  const steps = new Map<Id, number>()
  const walk = (flow: Id): void => {
    ids.add(flow)
    if (!steps.has(flow)) steps.set(flow, steps.size + 1)
  }
  let last: Id | undefined
  let arrowSince = false
  for (const id of highlight.path) {
    const flow = flows.get(id)
    if (flow !== undefined) {
      walk(id)
      arrowSince = true
      continue
    }
    if (!nodes.has(id)) continue
    ids.add(id)
    if (last !== undefined && !arrowSince) {
      const [from, to] = [last, id]
      const between =
        scene.flows.find((each) => each.from === from && each.to === to) ??
        scene.flows.find((each) => each.from === to && each.to === from)
      if (between !== undefined) walk(between.id)
    }
    last = id
    arrowSince = false
  }
  for (const leg of highlight.legs ?? []) for (const id of leg.elements) if (nodes.has(id)) ids.add(id)
  return { ids, steps }
}

function legBadge(id: Id, highlight: Highlight | undefined): PictureNode['badge'] {
  const leg = highlight?.legs?.find((each) => each.elements.includes(id))
  return leg === undefined ? undefined : { text: leg.label, tone: 'critical' }
}
