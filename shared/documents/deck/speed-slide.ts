import { makeupSentence } from '../../estimate/uncertainty/standing.ts'
import { noTimeWords, whyNoTime, type WhyNoTime } from '../../estimate/no-time.ts'
import { chart, list, paragraph, slide, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Slide } from '../outline.ts'
import { durationBand, formatDuration, formatShare, formatStated, roundWithin } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'
import type { AnswerTime, TimeFigure } from './figures.ts'
import { answerTime, estimateNote, mainAction } from './figures.ts'

const noTimes: Readonly<Record<WhyNoTime['word'], { readonly title: string; readonly meaning: string }>> = {
  unstable: { title: 'the design is unstable at its peak', meaning: 'Waiting grows without end there.' },
  'does not fit': {
    title: 'a model does not fit its GPUs',
    meaning: 'It needs more GPUs, fewer bits a weight or shorter calls.',
  },
  'within hours': {
    title: 'a model is asked in the batch tier',
    meaning: 'Vendors answer such calls within hours and promise no percentile; the standard tier answers at once.',
  },
}

/** How fast it answers, against the targets. */
export function speedSlide(context: DocumentContext): Slide {
  const time = answerTime(context)
  const why = whyNoTime(mainAction(context) ?? {})
  if (why !== undefined && context.analysis.estimate.meaningful) {
    const words = asSentence(noTimeWords(why, (id) => context.graph.name(id)))
    return slide(
      `No time to answer can be stated: ${noTimes[why.word].title}`,
      [paragraph(`${words} ${noTimes[why.word].meaning}`)],
      { footnote: estimateNote(context) },
    )
  }
  if (time === undefined) {
    return slide('Speed cannot be estimated yet: nothing answers a request', [
      paragraph('Connect the components and name an action.'),
    ])
  }
  return slide(speedTitle(time), speedBlocks(context, time), { footnote: estimateNote(context) })
}

const timeUnits = [
  { title: 'hours', ms: 3_600_000 },
  { title: 'minutes', ms: 60_000 },
  { title: 'seconds', ms: 1000 },
  { title: 'milliseconds', ms: 1 },
]

/** The largest unit in which no bar is a fraction, unless a smaller one would need four digits: 180 s beside 40 s, not 3 min beside 0.67. */
function unitFor(timesMs: readonly number[]): (typeof timeUnits)[number] {
  const [least, most] = [Math.min(...timesMs), Math.max(...timesMs)]
  const fitting = timeUnits.find(({ ms }, index) => {
    const smaller = timeUnits[index + 1]
    return most >= ms * (ms > 1000 ? 2 : 1) && (least >= ms || smaller === undefined || most >= smaller.ms * 1000)
  })
  return fitting ?? { title: 'milliseconds', ms: 1 }
}

function speedTitle({ first, full, unattended, done }: AnswerTime): string {
  const start = 'In 95 of 100 cases'
  const answer = full ?? first
  if (done !== undefined && answer?.targetMs === undefined) {
    const soon = answer === undefined ? '' : `; whoever asks is answered within ${answer.short}`
    return `${start} the work is done within ${done.short}${against(done)}${soon}`
  }
  if (unattended !== undefined && answer !== undefined && answer.targetMs === undefined)
    return `${start} the answer comes within ${answer.short}, and without the time of people within ${unattended.short}${against(unattended)}`
  if (first === undefined)
    return full === undefined ? '' : `${start} the whole answer comes within ${full.short}${against(full)}`
  if (full === undefined) return `${start} first words come within ${first.short}${against(first)}`
  if (isOneMoment(first, full)) {
    if (first.targetMs === undefined)
      return `${start} the answer comes all at once within ${full.short}${against(full)}`
    const whole =
      full.targetMs === undefined ? '' : `, ${verdict(full)} the ${formatStated(full.targetMs, 'ms')} target for all`
    return `${start} the answer comes all at once within ${full.short}, ${verdict(first)} the ${formatStated(first.targetMs, 'ms')} target for first words${whole}`
  }
  return `${start} first words come within ${first.short}${against(first)}, and the whole answer within ${full.short}${against(full)}`
}

/** Held back or not streamed: first and last words come together. */
function isOneMoment(first: TimeFigure, full: TimeFigure): boolean {
  return full.p95.value - first.p95.value < 0.02 * full.p95.value
}

/** What the title may say: a target that is met only as assumed is not simply met. */
function verdict({ p95, targetMs, verdict: found }: TimeFigure): string {
  if (targetMs === undefined || p95.value > targetMs) return 'over'
  return found === 'assumed' ? 'as assumed inside' : 'inside'
}

function against(figure: TimeFigure): string {
  if (figure.targetMs === undefined) return ' (no target stated)'
  return `, ${verdict(figure)} the ${formatStated(figure.targetMs, 'ms')} target`
}

function speedBlocks(context: DocumentContext, { first, full, unattended, done }: AnswerTime): readonly Block[] {
  const { graph } = context
  const action = mainAction(context)
  const rows = [
    ...(done === undefined ? [] : [{ name: 'Work done', figure: done }]),
    ...(first === undefined || (first.targetMs === undefined && full !== undefined && isOneMoment(first, full))
      ? []
      : [{ name: 'First words', figure: first }]),
    ...(full === undefined ? [] : [{ name: 'Whole answer', figure: full }]),
    ...(unattended === undefined ? [] : [{ name: 'Without people', figure: unattended }]),
  ]
  const whose = done === undefined ? 'of the time' : 'of the time to the answer'
  const largest = Math.max(...rows.map(({ figure }) => Math.max(figure.p95.value, figure.targetMs ?? 0)))
  // A bar that nobody can see says nothing: the words beside the chart have its figure.
  const bars = rows.filter(({ figure }) => Math.max(figure.p95.value, figure.targetMs ?? 0) >= largest / 100)
  const unit = unitFor(bars.flatMap(({ figure }) => [figure.p95.value, figure.targetMs ?? figure.p95.value]))
  const scaled = (ms: number): number => Number((ms / unit.ms).toPrecision(3))
  const points: Words[] = rows.map(({ name, figure }): Words => [
    strong(`${name}: `),
    `${durationBand(figure.p95)}${figure.target}.`,
  ])
  const whole = full === undefined ? undefined : durationBand(full.p95)
  const rests = makeupSentence((done ?? full ?? first)?.p95.makeup)
  if (rests !== '') points.push([strong('Rests on: '), `${rests.replaceAll('\u202f', '\u00a0')}.`])
  if (action?.heldBy !== undefined)
    points.push([strong('Why the first words wait: '), asSentence(action.heldBy.reason)])
  for (const share of (action?.shares ?? []).slice(0, 3)) {
    if (share.share >= 0.05)
      points.push([
        strong(`${graph.name(share.component)}: `),
        `${formatShare(share.share)} ${whose}, ${formatDuration(share.meanMs)} on average.`,
      ])
  }
  if (unattended === undefined && action?.unattended !== undefined && durationBand(action.unattended.p95) !== whole) {
    points.push([strong('Without the time of people: '), `${durationBand(action.unattended.p95)}.`])
  }
  const hasTargets = bars.some(({ figure }) => figure.targetMs !== undefined)
  // One bar with nothing to hold it against says no more than the title.
  if (bars.length === 1 && !hasTargets) return [list(points)]
  return [
    chart(
      {
        type: 'bar',
        categories: bars.map(({ name }) => name),
        series: [
          {
            name: 'Estimate, p95',
            values: bars.map(({ figure: { p95 } }) => scaled(roundWithin(p95.value, p95, 'ms'))),
            tone: 'accent',
          },
          ...(hasTargets
            ? [
                {
                  name: 'Target',
                  values: bars.map(({ figure }) => scaled(figure.targetMs ?? 0)),
                  tone: 'neutral' as const,
                },
              ]
            : []),
        ],
        unit: unit.title,
      },
      `${done === undefined ? 'Time to answer' : 'Time of'} "${action?.name ?? ''}" at p95${hasTargets ? ', against the targets' : ''}`,
    ),
    list(points),
  ]
}
