import type { Framework } from './framework.ts'

export const stride: Framework = {
  id: 'stride',
  title: 'STRIDE',
  source: 'Microsoft, 1999',
  editions: {
    '1999': {
      S: 'Spoofing',
      T: 'Tampering',
      R: 'Repudiation',
      I: 'Information disclosure',
      D: 'Denial of service',
      E: 'Elevation of privilege',
    },
  },
}

export const linddun: Framework = {
  id: 'linddun',
  title: 'LINDDUN',
  source: 'KU Leuven, names of the threat types',
  editions: {
    '2020': {
      L: 'Linking',
      I: 'Identifying',
      Nr: 'Non-repudiation',
      D: 'Detecting',
      Dd: 'Data disclosure',
      U: 'Unawareness and unintervenability',
      Nc: 'Non-compliance',
    },
  },
}

export const cwe: Framework = {
  id: 'cwe',
  title: 'Common Weakness Enumeration',
  source: 'MITRE CWE, list 4.x; entries of view 1448 for AI, and those that rules refer to',
  licence: 'CWE terms of use: free, with attribution',
  editions: {
    '4': {
      'CWE-79': 'Cross-site Scripting',
      'CWE-89': 'SQL Injection',
      'CWE-94': 'Code Injection',
      'CWE-200': 'Exposure of Sensitive Information to an Unauthorized Actor',
      'CWE-250': 'Execution with Unnecessary Privileges',
      'CWE-285': 'Improper Authorization',
      'CWE-287': 'Improper Authentication',
      'CWE-306': 'Missing Authentication for Critical Function',
      'CWE-311': 'Missing Encryption of Sensitive Data',
      'CWE-312': 'Cleartext Storage of Sensitive Information',
      'CWE-319': 'Cleartext Transmission of Sensitive Information',
      'CWE-494': 'Download of Code Without Integrity Check',
      'CWE-501': 'Trust Boundary Violation',
      'CWE-502': 'Deserialization of Untrusted Data',
      'CWE-522': 'Insufficiently Protected Credentials',
      'CWE-532': 'Insertion of Sensitive Information into Log File',
      'CWE-693': 'Protection Mechanism Failure',
      'CWE-798': 'Use of Hard-coded Credentials',
      'CWE-770': 'Allocation of Resources Without Limits or Throttling',
      'CWE-778': 'Insufficient Logging',
      'CWE-1039':
        'Inadequate Detection or Handling of Adversarial Input Perturbations in Automated Recognition Mechanism',
      'CWE-1426': 'Improper Validation of Generative AI Output',
      'CWE-1427': 'Improper Neutralization of Input Used for LLM Prompting',
      'CWE-1434': 'Insecure Setting of Generative AI/ML Model Inference Parameters',
    },
  },
}

export const layersOfMaestro = {
  L1: 'Foundation models',
  L2: 'Data operations',
  L3: 'Agent frameworks',
  L4: 'Deployment and infrastructure',
  L5: 'Evaluation and observability',
  L6: 'Security and compliance',
  L7: 'Agent ecosystem',
} as const

/** Layers, not risks: every component stands on one of them by what it is. */
export const maestro: Framework = {
  id: 'maestro',
  title: 'MAESTRO',
  source: 'Cloud Security Alliance, MAESTRO of 2025, names of the layers',
  editions: {
    '2025': layersOfMaestro,
  },
}
