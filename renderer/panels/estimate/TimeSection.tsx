import { useState } from 'react'
import type { Estimate } from '../../../shared/estimate/estimate.ts'
import { typographic } from '../../../shared/design/typographic.ts'
import { Badge, Choice } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { formatQuantity, formatRate } from '../quantities.ts'
import { Alarms } from './Alarms.tsx'
import { ClockTable } from './ClockTable.tsx'
import { ReadAsAnswers } from './ReadAsAnswers.tsx'
import { TimeShares } from './TimeShares.tsx'
import { Waterfall } from './Waterfall.tsx'

const methodWords = {
  convolution: 'Method: the spreads of all steps are joined exactly (convolution); percentiles are never added up.',
  sampling: 'Method: sampling, since some steps are slow together; percentiles are never added up.',
} as const

/** One action's percentiles, and where a mean request of it spends its time. */
export function TimeSection({ estimate }: { readonly estimate: Estimate }) {
  const [wanted, setWanted] = useState<string | undefined>(undefined)
  const { actions, mainAction } = estimate
  const action = actions.find((one) => one.action === wanted) ?? actions.find((one) => one.action === mainAction)
  if (action === undefined) return <p className="panel-empty-line">Nothing on the drawing is asked for yet.</p>
  const done = estimate.flowsDone.filter((one) => one.action === action.action)
  const hasTimes = [action.first, action.full, ...done.map((one) => one.done)].some((times) => times !== undefined)
  return (
    <div className="estimate-part">
      <header className="estimate-head">
        {actions.length > 1 ? (
          <Choice
            quiet
            label="Action"
            value={action.action}
            options={actions.map((one) => ({ value: one.action, label: one.name }))}
            onChange={setWanted}
          />
        ) : (
          <h3 className="ellipsis">{action.name}</h3>
        )}
        {action.derived ? <Badge>assumed action</Badge> : null}
        <span className="muted small">
          {formatQuantity(action.requestsPerMonth, 'count')} a month, {formatRate(action.peakPerSecond)} at the peak
        </span>
      </header>
      <Alarms estimate={estimate} />
      <div className="estimate-columns">
        <div>
          <ClockTable action={action} done={done} />
          {hasTimes ? (
            <p className="faint small estimate-note">
              {action.method === 'sampling' && action.methodWhy !== undefined
                ? `${methodWords.sampling} ${action.methodWhy}`
                : methodWords[action.method]}
            </p>
          ) : null}
          {action.heldBy === undefined ? null : (
            <p className="small estimate-note">
              First words wait: {typographic(action.heldBy.reason)} <ElementChip id={action.heldBy.element} />
            </p>
          )}
          <ReadAsAnswers action={action} />
        </div>
        {action.spans === undefined || action.spans.length === 0 ? (
          <TimeShares action={action} />
        ) : (
          <Waterfall spans={action.spans} />
        )}
      </div>
    </div>
  )
}
