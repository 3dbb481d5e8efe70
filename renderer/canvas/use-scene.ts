import { useEffect, useMemo, useState } from 'react'
import type { Design, Flow, Id } from '../../shared/design/design.ts'
import type { Box, Point } from '../../shared/layout/box.ts'
import type { Folded } from '../../shared/layout/fold.ts'
import { drawnCards, foldDesign } from '../../shared/layout/fold.ts'
import type { Hop } from '../../shared/layout/hops.ts'
import { hopsOf } from '../../shared/layout/hops.ts'
import type { Places } from '../../shared/layout/places.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { elbowRoute } from '../../shared/layout/routes.ts'
import { routeThrough } from '../../shared/layout/waypoints.ts'
import { useAllBadges } from '../analysis/badges.ts'
import { foldedHeats } from '../analysis/folded-heats.ts'
import type { Heat, HeatMap } from '../analysis/heat.ts'
import { useHeatMap, useShownOverlay } from '../views/use-heat.ts'
import { useDesign, useDesignState } from '../store/design-store.ts'
import { useView } from '../store/view-store.ts'
import { useLook } from '../views/use-look.ts'
import { bendsNow, bendsOf } from './bends.ts'
import { canvasStore, useCanvas } from './canvas-store.ts'
import { createDrawnKeeper } from './drawn-design.ts'
import { foldHighlight, highlightOf, highlightOfLook } from './highlight.ts'
import type { XY } from './hit-test.ts'
import type { Routes } from './interim-routes.ts'
import { createKeeper, createRecordKeeper } from '../store/keep-equal.ts'
import type { Scene } from './scene.ts'
import { placeNow } from './scene.ts'
import { indexBoxes } from './spatial-index.ts'
import { rankIn } from './stacked.ts'
import { useRoutes } from './use-routes.ts'

const noBadges: Scene['badges'] = new Map()
const noHeats: Scene['heats'] = new Map()
/** With more arrows every edit would pay for arches that few of them show. */
const mostWithHops = 2000
const noHops: Scene['hops'] = new Map()
const nothingBent: Scene['bent'] = new Map()

/** The active design as it stands at this moment. */
export function useScene(): Scene {
  const [keepScene] = useState(() => createRecordKeeper<Scene>())
  const [keepDesign] = useState(createDrawnKeeper)
  const whole = useDesign((present) => present)
  const readOnly = useDesignState((state) => state.readOnly)
  const selectionIds = useView((view) => view.selection)
  const finding = useView((view) => view.highlighted)
  const roomMode = useView((view) => view.roomMode)
  const moved = useCanvas((state) => state.moved)
  const resized = useCanvas((state) => state.resized)
  const target = useCanvas((state) => state.target)
  const allBadges = useAllBadges()
  const heatMap = useHeatMap()
  const overlaid = useShownOverlay() !== 'none'

  const wholePlaces = usePlaces(whole)
  const { look, part: seen } = useLook(whole)
  // What a finding speaks of is drawn, hidden or not.
  const part = finding === undefined || finding.elements.length === 0 ? seen : whole
  const drawn = useMemo(
    () => foldDesign(part, part === whole ? wholePlaces : placesWithin(part, wholePlaces)),
    [part, whole, wholePlaces],
  )
  const { places, inside, shownAs, bundles } = drawn
  const design = useMemo(() => keepDesign(drawn.design), [drawn, keepDesign])
  const heats = useHeats(heatMap, drawn, whole)
  const routes = useRoutes({ design, places, inside })
  const hops = useHops(routes)
  const selection = useMemo(() => new Set(selectionIds.map((id) => shownAs.get(id) ?? id)), [selectionIds, shownAs])
  const arrows = whole.flows
  const highlight = useMemo(() => {
    const lit = (finding && highlightOf(finding, arrows ?? [])) ?? highlightOfLook(look)
    return lit && foldHighlight(lit, shownAs)
  }, [finding, look, arrows, shownAs])
  const { components, flows, views } = design
  const cardIndex = useMemo(() => {
    const rank = rankIn(places)
    const cards = drawnCards({ design: { components }, inside }).toSorted((a, b) => rank(a) - rank(b))
    return indexBoxes(cards.flatMap((id) => (places[id] === undefined ? [] : [[id, places[id]]])))
  }, [components, inside, places])
  const arrowIndex = useMemo(() => lazily(() => indexBoxes(boxesOf(routes))), [routes])
  const joined = useMemo(() => arrowsByEnd(flows), [flows])
  const bending = useCanvas((state) => state.bending)
  const bent = useMemo(() => {
    if (moved.size > 0) return bendRoutes(joined, bendsOf({ design: { flows, views }, inside }), places, moved)
    const flow = bending && flows.find(({ id }) => id === bending.flow)
    const line = flow && lineOf(flow, bending.through, { places, moved, resized: undefined })
    return flow === undefined || line === undefined ? nothingBent : new Map([[flow.id, line]])
  }, [joined, flows, views, inside, places, moved, bending])

  // Commands and gestures ask where things stand; they must not wait for a render.
  useEffect(
    () => canvasStore.setState({ places: wholePlaces, drawn, routes, cardIndex, arrowIndex }),
    [wholePlaces, drawn, routes, cardIndex, arrowIndex],
  )

  const badges = roomMode ? noBadges : allBadges
  return keepScene({
    design,
    places,
    inside,
    shownAs,
    bundles,
    routes,
    hops,
    cardIndex,
    arrowIndex,
    badges,
    heats,
    overlaid,
    look,
    selection,
    highlight,
    target,
    readOnly,
    moved,
    resized,
    bent,
  })
}

/** What everything that is drawn wears; what did not change stays the same object, so that only touched cards render again. */
function useHeats(map: HeatMap | undefined, drawn: Folded, whole: Design): Scene['heats'] {
  const [keep] = useState(() => createKeeper<Id, Heat>())
  return useMemo(() => keep(map === undefined ? noHeats : foldedHeats(map, drawn, whole)), [keep, map, drawn, whole])
}

/** Where arrows hop over others, unless that is switched off; an arrow whose hops are the same keeps them, and is not drawn again. */
function useHops(routes: Routes): Scene['hops'] {
  const [keep] = useState(() => createKeeper<Id, readonly Hop[]>())
  const hopsOn = useView((view) => view.hopsOn)
  return useMemo(
    () => (hopsOn && Object.keys(routes).length <= mostWithHops ? keep(hopsOf(routes)) : noHops),
    [keep, hopsOn, routes],
  )
}

/** Places change with the structure only: an edit of a setting lays nothing out again. */
function usePlaces(design: Design): Places {
  const [kept, keep] = useState(() => ({ design, places: placesOf(design) }))
  const isKept = useMemo(() => sameStructure(kept.design, design), [kept, design])
  if (isKept) return kept.places
  const places = placesOf(design)
  keep({ design, places })
  return places
}

/** Where the elements of a part stand: as in the whole. */
function placesWithin({ components = [], boundaries = [] }: Design, places: Places): Places {
  return Object.fromEntries(
    [...components, ...boundaries].flatMap(({ id }) => (places[id] === undefined ? [] : [[id, places[id]]])),
  )
}

/** Whether two designs say the same of all that places come from. */
function sameStructure(a: Design, b: Design): boolean {
  if (a.views?.[0]?.places !== b.views?.[0]?.places) return false
  return (
    sameEach(a.components, b.components, (one, other) => one.id === other.id && one.in === other.in) &&
    sameEach(a.boundaries, b.boundaries, (one, other) => one.id === other.id && one.in === other.in) &&
    sameEach(a.flows, b.flows, (one, other) => one.id === other.id && one.from === other.from && one.to === other.to)
  )
}

function sameEach<T>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  same: (one: T, other: T) => boolean,
): boolean {
  if (a === b) return true
  if (a?.length !== b?.length) return false
  return (a ?? []).every((one, index) => {
    const other = b?.[index]
    return other !== undefined && (one === other || same(one, other))
  })
}

function lazily<T>(build: () => T): () => T {
  let built: T | undefined
  return () => (built ??= build())
}

function* boxesOf(routes: Routes): Generator<readonly [Id, Box]> {
  for (const id of Object.keys(routes)) {
    const route = routes[id] ?? []
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const [x, y] of route) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
    if (route.length > 0) yield [id, { x: left, y: top, w: right - left, h: bottom - top }]
  }
}

function arrowsByEnd(flows: readonly Flow[]): ReadonlyMap<Id, readonly Flow[]> {
  const byEnd = new Map<Id, Flow[]>()
  const add = (end: Id, flow: Flow): void => {
    const known = byEnd.get(end)
    if (known === undefined) byEnd.set(end, [flow])
    else known.push(flow)
  }
  for (const flow of flows) {
    add(flow.from, flow)
    if (flow.to !== flow.from) add(flow.to, flow)
  }
  return byEnd
}

/** The line of an arrow through its bends; undefined when it has none, or an end of it is not drawn. */
function lineOf(
  { from, to }: Flow,
  through: readonly Point[],
  moment: Pick<Scene, 'places' | 'moved' | 'resized'>,
): readonly Point[] | undefined {
  const [a, b] = [placeNow(moment, from), placeNow(moment, to)]
  return a === undefined || b === undefined ? undefined : routeThrough(a, b, through)
}

/** While cards move, only their own arrows follow, without looking what they cross. */
function bendRoutes(
  joined: ReadonlyMap<Id, readonly Flow[]>,
  bends: ReadonlyMap<Id, readonly Point[]>,
  places: Places,
  moved: ReadonlyMap<Id, XY>,
): ReadonlyMap<Id, readonly Point[]> {
  const bent = new Map<Id, readonly Point[]>()
  const turns = new Map<string, number>()
  const moment = { places, moved, resized: undefined }
  for (const id of moved.keys()) {
    for (const flow of joined.get(id) ?? []) {
      if (bent.has(flow.id) || flow.from === flow.to) continue
      const [from, to] = [placeNow(moment, flow.from), placeNow(moment, flow.to)]
      if (from === undefined || to === undefined) continue
      const line = lineOf(flow, bendsNow(bends.get(flow.id) ?? [], flow, places, moved), moment)
      if (line !== undefined) {
        bent.set(flow.id, line)
        continue
      }
      const pair = flow.from < flow.to ? `${flow.from} ${flow.to}` : `${flow.to} ${flow.from}`
      const turn = turns.get(pair) ?? 0
      turns.set(pair, turn + 1)
      bent.set(flow.id, elbowRoute(from, to, turn))
    }
  }
  return bent
}
