import type { Metric } from '../metric.ts'
import { headroom, sustained, utilisation } from './capacity.ts'
import { costMonth, costPeople, costPerResolved, costPerThousand, costRequest, costTechnology } from './cost.ts'
import { latencyDone, latencyFirst, latencyFull, latencyUnattended } from './latency.ts'
import { reviewShare } from './people.ts'
import {
  fairnessGap,
  groundedness,
  precision,
  recall,
  retrievalPrecision,
  safetyViolations,
  taskSuccess,
} from './quality.ts'
import { availability, downtime } from './reliability.ts'
import { residency } from './residency.ts'
import { retention } from './retention.ts'

/** What requirements can ask for, in the order in which it is offered. */
export const metrics: readonly Metric[] = [
  latencyFirst,
  latencyFull,
  latencyUnattended,
  latencyDone,
  costMonth,
  costTechnology,
  costPeople,
  costRequest,
  costPerThousand,
  costPerResolved,
  availability,
  downtime,
  utilisation,
  headroom,
  sustained,
  reviewShare,
  groundedness,
  taskSuccess,
  recall,
  precision,
  retrievalPrecision,
  safetyViolations,
  fairnessGap,
  residency,
  retention,
]

export function findMetric(id: string): Metric | undefined {
  return metrics.find((metric) => metric.id === id)
}
