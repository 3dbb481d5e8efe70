import type { Arrivals, Design, OpenArrivals, Stated, Workload } from '../../../shared/design/design.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { usualPeak } from '../../../shared/estimate/demand/arrivals.ts'
import { addElement, freshId } from '../edits.ts'
import type { Fallback } from '../inspector/ValueControl.tsx'
import { startsOf } from './starts.ts'

/** What one run of an action brings along. */
export const inputFields: Readonly<Record<string, Field>> = {
  tokens: { type: 'number', label: 'Brings', unit: 'tokens', min: 0 },
  pages: { type: 'number', label: 'Pages', unit: 'pages', min: 0 },
  items: { type: 'number', label: 'Items', unit: 'count', min: 0 },
  bytes: { type: 'number', label: 'Size', unit: 'bytes', min: 0 },
  resolvedShare: {
    type: 'number',
    label: 'Resolved',
    unit: 'share',
    min: 0,
    max: 1,
    help: 'Share of them after which nothing more is to be done; gives the cost per resolved task',
    ask: 'Product owner',
  },
}

/** Why there is no workload yet where `withNewWorkload` returns the same design. */
export const nobodyStarts = 'A workload says how often people ask: first draw a user and an arrow out of it.'

/** A first workload says what the estimate assumes without one, so that stating it moves nothing by itself. */
export function withNewWorkload(design: Design): Design {
  const ready = (design.actions ?? []).length === 0 ? withNewAction(design) : design
  const mix = Object.fromEntries((ready.actions ?? []).map((action) => [action.id, 1 / (ready.actions ?? []).length]))
  if (Object.keys(mix).length === 0) return design
  const workload: Workload = {
    id: freshId(ready, 'workload'),
    name: (design.workloads ?? []).length === 0 ? 'Daily use' : 'Untitled workload',
    mix: Object.keys(mix).length === 1 ? Object.fromEntries(Object.keys(mix).map((id) => [id, 1])) : mix,
    arrivals: arrivalsOf('open'),
  }
  return addElement(ready, 'workloads', workload)
}

/** An action at the first arrow out of an actor that none starts with yet. */
export function withNewAction(design: Design): Design {
  const taken = new Set((design.actions ?? []).map((action) => action.starts))
  const starts = startsOf(design, design.flows ?? [], design.components ?? [])
  const start = starts.find((option) => !taken.has(option.value)) ?? starts[0]
  if (start === undefined) return design
  return addElement(design, 'actions', { id: freshId(design, 'action'), name: start.label, starts: start.value })
}

export type ArrivalForm = 'open' | 'closed' | 'batch'

export function formOf(arrivals: Arrivals): ArrivalForm {
  if ('rate' in arrivals) return 'open'
  return 'users' in arrivals ? 'closed' : 'batch'
}

/**
 * A usual start for each form: the three cannot be turned into one another. Nobody has said these numbers yet, so that
 * they stay assumed, with a band as wide as without a workload, until somebody types one.
 */
export function arrivalsOf(form: ArrivalForm): Arrivals {
  if (form === 'open') return { rate: usual(1000), per: 'day' }
  if (form === 'closed') return { users: usual(50), thinkTimeS: usual(30, 3) }
  return { items: usual(1000), every: 'day', withinHours: 8 }
}

/** A number that stands in until somebody says it: at least and at most are so many times below and above it. */
function usual(value: number, times = 10): Stated<number> {
  return { value, low: value / times, high: value * times, source: 'assumed until somebody says', confidence: 'C' }
}

/** The peak that counts while neither a number nor the hours of the day say one: what the field shows greyed. */
export function usualPeakOf(arrivals: OpenArrivals): Fallback | undefined {
  return arrivals.hours === undefined ? { scalar: usualPeak, source: 'assumed: usual for office work' } : undefined
}
