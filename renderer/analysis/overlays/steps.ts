import { formatShare, thinSpace } from '../../../shared/kinds/figures/number-format.ts'
import type { HeatStep, LegendEntry } from '../heat.ts'

const levels = [1, 2, 3, 4, 5] as const

/** The last step that a share has reached. */
export function levelOf(share: number, steps: readonly number[]): HeatStep {
  const reached = steps.filter((step) => share >= step).length
  return levels[Math.max(0, reached - 1)] ?? 5
}

export function stepLegend(steps: readonly number[]): readonly LegendEntry[] {
  return levels.map((level, index) => ({ level, label: percent(steps[index] ?? 0) }))
}

export function percent(share: number): string {
  return share > 0 && share < 0.005 ? `<1${thinSpace}%` : formatShare(Math.round(share * 100) / 100)
}
