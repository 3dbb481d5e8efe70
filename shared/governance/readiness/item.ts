import type { Trait } from '../../kinds/kind.ts'
import type { EvidenceId } from '../evidence/evidence.ts'

/** One line of the checklist and what ticks it. Several ways: all must say so. None: only a person can. */
export interface ReadinessItem {
  /** Stable: `Design.answers['ready.<id>']` ticks it by hand. */
  readonly id: string
  readonly gate: string
  readonly title: string
  /** It concerns designs with one of these alone. */
  readonly when?: readonly Trait[]
  readonly evidence?: EvidenceId
  /** One part of the evidence instead of all of it, by its title. */
  readonly part?: string
  /** Requirements of these metrics must be met, and at least one must be stated. */
  readonly metrics?: readonly string[]
  /** Rules that must have neither an open finding nor an open question. */
  readonly rules?: readonly string[]
}
