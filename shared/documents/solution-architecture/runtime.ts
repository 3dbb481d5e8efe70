import type { ActionEstimate } from '../../estimate/estimate.ts'
import { readAsAnswersWords } from '../../estimate/read-as-answers.ts'
import { chart, heading, paragraph, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { countOf, durationBand, formatCount, formatDuration, formatShare } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'
import { mainAction } from '../deck/figures.ts'
import { roughly } from '../deck/figures.ts'
import type { Chapter } from './chapter.ts'
import { latencyChart } from './latency-chart.ts'

const mostActions = 4
const mostSteps = 24

/** What happens in one request of each action, in its order, with the times of a mean request. */
export function runtime(context: DocumentContext): Chapter | undefined {
  const { actions } = context.analysis.estimate
  const main = mainAction(context)
  const shown = [...actions]
    .toSorted((a, b) => Number(b === main) - Number(a === main) || b.requestsPerMonth - a.requestsPerMonth)
    .slice(0, mostActions)
  const told = shown.filter(({ spans }) => (spans ?? []).length > 0)
  if (told.length === 0) return undefined
  const full = main?.full?.p95
  return {
    says:
      main === undefined || full === undefined
        ? `${countOf(actions.length, 'action')}, step by step`
        : `"${main.name}" answers within ${formatDuration(full.value, full)} in 95 of 100 cases`,
    blocks: [
      ...told.flatMap((action) => actionBlocks(action, context)),
      ...(actions.length > told.length
        ? [
            paragraph(
              `${countOf(actions.length - told.length, 'further action')} of the drawing ${actions.length - told.length === 1 ? 'is' : 'are'} not told step by step.`,
            ),
          ]
        : []),
    ],
  }
}

function actionBlocks(action: ActionEstimate, { graph }: DocumentContext): readonly Block[] {
  const spans = action.spans ?? []
  const times = [
    `${formatCount(roughly(action.requestsPerMonth))} requests a month`,
    ...(action.first === undefined ? [] : [`first words within ${durationBand(action.first.p95)} at p95`]),
    ...(action.full === undefined ? [] : [`the whole answer within ${durationBand(action.full.p95)}`]),
  ]
  const drawn = latencyChart(action, (id) => graph.name(id))
  const back = action.readAsAnswers ?? []
  return [
    heading(3, action.name),
    paragraph(
      `${asSentence(times.join(', '))}${action.heldBy === undefined ? '' : ` ${asSentence(action.heldBy.reason)}`}`,
    ),
    ...(back.length === 0 ? [] : [paragraph(readAsAnswersWords(back.map((id) => graph.name(id))))]),
    ...(drawn === undefined ? [] : [chart(drawn, `Where the time of a mean request of "${action.name}" goes`)]),
    table(
      [
        { title: 'Step', align: 'right', width: 0.5 },
        { title: 'What happens', width: 3.4 },
        { title: 'Begins after', align: 'right' },
        { title: 'Takes', align: 'right' },
        { title: 'In', align: 'right', width: 0.8 },
        { title: 'Waited for', width: 0.9 },
      ],
      spans
        .slice(0, mostSteps)
        .map((span, index): readonly Words[] => [
          String(index + 1),
          `${'\u2003'.repeat(Math.min(4, span.depth))}${graph.name(span.component)}${span.label === undefined ? '' : `: ${span.label}`}${span.times > 1.05 ? ` (${formatCount(Math.round(span.times * 10) / 10)} times)` : ''}`,
          formatDuration(span.startMs),
          formatDuration(span.durationMs),
          formatShare(span.share),
          span.awaited ? 'yes' : 'no',
        ]),
      `Steps of a mean request of "${action.name}"${spans.length > mostSteps ? `; ${spans.length - mostSteps} more follow` : ''}`,
    ),
  ]
}
