import { describe, expect, it } from 'vitest'
import type { Settings } from '../design/design.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { draw } from '../graph/testing/draw.ts'
import { kinds, products } from '../kinds/index.ts'
import { estimateDesign } from './estimate-design.ts'
import { anyPrice } from './testing/estimate-drawing.ts'

/** An endpoint whose workers take 100 ms each; called in twelve hours of the day alone, twice a second on average. */
function endpoint(settings: Settings) {
  const design = draw(
    [
      { id: 'app', name: 'App', kind: 'orchestrator' },
      {
        id: 'score',
        name: 'Score',
        kind: 'ml-endpoint',
        settings: { workers: 1, p50Ms: 100, p95Ms: 100, ...settings },
      },
    ],
    [{ id: 'f', from: 'app', to: 'score' }],
    {
      actions: [{ id: 'go', name: 'Go', starts: 'app' }],
      workloads: [
        {
          id: 'w',
          name: 'W',
          mix: { go: 1 },
          arrivals: { rate: 7, per: 'second', hours: Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0 : 1)) },
        },
      ],
    },
  )
  const estimate = estimateDesign(buildGraph(design, kinds, products), anyPrice(1))
  const usdOfMachines = estimate.lines
    .filter((line) => line.component === 'score' && line.recurrence === 'month')
    .reduce((sum, line) => sum + line.usd.value, 0)
  return { scaling: estimate.scaling.find((one) => one.component === 'score'), usdOfMachines }
}

describe('replicas that scale', () => {
  it('cost their mean over the week, those that do not cost what is drawn', () => {
    // 14 calls a second in the busy half, 10 x 70 % a replica: two; one stays in the idle half.
    const fixed = endpoint({ replicas: 4 })
    expect(fixed.usdOfMachines).toBeCloseTo(4 * 730, 6)
    expect(fixed.scaling).toMatchObject({ replicas: 4, replicasAtPeak: 2, replicasMean: 1.5, isScaled: false })
    const scaled = endpoint({ replicas: 4, autoscaled: true })
    expect(scaled.usdOfMachines).toBeCloseTo(1.5 * 730, 6)
    expect(scaled.scaling).toMatchObject({ isScaled: true, usdPerMonthPerReplica: 730 })
  })
})
