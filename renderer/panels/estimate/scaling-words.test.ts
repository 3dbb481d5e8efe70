import { describe, expect, it } from 'vitest'
import type { ScalingEstimate } from '../../../shared/estimate/estimate-parts.ts'
import { formatShare } from '../quantities.ts'
import { scalingCosts, scalingSentence, targetWords } from './scaling-words.ts'

const scaling = (more: Partial<ScalingEstimate> = {}): ScalingEstimate => ({
  component: 'c',
  replicas: 4,
  replicasAtPeak: 4,
  replicasMean: 2.5,
  usdPerMonthPerReplica: 100,
  isScaled: false,
  targetUtilisation: 0.7,
  ...more,
})

describe('words about replicas', () => {
  it('cost each way of running by what one replica costs', () => {
    expect(scalingCosts(scaling({ replicas: 6 }))).toEqual({ drawn: 600, atPeak: 400, following: 250 })
  })

  it.each([
    [{}, 'Scaling would save $150 a month.'],
    [{ replicas: 6 }, 'Scaling would save $350 a month; 2 beyond the peak cost $200 a month.'],
    [{ replicas: 6, replicasMean: 4 }, '2 beyond the peak cost $200 a month; the load is even.'],
    [{ replicas: 1 }, '3 short of the peak: $300 a month more all the time, $150 a month more scaling.'],
    [{ replicas: 3 }, '1 short of the peak: $100 a month more all the time, $50 a month less scaling.'],
    [{ replicasMean: 4 }, 'Scaling would save nothing: the load is even.'],
    [{ isScaled: true }, 'Saves $150 a month against the peak.'],
    [{ isScaled: true, replicasMean: 4 }, 'Saves nothing: the load is even.'],
  ])('%j: %s', (more, sentence) => {
    expect(scalingSentence(scaling(more))).toBe(sentence)
  })

  it('name the target that replicas are planned for', () => {
    expect(targetWords([scaling(), scaling()])).toBe(formatShare(0.7))
    expect(targetWords([scaling(), scaling({ targetUtilisation: 0.5 })])).toBe(
      `${formatShare(0.5)} to ${formatShare(0.7)}`,
    )
  })
})
