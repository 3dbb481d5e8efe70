import type { Id } from '../../../shared/design/design.ts'
import type { Band, ComponentEstimate } from '../../../shared/estimate/estimate.ts'
import { formatMs, type Formatter, splitBand } from '../../../shared/kinds/figures/number-format.ts'
import type { Heat, HeatMap, Overlay, Together } from '../heat.ts'
import type { ShownNumbers } from '../pack-numbers.ts'
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

export function shareOfCost(estimate: ShownNumbers['estimate'], money: Formatter): HeatMap | undefined {
  return shareMap(estimate, `${money(estimate.totalUsdPerMonth.value)} a month`, (parts) => {
    const usd = sumOf(parts.map(({ usdPerMonth }) => usdPerMonth.value))
    const share = sumOf(parts.map(({ costShare = 0 }) => costShare))
    const least = parts.some(({ usdPerMonth }) => usdPerMonth.atLeast === true) ? 'At least ' : ''
    const [only] = parts
    const band = parts.length === 1 && only ? rangeOf(only.usdPerMonth, money) : ''
    return { share, text: money(usd), title: `${least}${money(usd)} a month${band}, ${percent(share)} of the cost` }
  })
}

/** Between what the cost of one component likely lies; what many share makes no band of their bands. */
function rangeOf(band: Band, money: Formatter): string {
  const { range } = splitBand(band, money)
  return range === undefined ? '' : ` (${range})`
}

export function shareOfTime(estimate: ShownNumbers['estimate']): HeatMap | undefined {
  const meanMs = estimate.actions.find((action) => action.action === estimate.mainAction)?.full?.meanMs ?? 0
  return shareMap(estimate, `a mean ${formatMs(meanMs)}`, (parts) => {
    const share = sumOf(parts.map(({ timeShare = 0 }) => timeShare))
    return { share, text: percent(share), title: `${formatMs(share * meanMs)}, ${percent(share)} of the mean answer` }
  })
}

type Part = Pick<Heat, 'text' | 'title'> & { readonly share: number }

/** Shares of one whole add up: `partOf` says what some of the components have of it, one or many. */
function shareMap(
  estimate: ShownNumbers['estimate'],
  whole: string,
  partOf: (components: readonly ComponentEstimate[]) => Part,
): HeatMap | undefined {
  if (!estimate.meaningful) return undefined
  const heatOf = (components: readonly ComponentEstimate[]): Heat | undefined => {
    const { share, text, title } = partOf(components)
    return share >= leastShare ? { level: levelOf(share, steps), text, title } : undefined
  }
  const heats = new Map<Id, Heat>()
  for (const component of estimate.components) {
    const heat = heatOf([component])
    if (heat !== undefined) heats.set(component.component, heat)
  }
  const together: Together = (members) => {
    const inside = new Set(members)
    const components = estimate.components.filter(({ component }) => inside.has(component))
    const heat = heatOf(components)
    return heat && { ...heat, title: `${components.length} components together: ${heat.title}` }
  }
  return { title: `of ${whole}`, legend: stepLegend(steps), heats, together, traffic: estimate.traffic }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
