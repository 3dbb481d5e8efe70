import type { ReadinessState } from '../../governance/readiness/check-readiness.ts'
import { badge, strong, table, unstated } from '../blocks.ts'
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

/** Lines that this design can be asked for. */
export function applicable(items: readonly ReadinessState[]): readonly ReadinessState[] {
  return items.filter(({ state }) => state !== 'notApplicable')
}

export function doneOf(items: readonly ReadinessState[]): number {
  return items.filter(({ state }) => state === 'done').length
}

/** Gate by gate how many lines are done and open, and whether the gate may be passed. */
export function gateTable(readiness: readonly ReadinessState[]): Block {
  const gates = [...new Set(readiness.map(({ gate }) => gate))]
  return table(
    [
      { title: 'Gate', width: 2.4 },
      { title: 'Done', align: 'right' },
      { title: 'Open', align: 'right' },
      { title: 'Does not apply', align: 'right' },
      { title: 'May pass', width: 1.2 },
    ],
    gates.map((gate): readonly Words[] => {
      const items = readiness.filter((item) => item.gate === gate)
      const open = items.filter(({ state }) => state === 'open').length
      return [
        [strong(gate)],
        String(doneOf(items)),
        String(open),
        String(items.length - applicable(items).length),
        [open === 0 ? badge('yes', 'pass') : badge('not yet', 'unknown')],
      ]
    }),
    'The gates in short',
  )
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
  return owners.length === 0 ? [unstated('nobody named')] : listWords(owners, 2)
}
