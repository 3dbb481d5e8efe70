import type { Framework } from './framework.ts'

const shareAlike = 'CC BY-SA 4.0; ids and titles only'

/** Threats and mitigations for agentic AI: the longer list behind the Top 10 for agentic applications. */
export const owaspAgenticThreats: Framework = {
  id: 'owasp-agentic-threats',
  title: 'OWASP Agentic AI threats and mitigations',
  isThreatList: true,
  source: 'OWASP GenAI Security Project, version 1.1',
  licence: shareAlike,
  secondHand: ['1.1'],
  editions: {
    '1.1': {
      T1: 'Memory Poisoning',
      T2: 'Tool Misuse',
      T3: 'Privilege Compromise',
      T4: 'Resource Overload',
      T5: 'Cascading Hallucination Attacks',
      T6: 'Intent Breaking & Goal Manipulation',
      T7: 'Misaligned & Deceptive Behaviors',
      T8: 'Repudiation & Untraceability',
      T9: 'Identity Spoofing & Impersonation',
      T10: 'Overwhelming Human-in-the-Loop',
      T11: 'Unexpected RCE and Code Attacks',
      T12: 'Agent Communication Poisoning',
      T13: 'Rogue Agents in Multi-Agent Systems',
      T14: 'Human Attacks on Multi-Agent Systems',
      T15: 'Human Manipulation',
      T16: 'Insecure Inter-Agent Protocol Abuse',
      T17: 'Supply Chain Compromise',
    },
  },
}

export const owaspMcp: Framework = {
  id: 'owasp-mcp',
  title: 'OWASP MCP Top 10',
  isThreatList: true,
  source: 'OWASP MCP Top 10, beta of 2025',
  licence: 'reported as CC BY-SA and as CC BY-NC-SA; ids and titles only',
  secondHand: ['2025-beta'],
  editions: {
    '2025-beta': {
      MCP01: 'Token Mismanagement & Secret Exposure',
      MCP02: 'Privilege Escalation via Scope Creep',
      MCP03: 'Tool Poisoning',
      MCP04: 'Software Supply Chain Attacks & Dependency Tampering',
      MCP05: 'Command Injection & Execution',
      MCP06: 'Intent Flow Subversion',
      MCP07: 'Insufficient Authentication & Authorization',
      MCP08: 'Lack of Audit and Telemetry',
      MCP09: 'Shadow MCP Servers',
      MCP10: 'Context Injection & Over-Sharing',
    },
  },
}

export const owaspMl: Framework = {
  id: 'owasp-ml',
  title: 'OWASP Machine Learning Security Top 10',
  isThreatList: true,
  source: 'OWASP Machine Learning Security Top 10, draft of 2023',
  licence: shareAlike,
  editions: {
    '2023-draft': {
      ML01: 'Input Manipulation Attack',
      ML02: 'Data Poisoning Attack',
      ML03: 'Model Inversion Attack',
      ML04: 'Membership Inference Attack',
      ML05: 'Model Theft',
      ML06: 'AI Supply Chain Attacks',
      ML07: 'Transfer Learning Attack',
      ML08: 'Model Skewing',
      ML09: 'Output Integrity Attack',
      ML10: 'Model Poisoning',
    },
  },
}

/** Numbers 07, 08, 10 and 19 are not cited by what was read, and are left out. */
export const owaspDataSecurity: Framework = {
  id: 'owasp-genai-data',
  title: 'OWASP GenAI data security',
  source: 'OWASP GenAI Security Project, data security 2026 v1.0, as the LLM Top 10 of 2026 cites it',
  licence: shareAlike,
  editions: {
    '2026': {
      DSGAI01: 'Sensitive Data Leakage',
      DSGAI02: 'Agent Identity & Credential Exposure',
      DSGAI03: 'Shadow AI',
      DSGAI04: 'Data, Model & Artifact Poisoning',
      DSGAI05: 'Data Integrity & Validation Failures',
      DSGAI06: 'Tool, Plugin & Agent Data Exchange',
      DSGAI09: 'Multimodal Capture & Cross-Channel Leakage',
      DSGAI11: 'Cross-Context & Multi-User Conversation Bleed',
      DSGAI12: 'Unsafe Natural-Language Data Gateways',
      DSGAI13: 'Vector Store Platform Security',
      DSGAI14: 'Excessive Telemetry',
      DSGAI15: 'Over-Broad Context Windows',
      DSGAI16: 'Endpoint & Browser Assistant Overreach',
      DSGAI17: 'Availability & Resilience in AI Pipelines',
      DSGAI18: 'Inference & Data Reconstruction',
      DSGAI20: 'Model Exfiltration & IP Replication',
      DSGAI21: 'Disinformation via Poisoning',
    },
  },
}
