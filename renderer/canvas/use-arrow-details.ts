import { useMemo, useState } from 'react'
import type { Flow, Id } from '../../shared/design/design.ts'
import { arrowFactsOf, bundleFacts } from './arrow-facts.ts'
import type { ArrowFacts, Chip } from './drawing-types.ts'
import { graphOf } from '../store/graph-of.ts'
import { createKeeper } from '../store/keep-equal.ts'
import { placeChips } from './place-chips.ts'
import type { ArrowDetails, Scene } from './scene.ts'

const noDetails: ArrowDetails = { facts: new Map(), chips: new Map() }

/** What arrows say besides their line. `shown`: those that are drawn; all when absent. `idle`: nobody asks. */
export function useArrowDetails(scene: Scene, shown: ReadonlySet<Id> | undefined, idle: boolean): ArrowDetails {
  const { design, whole, places, routes, highlight, bundles, look } = scene
  const [keepFacts] = useState(() => createKeeper<Id, ArrowFacts>())
  const [keepChips] = useState(() => createKeeper<Id, Chip>())
  const graph = useMemo(() => (idle ? undefined : graphOf(whole)), [whole, idle])
  const facts = useMemo(
    () =>
      graph === undefined
        ? noDetails.facts
        : keepFacts(bundleFacts(arrowFactsOf(graph, whole, withBundled(shown, bundles), look.labels), bundles)),
    [graph, whole, shown, bundles, look.labels, keepFacts],
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

/** An arrow that stands for several says what each of them says. */
function withBundled(
  shown: ReadonlySet<Id> | undefined,
  bundles: ReadonlyMap<Id, readonly Id[]>,
): ReadonlySet<Id> | undefined {
  if (shown === undefined || bundles.size === 0) return shown
  return new Set([...shown].flatMap((id) => bundles.get(id) ?? [id]))
}

function isIn(ids: ReadonlySet<Id>): (flow: Flow) => boolean {
  return ({ id }) => ids.has(id)
}
