import { known } from '../../design/value.ts'
import { facts, heading, list, paragraph, section, strong, table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { closingBlocks } from '../closing.ts'
import { estimateNote } from '../deck/figures.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { findProduct, productIdFor } from '../../kinds/products/index.ts'
import { shownCurrency } from '../../kinds/figures/money-format.ts'
import { slugOf } from '../text/file-name.ts'
import { countOf, listWords, someOf } from '../text/numbers.ts'
import { requirementSentence } from '../text/sentences.ts'
import { verdictWords } from '../solution-architecture/goals.ts'
import { characteristicOf } from '../../requirements/quality-model.ts'
import { findMetric } from '../../requirements/metrics/index.ts'
import { playbooks, type PlaybookStep } from './playbooks.ts'
import { ownerOf } from './owner.ts'

/** What whoever is on call needs: goals, parts and owners, and what to do in an incident. Every step is drawn. */
export const runbook = defineDocument({
  id: 'runbook',
  title: 'Runbook with incident playbooks',
  reader: 'operations',
  summary:
    'Service goals, dependencies with owners, and playbooks for outage, bad answers and leaks from what is drawn.',
  formats: ['docx', 'pdf', 'html', 'markdown'],
  fileName: ({ design }) => `${slugOf(design.name)}-runbook`,
  build: (context) => {
    const { design, authors, date } = context
    const written = playbooks(context)
    return {
      id: 'runbook',
      title: `Runbook of ${design.name}`,
      subtitle: 'Runbook',
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: [
        ...goals(context),
        ...parts(context),
        ...written.flatMap(({ title, signs, steps, clock }) => [
          ...section(
            2,
            `${title}: ${countOf(steps.length, 'step')}`,
            paragraph([strong('How it shows: '), signs]),
            stepTable(steps),
            ...(clock === undefined ? [] : [paragraph([strong('Clock: '), clock])]),
          ),
        ]),
        ...closingBlocks(context, 2, missing(written.map(({ title }) => title))),
      ],
      footer: estimateNote(context),
    }
  },
})

const allPlaybooks = ['A provider is out', 'Answers get worse', 'Data leaks']
function missing(written: readonly string[]): readonly string[] {
  return allPlaybooks.filter((title) => !written.includes(title)).map((title) => `the playbook "${title}"`)
}

function stepTable(steps: readonly PlaybookStep[]): Block {
  return table(
    [
      { title: 'Step', align: 'right', width: 0.5 },
      { title: 'What to do', width: 3.6 },
      { title: 'Component', width: 1.5 },
      { title: 'Switch', width: 2 },
      { title: 'Owner', width: 1.3 },
    ],
    steps.map(({ what, component, by, owner }, index): readonly Words[] => [
      String(index + 1),
      what,
      [strong(component)],
      by,
      owner ?? [unstated('no owner named')],
    ]),
  )
}

function goals(context: DocumentContext): readonly Block[] {
  const { design, graph } = context
  const kept = (design.requirements ?? []).filter(({ metric, category }) =>
    ['reliability', 'performance-efficiency', 'functional-suitability'].includes(
      characteristicOf(category ?? findMetric(metric)?.category ?? '')?.id ?? '',
    ),
  )
  return section(
    2,
    `${countOf(kept.length, 'goal')} to keep`.replace(/^./, (letter) => letter.toUpperCase()),
    ...(kept.length === 0
      ? []
      : [
          table(
            [{ title: 'Service goal', width: 5 }, { title: 'As drawn' }],
            kept.map((requirement): readonly Words[] => [
              requirementSentence(requirement, (id) => graph.name(id), shownCurrency(design)),
              verdictWords(requirement.id, context),
            ]),
          ),
        ]),
  )
}

/** Who owns what, and where it is watched. */
function parts({ design, graph, analysis }: DocumentContext): readonly Block[] {
  const components = (design.components ?? []).filter(
    ({ id, outOfScope }) => outOfScope === undefined && !graph.has(id, 'person') && !graph.has(id, 'starts-requests'),
  )
  if (components.length === 0) return []
  const watching = components.filter(({ id }) => graph.has(id, 'observes'))
  const nobody = components.filter((component) => ownerOf(component.id, graph) === undefined)
  const down = analysis.estimate.availability?.downBy ?? []
  return [
    heading(
      2,
      `${countOf(components.length, 'part')} to run, ${ownedWords(components.length, nobody.length)}`.replace(
        /^./,
        (letter) => letter.toUpperCase(),
      ),
    ),
    table(
      [
        { title: 'Part', width: 1.8 },
        { title: 'Product', width: 1.8 },
        { title: 'Leans on', width: 2.4 },
        { title: 'Owner', width: 1.4 },
      ],
      components.map((component): readonly Words[] => {
        const product = productIdFor(known(component.product), graph.kindOf(component))
        return [
          component.name,
          findProduct(product)?.title ?? product ?? graph.kindOf(component).title,
          listWords([...new Set(graph.callsFrom(component.id).map(({ callee }) => graph.name(callee)))], 4) || '–',
          ownerOf(component.id, graph) ?? [unstated('no owner named')],
        ]
      }),
    ),
    ...(watching.length === 0 && down.length === 0
      ? []
      : [
          facts({
            'Watched in': watching.length === 0 ? undefined : listWords(watching.map(({ name }) => name)),
            'Down most of all by':
              down.length === 0
                ? undefined
                : listWords(
                    down.slice(0, 3).map(({ on }) => (graph.component(on) === undefined ? on : graph.name(on))),
                  ),
          }),
        ]),
    ...(watching.length === 0
      ? [list(['Nothing is drawn that records what happens: an incident is found by its users.'])]
      : []),
  ]
}

function ownedWords(count: number, unowned: number): string {
  if (unowned === 0) return count === 1 ? 'with an owner' : 'each with an owner'
  return someOf(count, unowned, 'without an owner')
}
