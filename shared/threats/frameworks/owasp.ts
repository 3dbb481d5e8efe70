import type { Framework } from './framework.ts'

export const owaspLlm: Framework = {
  id: 'owasp-llm',
  title: 'OWASP Top 10 for LLM applications',
  isThreatList: true,
  source: 'GenAI-Security-Project/GenAI-LLM-Top10, 2026/final (August 2026); 2025 edition',
  licence: 'CC BY-SA 4.0; ids and titles only',
  editions: {
    '2026': {
      LLM01: 'Prompt Injection',
      LLM02: 'Sensitive Information Disclosure',
      LLM03: 'Excessive Agency',
      LLM04: 'Supply Chain',
      LLM05: 'Data and Model Poisoning',
      LLM06: 'Unbounded Consumption',
      LLM07: 'Misinformation',
      LLM08: 'Hidden Context Exposure',
      LLM09: 'Vector and Embedding Weaknesses',
      LLM10: 'Improper Output Handling',
    },
    '2025': {
      LLM01: 'Prompt Injection',
      LLM02: 'Sensitive Information Disclosure',
      LLM03: 'Supply Chain',
      LLM04: 'Data and Model Poisoning',
      LLM05: 'Improper Output Handling',
      LLM06: 'Excessive Agency',
      LLM07: 'System Prompt Leakage',
      LLM08: 'Vector and Embedding Weaknesses',
      LLM09: 'Misinformation',
      LLM10: 'Unbounded Consumption',
    },
  },
}

/** The 2025 id of each 2026 entry: eight of ten moved. LLM08:2026 is broader than the entry it grew out of. */
export const llmIdIn2025: Readonly<Record<string, string>> = {
  LLM01: 'LLM01',
  LLM02: 'LLM02',
  LLM03: 'LLM06',
  LLM04: 'LLM03',
  LLM05: 'LLM04',
  LLM06: 'LLM10',
  LLM07: 'LLM09',
  LLM08: 'LLM07',
  LLM09: 'LLM08',
  LLM10: 'LLM05',
}

export const owaspAsi: Framework = {
  id: 'owasp-asi',
  title: 'OWASP Top 10 for agentic applications',
  isThreatList: true,
  source: 'OWASP GenAI Security Project, 9 December 2025',
  licence: 'CC BY-SA 4.0; ids and titles only',
  secondHand: ['2025'],
  editions: {
    '2025': {
      ASI01: 'Agent Goal Hijack',
      ASI02: 'Tool Misuse & Exploitation',
      ASI03: 'Identity & Privilege Abuse',
      ASI04: 'Agentic Supply Chain Vulnerabilities',
      ASI05: 'Unexpected Code Execution (RCE)',
      ASI06: 'Memory & Context Poisoning',
      ASI07: 'Insecure Inter-Agent Communication',
      ASI08: 'Cascading Failures',
      ASI09: 'Human-Agent Trust Exploitation',
      ASI10: 'Rogue Agents',
    },
  },
}
