import { useMemo, useState } from 'react'
import type { Design, Id } from '../../shared/design/design.ts'
import { graphOf } from '../store/graph-of.ts'
import { useDesign } from '../store/design-store.ts'
import { createKeeper } from '../store/keep-equal.ts'
import { arrowFactsOf, bundleFacts } from './arrow-facts.ts'
import type { ArrowFacts } from './drawing-types.ts'
import type { Scene } from './scene.ts'

type Facts = ReadonlyMap<Id, ArrowFacts>

const noFacts: Facts = new Map()

/**
 * What the arrows of the open design say besides their line: the same map until one of them says something else.
 * `shown`: those that are drawn; all when absent. `idle`: nobody asks.
 */
export function useArrowFacts(
  { bundles, look: { labels } }: Pick<Scene, 'bundles' | 'look'>,
  shown: ReadonlySet<Id> | undefined,
  idle: boolean,
): Facts {
  const [keep] = useState(() => createKeeper<Id, ArrowFacts>())
  const read = useMemo(
    () => (idle ? readNothing : createReader(bundles, withBundled(shown, bundles), labels, keep)),
    [keep, shown, bundles, labels, idle],
  )
  return useDesign(read)
}

function readNothing(): Facts {
  return noFacts
}

/** The store asks for every render and every change of anything: facts of one design are worked out once. */
function createReader(
  bundles: Scene['bundles'],
  only: ReadonlySet<Id> | undefined,
  labels: ReadonlyMap<Id, string> | undefined,
  keep: (facts: Facts) => Facts,
): (design: Design) => Facts {
  let last: { readonly design: Design; readonly facts: Facts } | undefined
  return (design) => {
    if (last?.design !== design) last = { design, facts: keep(drawnFacts(design, bundles, only, labels)) }
    return last.facts
  }
}

/** What each arrow that is drawn of a design says: one that stands for several what these say together. */
export function drawnFacts(
  design: Design,
  bundles: Scene['bundles'],
  only?: ReadonlySet<Id>,
  labels?: ReadonlyMap<Id, string>,
): Facts {
  return bundleFacts(arrowFactsOf(graphOf(design), design, only, labels), bundles)
}

/** An arrow that stands for several says what each of them says. */
function withBundled(shown: ReadonlySet<Id> | undefined, bundles: Scene['bundles']): ReadonlySet<Id> | undefined {
  if (shown === undefined || bundles.size === 0) return shown
  return new Set([...shown].flatMap((id) => bundles.get(id) ?? [id]))
}
