import { makeupSentence } from '../../estimate/uncertainty/standing.ts'
import { noTimeWords, whyNoTime, type WhyNoTime } from '../../estimate/no-time.ts'
import { chart, list, paragraph, slide, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Slide } from '../outline.ts'
import { durationBand, formatMean, formatPart, formatStated } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'
import { asSentence } from '../text/sentences.ts'
import type { AnswerTime, Percentile, TimeFigure } from './figures.ts'
import { answerTime, comesAtOnce, estimateNote, isOneMoment, mainAction } from './figures.ts'

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
  return slide(speedTitle(time), speedBlocks(context, time), {
    footnote: estimateNote(context),
    speakerNotes: speedNotes(time),
  })
}

const slowest: Readonly<Record<Percentile, string>> = {
  p50: 'Every second request',
  p90: 'One request in ten',
  p95: 'One request in twenty',
  p99: 'One request in a hundred',
}

function speedNotes(time: AnswerTime): string {
  const figures = Object.values(time).filter((figure) => figure !== undefined)
  const lead = leadOf(time)
  if (lead === undefined) return ''
  const asked = figures.some(({ targetMs }) => targetMs !== undefined)
    ? 'Ask what happens to whoever waits that long.'
    : 'Nobody has stated a target: ask how long the people in the room would wait.'
  return `${slowest[lead.percentile]} takes longer than ${lead.short}. ${asked}`
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

/** "In 95 of 100 cases first words come within 3.3 s, inside the 5 s target, and the whole answer within 9 s": each with its verdict. */
function speedTitle(time: AnswerTime): string {
  const { first, full, unattended, done } = time
  const answer = full ?? first
  const lead = leadOf(time)
  if (lead === undefined) return ''
  const start = capital(lead.often)
  // What is counted in other cases than the title begins with says so itself.
  const within = (figure: TimeFigure): string =>
    `within ${figure.short}${figure.percentile === lead.percentile ? '' : ` ${figure.often}`}`
  if (done !== undefined && lead === done) {
    const soon = answer === undefined ? '' : `; whoever asks is answered ${within(answer)}`
    return `${start} the work is done ${within(done)}${against(done)}${soon}`
  }
  if (unattended !== undefined && answer !== undefined && answer.targetMs === undefined)
    return `${start} the answer comes ${within(answer)}; without the time of people ${within(unattended)}${against(unattended)}`
  const stated = [first, full].some((figure) => figure?.targetMs !== undefined)
  const none = stated ? '' : '; no target is stated'
  if (first === undefined || full === undefined)
    return `${start} ${first === undefined ? 'the whole answer comes' : 'first words come'} ${within(lead)}${against(lead)}${none}`
  if (isOneMoment(first, full)) {
    const words = first.targetMs === undefined ? '' : `${against(first)} for first words`
    const whole = full.targetMs === undefined ? '' : `${against(full)}${words === '' ? '' : ' for all'}`
    return `${start} the answer comes all at once ${within(full)}${words}${whole}${none}`
  }
  return `${start} first words come ${within(first)}${against(first)}${against(first) === '' ? '' : ','} and the whole answer ${within(full)}${against(full)}${none}`
}

/** What the title begins with: the work that is done later only where nobody asks for the answer itself. */
function leadOf({ first, full, done }: AnswerTime): TimeFigure | undefined {
  const answer = full ?? first
  return answer?.targetMs === undefined ? (done ?? answer) : answer
}

/** What the title may say: a target that is met only as assumed, or perhaps, is not simply met. */
function against({ band, targetMs, verdict }: TimeFigure): string {
  if (targetMs === undefined) return ''
  const target = `the ${formatStated(targetMs, 'ms')} target`
  if (band.value > targetMs) return `, over ${target}`
  const doubt = verdict === 'assumed' ? ' as far as is known' : verdict === 'atRisk' ? ' but at risk' : ''
  return `, inside ${target}${doubt}`
}

function speedBlocks(context: DocumentContext, time: AnswerTime): readonly Block[] {
  const { first, full, unattended, done } = time
  const { graph } = context
  const action = mainAction(context)
  const rows = [
    ...(done === undefined ? [] : [{ name: 'Work done', figure: done }]),
    ...(first === undefined || comesAtOnce(time) ? [] : [{ name: 'First words', figure: first }]),
    ...(full === undefined ? [] : [{ name: 'Whole answer', figure: full }]),
    ...(unattended === undefined ? [] : [{ name: 'Without people', figure: unattended }]),
  ]
  const whose = done === undefined ? 'of the time' : 'of the time to the answer'
  const largest = Math.max(...rows.map(({ figure }) => Math.max(figure.band.value, figure.targetMs ?? 0)))
  // A bar that nobody can see says nothing: the words beside the chart have its figure.
  const bars = rows.filter(({ figure }) => Math.max(figure.band.value, figure.targetMs ?? 0) >= largest / 100)
  const unit = unitFor(bars.flatMap(({ figure }) => [figure.band.value, figure.targetMs ?? figure.band.value]))
  const scaled = (ms: number): number => Number((ms / unit.ms).toPrecision(3))
  const percentiles = new Set(bars.map(({ figure }) => figure.percentile))
  const [lead] = rows.map(({ figure }) => figure.percentile)
  const points: Words[] = rows.map(({ name, figure }): Words => [
    strong(`${name}: `),
    `${figure.text}${figure.percentile === lead ? '' : ` ${figure.often}`}${figure.target}.`,
  ])
  const whole = full === undefined ? undefined : durationBand(full.band)
  const rests = makeupSentence((done ?? full ?? first)?.band.makeup)
  if (rests !== '') points.push([strong('Rests on: '), `${rests.replaceAll('\u202f', '\u00a0')}.`])
  if (action?.heldBy !== undefined)
    points.push([strong('Why the first words wait: '), asSentence(action.heldBy.reason)])
  for (const share of (action?.shares ?? []).slice(0, 3)) {
    if (share.share >= 0.05)
      points.push([
        strong(`${graph.name(share.component)}: `),
        `${formatPart(share.share)} ${whose}, ${formatMean(share.meanMs)} on average.`,
      ])
  }
  const machine = action?.unattended?.[full?.percentile ?? 'p95']
  if (unattended === undefined && machine !== undefined && durationBand(machine) !== whole) {
    points.push([strong('Without the time of people: '), `${durationBand(machine)}.`])
  }
  const hasTargets = bars.some(({ figure }) => figure.targetMs !== undefined)
  // One bar with nothing to hold it against says no more than the title.
  if (bars.length === 1 && !hasTargets) return [list(points)]
  return [
    chart(
      {
        type: 'bar',
        categories: bars.map(({ name, figure }) => (percentiles.size === 1 ? name : `${name}, ${figure.percentile}`)),
        series: [
          {
            name: percentiles.size === 1 ? `Estimate, ${lead}` : 'Estimate',
            values: bars.map(({ figure: { shownMs } }) => scaled(shownMs)),
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
      `${done === undefined ? 'Time to answer' : 'Time of'} "${action?.name ?? ''}"${percentiles.size === 1 ? ` at ${lead}` : ''}${hasTargets ? ', against the targets' : ''}`,
    ),
    list(points),
  ]
}
