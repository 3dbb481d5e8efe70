import type { Framework } from './framework.ts'

/** Articles that rules refer to. Dates of application belong to the governance room, not here. */
export const euAiAct: Framework = {
  id: 'eu-ai-act',
  title: 'EU AI Act',
  source: 'Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744',
  editions: {
    '2026': {
      'Art. 5': 'Prohibited AI practices',
      'Art. 9': 'Risk management system',
      'Art. 10': 'Data and data governance',
      'Art. 12': 'Record-keeping',
      'Art. 13': 'Transparency and provision of information to deployers',
      'Art. 14': 'Human oversight',
      'Art. 14(4)(e)': 'Human oversight: intervene or interrupt',
      'Art. 15': 'Accuracy, robustness and cybersecurity',
      'Art. 50': 'Transparency obligations',
      'Art. 50(2)': 'Transparency obligations: marking of synthetic content',
      'Art. 72': 'Post-market monitoring',
      'Art. 86': 'Right to explanation of individual decision-making',
    },
  },
}

export const gdpr: Framework = {
  id: 'gdpr',
  title: 'General Data Protection Regulation',
  source: 'Regulation (EU) 2016/679',
  editions: {
    '2016': {
      'Art. 5(1)(b)': 'Purpose limitation',
      'Art. 5(1)(c)': 'Data minimisation',
      'Art. 5(1)(e)': 'Storage limitation',
      'Art. 9': 'Processing of special categories of personal data',
      'Art. 13': 'Information where personal data are collected from the data subject',
      'Art. 16': 'Right to rectification',
      'Art. 17': 'Right to erasure (‘right to be forgotten’)',
      'Art. 22': 'Automated individual decision-making',
      'Art. 28': 'Processor',
      'Art. 32': 'Security of processing',
      'Art. 35': 'Data protection impact assessment',
      'Art. 44': 'General principle for transfers',
    },
  },
}

export const nistRmf: Framework = {
  id: 'nist-ai-rmf',
  title: 'NIST AI Risk Management Framework',
  source: 'NIST AI 100-1, January 2023',
  editions: {
    '1.0': {
      'GOVERN 1.4': 'The risk management process and its outcomes are established through transparent policies',
      'GOVERN 6.1': 'Policies and procedures are in place that address AI risks associated with third-party entities',
      'GOVERN 6.2':
        'Contingency processes are in place to handle failures or incidents in third-party data or AI systems',
      'MAP 3.5': 'Processes for human oversight are defined, assessed, and documented',
      'MEASURE 2.3': 'AI system performance or assurance criteria are measured',
      'MEASURE 2.9': 'The AI model is explained, validated, and documented',
      'MEASURE 2.10': 'Privacy risk of the AI system is examined and documented',
      'MEASURE 2.11': 'Fairness and bias are evaluated and results are documented',
      'MEASURE 3.3':
        'Feedback processes for end users and impacted communities to report problems and appeal system outcomes are established',
      'MANAGE 2.4': 'Mechanisms are in place and applied to supersede, disengage, or deactivate AI systems',
    },
  },
}

export const nistAml: Framework = {
  id: 'nist-ai-100-2',
  title: 'NIST adversarial machine learning taxonomy',
  source: 'NIST AI 100-2 E2025',
  editions: {
    E2025: {
      'NISTAML.013': 'Data poisoning',
      'NISTAML.014': 'Energy-latency attacks',
      'NISTAML.015': 'Indirect prompt injection',
      'NISTAML.018': 'Prompt injection',
      'NISTAML.035': 'Prompt extraction',
      'NISTAML.036': 'Leaking information from user interactions',
      'NISTAML.039': 'Compromising connected resources',
    },
  },
}
