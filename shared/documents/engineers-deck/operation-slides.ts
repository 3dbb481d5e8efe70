import type { Trait } from '../../kinds/kind.ts'
import { badge, list, slide, strong, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import { openFindings } from '../deck/figures.ts'
import { pictureAround } from '../deck/picture-around.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { playbooks } from '../runbook/playbooks.ts'
import { countOf, listWords, moreIn } from '../text/numbers.ts'
import { asSentence, severityBadge, verdictBadge } from '../text/sentences.ts'
import { characteristicOf } from '../../requirements/quality-model.ts'
import { findMetric } from '../../requirements/metrics/index.ts'
import { capital } from '../../design/wording.ts'

const mostRows = 6
const mostSteps = 5

/** What measures quality, and which targets it answers. */
export function evaluationSlide({ design, analysis, graph }: DocumentContext): Slide | undefined {
  const judges = (design.components ?? []).filter(
    ({ id }) => graph.has(id, 'evaluates') || graph.has(id, 'watches-drift'),
  )
  const targets = (design.requirements ?? []).filter(
    ({ metric, category }) =>
      characteristicOf(category ?? findMetric(metric)?.category ?? '')?.id === 'functional-suitability',
  )
  if (judges.length + targets.length === 0) return undefined
  const picture = pictureAround(
    judges.map(({ id }) => id),
    graph,
    'Framed: what judges answers, with what it reads from.',
  )
  return slide(
    judges.length === 0
      ? `${capital(countOf(targets.length, 'target'))} of quality, and nothing drawn measures ${targets.length === 1 ? 'it' : 'them'}`
      : `Quality is measured by ${listWords(
          judges.map(({ name }) => name),
          2,
        )}, against ${countOf(targets.length, 'target')}`,
    [
      ...(picture === undefined ? [] : [picture]),
      list([
        ...judges
          .slice(0, 4)
          .map((judge): Words => [strong(`${judge.name}: `), asSentence(graph.kindOf(judge).summary)]),
        ...targets.slice(0, mostRows).map((requirement): Words => {
          const result = analysis.requirements.find((each) => each.requirement === requirement.id)
          return [
            strong(`${requirement.name ?? findMetric(requirement.metric)?.title ?? requirement.metric}: `),
            ...(result === undefined ? ['not computed'] : [verdictBadge(result.verdict), `. ${result.arithmetic}`]),
          ]
        }),
      ]),
    ],
    {
      speakerNotes:
        'Ask for the set of cases, who judged them and when it is run again. A target without a dated result is a hope.',
    },
  )
}

/** What a rollback needs, and what is missed without it. */
const rollbackParts = [
  { trait: 'releases', what: 'a way in for changes', without: 'a change reaches everybody at once, by hand' },
  {
    trait: 'splits-traffic',
    what: 'a choice of who gets which version',
    without: 'no trial on a few, and no quick way back',
  },
  { trait: 'versions-prompts', what: 'prompts kept by version', without: 'the prompt of yesterday is gone' },
  { trait: 'versions-models', what: 'models kept by version', without: 'the model of yesterday is gone' },
] as const satisfies readonly { readonly trait: Trait; readonly what: string; readonly without: string }[]

/** How a change comes in, and how it goes back. */
export function releaseSlide({ design, graph }: DocumentContext): Slide | undefined {
  const parts = rollbackParts.map((part) => ({
    ...part,
    drawn: (design.components ?? []).filter(({ id }) => graph.has(id, part.trait)),
  }))
  const there = parts.filter(({ drawn }) => drawn.length > 0)
  if (there.length === 0) return undefined
  const absent = parts.filter(({ drawn }) => drawn.length === 0)
  const picture = pictureAround(
    [...new Set(there.flatMap(({ drawn }) => drawn.map(({ id }) => id)))],
    graph,
    'Framed: what takes part in a release, with what it changes.',
  )
  return slide(
    `${there.length} of ${parts.length} parts of a rollback ${there.length === 1 ? 'is' : 'are'} drawn${absent.length === 0 ? '' : `; missing: ${listWords(absent.map(({ what }) => what))}`}`,
    [
      ...(picture === undefined ? [] : [picture]),
      table(
        [
          { title: 'Part', width: 2 },
          { title: 'Drawn as', width: 2.4 },
          { title: 'Without it', width: 3 },
        ],
        parts.map(({ what, drawn, without }): readonly Words[] => [
          [strong(capital(what))],
          drawn.length === 0
            ? [badge('not drawn', 'unknown')]
            : listWords(
                drawn.map(({ name }) => name),
                4,
              ),
          capital(without),
        ]),
      ),
    ],
    {
      speakerNotes: 'Ask how long it takes today until yesterday’s version answers again, and who may decide that.',
    },
  )
}

/** What is done when something fails: the steps of the runbook. */
export function failureSlide(context: DocumentContext): Slide | undefined {
  const written = playbooks(context)
  if (written.length === 0) return undefined
  const steps = written.flatMap((book) => book.steps.map((step) => ({ ...step, book: book.title })))
  const owned = steps.filter(({ owner }) => owner !== undefined).length
  return slide(
    `${capital(countOf(written.length, 'failure has a playbook', 'failures have playbooks'))} with ${countOf(steps.length, 'step')} in all, ${owned === steps.length ? 'each with an owner' : owned === 0 ? 'none with an owner yet' : `${owned} with an owner`}`,
    [
      table(
        [
          { title: 'Failure', width: 1.3 },
          { title: 'First steps', width: 6 },
          { title: 'Steps', align: 'right', width: 0.7 },
        ],
        written.map((book): readonly Words[] => [
          [strong(book.title)],
          book.steps
            .slice(0, mostSteps)
            .map(({ what }) => what)
            .join(' '),
          String(book.steps.length),
        ]),
        'All steps, with switches and owners, are in the runbook',
      ),
    ],
    {
      speakerNotes:
        'Try one of these on a quiet day: a switch that nobody has turned may not turn. A step without an owner waits for somebody to feel responsible.',
    },
  )
}

/** What the rules found, worst first. */
export function findingSlide(context: DocumentContext): Slide | undefined {
  const open = openFindings(context)
  const [worst] = open
  if (worst === undefined) return undefined
  return slide(
    `${capital(countOf(open.length, 'finding is', 'findings are'))} open; the worst is ${worst.severity}`,
    [
      table(
        [
          { title: 'Finding', width: 2.6 },
          { title: 'Severity', width: 0.9 },
          { title: 'What helps', width: 5 },
        ],
        open
          .slice(0, mostRows)
          .map((finding): readonly Words[] => [
            [strong(finding.title)],
            [severityBadge(finding.severity)],
            asSentence(finding.fix),
          ]),
        open.length > mostRows ? moreIn(open.length - mostRows, 'the architecture document') : 'Worst first',
      ),
    ],
    {
      speakerNotes: 'Ask for each who makes the change and by when, or who accepts it by name and until which date.',
    },
  )
}
