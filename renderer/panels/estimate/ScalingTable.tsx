import { nameOf } from '../../../shared/design/collections.ts'
import type { ScalingEstimate } from '../../../shared/estimate/estimate-parts.ts'
import { Switch } from '../../ui/index.ts'
import { changeElement, withField } from '../edits.ts'
import { ElementChip } from '../ElementChips.tsx'
import { setSetting } from '../inspector/settings-edits.ts'
import { formatQuantity } from '../quantities.ts'
import { editDesign, useDesign } from '../stores.ts'
import { scalingCosts, scalingSentence, targetWords } from './scaling-words.ts'

/** Every box with replicas run in three ways, with what each costs, and the switch between them. */
export function ScalingTable({ scaling }: { readonly scaling: readonly ScalingEstimate[] }) {
  if (scaling.length === 0) return null
  const rows = scaling.toSorted((a, b) => scalingCosts(b).drawn - scalingCosts(a).drawn)
  return (
    <section className="scaling" aria-label="Replicas">
      <div className="estimate-subhead">
        <h3 className="small muted">
          Replicas and what they cost a month. For the peak and over the week each is at most {targetWords(scaling)}{' '}
          busy.
        </h3>
      </div>
      <table className="panel-table panel-table-inner">
        <thead>
          <tr>
            <th>Component</th>
            <th>Scales with the load</th>
            <th className="number">As drawn</th>
            <th className="number">For the peak, all the time</th>
            <th className="number" title="Mean replicas over the 168 hours of a week">
              Following the hours
            </th>
            <th>What it means</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <ScalingRow key={one.component} scaling={one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ScalingRow({ scaling }: { readonly scaling: ScalingEstimate }) {
  const { component, replicas, replicasAtPeak, replicasMean, isScaled } = scaling
  const name = useDesign((design) => nameOf(design, component))
  const costs = scalingCosts(scaling)
  return (
    <tr className="panel-row">
      <td>
        <ElementChip id={component} />
      </td>
      <td>
        <Switch
          label={`${name} scales with the load`}
          checked={isScaled}
          onChange={(on) => scaleWithLoad(component, on)}
        />
      </td>
      <Way replicas={replicas} usd={costs.drawn} counts={!isScaled} />
      <Way replicas={replicasAtPeak} usd={costs.atPeak} counts={false} />
      <Way replicas={replicasMean} usd={costs.following} counts={isScaled} />
      <td className="muted">{scalingSentence(scaling)}</td>
    </tr>
  )
}

/** One way of running it; the one that is in the cost stands out. */
function Way({ replicas, usd, counts }: { readonly replicas: number; readonly usd: number; readonly counts: boolean }) {
  return (
    <td className="number scaling-way" data-counts={counts} title={counts ? 'This is in the cost' : undefined}>
      {formatQuantity(replicas, 'count')}
      <span>{formatQuantity(usd, 'USD')}</span>
    </td>
  )
}

function scaleWithLoad(component: string, on: boolean): void {
  editDesign(on ? 'Scale with the load' : 'Run all replicas all the time', (design) =>
    changeElement(design, 'components', component, (one) =>
      withField(one, 'settings', setSetting(one.settings, 'autoscaled', on)),
    ),
  )
}
