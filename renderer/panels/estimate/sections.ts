import type { Estimate } from '../../../shared/estimate/estimate.ts'
import type { EstimateSection } from '../../store/view-parts.ts'

export interface SectionEntry {
  readonly id: EstimateSection
  readonly label: string
}

/** The parts of the panel for which this estimate has something to say, in their order. */
export function sectionsOf(estimate: Estimate): readonly SectionEntry[] {
  const entries: readonly (SectionEntry & { readonly shown: boolean })[] = [
    { id: 'overview', label: 'Overview', shown: true },
    { id: 'time', label: 'Time', shown: true },
    { id: 'cost', label: 'Cost', shown: true },
    { id: 'capacity', label: 'Capacity', shown: true },
    { id: 'availability', label: 'Availability', shown: estimate.availability !== undefined },
    { id: 'matters', label: 'What matters', shown: estimate.tornados.some((one) => one.bars.length > 0) },
    { id: 'buildOrBuy', label: 'Build or buy', shown: estimate.buildOrBuy.length > 0 },
    { id: 'serving', label: 'Own models', shown: estimate.serving.length > 0 },
    { id: 'components', label: 'By component', shown: true },
    { id: 'ledger', label: 'Inputs', shown: true },
  ]
  return entries.filter((one) => one.shown)
}
