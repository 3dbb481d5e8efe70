import { useMemo, useState } from 'react'
import { X } from 'lucide-react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { CostLine, Estimate } from '../../../shared/estimate/estimate.ts'
import { Button, Segmented } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'
import { Unpriced } from './Alarms.tsx'
import { CostChart } from './CostChart.tsx'
import { CostTable } from './CostTable.tsx'
import { currencyCode } from '../quantities.ts'
import { PricesLine } from './PricesLine.tsx'
import { TokenTable } from './TokenTable.tsx'

type Recurrence = CostLine['recurrence']

/** Where the money goes: by component, dearest first, and below it every line down to its formula. */
export function CostSection({ estimate }: { readonly estimate: Estimate }) {
  const [picked, setPicked] = useState<string | undefined>(undefined)
  const [recurrence, setRecurrence] = useState<Recurrence>('month')
  const hasOnce = estimate.lines.some((line) => line.recurrence === 'once' && line.usd.value > 0)
  const shown = hasOnce ? recurrence : 'month'
  const lines = useMemo(() => estimate.lines.filter((line) => line.recurrence === shown), [estimate.lines, shown])
  const component = lines.some((line) => line.component === picked) ? picked : undefined
  if (estimate.lines.length === 0) return <p className="panel-empty-line">Nothing on the drawing has a price yet.</p>
  return (
    <div className="estimate-part">
      <div className="estimate-subhead">
        <h3 className="small muted">
          {currencyCode()} {shown === 'month' ? 'a month, by component' : 'once, by component'}
        </h3>
        <PricesLine date={estimate.priceBookDate} />
        {hasOnce ? (
          <Segmented
            label="Recurrence"
            value={shown}
            options={[
              { value: 'month', label: 'A month' },
              { value: 'once', label: 'Once' },
            ]}
            onChange={(next) => setRecurrence(next ?? shown)}
          />
        ) : null}
      </div>
      <Unpriced estimate={estimate} />
      <CostChart lines={lines} picked={component} onPick={(id) => setPicked(id === component ? undefined : id)} />
      {component === undefined ? null : <PickedBar component={component} onClear={() => setPicked(undefined)} />}
      <CostTable
        key={component ?? 'all'}
        lines={component === undefined ? lines : lines.filter((line) => line.component === component)}
        estimate={estimate}
      />
      <TokenTable
        components={
          component === undefined
            ? estimate.components
            : estimate.components.filter((one) => one.component === component)
        }
      />
    </div>
  )
}

function PickedBar({ component, onClear }: { readonly component: string; readonly onClear: () => void }) {
  const name = useDesign((design) => nameOf(design, component))
  return (
    <p className="estimate-picked small">
      Lines of <strong>{name}</strong>
      <Button tone="quiet" icon={X} onClick={onClear}>
        Show all
      </Button>
    </p>
  )
}
