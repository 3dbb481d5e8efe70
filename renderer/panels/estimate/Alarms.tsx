import type { ReactNode } from 'react'
import type { Estimate } from '../../../shared/estimate/estimate.ts'
import { formatShare } from '../../../shared/kinds/figures/number-format.ts'
import { typographic } from '../../../shared/design/typographic.ts'
import { Badge } from '../../ui/index.ts'
import type { BadgeTone } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { formatQuantity } from '../quantities.ts'

/** What has no steady state, before any number: who is asked for too much, who calls whom without end, what storms. */
export function Alarms({ estimate }: { readonly estimate: Estimate }) {
  const { actions, mainAction, capacity, loops = [], storms = [], serving, traffic } = estimate
  const main = actions.find((action) => action.action === mainAction) ?? actions[0]
  const { overloaded = [], unanswered = [] } = main ?? {}
  // The line on the traffic above says so already of the one that gives in first.
  const isSaid = traffic !== 1 && overloaded.every((id) => id === capacity.saturatesFirst)
  const misfits = serving.filter((one) => !one.fits)
  return (
    <>
      {overloaded.length === 0 || isSaid ? null : (
        <Alarm word="unstable" ids={overloaded}>
          More is asked for at the peak than can be done here, so waiting grows without end:
        </Alarm>
      )}
      {unanswered.length === 0 ? null : (
        <Alarm word="nobody answers" tone="unknown" ids={unanswered}>
          What is asked is only handed on here, and nothing is drawn behind. What is to answer is in no number:
        </Alarm>
      )}
      {misfits.map(({ component, problems }) => (
        <Alarm key={component} word="does not fit" ids={[component]}>
          {typographic(problems.findLast(({ field }) => field === 'gpus')?.sentence ?? '')} Until then nothing answers
          there, and no time can be stated:
        </Alarm>
      ))}
      {storms.map((storm) => (
        <Alarm key={storm.flow} word="retry storm" ids={storm.path}>
          {formatQuantity(storm.tries, 'count')} tries fill it to {formatShare(storm.utilisation)}; without them it
          would be at {formatShare(storm.utilisationWithout)}:
        </Alarm>
      ))}
      {loops.map((loop) => (
        <Alarm key={`${loop.action} ${loop.path.join(' ')}`} word="endless" ids={loop.path}>
          Each round brings {formatQuantity(loop.gain, 'count')} more; what they add is left out:
        </Alarm>
      ))}
    </>
  )
}

/** Whose prices nobody knows: all amounts are "at least" until somebody states them. */
export function Unpriced({ estimate: { components } }: { readonly estimate: Estimate }) {
  const ids = components.filter((one) => one.usdPerMonth.atLeast === true).map((one) => one.component)
  if (ids.length === 0) return null
  return (
    <Alarm word="price unknown" tone="unknown" ids={ids}>
      Amounts are the least it can be, until somebody states a price for:
    </Alarm>
  )
}

interface AlarmProps {
  readonly word: string
  readonly tone?: BadgeTone
  readonly ids: readonly string[]
  readonly children: ReactNode
}

function Alarm({ word, tone = 'fail', ids, children }: AlarmProps) {
  return (
    <p className="estimate-alarm">
      <Badge tone={tone}>{word}</Badge>
      <span>{children}</span>
      <ElementChips ids={ids} />
    </p>
  )
}
