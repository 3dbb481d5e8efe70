import type { ReadinessState } from '../../governance/readiness/check-readiness.ts'
import { badge, table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Tone } from '../outline.ts'
import { ownersOf } from '../runbook/owner.ts'
import { listWords } from '../text/numbers.ts'

const readinessWords = { done: 'done', open: 'open', notApplicable: 'not applicable' } as const
const tones: Readonly<Record<ReadinessState['state'], Tone>> = {
  done: 'pass',
  open: 'unknown',
  notApplicable: 'neutral',
}

/** How a line of the checklist came to its state: by the drawing, by a person, or not yet. */
export function shownBy({ state, from }: ReadinessState): 'automatic' | 'typed' | 'missing' {
  if (state === 'open') return 'missing'
  return from === 'person' ? 'typed' : 'automatic'
}

/** Lines of the checklist with what ticks each, or stands in the way, and who answers for it. */
export function readinessTable(
  items: readonly ReadinessState[],
  { graph }: Pick<DocumentContext, 'graph'>,
  caption?: string,
): Block {
  return table(
    [
      { title: 'Item', width: 2.4 },
      { title: 'State', width: 0.9 },
      { title: 'Shown', width: 0.9 },
      { title: 'What ticks it, or stands in the way', width: 3.4 },
      { title: 'Owner', width: 1.2 },
    ],
    items.map((item): readonly Words[] => [
      item.title,
      [badge(readinessWords[item.state], tones[item.state])],
      item.state === 'notApplicable' ? '–' : shownBy(item),
      item.says,
      ownerWords(item, graph),
    ]),
    caption,
  )
}

/** Whoever ticked it answers for it; else those who own what it is about. */
function ownerWords({ answer, elements }: ReadinessState, graph: DocumentContext['graph']): Words {
  if (answer?.by !== undefined) return answer.date === undefined ? answer.by : `${answer.by}, ${answer.date}`
  const owners = ownersOf(elements, graph)
  return owners.length === 0 ? [unstated('nobody named')] : listWords(owners, 3)
}
