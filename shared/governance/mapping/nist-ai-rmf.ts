import { control } from './control.ts'
import type { ControlFramework } from './framework.ts'

/** Categories of the framework, a work of the United States government; which evidence bears on which is our reading. */
export const nistAiRmf: ControlFramework = {
  id: 'nist-ai-rmf',
  title: 'NIST AI RMF',
  edition: '1.0',
  force: 'standard',
  controls: [
    control('GOVERN 1', 'Policies', ['tier', 'inventory']),
    control('GOVERN 2', 'Accountability', ['accountability', 'training']),
    control('GOVERN 3', 'Roles and human-AI configuration', ['oversight']),
    control('GOVERN 4', 'Culture of risk', ['design-record', 'incidents']),
    control('GOVERN 5', 'Engagement', ['disclosure']),
    control('GOVERN 6', 'Third parties', ['suppliers', 'exit']),
    control('MAP 1', 'Context', ['purpose', 'tier']),
    control('MAP 2', 'Categorisation, limits, methods', ['purpose', 'data']),
    control('MAP 3', 'Benefits, costs, oversight', ['purpose', 'oversight']),
    control('MAP 4', 'Risks of components and third parties', ['risks', 'suppliers']),
    control('MAP 5', 'Impacts', ['risks', 'impact-assessment']),
    control('MEASURE 1', 'Metrics', ['quality']),
    control('MEASURE 2', 'Trustworthiness', ['quality', 'security', 'logs', 'disclosure', 'data', 'fairness']),
    control('MEASURE 3', 'Tracking of risks', ['monitoring']),
    control('MEASURE 4', 'Feedback on measurement', ['quality']),
    control('MANAGE 1', 'Priorities, go or no go', ['risks']),
    control('MANAGE 2', 'Sustain and deactivate', ['oversight', 'exit']),
    control('MANAGE 3', 'Third-party risks', ['suppliers']),
    control('MANAGE 4', 'Monitoring and incidents', ['monitoring', 'release', 'incidents']),
  ],
}
