import type { Finding } from '../../../shared/findings/finding.ts'

/** What was decided about a finding, in one word. */
export const statusWords: Readonly<Record<Finding['status'], string>> = {
  open: 'Open',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  transferred: 'Transferred',
  avoided: 'Avoided',
  disputed: 'Disputed',
}
