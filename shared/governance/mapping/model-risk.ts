import { control } from './control.ts'
import type { ControlFramework } from './framework.ts'

/** Topics of the guidance of the Federal Reserve; which evidence bears on which is our reading. */
export const modelRisk: ControlFramework = {
  id: 'model-risk',
  title: 'Model risk management',
  edition: 'SR 26-2; ex SR 11-7',
  force: 'standard',
  controls: [
    control('Purpose', 'Purpose and use', ['purpose']),
    control('Materiality', 'Exposure and purpose', ['tier']),
    control('Inventory', 'Inventory of models', ['inventory']),
    control('Development', 'Data and documentation', ['data', 'design-record']),
    control('Validation', 'Validation before and in use', ['quality', 'fairness']),
    control('Monitoring', 'Monitoring in proportion', ['monitoring']),
    control('Governance', 'Roles, approvals, exceptions', ['accountability']),
    control('Vendors', 'Models of others', ['suppliers']),
  ],
}
