import type { EvidenceId } from '../evidence/evidence.ts'

/** When a duty is one of this system's. */
export type DutyGround =
  | 'prohibited'
  | 'any'
  | 'high'
  | 'derogated'
  | 'interacts'
  | 'synthetic'
  | 'emotion-or-biometric'
  | 'deep-fake'
  | 'public-text'
  | 'rights-assessment'
  | 'general-purpose'
  | 'systemic'

/** A duty of the act in our words; whose it is, on what ground, and what shows that it is met. */
export interface Duty {
  readonly id: string
  readonly provision: string
  readonly says: string
  /** Empty: everybody's. */
  readonly roles: readonly string[]
  readonly ground: DutyGround
  /** Laws that it rests on; the date is that of the first that has one. High-risk duties take theirs by the way in. */
  readonly laws: readonly string[]
  readonly evidence: readonly EvidenceId[]
}

const duty = (
  id: string,
  provision: string,
  says: string,
  roles: readonly string[],
  ground: DutyGround,
  laws: readonly string[],
  evidence: readonly EvidenceId[] = [],
): Duty => ({ id, provision, says, roles, ground, laws, evidence })

const maker = ['provider', 'product-maker']
const user = ['deployer']
const around = ['ai-act.high-risk-surroundings']

/** Every duty that the questionnaire can bring up. Those of high-risk systems take their date from Annex I or III. */
export const duties: readonly Duty[] = [
  duty('stop', 'Art. 5', 'Neither place nor use it.', [], 'prohibited', ['ai-act.prohibitions']),
  duty(
    'literacy',
    'Art. 4',
    'Support the AI literacy of those who build and use it.',
    ['provider', 'deployer'],
    'any',
    ['ai-act.literacy'],
    ['training'],
  ),
  duty('risk-management', 'Art. 9', 'Run a risk management system over its life.', maker, 'high', [], ['risks']),
  duty(
    'data-governance',
    'Art. 10',
    'Govern training, validation and test data.',
    maker,
    'high',
    [],
    ['data', 'fairness'],
  ),
  duty(
    'technical-documentation',
    'Art. 11, Annex IV',
    'Draw up technical documentation before it is placed.',
    maker,
    'high',
    [],
    ['purpose', 'design-record'],
  ),
  duty(
    'record-keeping',
    'Art. 12, 19',
    'Log events automatically, and keep the logs.',
    maker,
    'high',
    ['ai-act.logs'],
    ['logs'],
  ),
  duty(
    'instructions',
    'Art. 13',
    'Be transparent to deployers, with instructions for use.',
    maker,
    'high',
    [],
    ['disclosure'],
  ),
  duty(
    'oversight',
    'Art. 14',
    'Design it so that people can oversee, overrule and stop it.',
    maker,
    'high',
    [],
    ['oversight'],
  ),
  duty(
    'accuracy',
    'Art. 15',
    'Reach and declare accuracy, robustness and security.',
    maker,
    'high',
    [],
    ['quality', 'security'],
  ),
  duty(
    'quality-management',
    'Art. 17',
    'Have a quality management system.',
    maker,
    'high',
    [],
    ['release', 'accountability'],
  ),
  duty('conformity', 'Art. 43, 47, 48', 'Assess conformity, declare it, and mark it.', maker, 'high', around, [
    'conformity',
  ]),
  duty('registration', 'Art. 49', 'Register it before it is placed.', maker, 'high', around, ['registration']),
  duty('market-monitoring', 'Art. 72', 'Monitor it once it is on the market.', maker, 'high', around, ['monitoring']),
  duty('incidents', 'Art. 73', 'Report serious incidents.', maker, 'high', around, ['incidents']),
  duty(
    'use',
    'Art. 26(1), (2)',
    'Use it by its instructions, under people who can oversee it.',
    user,
    'high',
    [],
    ['oversight', 'training'],
  ),
  duty('watch', 'Art. 26(5)', 'Watch its operation and tell the provider.', user, 'high', [], ['monitoring']),
  duty('keep-logs', 'Art. 26(6)', 'Keep its logs.', user, 'high', ['ai-act.logs'], ['logs']),
  duty(
    'tell-people',
    'Art. 26(7), (11), 86',
    'Tell workers and people whom it concerns, and explain decisions.',
    user,
    'high',
    around,
    ['disclosure'],
  ),
  duty(
    'dpia',
    'Art. 26(9)',
    'Use what the provider tells for the data protection impact assessment.',
    user,
    'high',
    [],
    ['impact-assessment'],
  ),
  duty(
    'rights-assessment',
    'Art. 27',
    'Assess the effect on fundamental rights before first use.',
    user,
    'rights-assessment',
    ['ai-act.rights-assessment'],
    ['impact-assessment'],
  ),
  duty(
    'importer',
    'Art. 23',
    'See that the provider has assessed, documented and marked it.',
    ['importer'],
    'high',
    [],
    ['conformity'],
  ),
  duty(
    'distributor',
    'Art. 24',
    'See that the mark, the declaration and the instructions are there.',
    ['distributor'],
    'high',
    [],
    ['conformity'],
  ),
  duty(
    'suppliers',
    'Art. 25(4)',
    'Agree in writing with suppliers what they must give.',
    maker,
    'high',
    ['ai-act.becomes-provider'],
    ['suppliers'],
  ),
  duty(
    'derogation',
    'Art. 6(4)',
    'Write down why it is not high-risk, and hand that over on request.',
    maker,
    'derogated',
    ['ai-act.derogation'],
    ['tier'],
  ),
  duty(
    'derogation-register',
    'Art. 49(2)',
    'Register it all the same.',
    maker,
    'derogated',
    ['ai-act.derogation-register'],
    ['registration'],
  ),
  duty(
    'say-ai',
    'Art. 50(1)',
    'Tell people that they deal with AI.',
    ['provider'],
    'interacts',
    ['ai-act.transparency'],
    ['disclosure'],
  ),
  duty(
    'mark',
    'Art. 50(2)',
    'Mark what it makes so that machines can tell.',
    ['provider'],
    'synthetic',
    ['ai-act.transparency', 'ai-act.marking-grace'],
    ['marking'],
  ),
  duty(
    'tell-read',
    'Art. 50(3)',
    'Tell people that their emotions or bodies are read.',
    user,
    'emotion-or-biometric',
    ['ai-act.transparency'],
    ['disclosure'],
  ),
  duty(
    'label-fake',
    'Art. 50(4)',
    'Say that a likeness was made by AI.',
    user,
    'deep-fake',
    ['ai-act.transparency'],
    ['marking'],
  ),
  duty(
    'label-text',
    'Art. 50(4)',
    'Say that a published text was made by AI, unless a person answers for it.',
    user,
    'public-text',
    ['ai-act.transparency'],
    ['marking'],
  ),
  duty(
    'gpai',
    'Art. 53',
    'Document the model, inform those who build on it, respect copyright, summarise the training data.',
    [],
    'general-purpose',
    ['ai-act.gpai', 'ai-act.gpai-modified'],
    ['design-record', 'data'],
  ),
  duty(
    'gpai-systemic',
    'Art. 55',
    'Evaluate the model, weigh and reduce systemic risks, report incidents, secure it.',
    [],
    'systemic',
    ['ai-act.gpai-systemic'],
    ['quality', 'risks', 'security'],
  ),
]
