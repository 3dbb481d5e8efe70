import type { Framework } from './framework.ts'

/** Well-architected lenses: best practices that design checks answer to. */
export const awsGenAi: Framework = {
  id: 'aws-genai-lens',
  title: 'AWS Well-Architected generative AI lens',
  source: 'aws-samples/sample-well-architected-skills-and-steering (MIT-0), read November 2026',
  editions: {
    '2025': {
      'GENOPS01-BP01': 'Periodically evaluate functional performance',
      'GENOPS01-BP02': 'Collect and monitor user feedback',
      'GENOPS03-BP01': 'Implement prompt template management',
      'GENOPS03-BP02': 'Enable tracing for agents and RAG workflows',
      'GENSEC01-BP03': 'Implement least privilege access permissions for foundation models accessing data stores',
      'GENSEC05-BP01': 'Implement least privilege access and permissions boundaries for agentic workflows',
      'GENSEC06-BP01': 'Implement data purification filters for model training workflows',
      'GENREL01-BP01': 'Scale and balance foundation model throughput as a function of utilization',
      'GENREL03-BP01': 'Use logic to manage prompt flows and gracefully recover from failure',
      'GENREL03-BP02': 'Implement timeout mechanisms on agentic workflows',
      'GENREL04-BP01': 'Implement a prompt catalog',
      'GENREL04-BP02': 'Implement a model catalog',
      'GENREL05-BP01': 'Load-balance inference requests across all regions of availability',
      'GENREL05-BP02': 'Replicate embedding data across all regions of availability',
      'GENCOST01-BP01': 'Right-size model selection to optimize inference costs',
      'GENCOST02-BP01': 'Balance cost and performance when selecting inference paradigms',
      'GENCOST02-BP02': 'Optimize resource consumption to minimize hosting costs',
      'GENCOST03-BP01': 'Reduce prompt token length',
      'GENCOST03-BP02': 'Control model response length',
      'GENCOST03-BP03': 'Implement prompt caching to reduce token costs',
      'GENCOST05-BP01': 'Create stopping conditions to control long-running workflows',
      'GENOPS02-BP02': 'Monitor foundation model metrics',
      'GENOPS04-BP02': 'Follow GenAIOps practices to optimize the application lifecycle',
      'GENPERF01-BP01': 'Define a ground truth data set of prompts and responses',
    },
  },
}

export const awsAgentic: Framework = {
  id: 'aws-agentic-lens',
  title: 'AWS Well-Architected agentic AI lens',
  source: 'AWS Well-Architected agentic AI lens, ids and titles of best practices (MIT-0), read November 2026',
  editions: {
    '2026': {
      'AGENTREL03-BP03': 'Implement comprehensive state management and checkpoint-based recovery',
      'AGENTREL04-BP01': 'Implement the arbiter agent pattern for coordinated multi-agent systems',
      'AGENTREL04-BP03': 'Implement fallback mechanisms and graceful degradation for collaborative workflows',
      'AGENTREL06-BP04': 'Implement idempotent task execution patterns',
      'AGENTREL07-BP01': 'Design workflows in stages with incremental recovery',
      'AGENTPERF01-BP01': 'Define performance-aligned success criteria for agent workloads',
      'AGENTPERF02-BP03': 'Optimize agent execution paths for reduced latency',
      'AGENTPERF02-BP04': 'Optimize streaming responses and time-to-first-token for agent interactions',
      'AGENTPERF03-BP02': 'Optimize context window utilization and prompt management',
      'AGENTCOST02-BP01': 'Architect tiered model selection for cost-performance optimization',
      'AGENTCOST02-BP03': 'Use intelligent caching to reduce redundant model invocations',
      'AGENTCOST05-BP03': 'Design tenant-aware cost allocation for AaaS pricing models',
      'AGENTCOST06-BP03': 'Design cost-efficient initialization through warm pools and caching',
      'AGENTCOST07-BP01': 'Implement automated cost controls with intelligent cutoffs',
    },
  },
}

export const awsMl: Framework = {
  id: 'aws-ml-lens',
  title: 'AWS Well-Architected machine learning lens',
  source: 'AWS Well-Architected machine learning lens, ids and titles of best practices (MIT-0), read November 2026',
  editions: {
    '2025': {
      'MLREL03-BP02': 'Verify feature consistency across training and inference',
      'MLCOST05-BP03': 'Right-size the model hosting instance fleet',
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
      'RE:06': 'Scaling',
      'RE:07': 'Self-preservation and self-healing',
      'RE:09': 'Disaster recovery',
      'CO:02': 'Cost model',
      'CO:03': 'Cost data and reporting',
      'CO:04': 'Spending guardrails',
      'CO:05': 'Rate optimization',
      'CO:07': 'Component costs',
      'PE:01': 'Performance targets',
      'PE:05': 'Scaling and partitioning',
      'PE:07': 'Code and infrastructure',
      'PE:08': 'Data performance',
      'PE:09': 'Critical flows',
      'OE:11': 'Safe deployment practices',
      'SE:03': 'Data classification',
      'SE:05': 'Identity and access management',
      'SE:09': 'Application secrets',
      'CO:14': 'Consolidation',
      'SE:12': 'Incident response',
    },
  },
}

export const iso42001: Framework = {
  id: 'iso-42001',
  title: 'ISO/IEC 42001 Annex A',
  source: 'ISO/IEC 42001:2023, titles of controls as several public lists of it agree on them, read November 2026',
  secondHand: ['2023'],
  editions: {
    '2023': {
      'A.6.2.3': 'Documentation of AI system design and development',
      'A.6.2.4': 'AI system verification and validation',
      'A.6.2.6': 'AI system operation and monitoring',
      'A.6.2.8': 'AI system recording of event logs',
      'A.5.4': 'Assessing AI system impact on individuals or groups of individuals',
      'A.7.2': 'Data for development and enhancement of AI system',
      'A.7.3': 'Acquisition of data',
      'A.7.4': 'Quality of data for AI systems',
      'A.7.5': 'Data provenance',
      'A.8.2': 'System documentation and information for users',
      'A.8.3': 'External reporting',
      'A.10.3': 'Suppliers',
      'A.4.2': 'Resource documentation',
      'A.6.2.2': 'AI system requirements and specification',
      'A.6.2.5': 'AI system deployment',
      'A.9.4': 'Intended use of the AI system',
      'A.10.2': 'Allocating responsibilities',
    },
  },
}
