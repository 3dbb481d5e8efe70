import { control } from './control.ts'
import type { ControlFramework } from './framework.ts'

/** Articles with their titles in short; which evidence bears on which is our reading. */
export const gdpr: ControlFramework = {
  id: 'gdpr',
  title: 'GDPR',
  edition: 'Regulation (EU) 2016/679',
  force: 'law',
  controls: [
    control('Art. 5', 'Principles', ['purpose', 'data'], 'personal'),
    control('Art. 13, 14', 'Information to people', ['disclosure'], 'personal'),
    control('Art. 22', 'Automated decisions', ['oversight'], 'deciding'),
    control('Art. 28', 'Processors', ['suppliers'], 'personal'),
    control('Art. 30', 'Records of processing', ['data'], 'personal'),
    control('Art. 32', 'Security', ['security'], 'personal'),
    control('Art. 33', 'Breaches', ['incidents'], 'personal'),
    control('Art. 35', 'Impact assessment', ['impact-assessment'], 'personal'),
  ],
}
