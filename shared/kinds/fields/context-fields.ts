import type { Field, Fields } from './field.ts'

function choice(label: string, options: Readonly<Record<string, string>>, more: Partial<Field> = {}): Field {
  return {
    type: 'choice',
    label,
    options: Object.entries(options).map(([value, word]) => ({ value, label: word })),
    fact: true,
    ...more,
  }
}

/** The facts about the whole design that engines and rules ask for. */
export const contextFields: Fields = {
  stage: choice(
    'Stage',
    { idea: 'Idea', poc: 'Proof of concept', pilot: 'Pilot', production: 'Production' },
    { first: true, ask: 'Product owner' },
  ),
  audience: choice(
    'Audience',
    { internal: 'Internal', partners: 'Partners', external: 'External' },
    { first: true, ask: 'Product owner' },
  ),
  decisionEffect: choice(
    'Effect on people',
    { none: 'None', assist: 'Assists a person', significant: 'Decides' },
    {
      first: true,
      help: 'What the answers do to somebody. Deciding: with legal or similarly significant effects',
      ask: 'Product owner',
    },
  ),
  euNexus: {
    type: 'boolean',
    label: 'EU nexus',
    help: 'Used in the EU, or on people there',
    fact: true,
    first: true,
    ask: 'Legal',
  },
  dataResidency: {
    type: 'choices',
    label: 'Data must stay in',
    options: ['EU', 'UK', 'US', 'CH', 'CA', 'APAC'].map((value) => ({ value, label: value })),
    fact: true,
    first: true,
    ask: 'Data protection officer',
  },
  impactAssessment: choice(
    'Impact assessment (DPIA)',
    { none: 'Not begun', inProgress: 'Under way', done: 'Done', notNeeded: 'Not needed, with the reason on file' },
    { question: 'How far is the data protection impact assessment?', ask: 'Data protection officer' },
  ),
  monthlyBudgetUsd: {
    type: 'number',
    label: 'Budget',
    unit: 'USD/month',
    min: 0,
    fact: true,
    first: true,
    ask: 'Sponsor',
  },
  multiTenant: { type: 'boolean', label: 'Several tenants', fact: true, first: true, ask: 'Product owner' },
  tenants: { type: 'number', label: 'Tenants', unit: 'count', min: 1, integer: true, fact: true, ask: 'Product owner' },
  tier: {
    type: 'number',
    label: 'Tier',
    help: '1 is the most critical',
    min: 1,
    max: 4,
    integer: true,
    fact: true,
    ask: 'Service owner',
  },
  domain: { type: 'text', label: 'Domain', help: 'Such as banking or health', fact: true },
}
