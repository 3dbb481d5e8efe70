import { CircleDollarSign } from 'lucide-react'
import { useState } from 'react'
import { EmptyState, Segmented } from '../../ui/index.ts'
import { useAnalysis } from '../stores.ts'
import { AssumedTable } from './AssumedTable.tsx'
import { ComponentTable } from './ComponentTable.tsx'
import { CostTable } from './CostTable.tsx'
import { Headlines } from './Headlines.tsx'
import { TimeTable } from './TimeTable.tsx'

type Section = 'time' | 'cost' | 'components' | 'assumed'

/** What the drawing would cost and how fast it would answer, down to every input of every line. */
export function EstimatePanel() {
  const estimate = useAnalysis((analysis) => analysis?.estimate)
  const [section, setSection] = useState<Section>('cost')
  if (estimate === undefined || !estimate.meaningful) {
    return (
      <EmptyState
        icon={CircleDollarSign}
        text="Connect two components and their cost and speed show here, from defaults with their sources."
      />
    )
  }
  return (
    <div className="panel-columns">
      <aside className="panel-side">
        <Headlines estimate={estimate} />
      </aside>
      <section className="panel-main">
        <div className="panel-bar">
          <Segmented
            label="Part of the estimate"
            value={section}
            options={[
              { value: 'cost', label: 'Cost lines' },
              { value: 'time', label: 'Time' },
              { value: 'components', label: 'By component' },
              { value: 'assumed', label: `Assumed inputs ${estimate.assumed.length}` },
            ]}
            onChange={(next) => setSection(next ?? section)}
          />
          <span className="panel-bar-note">Prices of {estimate.priceBookDate}</span>
        </div>
        {section === 'cost' ? <CostTable estimate={estimate} /> : null}
        {section === 'time' ? <TimeTable estimate={estimate} /> : null}
        {section === 'components' ? <ComponentTable estimate={estimate} /> : null}
        {section === 'assumed' ? <AssumedTable assumed={estimate.assumed} /> : null}
      </section>
    </div>
  )
}
