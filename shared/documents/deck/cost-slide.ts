import { shownCurrency, type ShownCurrency } from '../../kinds/figures/money-format.ts'
import type { Estimate } from '../../estimate/estimate.ts'
import { makeupSentence } from '../../estimate/uncertainty/standing.ts'
import { chart, list, paragraph, slide, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Chart, Slide } from '../outline.ts'
import {
  formatCount,
  formatLargeCount,
  formatPart,
  formatStated,
  formatUsd,
  leastUsd,
  usdBand,
} from '../text/numbers.ts'
import { budgetOf, estimateNote, mainAction, monthlyCost, roughly } from './figures.ts'

const mostParts = 6
const allOthers = 'All others'
/** A part that is a smaller share of the whole is a hair in the bar: it is counted with the others. */
const leastPart = 0.02

/** Where to begin when it has to cost less. */
function costNotes({ analysis, graph }: DocumentContext): string {
  const [largest] = costly(analysis.estimate)
  const who = 'Prices of vendors are those on their lists; ask the buyer for what has been agreed.'
  if (largest === undefined) return who
  return `Begin where it costs most, at ${graph.name(largest.component)}: ask what can be left out there before anything else is made cheaper. ${who}`
}

/** What it costs a month, by component, against the budget. */
export function costSlide(context: DocumentContext): Slide {
  const { estimate } = context.analysis
  const budget = budgetOf(context.design)
  if (!estimate.meaningful) {
    return slide('Cost cannot be estimated yet: nothing is connected', [
      paragraph('Connect the components and state how often they are used.'),
    ])
  }
  return slide(costTitle(estimate, budget, shownCurrency(context.design)), costBlocks(context, budget), {
    footnote: estimateNote(context),
    speakerNotes: costNotes(context),
  })
}

function costTitle(estimate: Estimate, budget: number | undefined, currency: ShownCurrency | undefined): string {
  const band = estimate.totalUsdPerMonth
  const { value, low, high } = band
  const start = `Running it costs ${monthlyCost(estimate, currency)} a month (${formatUsd(low, band, currency)} to ${formatUsd(high, band, currency)})`
  if (budget === undefined) return `${start}, and no budget has been stated`
  const least = band.atLeast === true ? 'at least ' : ''
  if (value > budget)
    return `${start}, ${least}${formatUsd(value - budget, band, currency)} over the budget of ${formatStated(budget, 'USD', currency)}`
  const risk = high > budget ? ', but the upper end exceeds it' : ''
  return `${start}, ${least}${formatPart(value / budget)} of the budget of ${formatStated(budget, 'USD', currency)}${risk}`
}

function costBlocks(context: DocumentContext, budget: number | undefined): readonly Block[] {
  const { analysis, graph } = context
  const { estimate } = analysis
  const action = mainAction(context)
  const currency = shownCurrency(context.design)
  const points: Words[] = [[strong('Technology: '), `${usdBand(estimate.technologyUsdPerMonth, currency)} a month.`]]
  if (estimate.peopleUsdPerMonth.high > 0)
    points.push([strong('People: '), `${usdBand(estimate.peopleUsdPerMonth, currency)} a month.`])
  const rests = makeupSentence(estimate.totalUsdPerMonth.makeup)
  if (rests !== '') points.push([strong('Rests on: '), `${rests.replaceAll('\u202f', '\u00a0')}.`])
  if (estimate.onceUsd.value > 0) points.push([strong('One-off: '), `${usdBand(estimate.onceUsd, currency)}.`])
  if (estimate.usdPerThousandRequests !== undefined) {
    points.push([
      strong(`Per ${formatCount(1000)} requests: `),
      `${usdBand(estimate.usdPerThousandRequests, currency)}.`,
    ])
  }
  if (action !== undefined)
    points.push([strong('Load: '), `${formatLargeCount(roughly(action.requestsPerMonth))} × "${action.name}" a month.`])
  const [largest] = costly(estimate)
  if (largest?.costShare !== undefined) {
    points.push([strong('Largest part: '), `${graph.name(largest.component)} with ${formatPart(largest.costShare)}.`])
  }
  if (estimate.totalUsdPerMonth.atLeast === true) {
    points.push([strong('Not complete: '), 'a price is missing, so the true figure is higher.'])
  }
  return [
    chart(
      costChart(context, budget),
      `Cost a month in ${currency?.code ?? 'USD'} by component${budget === undefined ? '' : ', against the budget'}`,
    ),
    list(points),
  ]
}

function costly(estimate: Estimate): Estimate['components'] {
  return estimate.components
    .filter(({ usdPerMonth }) => usdPerMonth.value >= 0.5)
    .toSorted((a, b) => b.usdPerMonth.value - a.usdPerMonth.value)
}

function costChart({ analysis, graph, design }: DocumentContext, budgetUsd: number | undefined): Chart {
  const currency = shownCurrency(design)
  const rate = currency?.unitsPerUsd ?? 1
  const budget = budgetUsd === undefined ? undefined : budgetUsd * rate
  const { estimate } = analysis
  const parts = costly(estimate)
  const seen = parts.filter(({ usdPerMonth }) => usdPerMonth.value >= leastPart * estimate.totalUsdPerMonth.value)
  // One small part alone keeps its name: "All others" would only hide it.
  const large = seen.length === parts.length - 1 ? parts : seen
  const shown = large.length > mostParts ? large.slice(0, mostParts - 1) : large
  const named = shown.map(({ component, usdPerMonth }) => ({
    name: graph.name(component),
    amount: Math.round(usdPerMonth.value * rate),
  }))
  // The total counts everything, so the rest is what the named parts leave, not the sum of some list.
  const rest = Math.round(
    estimate.totalUsdPerMonth.value * rate - named.reduce((total, { amount }) => total + amount, 0),
  )
  const all = rest >= 1 ? [...named, { name: allOthers, amount: rest }] : named
  const hasBudget = budget !== undefined
  return {
    type: 'stackedBar',
    categories: hasBudget ? ['Estimate', 'Budget'] : ['Estimate'],
    series: [
      ...all.map(({ name, amount }) => ({
        name,
        values: hasBudget ? [amount, 0] : [amount],
        ...(name === allOthers ? { tone: 'unknown' as const } : {}),
      })),
      ...(hasBudget ? [{ name: 'Budget', values: [0, Math.round(budget)], tone: 'neutral' as const }] : []),
    ],
    unit: `${currency?.code ?? 'USD'} a month`,
    ends: [
      leastUsd(estimate.totalUsdPerMonth, currency),
      ...(budgetUsd === undefined ? [] : [formatStated(budgetUsd, 'USD', currency)]),
    ],
    ...(hasBudget ? { target: { label: 'Budget', value: Math.round(budget) } } : {}),
  }
}
