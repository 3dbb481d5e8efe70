import type { Framework } from './framework.ts'

/** Articles that rules refer to. Dates of application belong to the governance room, not here. */
export const euAiAct: Framework = {
  id: 'eu-ai-act',
  title: 'EU AI Act',
  source:
    'Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744, titles of articles from pages that quote the Official Journal',
  secondHand: ['2026'],
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
      'Art. 6': 'Classification rules for high-risk AI systems',
      'Art. 11': 'Technical documentation',
      'Art. 17': 'Quality management system',
      'Art. 26': 'Obligations of deployers of high-risk AI systems',
    },
  },
}

export const gdpr: Framework = {
  id: 'gdpr',
  title: 'General Data Protection Regulation',
  source: 'Regulation (EU) 2016/679, titles of articles from pages that quote the Official Journal',
  secondHand: ['2016'],
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
  source: 'NIST AI 100-1, January 2023; sentences of subcategories shortened, compared with copies of its tables',
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
      'GOVERN 1.1': 'Legal and regulatory requirements involving AI are understood, managed, and documented',
      'GOVERN 1.6':
        'Mechanisms are in place to inventory AI systems and are resourced according to organizational risk priorities',
      'MAP 2.3': 'Scientific integrity and TEVV considerations are identified and documented',
      'MAP 4.1':
        'Approaches for mapping AI technology and legal risks of its components are in place, followed, and documented',
      'MEASURE 2.4':
        'The functionality and behavior of the AI system and its components are monitored when in production',
      'MEASURE 2.5': 'The AI system to be deployed is demonstrated to be valid and reliable',
      'MEASURE 2.6': 'The AI system is evaluated regularly for safety risks',
      'MEASURE 2.7': 'AI system security and resilience are evaluated and documented',
      'MANAGE 4.1': 'Post-deployment AI system monitoring plans are implemented',
    },
  },
}

export const nistAml: Framework = {
  id: 'nist-ai-100-2',
  title: 'NIST adversarial machine learning taxonomy',
  source: 'NIST AI 100-2 E2025, ids as public lists of it give them',
  licence: 'work of the United States government',
  secondHand: ['E2025'],
  editions: {
    E2025: {
      'NISTAML.01': 'Availability breakdown',
      'NISTAML.02': 'Integrity violation',
      'NISTAML.03': 'Privacy compromise',
      'NISTAML.04': 'Misuse',
      'NISTAML.05': 'Supply chain',
      'NISTAML.011': 'Model poisoning (availability)',
      'NISTAML.012': 'Clean-label poisoning',
      'NISTAML.013': 'Data poisoning',
      'NISTAML.014': 'Energy-latency attacks',
      'NISTAML.015': 'Indirect prompt injection',
      'NISTAML.016': 'Indirect prompt injection (availability)',
      'NISTAML.017': 'Time-consuming tasks',
      'NISTAML.018': 'Prompt injection',
      'NISTAML.021': 'Clean-label backdoor',
      'NISTAML.022': 'Evasion',
      'NISTAML.023': 'Backdoor poisoning',
      'NISTAML.024': 'Targeted poisoning',
      'NISTAML.025': 'Black-box evasion',
      'NISTAML.026': 'Model poisoning (integrity)',
      'NISTAML.027': 'Misaligned outputs',
      'NISTAML.031': 'Model extraction',
      'NISTAML.032': 'Reconstruction',
      'NISTAML.033': 'Membership inference',
      'NISTAML.034': 'Property inference',
      'NISTAML.035': 'Prompt extraction',
      'NISTAML.036': 'Leaking information from user interactions',
      'NISTAML.037': 'Training-data attacks',
      'NISTAML.038': 'Data extraction',
      'NISTAML.039': 'Compromising connected resources',
      'NISTAML.051': 'Supply-chain model poisoning',
    },
  },
}
