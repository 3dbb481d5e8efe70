import { RotateCcw } from 'lucide-react'
import { Slider } from 'radix-ui'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Estimate } from '../../../shared/estimate/estimate.ts'
import { Button } from '../../ui/index.ts'
import { formatTraffic } from '../quantities.ts'
import { askTraffic, leastTraffic, mostTraffic, useAnalysisState, useDesign } from '../stores.ts'
import { trafficAt, trafficSteps, stepOf } from './traffic-scale.ts'

/** "What if so many times the traffic came": the numbers follow while it moves, and the design stays as it is. */
export function TrafficBar() {
  const asked = useAnalysisState((state) => state.traffic)
  return (
    <div className="traffic" data-what-if={asked !== 1}>
      <span className="traffic-label">Traffic</span>
      <Slider.Root
        className="traffic-slider"
        min={stepOf(leastTraffic)}
        max={stepOf(mostTraffic)}
        step={1}
        value={[stepOf(asked)]}
        onValueChange={([step = 0]) => askTraffic(trafficAt(step))}
      >
        <Slider.Track className="traffic-track">
          {trafficSteps.map((factor) => (
            <i
              key={factor}
              data-stated={factor === 1}
              style={{
                left: `${((stepOf(factor) - stepOf(leastTraffic)) / (stepOf(mostTraffic) - stepOf(leastTraffic))) * 100}%`,
              }}
            />
          ))}
        </Slider.Track>
        <Slider.Thumb
          className="traffic-thumb"
          aria-label="Traffic"
          aria-valuetext={asked === 1 ? 'as stated' : `${formatTraffic(asked)} the stated traffic`}
        />
      </Slider.Root>
      <span className="traffic-factor">{asked === 1 ? 'as stated' : formatTraffic(asked)}</span>
    </div>
  )
}

/** Says that these are other numbers than the design states, and what gives in first at them. */
export function WhatIfLine({ estimate }: { readonly estimate: Estimate }) {
  const asked = useAnalysisState((state) => state.traffic)
  const first = useFirstToSaturate(estimate)
  if (asked === 1 && estimate.traffic === 1) return null
  return (
    <div className="what-if">
      <output className="what-if-text ellipsis">
        <strong>
          {estimate.traffic === 1 ? 'As stated' : `What if: ${formatTraffic(estimate.traffic)} the stated traffic.`}
        </strong>{' '}
        {first === undefined ? null : `${first}. `}
        <span className="muted">Findings stay those of the stated traffic.</span>
      </output>
      <Button tone="quiet" icon={RotateCcw} title="Back to the stated traffic (Esc)" onClick={() => askTraffic(1)}>
        Reset
      </Button>
    </div>
  )
}

/** What gives in first: of the numbers that are shown, so that it never speaks of others than those beside it. */
function useFirstToSaturate({ capacity, components, traffic }: Estimate): string | undefined {
  const design = useDesign((present) => present)
  const fullest = components.reduce<(typeof components)[number] | undefined>(
    (most, one) => ((one.utilisation ?? 0) > (most?.utilisation ?? 0) ? one : most),
    undefined,
  )
  const id = capacity.saturatesFirst ?? fullest?.component
  const factor = capacity.sustainedFactor ?? (fullest?.utilisation === undefined ? undefined : 1 / fullest.utilisation)
  if (id === undefined || factor === undefined) return undefined
  const name = nameOf(design, id)
  // Factors are of the stated traffic, whatever is looked at now.
  const most = factor * traffic
  return factor < 1
    ? `Unstable: ${name}, at more than ${formatTraffic(most)} the stated peak`
    : `First to saturate: ${name}, at ${formatTraffic(most)} the stated peak`
}
