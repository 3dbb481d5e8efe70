import { useMemo, useState } from 'react'
import type { Id } from '../../shared/design/design.ts'
import type { ArrowFacts, Chip } from './drawing-types.ts'
import { createKeeper } from '../store/keep-equal.ts'
import { placeChips } from './place-chips.ts'
import type { ArrowDetails, Scene } from './scene.ts'

const noChips: ArrowDetails['chips'] = new Map()

/** Where the labels of arrows stand. `shown`: those that are drawn; all when absent. `idle`: nobody asks. */
export function useChips(
  { design, places, routes, highlight }: Scene,
  facts: ReadonlyMap<Id, ArrowFacts>,
  shown: ReadonlySet<Id> | undefined,
  idle: boolean,
): ArrowDetails['chips'] {
  const [keep] = useState(() => createKeeper<Id, Chip>())
  const steps = highlight?.steps
  return useMemo(() => {
    if (idle) return noChips
    const flows = shown === undefined ? design.flows : design.flows.filter(({ id }) => shown.has(id))
    return keep(placeChips({ design: { ...design, flows }, places, routes, facts, steps }))
  }, [design, places, routes, facts, steps, shown, keep, idle])
}
