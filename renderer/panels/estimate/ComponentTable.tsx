import type { Band, Estimate } from '../../../shared/estimate/estimate.ts'
import { Badge } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { currencyCode, formatBandRough, formatQuantity, formatRoughFrom, formatShare } from '../quantities.ts'
import { ShareBar } from './ShareBar.tsx'

/** Cost, time and load by component. */
export function ComponentTable({ estimate }: { readonly estimate: Estimate }) {
  const rows = estimate.components.toSorted(
    (a, b) => b.usdPerMonth.value - a.usdPerMonth.value || b.callsPerMonth - a.callsPerMonth,
  )
  return (
    <table className="panel-table">
      <thead>
        <tr>
          <th>Component</th>
          <th className="number">{currencyCode()} /month</th>
          <th title="Eight times in ten the true number lies in the band (P10 to P90)">Likely between</th>
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
              {isUnpriced(row.usdPerMonth) ? (
                <Badge tone="unknown">price unknown</Badge>
              ) : (
                formatBandRough(row.usdPerMonth).text
              )}
            </td>
            <td className="faint">{isUnpriced(row.usdPerMonth) ? null : formatBandRough(row.usdPerMonth).band}</td>
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

/** Nothing is paid for it that anybody knows the price of. */
function isUnpriced({ value, atLeast }: Band): boolean {
  return value === 0 && atLeast === true
}

function Utilisation({ share }: { readonly share: number }) {
  if (share >= 1) return <Badge tone="fail">unstable</Badge>
  return <Badge tone={share >= 0.85 ? 'high' : share >= 0.7 ? 'atRisk' : 'neutral'}>{formatShare(share)}</Badge>
}
