import type { Id } from '../../../shared/design/design.ts'
import type { Band } from '../../../shared/estimate/estimate.ts'
import { severities } from '../../../shared/findings/finding.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { Group, LinkButton, SeverityMark } from '../../ui/index.ts'
import { formatBandRough, formatQuantity, formatRate, formatShare } from '../quantities.ts'
import { useAnalysis, useView, viewStore } from '../stores.ts'

/** What the engines say about one element: cost, time, load, findings. */
export function InResults({ id }: { readonly id: Id }) {
  const estimate = useAnalysis((analysis) => analysis?.estimate)
  const findings = useAnalysis((analysis) => analysis?.findings)
  const room = useView((view) => view.roomMode)
  const row = estimate?.components.find((one) => one.component === id)
  const mine = (findings ?? []).filter((finding) => finding.status === 'open' && finding.elements.includes(id))
  const numbers = estimate?.meaningful === true && row !== undefined
  if (room || (!numbers && mine.length === 0)) return null
  return (
    <Group title="In this design">
      {numbers ? (
        <dl className="result-facts">
          <dt>Cost</dt>
          <dd>
            <LinkButton onClick={() => viewStore.getState().showEstimate('cost')}>
              {formatBandRough(row.usdPerMonth).text} /month
            </LinkButton>
            <CostRange band={row.usdPerMonth} />
            {row.costShare === undefined ? null : (
              <span className="faint"> {formatShare(row.costShare)} of the total</span>
            )}
          </dd>
          {row.timeShare === undefined || row.timeShare === 0 ? null : (
            <>
              <dt>Time</dt>
              <dd>{formatShare(row.timeShare)} of the mean answer</dd>
            </>
          )}
          <dt>Calls</dt>
          <dd>
            {formatQuantity(row.callsPerMonth, 'count')} /month
            <span className="faint"> {formatRate(row.peakCallsPerSecond)} at peak</span>
          </dd>
          {row.utilisation === undefined ? null : (
            <>
              <dt>In use</dt>
              <dd title={row.capacityWhy}>{formatShare(row.utilisation)} at peak</dd>
            </>
          )}
        </dl>
      ) : null}
      {mine
        .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
        .map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
    </Group>
  )
}

/** Between what the cost likely lies, where that is not one number. */
function CostRange({ band }: { readonly band: Band }) {
  const { band: range } = formatBandRough(band)
  return range === undefined ? null : <span className="faint"> {range}</span>
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  return (
    <button
      type="button"
      className="result-finding"
      title={finding.problem}
      onClick={() => {
        viewStore.getState().highlight(finding)
        viewStore.getState().showPanel(finding.lenses.includes('check') ? 'findings' : 'threats')
      }}
    >
      <SeverityMark severity={finding.severity} />
      <span className="ellipsis">{finding.title}</span>
    </button>
  )
}
