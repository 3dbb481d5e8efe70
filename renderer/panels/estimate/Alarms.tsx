import type { ReactNode } from 'react'
import type { Estimate } from '../../../shared/estimate/estimate.ts'
import { formatShare } from '../../../shared/kinds/number-format.ts'
import { Badge } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { formatQuantity } from '../quantities.ts'

/** What has no steady state, before any number: who is asked for too much, who calls whom without end, what storms. */
export function Alarms({ estimate }: { readonly estimate: Estimate }) {
  const { actions, mainAction, loops = [], storms = [] } = estimate
  const main = actions.find((action) => action.action === mainAction) ?? actions[0]
  const overloaded = main?.overloaded ?? []
  return (
    <>
      {overloaded.length === 0 ? null : (
        <Alarm word="unstable" ids={overloaded}>
          More is asked for at the peak than can be done here, so waiting grows without end:
        </Alarm>
      )}
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

interface AlarmProps {
  readonly word: string
  readonly ids: readonly string[]
  readonly children: ReactNode
}

function Alarm({ word, ids, children }: AlarmProps) {
  return (
    <p className="estimate-alarm">
      <Badge tone="fail">{word}</Badge>
      <span>{children}</span>
      <ElementChips ids={ids} />
    </p>
  )
}
