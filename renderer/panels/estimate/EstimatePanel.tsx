import './estimate.css'
import { CircleDollarSign } from 'lucide-react'
import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'
import type { Numbers } from '../../../shared/analysis.ts'
import type { EstimateSection } from '../../store/view-parts.ts'
import { EmptyState } from '../../ui/index.ts'
import { askTraffic, useAnalysisState, useDetailedNumbers, useNumbers, useView, viewStore } from '../stores.ts'
import { Ledger } from '../assumptions/Ledger.tsx'
import { AvailabilitySection } from './AvailabilitySection.tsx'
import { BuildOrBuySection } from './BuildOrBuySection.tsx'
import { CapacitySection } from './CapacitySection.tsx'
import { ComponentTable } from './ComponentTable.tsx'
import { CostSection } from './CostSection.tsx'
import { DetailsOnTheWay } from './DetailsOnTheWay.tsx'
import { MattersSection } from './MattersSection.tsx'
import { Overview } from './Overview.tsx'
import { sectionsOf } from './sections.ts'
import { ServingSection } from './ServingSection.tsx'
import { TimeSection } from './TimeSection.tsx'
import { TrafficBar, WhatIfLine } from './TrafficBar.tsx'

/**
 * What the drawing would cost, how fast it would answer and what it sustains, down to every input of every line. All
 * that it shows is of one result: while a newer one is worked on, all of it dims.
 */
export function EstimatePanel() {
  const { numbers, isNewest } = useDetailedNumbers()
  const isMeaningful = useNumbers((shown) => shown?.estimate.meaningful)
  const hasFailed = useAnalysisState(({ failure }) => failure !== undefined)
  const asked = useAnalysisState((state) => state.traffic)
  const wanted = useView((view) => view.estimateSection)
  if (isMeaningful === undefined && !hasFailed) return <DetailsOnTheWay />
  if (isMeaningful !== true) {
    return (
      <EmptyState
        icon={CircleDollarSign}
        text="Connect two components and their cost and speed show here, from defaults with their sources."
      />
    )
  }
  if (numbers === undefined) return <DetailsOnTheWay />
  const { estimate } = numbers
  const sections = sectionsOf(estimate)
  const section = sections.find((one) => one.id === wanted)?.id ?? 'overview'
  return (
    <Tabs.Root
      className="estimate"
      value={section}
      data-pending={!isNewest}
      data-traffic={estimate.traffic}
      onValueChange={(next) => {
        const found = sections.find((one) => one.id === next)
        if (found !== undefined) viewStore.getState().showEstimate(found.id)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || asked === 1) return
        event.preventDefault()
        askTraffic(1)
      }}
    >
      <div className="estimate-bar">
        <Tabs.List className="estimate-nav" aria-label="Parts of the estimate">
          {sections.map((one) => (
            <Tabs.Trigger key={one.id} value={one.id} className="estimate-tab">
              {one.label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <TrafficBar />
      </div>
      <WhatIfLine estimate={estimate} />
      <Tabs.Content key={section} value={section} className="estimate-content" tabIndex={-1}>
        {contents[section]?.(numbers)}
      </Tabs.Content>
    </Tabs.Root>
  )
}

const contents: Readonly<Partial<Record<EstimateSection, (numbers: Numbers) => ReactNode>>> = {
  overview: (numbers) => <Overview numbers={numbers} />,
  time: ({ estimate }) => <TimeSection estimate={estimate} />,
  cost: ({ estimate }) => <CostSection estimate={estimate} />,
  capacity: ({ estimate: { capacity, scaling, traffic } }) => (
    <CapacitySection capacity={capacity} scaling={scaling} traffic={traffic} />
  ),
  availability: ({ estimate }) => <AvailabilitySection estimate={estimate} />,
  matters: ({ estimate: { tornados } }) => <MattersSection tornados={tornados} />,
  buildOrBuy: ({ estimate }) => <BuildOrBuySection estimate={estimate} />,
  serving: ({ estimate }) => <ServingSection estimate={estimate} />,
  components: ({ estimate }) => <ComponentTable estimate={estimate} />,
  ledger: ({ estimate }) => <Ledger estimate={estimate} />,
}
