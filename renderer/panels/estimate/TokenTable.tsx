import type { ComponentEstimate } from '../../../shared/estimate/estimate.ts'
import { ElementChip } from '../ElementChips.tsx'
import { formatQuantity } from '../quantities.ts'

/** What each model reads and writes, part by part: what to shorten, or to cache. */
export function TokenTable({ components }: { readonly components: readonly ComponentEstimate[] }) {
  const models = components.filter((each) => (each.tokenParts?.length ?? 0) > 0)
  if (models.length === 0) return null
  return (
    <table className="panel-table" aria-label="Tokens by part">
      <thead>
        <tr>
          <th>Model</th>
          <th>Tokens</th>
          <th className="number" title="In one request of the most used action">
            A request
          </th>
          <th className="number">A month</th>
        </tr>
      </thead>
      <tbody>
        {models.flatMap(({ component, tokenParts = [] }) =>
          tokenParts.map(({ part, label, perRequest, perMonth }, index) => (
            <tr key={`${component}/${part}`} className="panel-row">
              <td>{index === 0 ? <ElementChip id={component} /> : null}</td>
              <td>{label}</td>
              <td className="number">{perRequest > 0 ? formatQuantity(perRequest, 'count') : '–'}</td>
              <td className="number muted">{formatQuantity(perMonth, 'count')}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
