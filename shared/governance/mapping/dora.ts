import { control } from './control.ts'
import type { ControlFramework } from './framework.ts'

/** The articles on ICT third parties, for financial entities; which evidence bears on which is our reading. */
export const dora: ControlFramework = {
  id: 'dora',
  title: 'DORA, ICT third parties',
  edition: 'Regulation (EU) 2022/2554',
  force: 'law',
  controls: [
    control('Art. 28(3)', 'Register of information', ['suppliers', 'inventory']),
    control('Art. 28(8)', 'Exit strategies', ['exit']),
    control('Art. 29', 'Concentration', ['concentration']),
    control('Art. 30', 'Contract terms', ['suppliers']),
    control('Art. 17', 'Incidents', ['incidents']),
    control('Art. 24', 'Testing of resilience', ['quality']),
  ],
}
