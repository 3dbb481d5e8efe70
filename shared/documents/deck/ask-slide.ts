import { shownCurrency } from '../../kinds/figures/money-format.ts'
import type { Design, Requirement } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { noTimeWords, whyNoTime } from '../../estimate/no-time.ts'
import { badge, facts, list, slide, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Inline, Slide } from '../outline.ts'
import { countOf, formatLargeCount, formatStated, formatUsd, leastUsd, listWords } from '../text/numbers.ts'
import { asSentence, asTitle, verdictBadge } from '../text/sentences.ts'
import { capital, shorten } from '../../design/wording.ts'
import {
  answerTime,
  budgetOf,
  comesAtOnce,
  decisionsToTake,
  estimateNote,
  mainAction,
  monthlyCost,
  openFindings,
  roughly,
} from './figures.ts'

/** What is asked of the reader, with the headline figures. */
export function askSlide(context: DocumentContext): Slide {
  return slide(askTitle(context), [list(askPoints(context)), facts(headlines(context))], {
    footnote: estimateNote(context),
    speakerNotes: askNotes(context),
  })
}

function isLoadStated({ workloads = [] }: Design): boolean {
  return workloads.length > 0
}

/** What to ask for, and what can still move the figures. */
function askNotes(context: DocumentContext): string {
  const { design, analysis } = context
  const toTake = decisionsToTake(design)
  const missed = missedMusts(context)
  const ask = !isLoadStated(design)
    ? 'Ask how often it is used and what it must achieve: these figures follow from that.'
    : toTake.length > 0
      ? `Ask for a decision on ${listWords(
          toTake.map(({ name }) => asTitle(name)),
          mostNamed,
        )}.`
      : missed.length > 0
        ? `Ask whether the design is to change, or what it must meet: ${listWords(
            missed.map(({ name, metric }) => name ?? metric),
            mostNamed,
          )}.`
        : 'Ask for a yes, and for the conditions that come with it: each with an owner and a date.'
  const open = analysis.questions.length
  const left =
    open === 0
      ? 'No question of the rules is open.'
      : `${capital(countOf(open, 'question is', 'questions are'))} open; an answer can still move these figures.`
  return `${ask} ${left}`
}

/** What stands for the time of an answer that waits for what is asked for too much, or cannot run. */
function noAnswer(context: DocumentContext): Words | undefined {
  const why = whyNoTime(mainAction(context) ?? {})
  if (why === undefined || !context.analysis.estimate.meaningful) return undefined
  return [noTimeWords(why, (id) => context.graph.name(id))]
}

/** What is asked of the reader, in a sentence. */
export function askTitle(context: DocumentContext): string {
  const { design, analysis } = context
  const { estimate } = analysis
  const decisions = decisionsToTake(design)
  const action = mainAction(context)
  const name = shorten(design.name)
  if (!estimate.meaningful || action === undefined) {
    return `We ask for a review of ${name}: ${countOf((design.components ?? []).length, 'component')} drawn, no estimate yet`
  }
  // A load that nobody has stated is no ground to approve anything.
  if (!isLoadStated(design))
    return `We ask for a review of ${name}: ${monthlyCost(estimate, shownCurrency(design))} a month for ${formatLargeCount(roughly(action.requestsPerMonth))} requests, a load that is only assumed`
  const use = `serves ${formatLargeCount(roughly(action.requestsPerMonth))} requests a month for ${monthlyCost(estimate, shownCurrency(design))}`
  if (decisions.length > 0)
    return `We ask you to decide ${countOf(decisions.length, 'open point')} of ${name}, which ${use}`
  const missed = missedMusts(context).length
  if (missed > 0)
    return `We ask how to go on with ${name}: it ${use}, but misses ${countOf(missed, 'requirement')} it must meet`
  return `We ask you to approve ${name}, which ${use}`
}

function missedMusts({ analysis, design }: DocumentContext): readonly Requirement[] {
  const failed = new Set(
    analysis.requirements.filter(({ verdict }) => verdict === 'fail').map(({ requirement }) => requirement),
  )
  return (design.requirements ?? []).filter(({ id, priority }) => priority === 'must' && failed.has(id))
}

const mostNamed = 3
const mostDrawn = 6

function askPoints(context: DocumentContext): readonly Words[] {
  const { design } = context
  const points: Words[] = []
  if (design.summary !== undefined) points.push(asSentence(design.summary))
  const names = (design.actions ?? []).map(({ name }) => name)
  if (names.length > 0) points.push([strong('What it does: '), asSentence(names.slice(0, 4).join('; '))])
  for (const decision of decisionsToTake(design).slice(0, 3)) {
    points.push([strong('To decide: '), asSentence(decision.name)])
  }
  const accepted = (design.decisions ?? []).filter(({ status }) => status === 'accepted')
  if (accepted.length > 0) {
    points.push([
      strong('Already decided: '),
      asSentence(
        `${accepted
          .slice(0, mostNamed)
          .map(({ name }) => asTitle(name))
          .join('; ')}${accepted.length > mostNamed ? `; and ${accepted.length - mostNamed} more` : ''}`,
      ),
    ])
  }
  const missed = missedMusts(context)
  if (missed.length > 0) {
    points.push([
      strong('Must be settled first: '),
      asSentence(
        `${listWords(
          missed.map(({ name, metric }) => name ?? metric),
          3,
        )} ${missed.length === 1 ? 'misses its' : 'miss their'} target`,
      ),
    ])
  }
  return [...points, ...unstatedPoints(context)]
}

/** Of a design that says little of itself: what is drawn, and what everybody would ask for first. */
function unstatedPoints({ design }: DocumentContext): readonly Words[] {
  const { components = [], actions = [], workloads = [], requirements = [] } = design
  const lacking = [
    ...(actions.length === 0 ? ['what people do with it'] : []),
    ...(workloads.length === 0 ? ['how often'] : []),
    ...(requirements.length === 0 ? ['what it must achieve'] : []),
  ]
  if (lacking.length === 0) return []
  const drawn = listWords(
    components.map(({ name }) => name),
    mostDrawn,
  )
  return [
    ...(actions.length > 0 || components.length === 0 ? [] : [[strong('Drawn: '), asSentence(drawn)]]),
    [strong('Not stated yet: '), asSentence(listWords(lacking))],
  ]
}

/** The figures that everybody asks for first. */
export function headlines(context: DocumentContext): Readonly<Record<string, Words | undefined>> {
  const { analysis, design } = context
  const { estimate, requirements } = analysis
  const verdictOf = (metric: string): readonly Inline[] => {
    const requirement = design.requirements?.find((each) => each.metric === metric)
    const result = requirements.find((each) => each.requirement === requirement?.id)
    return result === undefined ? [] : [' ', verdictBadge(result.verdict)]
  }
  const time = answerTime(context)
  const budget = budgetOf(design)
  const currency = shownCurrency(design)
  const open = openFindings(context)
  const worst = open[0]
  return {
    'Cost a month': estimate.meaningful
      ? [
          strong(leastUsd(estimate.totalUsdPerMonth, currency)),
          ` (${formatUsd(estimate.totalUsdPerMonth.low, estimate.totalUsdPerMonth, currency)} to ${formatUsd(estimate.totalUsdPerMonth.high, estimate.totalUsdPerMonth, currency)})`,
          budget === undefined ? ', no budget stated' : `, budget ${formatStated(budget, 'USD', currency)}`,
          ...verdictOf('cost.month'),
        ]
      : undefined,
    'First words':
      time?.first === undefined || comesAtOnce(time)
        ? undefined
        : [strong(time.first.short), ` ${time.first.often}${time.first.target}`, ...verdictOf('latency.first')],
    'Whole answer':
      time?.full === undefined
        ? noAnswer(context)
        : [strong(time.full.short), ` ${time.full.often}${time.full.target}`, ...verdictOf('latency.full')],
    'Work done':
      time?.done === undefined
        ? undefined
        : [strong(time.done.short), ` ${time.done.often}${time.done.target}`, ...verdictOf('latency.done')],
    'Open findings':
      worst === undefined
        ? [strong('None'), ' found by the rules']
        : [strong(String(open.length)), ' open, the worst is ', badge(worst.severity, worst.severity)],
    'Open questions': openQuestions(analysis.questions.length),
    // Six figures stand in three rows; the stage is what a reader knows already.
    Stage: time?.done !== undefined && !comesAtOnce(time) ? undefined : stageWords(context),
  }
}

/** In words where there is none: "0 facts that nobody has stated" reads as if something were missing. */
function openQuestions(count: number): Words {
  if (count === 0) return [strong('None')]
  return [strong(String(count)), ` ${count === 1 ? 'fact' : 'facts'} that nobody has stated yet`]
}

function stageWords({ design }: DocumentContext): Words | undefined {
  const stage = known(design.context?.['stage'])
  return typeof stage === 'string' ? [strong(capital(stage))] : undefined
}
