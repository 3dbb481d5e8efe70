import { metrics } from '../../../shared/requirements/metrics/index.ts'
import { characteristicOf, qualityModel } from '../../../shared/requirements/quality-model.ts'
import { SearchChoice } from '../../ui/index.ts'
import { metricTitle } from './metric-options.ts'

const ways = { computed: 'estimated', structural: 'from the drawing', attribute: 'stated', evidence: 'measured' }

/** The metrics by quality characteristic, each with the way in which it is verified; typed for, or walked through. */
export function MetricChoice({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  return (
    <SearchChoice
      quiet
      label="Metric"
      value={value}
      shown={metricTitle(value)}
      searchLabel="Find a metric"
      nothingFound="No metric is called that."
      find={findMetrics}
      onChange={onChange}
    />
  )
}

export function findMetrics(text: string) {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
  const matches = ({ id, title, category }: { id: string; title: string; category: string }): boolean =>
    words.every((word) => `${title} ${id} ${category}`.toLowerCase().includes(word))
  return qualityModel
    .map(({ id, title }) => ({
      heading: title,
      options: metrics
        .filter((metric) => characteristicOf(metric.category)?.id === id && matches(metric))
        .map((metric) => ({ value: metric.id, label: metric.title, hint: ways[metric.verification] })),
    }))
    .filter(({ options }) => options.length > 0)
}
