import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { planRoadmap, type Stage } from '../../options/roadmap.ts'
import { badge, slide, strong, table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Slide } from '../outline.ts'
import { outcomesOf } from '../sides.ts'
import { countOf, listWords, usdBand, moreIn } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'

const mostStages = 7
const mostNames = 4
/** Phases and pieces of work that a slide has lines for; above, the work of a phase shares one. */
const mostLines = 12

/** The phases with their work, what ends each, and what it then costs; nothing where no phase and no work is planned. */
export function roadmapSlide(context: DocumentContext): readonly Slide[] {
  const { stages } = planRoadmap(context.design)
  if (stages.length === 0) return []
  const lines = stages.reduce((count, { items }) => count + 1 + items.length, 0)
  const footnote = 'The cost of a phase is that of its own drawing; people build the phases in the studio.'
  const drawn = lines <= mostLines ? workTable(stages, context) : stageTable(stages, context)
  return [
    slide(titleOf(stages), [drawn], {
      id: 'roadmap',
      footnote,
      speakerNotes:
        'Ask for each phase who says that it is done. A date without what ends it is a wish; work that waits for other work moves with it.',
    }),
  ]
}

/** Each phase with its work under it: what it waits for, and what ends it. */
function workTable(stages: readonly Stage[], context: DocumentContext): Block {
  const names = new Map(stages.flatMap(({ items }) => items.map(({ id, name }) => [id, name] as const)))
  return table(
    [
      { title: 'Phase and its work', width: 3 },
      { title: 'By', width: 1.2 },
      { title: 'After', width: 2.4 },
      { title: 'Done when', width: 3 },
      { title: 'Cost a month then', align: 'right', width: 1.6 },
    ],
    stages.flatMap((stage): readonly (readonly Words[])[] => [
      [[strong(stage.phase?.name ?? 'In no phase')], byOf(stage), '', '', costOf(stage, context)],
      ...stage.items.map(({ name, due, status, after = [], exitCriteria = [] }): readonly Words[] => [
        status === 'done' ? [`${name} `, badge('done', 'pass')] : name,
        due ?? [unstated('no date')],
        after.flatMap((id) => names.get(id) ?? []).join('; ') || '–',
        exitCriteria.join('; ') || [unstated('nobody has said')],
        '',
      ]),
    ]),
  )
}

function stageTable(stages: readonly Stage[], context: DocumentContext): Block {
  const more = stages.length - mostStages
  return table(
    [
      { title: 'Phase', width: 1.6 },
      { title: 'By', width: 1.2 },
      { title: 'Work', width: 3.2 },
      { title: 'Done when', width: 3 },
      { title: 'Cost a month then', align: 'right', width: 1.6 },
    ],
    stages.slice(0, mostStages).map((stage) => rowOf(stage, context)),
    more > 0 ? `In the order in which they come; ${moreIn(more, 'the studio')}` : 'In the order in which they come',
  )
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

function rowOf(stage: Stage, context: DocumentContext): readonly Words[] {
  const { phase, items } = stage
  const criteria = items.flatMap(({ exitCriteria = [] }) => exitCriteria)
  return [
    [strong(phase?.name ?? 'In no phase')],
    byOf(stage),
    shortList(items.map(({ name }) => name)) || '–',
    shortList(criteria) || [unstated('nobody has said')],
    costOf(stage, context),
  ]
}

/** Names of people with commas of their own: "Masking; golden set; 2 more". */
function shortList(names: readonly string[]): string {
  const more = names.length - mostNames
  return [...names.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])].join('; ')
}

function byOf({ phase, items }: Stage): Words {
  const dates = items.flatMap(({ due }) => due ?? []).toSorted()
  return phase?.date ?? dates.at(-1) ?? [unstated('no date')]
}

function costOf({ phase }: Stage, context: DocumentContext): string {
  const estimate = phase === undefined ? undefined : outcomesOf(context).get(phase.id)?.estimate
  return estimate?.meaningful === true ? usdBand(estimate.totalUsdPerMonth, shownCurrency(context.design)) : '–'
}
