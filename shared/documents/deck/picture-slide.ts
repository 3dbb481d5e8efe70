import type { Id } from '../../design/design.ts'
import { diagram, paragraph, slide } from '../blocks.ts'
import { boxAround } from '../../layout/box.ts'
import type { Places } from '../../layout/places.ts'
import { placesOf } from '../../layout/places.ts'
import type { DocumentContext } from '../document.ts'
import type { Picture, Slide } from '../outline.ts'
import { drawScene, isArranged, layOutScene } from '../picture/draw.ts'
import type { Scene } from '../picture/scene.ts'
import { sceneOf } from '../picture/scene.ts'
import { importance, onePerPair, simplifyScene } from '../picture/simplify.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { mainAction } from './figures.ts'
import { slideSpace } from './slide-space.ts'

const mostCards = 26
/** The pixels in which cards stay legible on a slide: names in 9 points, products in 7. */
const mostWidth = 2200
const mostHeight = 960

/**
 * The system on one slide: every component where the architect put it. What would be too small is laid out afresh, and
 * of more components than fit, those beside the main path are merged, with a sentence about it.
 */
export function pictureSlide(context: DocumentContext): Slide {
  const { graph } = context
  if ((graph.design.components ?? []).length === 0) {
    return slide('The picture is still empty: no component has been drawn', [paragraph('Draw the components first.')])
  }
  const { picture, leftOut } = pictureOnSlide(sceneOf(graph), mostCards, context)
  const legend = 'Solid: waits for the answer. Dashed: does not wait. Dotted: outside requests.'
  return slide(
    pictureTitle(context),
    [diagram(picture, ['Architecture.', leftOut, legend].filter((part) => part !== '').join(' '))],
    { speakerNotes: pictureNotes(context) },
  )
}

const mostStops = 8

/** One request on its way, in the order in which it arrives. */
function pictureNotes(context: DocumentContext): string {
  const action = mainAction(context)
  const spans = (action?.spans ?? []).filter(({ awaited }) => awaited).toSorted((a, b) => a.startMs - b.startMs)
  const stops = [...new Set(spans.map(({ component }) => context.graph.name(component)))]
  const known =
    'Ask whether a part is missing: what is not drawn is in no number, no finding and no threat of this deck.'
  if (action === undefined || stops.length < 2) return known
  return `Follow one request of "${action.name}" with a finger: ${listWords(stops, mostStops)}. ${known}`
}

/**
 * A picture of everything on one slide: at the architect's own places, where it stays legible there; otherwise laid out
 * afresh with at most `most` cards, and `leftOut` says which were merged. `marked`: arrows that are drawn stronger.
 */
export function pictureOnSlide(
  scene: Scene,
  most: number,
  { graph, analysis }: DocumentContext,
  marked: readonly Id[] = [],
): { readonly picture: Picture; readonly leftOut: string } {
  const marks = { marks: { ids: marked, dimsOthers: false } }
  const own = ownPlaces(graph)
  if (own !== undefined) return { picture: drawScene(onePerPair(scene), own, marks), leftOut: '' }
  const { scene: simple, leftOut } = simplifyScene(scene, most, importance(graph, analysis.estimate))
  const single = onePerPair(simple)
  return { picture: drawScene(single, layOutScene(single, slideSpace), marks), leftOut }
}

/** The places that people know the design by, if they are legible on a slide. */
function ownPlaces(graph: DocumentContext['graph']): Places | undefined {
  const own = placesOf(graph.design)
  const around = boxAround(Object.values(own))
  const legible = around !== undefined && around.w <= mostWidth && around.h <= mostHeight
  return legible && isArranged(graph) ? own : undefined
}

function pictureTitle(context: DocumentContext): string {
  const { graph, design } = context
  const action = mainAction(context)
  const runs = graph.actions.find((each) => each.action === action?.action)?.runs
  const visited = new Set(Object.values(runs ?? {}).map(({ component }) => component))
  const all = (design.components ?? []).length
  const vendors = [...visited].filter((id) => graph.has(id, 'vendor-hosted'))
  if (action === undefined || visited.size < 2) {
    const zones = (design.boundaries ?? []).length
    return `${design.name} consists of ${countOf(all, 'component')} in ${zones === 0 ? 'no trust boundary yet' : countOf(zones, 'trust boundary', 'trust boundaries')}`
  }
  const models =
    vendors.length === 0
      ? 'none of them run by a vendor'
      : `${vendors.length === 1 ? 'one' : vendors.length} of them run by ${vendorWords(context, vendors)}`
  const passed =
    visited.size === all ? `all ${countOf(all, 'component')}` : `${visited.size} of ${countOf(all, 'component')}`
  return `${action.derived ? `A request to ${action.name}` : `"${action.name}"`} passes ${passed}, ${models}`
}

function vendorWords({ graph }: DocumentContext, ids: readonly string[]): string {
  const places = new Set(ids.map((id) => graph.boundariesOf(id)[0]?.name ?? 'vendors'))
  return places.size === 1 && ids.length === 1 ? 'a vendor' : places.size === 1 ? 'vendors' : listWords([...places], 2)
}
