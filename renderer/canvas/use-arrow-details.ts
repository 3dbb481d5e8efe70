import { useMemo, useState } from 'react'
import type { Flow, Id } from '../../shared/design/design.ts'
import { buildGraph } from '../../shared/graph/build-graph.ts'
import { kinds } from '../../shared/kinds/index.ts'
import { products } from '../../shared/kinds/products/index.ts'
import { dataFlow, useView } from '../store/view-store.ts'
import { arrowFactsOf } from './arrow-facts.ts'
import type { ArrowFacts, Chip } from './drawing-types.ts'
import { createKeeper } from './keep-equal.ts'
import { placeChips } from './place-chips.ts'
import type { ArrowDetails, Scene } from './scene.ts'

const noDetails: ArrowDetails = { facts: new Map(), chips: new Map() }

/** What arrows say besides their line. `shown`: those that are drawn; all when absent. `idle`: nobody asks. */
export function useArrowDetails(scene: Scene, shown: ReadonlySet<Id> | undefined, idle: boolean): ArrowDetails {
  const { design, places, routes, highlight } = scene
  const asDataFlow = useView((view) => view.perspective === dataFlow)
  const [keepFacts] = useState(() => createKeeper<Id, ArrowFacts>())
  const [keepChips] = useState(() => createKeeper<Id, Chip>())
  const graph = useMemo(() => (idle ? undefined : buildGraph(design, kinds, products)), [design, idle])
  const facts = useMemo(
    () => (graph === undefined ? noDetails.facts : keepFacts(arrowFactsOf(graph, design, shown, asDataFlow))),
    [graph, design, shown, asDataFlow, keepFacts],
  )
  const drawn = useMemo(
    () => (shown === undefined ? design : { ...design, flows: (design.flows ?? []).filter(isIn(shown)) }),
    [design, shown],
  )
  const chips = useMemo(
    () =>
      idle ? noDetails.chips : keepChips(placeChips({ design: drawn, places, routes, facts, steps: highlight?.steps })),
    [drawn, places, routes, facts, highlight, keepChips, idle],
  )
  return useMemo(() => ({ facts, chips }), [facts, chips])
}

function isIn(ids: ReadonlySet<Id>): (flow: Flow) => boolean {
  return ({ id }) => ids.has(id)
}
