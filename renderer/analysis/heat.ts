import type { Id } from '../../shared/design/design.ts'
import type { ComponentEstimate, Estimate } from '../../shared/estimate/estimate.ts'
import type { Formatter } from '../../shared/kinds/number-format.ts'
import { formatMs, formatShare, formatUsd, thinSpace } from '../../shared/kinds/number-format.ts'

/** What lies over the canvas: one number per component as heat. */
export type HeatOf = 'cost' | 'time' | 'load'

/** Five steps from pale to deep. */
export type HeatLevel = 1 | 2 | 3 | 4 | 5

export interface Heat {
  readonly level: HeatLevel
  /** On the card: "$390", "84 %", "unstable". */
  readonly text: string
  /** Said in full: "$390 a month, 7.6 % of the cost". */
  readonly title: string
  /** Asked for more than it sustains: there is no number. */
  readonly unstable?: true
}

/** A scale with its ends and its unit, and the heat of every component that has a number. */
export interface HeatMap {
  readonly of: HeatOf
  readonly title: string
  /** What each step from pale to deep begins at. */
  readonly steps: readonly string[]
  readonly most: string
  readonly heats: ReadonlyMap<Id, Heat>
  /** Times the stated traffic. */
  readonly traffic: number
}

/** Below this share of the largest there is nothing to see. */
const leastShare = 0.005

/** Where the steps of utilisation begin: free, in use, filling, nearly full, and from 100 % on there is no steady state. */
const loadSteps = [0, 0.3, 0.5, 0.7, 0.85] as const

/** The heat of each component; undefined while nothing is connected. */
export function heatMapOf(estimate: Estimate, of: HeatOf): HeatMap | undefined {
  if (!estimate.meaningful) return undefined
  if (of === 'load') return loadMap(estimate)
  const { components } = estimate
  const numberOf = of === 'cost' ? costOf : timeOf(meanMsOf(estimate))
  const format: Formatter = of === 'cost' ? formatUsd : formatMs
  const most = Math.max(0, ...components.map(numberOf))
  const heats = new Map<Id, Heat>()
  for (const one of components) {
    const number = numberOf(one)
    if (most === 0 || number < most * leastShare) continue
    const share = (of === 'cost' ? one.costShare : one.timeShare) ?? 0
    const level = levelAmong(number / most)
    const part = of === 'cost' ? 'of the cost' : 'of the mean answer'
    const text = of === 'cost' ? format(number) : percent(share)
    heats.set(one.component, {
      level,
      text,
      title: `${format(number)}${of === 'cost' ? ' a month' : ''}, ${percent(share)} ${part}`,
    })
  }
  return {
    of,
    title: of === 'cost' ? 'USD a month' : 'Share of the mean answer',
    steps: [0, 1, 2, 3, 4].map((step) => stepText(of, (most * step) / 5, estimate, format)),
    most: stepText(of, most, estimate, format),
    heats,
    traffic: estimate.traffic,
  }
}

function stepText(of: HeatOf, number: number, estimate: Estimate, format: Formatter): string {
  if (of === 'cost') return format(number)
  const mean = meanMsOf(estimate)
  return percent(mean > 0 ? number / mean : 0)
}

function costOf({ usdPerMonth }: ComponentEstimate): number {
  return usdPerMonth
}

function timeOf(meanMs: number): (one: ComponentEstimate) => number {
  return ({ timeShare = 0 }) => timeShare * meanMs
}

function meanMsOf({ actions, mainAction }: Estimate): number {
  return actions.find((action) => action.action === mainAction)?.full?.meanMs ?? 0
}

function levelAmong(share: number): HeatLevel {
  if (share <= 0.2) return 1
  if (share <= 0.4) return 2
  if (share <= 0.6) return 3
  return share <= 0.8 ? 4 : 5
}

function loadMap({ components, traffic }: Estimate): HeatMap {
  const heats = new Map<Id, Heat>()
  for (const { component, utilisation, capacityWhy } of components) {
    if (utilisation === undefined) continue
    const why = capacityWhy === undefined ? '' : ` of ${capacityWhy}`
    heats.set(
      component,
      utilisation >= 1
        ? { level: 5, text: 'unstable', title: `Unstable: asked for ${percent(utilisation)}${why}`, unstable: true }
        : {
            level: loadLevel(utilisation),
            text: percent(utilisation),
            title: `${percent(utilisation)}${why} at the peak`,
          },
    )
  }
  return {
    of: 'load',
    title: 'In use at the peak hour',
    steps: loadSteps.map(percent),
    most: percent(1),
    heats,
    traffic,
  }
}

function loadLevel(utilisation: number): HeatLevel {
  const reached = loadSteps.filter((step) => utilisation >= step).length
  return reached <= 1 ? 1 : reached === 2 ? 2 : reached === 3 ? 3 : reached === 4 ? 4 : 5
}

function percent(share: number): string {
  return share > 0 && share < 0.005 ? `<1${thinSpace}%` : formatShare(Math.round(share * 100) / 100)
}
