import type { Estimate } from '../../../shared/estimate/estimate.ts'
import { Badge } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { currencyCode, formatMoneyRough, formatQuantity, formatRoughFrom, formatShare } from '../quantities.ts'
import { ShareBar } from './ShareBar.tsx'

/** Cost, time and load by component. */
export function ComponentTable({ estimate }: { readonly estimate: Estimate }) {
  const rows = estimate.components.toSorted(
    (a, b) => b.usdPerMonth - a.usdPerMonth || b.callsPerMonth - a.callsPerMonth,
  )
  return (
    <table className="panel-table">
      <thead>
        <tr>
          <th>Component</th>
          <th className="number">{currencyCode()} /month</th>
          <th className="number" title="Of the design's total per month">
            Share of cost
          </th>
          <th className="number" title="Of the mean time of the most used action">
            Share of time
          </th>
          <th className="number">Calls /month</th>
          <th className="number">Peak /s</th>
          <th className="number" title="Sent and received, at 4 bytes a token and 100 kB a page">
            GB /month
          </th>
          <th className="number">In use at peak</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.component} className="panel-row">
            <td>
              <ElementChip id={row.component} />
            </td>
            <td className="number">
              {row.usdAtLeast === true && row.usdPerMonth > 0 ? '≥ ' : ''}
              {row.usdAtLeast === true && row.usdPerMonth === 0 ? (
                <Badge tone="unknown">price unknown</Badge>
              ) : (
                formatMoneyRough(row.usdPerMonth)
              )}
            </td>
            <td className="number">
              <ShareBar share={row.costShare} />
            </td>
            <td className="number">
              <ShareBar share={row.timeShare} />
            </td>
            <td className="number muted">{formatQuantity(row.callsPerMonth, 'count')}</td>
            <td className="number muted">{formatRoughFrom(0.0001, row.peakCallsPerSecond, 'count')}</td>
            <td className="number muted">
              {row.gigabytesPerMonth === undefined ? (
                <span className="faint">–</span>
              ) : (
                formatRoughFrom(0.0001, row.gigabytesPerMonth, 'GB')
              )}
            </td>
            <td className="number" title={row.capacityWhy}>
              {row.misfit === true ? (
                <Badge tone="fail">does not fit</Badge>
              ) : row.utilisation === undefined ? (
                <span className="faint">–</span>
              ) : (
                <Utilisation share={row.utilisation} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Utilisation({ share }: { readonly share: number }) {
  if (share >= 1) return <Badge tone="fail">unstable</Badge>
  return <Badge tone={share >= 0.85 ? 'high' : share >= 0.7 ? 'atRisk' : 'neutral'}>{formatShare(share)}</Badge>
}
