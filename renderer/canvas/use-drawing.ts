import { useEffect, useMemo, useState } from 'react'
import type { Component, Design, Id } from '../../shared/design/design.ts'
import { known } from '../../shared/design/value.ts'
import { buildGraph } from '../../shared/graph/build-graph.ts'
import { kinds } from '../../shared/kinds/index.ts'
import { findProduct, products } from '../../shared/kinds/products/index.ts'
import type { Places } from '../../shared/layout/places.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { elbowRoute } from '../../shared/layout/routes.ts'
import { useAllBadges } from '../analysis/badges.ts'
import { useHeatMap } from '../analysis/use-heat.ts'
import { useDesign, useDesignState } from '../store/design-store.ts'
import { useView } from '../store/view-store.ts'
import { arrowFactsOf } from './arrow-facts.ts'
import { canvasStore, useCanvas } from './canvas-store.ts'
import type { ArrowFacts, CanvasEdge, CanvasNode, Chip } from './flow/flow-types.ts'
import { movedPlaces } from './from-flow.ts'
import { highlightOf } from './highlight.ts'
import type { Routes } from './interim-routes.ts'
import { createKeeper } from './keep-equal.ts'
import type { ChipInputs } from './place-chips.ts'
import { placeChips } from './place-chips.ts'
import type { Drawn } from './flow/to-flow.ts'
import { createFlowBuilder } from './flow/to-flow.ts'
import { useRoutes } from './use-routes.ts'

const noBadges: Drawn['badges'] = new Map()
const noHeats: Drawn['heats'] = new Map()

/** Nodes and edges of the active design as they stand at this moment. */
export function useDrawing(): { readonly nodes: CanvasNode[]; readonly edges: CanvasEdge[] } {
  const design = useDesign((present) => present)
  const readOnly = useDesignState((state) => state.readOnly)
  const selectionIds = useView((view) => view.selection)
  const finding = useView((view) => view.highlighted)
  const roomMode = useView((view) => view.roomMode)
  const moved = useCanvas((state) => state.moved)
  const resized = useCanvas((state) => state.resized)
  const target = useCanvas((state) => state.target)
  const allBadges = useAllBadges()
  const heats = useHeatMap()?.heats ?? noHeats
  const [builder] = useState(createFlowBuilder)

  const places = usePlaces(design)
  const routes = useRoutes(design, places)
  const facts = useFacts(design)
  const selection = useMemo(() => new Set(selectionIds), [selectionIds])
  const highlight = useMemo(() => (finding === undefined ? undefined : highlightOf(finding, design)), [finding, design])

  // Commands and gestures ask where things stand; they must not wait for a render.
  useEffect(() => canvasStore.setState({ places, routes }), [places, routes])

  const now = useMemo(() => {
    const dragged = movedPlaces(places, moved)
    if (resized === undefined) return dragged
    const { id, ...box } = resized
    return { ...dragged, [id]: { ...dragged[id], ...box } }
  }, [places, moved, resized])
  const bent = useMemo(() => bendRoutes(design, routes, now, moved), [design, routes, now, moved])

  const chips = useChips({ design, places, routes, facts, steps: highlight?.steps })

  const drawn: Drawn = {
    design,
    places: now,
    routes: bent,
    facts,
    chips,
    moved,
    badges: roomMode ? noBadges : allBadges,
    heats,
    selection,
    highlight,
    target,
    readOnly,
    productTitle: productTitleOf,
  }
  const inputs = Object.values(drawn)
  // The list of inputs is what decides, not the record that carries them.
  // eslint-disable-next-line react/exhaustive-deps
  const nodes = useMemo(() => builder.nodes(drawn), inputs)
  // eslint-disable-next-line react/exhaustive-deps
  const edges = useMemo(() => builder.edges(drawn), inputs)
  return { nodes, edges }
}

/** Places change with the structure only: an edit of a setting lays nothing out again. */
function usePlaces(design: Design): Places {
  const structure = useMemo(
    () =>
      JSON.stringify([
        design.views?.[0]?.places,
        design.components?.map((component) => [component.id, component.in]),
        design.boundaries?.map((boundary) => [boundary.id, boundary.in]),
        design.flows?.map((flow) => [flow.id, flow.from, flow.to]),
      ]),
    [design],
  )
  // eslint-disable-next-line react/exhaustive-deps
  return useMemo(() => placesOf(design), [structure])
}

function useFacts(design: Design): ReadonlyMap<Id, ArrowFacts> {
  const [keep] = useState(() => createKeeper<Id, ArrowFacts>())
  return useMemo(() => keep(arrowFactsOf(buildGraph(design, kinds, products), design)), [design, keep])
}

function useChips({ design, places, routes, facts, steps }: ChipInputs): ReadonlyMap<Id, Chip> {
  const [keep] = useState(() => createKeeper<Id, Chip>())
  return useMemo(
    () => keep(placeChips({ design, places, routes, facts, steps })),
    [design, places, routes, facts, steps, keep],
  )
}

/** While cards move, only their own arrows follow, without looking what they cross. */
function bendRoutes(design: Design, routes: Routes, places: Places, moved: ReadonlyMap<Id, unknown>): Routes {
  if (moved.size === 0) return routes
  const bent = { ...routes }
  const turns = new Map<string, number>()
  for (const flow of design.flows ?? []) {
    if (!moved.has(flow.from) && !moved.has(flow.to)) continue
    const [from, to] = [places[flow.from], places[flow.to]]
    if (from === undefined || to === undefined || flow.from === flow.to) continue
    const pair = [flow.from, flow.to].toSorted().join(' ')
    const turn = turns.get(pair) ?? 0
    turns.set(pair, turn + 1)
    bent[flow.id] = elbowRoute(from, to, turn)
  }
  return bent
}

/** The product's name; an id that the catalogue does not know shows as it is written. */
function productTitleOf(component: Component): string | undefined {
  const id = known(component.product)
  return id === undefined ? undefined : (findProduct(id)?.title ?? id)
}
