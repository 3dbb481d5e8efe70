import { control } from './control.ts'
import type { ControlFramework } from './framework.ts'

/** Series of the criteria and their topics; the text belongs to the AICPA and is not part of Lintel. */
export const soc2: ControlFramework = {
  id: 'soc2',
  title: 'SOC 2 trust services criteria',
  edition: '2017',
  force: 'standard',
  controls: [
    control('CC1', 'Control environment', ['accountability']),
    control('CC2', 'Communication and information', ['design-record']),
    control('CC3', 'Risk assessment', ['risks']),
    control('CC4', 'Monitoring of controls', ['quality']),
    control('CC5', 'Control activities', ['accountability']),
    control('CC6', 'Access', ['security']),
    control('CC7', 'Operations', ['logs', 'monitoring', 'incidents']),
    control('CC8', 'Change', ['release', 'design-record']),
    control('CC9', 'Risk mitigation and vendors', ['suppliers', 'risks']),
    control('A1', 'Availability', ['exit', 'monitoring']),
    control('C1', 'Confidentiality', ['security', 'data']),
    control('PI1', 'Processing integrity', ['quality']),
    control('P1', 'Notice', ['disclosure']),
    control('P2 to P8', 'Privacy', ['data', 'impact-assessment']),
  ],
}
