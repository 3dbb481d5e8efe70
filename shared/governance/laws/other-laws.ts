import type { Law } from './law.ts'

const checkedOn = '2026-11-21'

/** Legal facts of other acts that an assessment leans on; none was read at its source. */
export const otherLaws: readonly Law[] = [
  {
    id: 'gdpr.assessment',
    title: 'GDPR',
    edition: 'Regulation (EU) 2016/679',
    provision: 'Art. 35; guidelines WP248 rev.01',
    says: 'Processing that meets two or more of nine criteria as a rule needs a data protection impact assessment.',
    appliesFrom: '2018-05-25',
    source: { title: 'Regulation (EU) 2016/679', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    checkedOn,
    readAtSource: false,
  },
  {
    id: 'gdpr.breach',
    title: 'GDPR',
    edition: 'Regulation (EU) 2016/679',
    provision: 'Art. 33',
    says: 'A breach of personal data is reported to the authority within 72 hours of knowing of it.',
    appliesFrom: '2018-05-25',
    source: { title: 'Regulation (EU) 2016/679', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    checkedOn,
    readAtSource: false,
  },
  {
    id: 'dora.register',
    title: 'DORA',
    edition: 'Regulation (EU) 2022/2554',
    provision: 'Art. 28 to 30',
    says: 'Financial entities keep a register of their ICT third parties, weigh concentration, and have an exit plan where a critical or important function leans on one.',
    appliesFrom: '2025-01-17',
    source: { title: 'Regulation (EU) 2022/2554', url: 'https://eur-lex.europa.eu/eli/reg/2022/2554/oj' },
    checkedOn,
    readAtSource: false,
  },
  {
    id: 'model-risk.guidance',
    title: 'Model risk management',
    edition: 'SR 26-2, before it SR 11-7',
    provision: 'Guidance as a whole',
    says: 'Banks, mainly those above 30 billion USD, keep an inventory of models, validate them and watch them in proportion to what they weigh; generative and agentic AI stands outside, yet risk management at large applies.',
    source: {
      title: 'Supervision and regulation letters',
      url: 'https://www.federalreserve.gov/supervisionreg/srletters/srletters.htm',
    },
    checkedOn,
    readAtSource: false,
  },
]
