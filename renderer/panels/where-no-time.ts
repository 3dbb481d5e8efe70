import type { WhyNoTime } from '../../shared/estimate/no-time.ts'
import type { EstimateSection } from '../store/view-parts.ts'

/** The section of the estimate that explains why there is no time. */
export const sectionOfNoTime: Readonly<Record<WhyNoTime['word'], EstimateSection>> = {
  'does not fit': 'serving',
  unstable: 'capacity',
  'within hours': 'time',
}
