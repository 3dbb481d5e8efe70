import type { Estimate } from '../../estimate/estimate.ts'
import { makeupSentence } from '../../estimate/standing.ts'
import { chart, list, paragraph, slide, strong } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Chart, Slide } from '../outline.ts'
import { formatLargeCount, formatShare, formatStated, formatUsd, usdBand } from '../text/numbers.ts'
import { budgetOf, estimateNote, mainAction, monthlyCost, roughly } from './figures.ts'

const mostParts = 6

/** What it costs a month, by component, against the budget. */
export function costSlide(context: DocumentContext): Slide {
  const { estimate } = context.analysis
  const budget = budgetOf(context.design)
  if (!estimate.meaningful) {
    return slide('Cost cannot be estimated yet: nothing is connected', [
      paragraph('Connect the components and state how often they are used.'),
    ])
  }
  return slide(costTitle(estimate, budget), costBlocks(context, budget), { footnote: estimateNote(context) })
}

function costTitle(estimate: Estimate, budget: number | undefined): string {
  const band = estimate.totalUsdPerMonth
  const { value, low, high } = band
  const start = `Running it costs ${monthlyCost(estimate)} a month (${formatUsd(low, band)} to ${formatUsd(high, band)})`
  if (budget === undefined) return `${start}, and no budget has been stated`
  const least = band.atLeast === true ? 'at least ' : ''
  if (value > budget)
    return `${start}, ${least}${formatUsd(value - budget, band)} over the budget of ${formatStated(budget, 'USD')}`
  const risk = high > budget ? ', but the upper end exceeds it' : ''
  return `${start}, ${least}${formatShare(value / budget)} of the budget of ${formatStated(budget, 'USD')}${risk}`
}

function costBlocks(context: DocumentContext, budget: number | undefined): readonly Block[] {
  const { analysis, graph } = context
  const { estimate } = analysis
  const action = mainAction(context)
  const points: Words[] = [
    [strong('Technology: '), `${usdBand(estimate.technologyUsdPerMonth)} a month.`],
    [strong('People: '), `${usdBand(estimate.peopleUsdPerMonth)} a month.`],
  ]
  const rests = makeupSentence(estimate.totalUsdPerMonth.makeup)
  if (rests !== '') points.push([strong('Rests on: '), `${rests.replaceAll('\u202f', '\u00a0')}.`])
  if (estimate.onceUsd.value > 0) points.push([strong('Once: '), `${usdBand(estimate.onceUsd)}.`])
  if (estimate.usdPerThousandRequests !== undefined) {
    points.push([strong('Per 1000 requests: '), `${usdBand(estimate.usdPerThousandRequests)}.`])
  }
  if (action !== undefined)
    points.push([strong('Load: '), `${formatLargeCount(roughly(action.requestsPerMonth))} × "${action.name}" a month.`])
  const [largest] = costly(estimate)
  if (largest?.costShare !== undefined) {
    points.push([strong('Largest part: '), `${graph.name(largest.component)} with ${formatShare(largest.costShare)}.`])
  }
  if (estimate.totalUsdPerMonth.atLeast === true) {
    points.push([strong('Not complete: '), 'a price is missing, so the true figure is higher.'])
  }
  return [
    chart(
      costChart(context, budget),
      `Cost a month in USD by component${budget === undefined ? '' : ', against the budget'}`,
    ),
    list(points),
  ]
}

function costly(estimate: Estimate): Estimate['components'] {
  return estimate.components
    .filter(({ usdPerMonth }) => usdPerMonth >= 0.5)
    .toSorted((a, b) => b.usdPerMonth - a.usdPerMonth)
}

function costChart({ analysis, graph }: DocumentContext, budget: number | undefined): Chart {
  const { estimate } = analysis
  const parts = costly(estimate)
  const shown = parts.length > mostParts ? parts.slice(0, mostParts - 1) : parts
  const named = shown.map(({ component, usdPerMonth }) => ({
    name: graph.name(component),
    usd: Math.round(usdPerMonth),
  }))
  // The total counts everything, so the rest is what the named parts leave, not the sum of some list.
  const rest = Math.round(estimate.totalUsdPerMonth.value - named.reduce((total, { usd }) => total + usd, 0))
  const all = rest >= 1 ? [...named, { name: 'All others', usd: rest }] : named
  const hasBudget = budget !== undefined
  return {
    type: 'stackedBar',
    categories: hasBudget ? ['Estimate', 'Budget'] : ['Estimate'],
    series: [
      ...all.map(({ name, usd }) => ({ name, values: hasBudget ? [usd, 0] : [usd] })),
      ...(hasBudget ? [{ name: 'Budget', values: [0, Math.round(budget)], tone: 'neutral' as const }] : []),
    ],
    unit: 'USD a month',
    ...(hasBudget ? { target: { label: 'Budget', value: Math.round(budget) } } : {}),
  }
}
