import type { Id } from '../../../shared/design/design.ts'
import type { Estimate } from '../../../shared/estimate/estimate.ts'
import { formatMs, type Formatter } from '../../../shared/kinds/number-format.ts'
import type { Heat, HeatMap, Overlay } from '../heat.ts'
import { levelOf, percent, stepLegend } from './steps.ts'

/** Where the steps of a share begin. Money and time gather in few places: even steps would leave the rest alike. */
const steps = [0, 0.02, 0.05, 0.15, 0.4] as const
/** Below this share there is nothing to see. */
const leastShare = 0.0005

export const costOverlay = {
  id: 'cost',
  label: 'Cost',
  description: 'Where the money goes, per month.',
  shows: 'money',
  read: ({ numbers, money }) => (numbers === undefined ? undefined : shareOfCost(numbers.estimate, money)),
} as const satisfies Overlay

export const timeOverlay = {
  id: 'time',
  label: 'Share of time',
  description: 'Where the time of the main answer goes.',
  read: ({ numbers }) => (numbers === undefined ? undefined : shareOfTime(numbers.estimate)),
} as const satisfies Overlay

export function shareOfCost(estimate: Estimate, money: Formatter): HeatMap | undefined {
  return shareMap(estimate, `${money(estimate.totalUsdPerMonth.value)} a month`, ({ usdPerMonth, costShare = 0 }) => ({
    share: costShare,
    text: money(usdPerMonth),
    title: `${money(usdPerMonth)} a month, ${percent(costShare)} of the cost`,
  }))
}

export function shareOfTime(estimate: Estimate): HeatMap | undefined {
  const meanMs = estimate.actions.find((action) => action.action === estimate.mainAction)?.full?.meanMs ?? 0
  return shareMap(estimate, `a mean ${formatMs(meanMs)}`, ({ timeShare = 0 }) => ({
    share: timeShare,
    text: percent(timeShare),
    title: `${formatMs(timeShare * meanMs)}, ${percent(timeShare)} of the mean answer`,
  }))
}

type Part = Pick<Heat, 'text' | 'title'> & { readonly share: number }

function shareMap(
  estimate: Estimate,
  whole: string,
  partOf: (component: Estimate['components'][number]) => Part,
): HeatMap | undefined {
  if (!estimate.meaningful) return undefined
  const heats = new Map<Id, Heat>()
  for (const component of estimate.components) {
    const { share, text, title } = partOf(component)
    if (share >= leastShare) heats.set(component.component, { level: levelOf(share, steps), text, title })
  }
  return { title: `of ${whole}`, legend: stepLegend(steps), heats, traffic: estimate.traffic }
}
