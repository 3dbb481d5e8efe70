import type { Requirement } from '../design/design.ts'
import { findMetric } from './metrics/index.ts'

/** The id of the quality that a requirement is about: its own word, else its metric's; '' where neither says one. */
export function qualityOf({ category, metric }: Requirement): string {
  return category ?? findMetric(metric)?.category ?? ''
}
