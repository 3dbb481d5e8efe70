import type { Id } from '../../shared/design/design.ts'
import type { Estimate } from '../../shared/estimate/estimate.ts'
import { formatMs, formatShare, type Formatter, formatUsd, thinSpace } from '../../shared/kinds/number-format.ts'

/** What lies over the canvas: one number per component as heat. */
export type HeatOf = 'cost' | 'time' | 'load'

/** Five steps from pale to deep. */
const levels = [1, 2, 3, 4, 5] as const
export type HeatLevel = (typeof levels)[number]

export interface Heat {
  readonly level: HeatLevel
  /** On the card: "$390", "84 %", "unstable". */
  readonly text: string
  /** Said in full: "$390 a month, 7.6 % of the cost". */
  readonly title: string
  /** Asked for more than it sustains, or unable to run at all: there is no number. */
  readonly unstable?: true
}

/** A scale with its unit, and the heat of every component that has a number. */
export interface HeatMap {
  readonly of: HeatOf
  /** What the numbers are of: "of $5.1k a month". */
  readonly title: string
  /** Where each step from pale to deep begins. */
  readonly steps: readonly string[]
  readonly heats: ReadonlyMap<Id, Heat>
  /** Times the stated traffic. */
  readonly traffic: number
}

/** Where the steps of a share begin. Money and time gather in few places: even steps would leave the rest alike. */
const shareSteps = [0, 0.02, 0.05, 0.15, 0.4] as const
/** Below this share there is nothing to see. */
const leastShare = 0.0005

/** Where the steps of utilisation begin: free, in use, filling, nearly full, and from 100 % on there is no steady state. */
const loadSteps = [0, 0.3, 0.5, 0.7, 0.85] as const

/** The heat of each component; undefined while nothing is connected. */
export function heatMapOf(estimate: Estimate, of: HeatOf, money: Formatter = formatUsd): HeatMap | undefined {
  if (!estimate.meaningful) return undefined
  return of === 'load' ? loadMap(estimate) : shareMap(estimate, of, money)
}

function shareMap(estimate: Estimate, of: 'cost' | 'time', money: Formatter): HeatMap {
  const meanMs = estimate.actions.find((action) => action.action === estimate.mainAction)?.full?.meanMs ?? 0
  const heats = new Map<Id, Heat>()
  for (const { component, usdPerMonth, costShare = 0, timeShare = 0 } of estimate.components) {
    const share = of === 'cost' ? costShare : timeShare
    if (share < leastShare) continue
    const level = levelOf(share, shareSteps)
    heats.set(
      component,
      of === 'cost'
        ? {
            level,
            text: money(usdPerMonth),
            title: `${money(usdPerMonth)} a month, ${percent(share)} of the cost`,
          }
        : { level, text: percent(share), title: `${formatMs(share * meanMs)}, ${percent(share)} of the mean answer` },
    )
  }
  const whole = of === 'cost' ? `${money(estimate.totalUsdPerMonth.value)} a month` : `a mean ${formatMs(meanMs)}`
  return { of, title: `of ${whole}`, steps: shareSteps.map(percent), heats, traffic: estimate.traffic }
}

function levelOf(share: number, steps: readonly number[]): HeatLevel {
  const reached = steps.filter((step) => share >= step).length
  return levels[Math.max(0, reached - 1)] ?? 5
}

function loadMap({ components, traffic }: Estimate): HeatMap {
  const heats = new Map<Id, Heat>()
  for (const { component, utilisation, capacityWhy, misfit } of components) {
    if (misfit === true) {
      const title = 'Does not fit: the model needs more memory than its GPUs have'
      heats.set(component, { level: 5, text: 'does not fit', title, unstable: true })
    }
    if (utilisation === undefined || misfit === true) continue
    const why = capacityWhy === undefined ? '' : ` of ${capacityWhy}`
    heats.set(
      component,
      utilisation >= 1
        ? { level: 5, text: 'unstable', title: `Unstable: asked for ${percent(utilisation)}${why}`, unstable: true }
        : {
            level: levelOf(utilisation, loadSteps),
            text: percent(utilisation),
            title: `${percent(utilisation)}${why} at the peak`,
          },
    )
  }
  return {
    of: 'load',
    title: 'in use at the peak',
    steps: loadSteps.map(percent),
    heats,
    traffic,
  }
}

function percent(share: number): string {
  return share > 0 && share < 0.005 ? `<1${thinSpace}%` : formatShare(Math.round(share * 100) / 100)
}
