import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { planRoadmap, type Stage } from '../../options/roadmap.ts'
import { slide, strong, table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { outcomesOf } from '../sides.ts'
import { countOf, listWords, usdBand } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'

const mostStages = 7
const mostNames = 4

/** The phases with their work, what ends each, and what it then costs; nothing where no phase and no work is planned. */
export function roadmapSlide(context: DocumentContext): readonly Slide[] {
  const { stages } = planRoadmap(context.design)
  if (stages.length === 0) return []
  const more = stages.length - mostStages
  return [
    slide(
      titleOf(stages),
      [
        table(
          [
            { title: 'Phase', width: 1.6 },
            { title: 'By', width: 1 },
            { title: 'Work', width: 3.2 },
            { title: 'Done when', width: 3 },
            { title: 'Cost a month then', align: 'right', width: 1.4 },
          ],
          stages.slice(0, mostStages).map((stage) => rowOf(stage, context)),
          more > 0
            ? `In the order in which they come; ${more} more are in the studio`
            : 'In the order in which they come',
        ),
      ],
      {
        id: 'roadmap',
        footnote: 'The cost of a phase is that of its own drawing; people build the phases in the studio.',
      },
    ),
  ]
}

function titleOf(stages: readonly Stage[]): string {
  const phases = stages.filter(({ phase }) => phase !== undefined).length
  const items = stages.flatMap((stage) => stage.items)
  const open = items.filter(({ status }) => status !== 'done').length
  const last = [...stages.flatMap(({ phase }) => phase?.date ?? []), ...items.flatMap(({ due }) => due ?? [])]
    .toSorted()
    .at(-1)
  const parts = [
    ...(phases === 0 ? [] : [countOf(phases, 'phase')]),
    ...(items.length === 0 ? [] : [`${countOf(items.length, 'piece')} of work`]),
  ]
  return `${capital(listWords(parts))} ${phases + items.length === 1 ? 'leads' : 'lead'} there${last === undefined ? ', and none has a date yet' : ` by ${last}`}; ${open === 0 ? 'all of it is done' : `${open} still to do`}`
}

function rowOf({ phase, items }: Stage, context: DocumentContext): readonly Words[] {
  const dates = [phase?.date, ...items.map(({ due }) => due)].filter((date) => date !== undefined)
  const criteria = items.flatMap(({ exitCriteria = [] }) => exitCriteria)
  const estimate = phase === undefined ? undefined : outcomesOf(context).get(phase.id)?.estimate
  return [
    [strong(phase?.name ?? 'In no phase')],
    phase?.date ?? dates.toSorted().at(-1) ?? [unstated('no date')],
    listWords(
      items.map(({ name }) => name),
      mostNames,
    ) || '–',
    listWords(criteria, mostNames) || [unstated('nobody has said')],
    estimate?.meaningful === true ? usdBand(estimate.totalUsdPerMonth, shownCurrency(context.design)) : '–',
  ]
}
