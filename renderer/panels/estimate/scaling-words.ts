import type { ScalingEstimate } from '../../../shared/estimate/estimate-parts.ts'
import { formatQuantity, formatShare } from '../quantities.ts'

/** USD a month of the three ways of running one box. */
export function scalingCosts({ replicas, replicasAtPeak, replicasMean, usdPerMonthPerReplica }: ScalingEstimate): {
  readonly drawn: number
  readonly atPeak: number
  readonly following: number
} {
  return {
    drawn: replicas * usdPerMonthPerReplica,
    atPeak: replicasAtPeak * usdPerMonthPerReplica,
    following: replicasMean * usdPerMonthPerReplica,
  }
}

/** What one box would gain or lose by the other way of running it, in one sentence. */
export function scalingSentence(scaling: ScalingEstimate): string {
  const { replicas, replicasAtPeak, isScaled, mostReplicas } = scaling
  const { drawn, atPeak, following } = scalingCosts(scaling)
  const usd = (value: number): string => `${formatQuantity(value, 'USD')} a month`
  const ends = mostReplicas !== undefined && replicasAtPeak >= mostReplicas
  if (isScaled && ends) return `Runs as many as it may at the peak: ${mostReplicas}.`
  if (isScaled)
    return following < atPeak
      ? `Saves ${usd(atPeak - following)} against the peak.`
      : 'Saves nothing: the load is even.'
  if (replicas < replicasAtPeak) {
    const missing = replicasAtPeak - replicas
    return `${missing} short of the peak: ${usd(atPeak - drawn)} more all the time, ${difference(following - drawn, usd)} scaling.`
  }
  if (following >= drawn) return 'Scaling would save nothing: the load is even.'
  const idle = replicas - replicasAtPeak
  // With an even load all there is to save is what stands beyond the peak: once said is enough.
  if (following >= atPeak) return `${idle} beyond the peak cost ${usd(drawn - atPeak)}; the load is even.`
  const save = `Scaling would save ${usd(drawn - following)}`
  return idle === 0 ? `${save}.` : `${save}; ${idle} beyond the peak cost ${usd(drawn - atPeak)}.`
}

function difference(usd: number, format: (value: number) => string): string {
  return usd >= 0 ? `${format(usd)} more` : `${format(-usd)} less`
}

/** How full replicas get before another one starts: "70 %", or the range over the boxes. */
export function targetWords(scaling: readonly ScalingEstimate[]): string {
  const targets = scaling.map((one) => one.targetUtilisation)
  const [least, most] = [Math.min(...targets), Math.max(...targets)]
  return least === most ? formatShare(most) : `${formatShare(least)} to ${formatShare(most)}`
}
