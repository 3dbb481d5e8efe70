import type { Framework } from './framework.ts'

/** Well-architected lenses: best practices that design checks answer to. */
export const awsGenAi: Framework = {
  id: 'aws-genai-lens',
  title: 'AWS Well-Architected generative AI lens',
  source: 'aws-samples/sample-well-architected-skills-and-steering (MIT-0), read November 2026',
  editions: {
    '2025': {
      'GENOPS01-BP01': 'Periodically evaluate functional performance',
      'GENOPS03-BP01': 'Implement prompt template management',
      'GENOPS03-BP02': 'Enable tracing for agents and RAG workflows',
      'GENSEC01-BP03': 'Implement least privilege access permissions for foundation models accessing data stores',
      'GENSEC05-BP01': 'Implement least privilege access and permissions boundaries for agentic workflows',
      'GENREL01-BP01': 'Scale and balance foundation model throughput as a function of utilization',
      'GENREL03-BP02': 'Implement timeout mechanisms on agentic workflows',
      'GENREL04-BP01': 'Implement a prompt catalog',
      'GENREL04-BP02': 'Implement a model catalog',
      'GENREL05-BP01': 'Load-balance inference requests across all regions of availability',
      'GENCOST03-BP02': 'Control model response length',
      'GENCOST05-BP01': 'Create stopping conditions to control long-running workflows',
    },
  },
}

export const azureWaf: Framework = {
  id: 'azure-waf',
  title: 'Azure Well-Architected Framework',
  source: 'Microsoft Azure Well-Architected Framework checklists (CC BY 4.0), read November 2026',
  editions: {
    '2026': {
      'RE:04': 'Reliability and recovery targets',
      'RE:05': 'Redundancy',
      'RE:07': 'Self-preservation and self-healing',
      'CO:02': 'Cost model',
      'CO:04': 'Spending guardrails',
      'PE:01': 'Performance targets',
      'PE:08': 'Data performance',
      'OE:11': 'Safe deployment practices',
      'SE:05': 'Identity and access management',
      'SE:09': 'Application secrets',
    },
  },
}

export const iso42001: Framework = {
  id: 'iso-42001',
  title: 'ISO/IEC 42001 Annex A',
  source: 'ISO/IEC 42001:2023, titles of controls',
  editions: {
    '2023': {
      'A.6.2.3': 'Documentation of AI system design and development',
      'A.6.2.4': 'AI system verification and validation',
      'A.6.2.6': 'AI system operation and monitoring',
      'A.6.2.8': 'AI system recording of event logs',
      'A.7.4': 'Quality of data for AI systems',
      'A.8.2': 'System documentation and information for users',
      'A.10.3': 'Suppliers',
    },
  },
}
