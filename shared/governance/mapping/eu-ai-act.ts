import { control } from './control.ts'
import type { ControlFramework } from './framework.ts'

/** Articles with their titles in short; which evidence bears on which is our reading. */
export const euAiAct: ControlFramework = {
  id: 'eu-ai-act',
  title: 'EU AI Act',
  edition: 'Regulation (EU) 2024/1689',
  force: 'law',
  controls: [
    control('Art. 4', 'AI literacy', ['training']),
    control('Art. 6', 'Classification', ['tier']),
    control('Art. 9', 'Risk management', ['purpose', 'risks', 'release'], 'high'),
    control('Art. 10', 'Data governance', ['data', 'fairness'], 'high'),
    control('Art. 11', 'Technical documentation', ['design-record'], 'high'),
    control('Annex IV.1', 'General description', ['purpose'], 'high'),
    control('Annex IV.2', 'Elements and development', ['design-record'], 'high'),
    control('Annex IV.6', 'Changes', ['release'], 'high'),
    control('Art. 12', 'Record-keeping', ['logs'], 'high'),
    control('Art. 13', 'Transparency to deployers', ['purpose', 'disclosure'], 'high'),
    control('Art. 14', 'Human oversight', ['oversight'], 'high'),
    control('Art. 15', 'Accuracy, robustness, security', ['quality', 'security'], 'high'),
    control('Art. 17', 'Quality management', ['release', 'accountability'], 'high'),
    control('Art. 19', 'Automatic logs', ['logs'], 'high'),
    control('Art. 25', 'Along the value chain', ['suppliers'], 'high'),
    control('Art. 26', 'Deployers', ['oversight', 'monitoring', 'logs', 'accountability'], 'high'),
    control('Art. 27', 'Fundamental rights', ['impact-assessment'], 'high'),
    control('Art. 43', 'Conformity', ['conformity'], 'high'),
    control('Art. 49', 'Registration', ['tier', 'registration'], 'in-area'),
    control('Art. 50', 'Transparency to people', ['disclosure', 'marking'], 'transparency'),
    control('Art. 53', 'General-purpose models', ['suppliers', 'design-record'], 'general-purpose'),
    control('Art. 72', 'Monitoring on the market', ['monitoring'], 'high'),
    control('Art. 73', 'Serious incidents', ['incidents'], 'high'),
  ],
}
