import type { ModelRow } from '../../../shared/governance/inventory.ts'
import { Badge, EmptyState } from '../../ui/index.ts'
import { ElementChip, ElementChips } from '../ElementChips.tsx'

const unstated = <Badge tone="unknown">not stated</Badge>

/** Every model with what is known of it. What is lacking is stated in the inspector of the model. */
export function InventoryTable({ inventory }: { readonly inventory: readonly ModelRow[] }) {
  if (inventory.length === 0)
    return <EmptyState text="No model is drawn. Each one shows here with its version, owner and data." />
  return (
    <table className="panel-table governance-table">
      <thead>
        <tr>
          <th>Model</th>
          <th>Version</th>
          <th>Provider</th>
          <th>Region</th>
          <th>Purpose</th>
          <th>Data</th>
          <th>Owner</th>
          <th>End of life</th>
          <th>Evaluated by</th>
        </tr>
      </thead>
      <tbody>
        {inventory.map((row) => (
          <tr key={row.component}>
            <td>
              <ElementChip id={row.component} />
            </td>
            <td>
              {row.version ?? unstated} {row.pinned === true ? <Badge tone="pass">pinned</Badge> : null}
              {row.pinned === false ? <Badge tone="atRisk">not pinned</Badge> : null}
            </td>
            <td>
              {row.provider ?? unstated}
              {row.hosting === undefined ? null : (
                <span className="faint small"> {row.hosting === 'vendor' ? 'at the vendor' : 'own machines'}</span>
              )}
            </td>
            <td className="nowrap">{row.region ?? unstated}</td>
            <td>{row.purpose ?? unstated}</td>
            <td>{row.data.length === 0 ? unstated : <ElementChips ids={row.data} most={2} />}</td>
            <td>{row.owner ?? unstated}</td>
            <td className="nowrap">{row.endOfLife ?? <span className="faint">none known</span>}</td>
            <td>{row.evaluatedBy.length === 0 ? unstated : <ElementChips ids={row.evaluatedBy} most={2} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
