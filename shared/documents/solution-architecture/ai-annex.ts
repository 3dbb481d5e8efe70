import { rolesSentence, tierSentence } from '../../governance/words.ts'
import { chart, facts, heading, list, paragraph, section, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { costSlide } from '../deck/cost-slide.ts'
import type { DocumentContext } from '../document.ts'
import { governanceOf } from '../governance/governance-of.ts'
import type { Block } from '../outline.ts'
import { formatCount, listWords } from '../text/numbers.ts'
import { verdictBadge } from '../text/sentences.ts'
import { characteristicOf } from '../../requirements/quality-model.ts'
import { findMetric } from '../../requirements/metrics/index.ts'

/** What a system with models needs beside the twelve chapters; parts that nothing is drawn for are left out. */
export function annexBlocks(context: DocumentContext): readonly Block[] {
  const blocks = [
    ...models(context),
    ...prompts(context),
    ...evaluation(context),
    ...oversight(context),
    ...cost(context),
    ...governance(context),
  ]
  return section(2, 'Annex: models, data, evaluation, oversight, cost and governance', ...blocks)
}

function models(context: DocumentContext): readonly Block[] {
  const { inventory } = governanceOf(context)
  const { graph } = context
  if (inventory.length === 0) return []
  return [
    heading(3, 'Models'),
    table(
      [
        { title: 'Model', width: 1.4 },
        { title: 'Product and version', width: 1.8 },
        { title: 'Run by', width: 1.2 },
        { title: 'Region' },
        { title: 'Data it sees', width: 2 },
        { title: 'Lacks', width: 1.2 },
      ],
      inventory.map((row): readonly Words[] => [
        [strong(row.name)],
        [row.model, row.version].filter((part) => part !== undefined).join(', ') || 'not stated',
        row.provider ?? (row.hosting === 'own' ? 'ourselves' : 'not stated'),
        row.region ?? 'not stated',
        listWords(
          row.data.map((id) => graph.name(id)),
          4,
        ) || 'not stated',
        listWords(row.lacks) || 'nothing',
      ]),
      'Every model with what the inventory asks of it',
    ),
  ]
}

function prompts({ analysis, graph }: DocumentContext): readonly Block[] {
  const rows = analysis.estimate.components.flatMap(({ component, tokenParts = [] }) =>
    tokenParts
      .filter(({ perRequest }) => Math.round(perRequest) > 0)
      .map(({ label, perRequest }): readonly Words[] => [
        graph.name(component),
        label,
        formatCount(Math.round(perRequest)),
      ]),
  )
  if (rows.length === 0) return []
  return [
    heading(3, 'Prompts'),
    table(
      [
        { title: 'Model', width: 2 },
        { title: 'Part', width: 2 },
        { title: 'Tokens per request', align: 'right' },
      ],
      rows,
      'What models read and write in one request',
    ),
  ]
}

function evaluation({ design, analysis, graph }: DocumentContext): readonly Block[] {
  const judges = (design.components ?? []).filter(
    ({ id }) => graph.has(id, 'evaluates') || graph.has(id, 'watches-drift'),
  )
  const quality = (design.requirements ?? []).filter(
    ({ metric }) => characteristicOf(findMetric(metric)?.category ?? '')?.id === 'functional-suitability',
  )
  if (judges.length + quality.length === 0) return []
  return [
    heading(3, 'Evaluation'),
    ...(judges.length === 0
      ? []
      : [
          paragraph(
            `Measured by ${listWords(
              judges.map(({ name }) => name),
              5,
            )}.`,
          ),
        ]),
    ...(quality.length === 0
      ? []
      : [
          list(
            quality.map((requirement): Words => {
              const result = analysis.requirements.find((each) => each.requirement === requirement.id)
              const name = requirement.name ?? findMetric(requirement.metric)?.title ?? requirement.metric
              return [
                strong(name),
                ': ',
                result?.arithmetic ?? 'not computed',
                ' ',
                ...(result === undefined ? [] : [verdictBadge(result.verdict)]),
              ]
            }),
          ),
        ]),
  ]
}

function oversight({ design, graph }: DocumentContext): readonly Block[] {
  const people = (design.components ?? []).filter(({ id }) => graph.has(id, 'human-gate'))
  const gates = (design.components ?? []).filter(({ id }) => graph.has(id, 'gates') && !graph.has(id, 'human-gate'))
  const wrong = design.framing?.answers ?? []
  if (people.length + gates.length + wrong.length === 0) return []
  return [
    heading(3, 'Safety and human oversight'),
    ...(people.length === 0
      ? []
      : [
          paragraph(
            `A person decides at ${listWords(
              people.map(({ name }) => name),
              4,
            )}.`,
          ),
        ]),
    ...(gates.length === 0
      ? []
      : [
          paragraph(
            `Checked by ${listWords(
              gates.map(({ name }) => name),
              5,
            )}.`,
          ),
        ]),
    ...(wrong.length === 0
      ? []
      : [
          table(
            ['Kind of answer', 'How it can be wrong', 'Who notices', 'What the user sees', 'Fallback'],
            wrong.map((answer) => [
              answer.name,
              ...[answer.wrong, answer.noticedBy, answer.shown, answer.fallback].map((text) => text ?? 'not stated'),
            ]),
            'What happens when an answer is wrong',
          ),
        ]),
  ]
}

/** The cost slide's own figures, so that deck and document say the same. */
function cost(context: DocumentContext): readonly Block[] {
  if (!context.analysis.estimate.meaningful) return []
  const { title, blocks } = costSlide(context)
  return [
    heading(3, title),
    ...blocks.map((block) => (block.type === 'chart' ? chart(block.chart, block.caption) : block)),
  ]
}

function governance(context: DocumentContext): readonly Block[] {
  const { act, readiness, register } = governanceOf(context)
  const open = readiness.filter(({ state }) => state === 'open')
  const done = readiness.filter(({ state }) => state === 'done')
  return [
    heading(3, 'Governance'),
    facts({
      'EU AI Act, indicative': tierSentence(act),
      Role: rolesSentence(act),
      'Third parties':
        register.rows.length === 0
          ? 'none drawn'
          : listWords([...new Set(register.rows.map(({ provider, service }) => provider ?? service))], 6),
      'Production readiness': `${done.length} done, ${open.length} open`,
    }),
  ]
}
