import type { Metric } from '../metric.ts'
import { headroom, sustained, utilisation } from './capacity.ts'
import { costMonth, costPeople, costPerResolved, costPerThousand, costRequest, costTechnology } from './cost.ts'
import { cachedPrompts, cacheHits } from './cache.ts'
import { classificationMaximum } from './classification.ts'
import { driftCoverage } from './drift.ts'
import { encryptionAtRest, encryptionInTransit } from './encryption.ts'
import { errorBudget } from './error-budget.ts'
import { explanationCoverage } from './explanation.ts'
import { freshness } from './freshness.ts'
import { latencyDone, latencyFirst, latencyFull, latencyUnattended } from './latency.ts'
import { auditCoverage, oversightCoverage } from './oversight.ts'
import { reviewShare } from './people.ts'
import {
  fairnessGap,
  falseAlarms,
  fieldAccuracy,
  groundedness,
  precision,
  recall,
  retrievalPrecision,
  safetyViolations,
  taskSuccess,
  unsupportedClaims,
  wordErrors,
} from './quality.ts'
import { recoveryPoint, recoveryTime } from './recovery.ts'
import { availability, downtime } from './reliability.ts'
import { residency } from './residency.ts'
import { retention } from './retention.ts'
import { tokensPerRequest } from './tokens.ts'

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
  errorBudget,
  recoveryTime,
  recoveryPoint,
  utilisation,
  headroom,
  sustained,
  tokensPerRequest,
  cacheHits,
  cachedPrompts,
  reviewShare,
  oversightCoverage,
  groundedness,
  unsupportedClaims,
  taskSuccess,
  recall,
  precision,
  falseAlarms,
  retrievalPrecision,
  fieldAccuracy,
  wordErrors,
  safetyViolations,
  fairnessGap,
  explanationCoverage,
  driftCoverage,
  freshness,
  residency,
  retention,
  classificationMaximum,
  encryptionAtRest,
  encryptionInTransit,
  auditCoverage,
]

export function findMetric(id: string): Metric | undefined {
  return metrics.find((metric) => metric.id === id)
}
