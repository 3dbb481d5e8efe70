import { sayCondition } from '../graph/condition-sentence.ts'
import { parseCondition } from '../graph/condition-text.ts'
import type { Metric, MetricScope } from './metric.ts'

const nouns: Readonly<Partial<Record<MetricScope, string>>> = {
  components: 'every component',
  flows: 'every arrow',
  data: 'all data',
  boundaries: 'every boundary',
  actions: 'every action',
}

/**
 * What the `where` of a requirement chooses, in words: "every component that stores data". A text that cannot be read
 * comes back as it is written; `metric` says what sort of elements it chooses from.
 */
export function sayScope(where: string, metric: Metric | undefined): string {
  const parsed = parseCondition(where)
  if (!parsed.ok) return where
  const chosen = (metric?.scopes ?? []).flatMap((scope) => nouns[scope] ?? [])
  return `${chosen.length === 1 ? chosen[0] : 'everything'} that ${sayCondition(parsed.condition)}`
}
