import type { Field } from './field.ts'

// Facts about what is no box: the inspector, the data panel and the questions are generated from them, as from the
// settings of kinds.

function fact(label: string, options: Readonly<Record<string, string>>, ask: string, question: string): Field {
  return {
    type: 'choice',
    label,
    options: Object.entries(options).map(([value, word]) => ({ value, label: word })),
    fact: true,
    ask,
    question,
  }
}

/** Facts about a data asset: three-valued, never defaulted. */
export const dataFields = {
  classification: fact(
    'Classification',
    { public: 'Public', internal: 'Internal', confidential: 'Confidential', restricted: 'Restricted' },
    'Data owner',
    'How sensitive is it?',
  ),
  personal: fact(
    'Personal data',
    { none: 'None', personal: 'Personal', special: 'Special category' },
    'Data protection officer',
    'Is it about people, and of which sort?',
  ),
  writers: fact(
    'Written by',
    {
      anyone: 'Anyone',
      customers: 'Customers',
      partners: 'Partners',
      staff: 'Staff',
      curators: 'Curators',
      system: 'The system',
    },
    'Data owner',
    'Who can put words into it?',
  ),
  retentionDays: {
    type: 'number',
    label: 'Kept for',
    unit: 'days',
    min: 0,
    fact: true,
    ask: 'Data protection officer',
    question: 'After how many days is it deleted?',
  },
} as const satisfies Readonly<Record<string, Field>>

/** What is stated of data in `facts`: what privacy, rights and scale hang on. */
export const factFields = {
  retentionDays: dataFields.retentionDays,
  subjects: fact(
    'About whom',
    {
      customers: 'Customers',
      employees: 'Employees',
      applicants: 'Applicants',
      patients: 'Patients',
      children: 'Children',
      public: 'The public',
    },
    'Data owner',
    'Who are the people in it?',
  ),
  lawfulBasis: fact(
    'Legal ground',
    {
      consent: 'Explicit consent',
      employment: 'Employment or social law',
      vital: 'Vital interests',
      members: 'Members of a foundation or association',
      madePublic: 'Made public by the person',
      claims: 'Legal claims',
      publicInterest: 'Substantial public interest',
      health: 'Health or social care',
      publicHealth: 'Public health',
      research: 'Archives, research or statistics',
      none: 'None found',
    },
    'Data protection officer',
    'On which ground may it be processed, as special personal data?',
  ),
  licence: fact(
    'Rights to use',
    {
      own: 'Our own',
      licensed: 'Licensed for this use',
      open: 'Open licence that allows it',
      publicDomain: 'In the public domain',
      forbidden: 'Not allowed',
    },
    'Legal',
    'May we copy, quote or train on it?',
  ),
  records: {
    type: 'number',
    label: 'People or records',
    unit: 'count',
    min: 0,
    integer: true,
    fact: true,
    ask: 'Data owner',
    question: 'How many people or records are in it?',
  },
} as const satisfies Readonly<Record<string, Field>>

/** Facts about whom calls are made as: three-valued, never defaulted. */
export const identityFields = {
  type: fact(
    'Is',
    {
      service: 'A service',
      agent: 'An agent',
      person: 'A person',
      administrator: 'An administrator',
      shared: 'Shared by several',
    },
    'Platform team',
    'Whose identity is it?',
  ),
  credential: fact(
    'Its credential lives',
    { none: 'There is none', shortLived: 'For hours', longLived: 'Until somebody changes it' },
    'Platform team',
    'How long does its credential live?',
  ),
} as const satisfies Readonly<Record<string, Field>>

/** The four facets as fields: facts about the world, inherited, never defaulted. */
export const boundaryFields = {
  trust: {
    type: 'number',
    label: 'Trust',
    help: '0 is hostile, 100 is ours and hardened',
    min: 0,
    max: 100,
    integer: true,
    fact: true,
    ask: 'Security architect',
  },
  organisation: {
    type: 'text',
    label: 'Organisation',
    help: 'Who runs what stands here',
    fact: true,
    ask: 'Vendor manager',
  },
  region: { type: 'text', label: 'Region', help: 'Where it runs, such as eu-west-1', fact: true, ask: 'Platform team' },
  network: {
    type: 'choice',
    label: 'Network',
    options: [
      { value: 'public', label: 'Public' },
      { value: 'private', label: 'Private' },
      { value: 'isolated', label: 'Isolated' },
    ],
    fact: true,
    ask: 'Platform team',
  },
} as const satisfies Readonly<Record<string, Field>>

/** Facts and settings of an arrow, as fields. */
export const flowFields = {
  encrypted: { type: 'boolean', label: 'Encrypted', help: 'Encrypted on its way', fact: true, ask: 'Platform team' },
  authentication: {
    type: 'choice',
    label: 'Authentication',
    options: [
      { value: 'none', label: 'None' },
      { value: 'apiKey', label: 'API key' },
      { value: 'session', label: 'Session' },
      { value: 'oidc', label: 'OIDC' },
      { value: 'oauth', label: 'OAuth 2' },
      { value: 'mtls', label: 'Mutual TLS' },
      { value: 'iam', label: 'Cloud identity' },
    ],
    fact: true,
    ask: 'Platform team',
  },
  timeoutMs: { type: 'number', label: 'Gives up after', unit: 'ms', min: 1 },
  retries: { type: 'number', label: 'Tries again', unit: 'count', min: 0, max: 20, integer: true },
  backoffMs: { type: 'number', label: 'Waits before', unit: 'ms', min: 0 },
  hedgeAfterMs: { type: 'number', label: 'Second try beside it after', unit: 'ms', min: 1 },
} as const satisfies Readonly<Record<string, Field>>

/** Texts that any element can have. */
export const textFields = {
  owner: { type: 'text', label: 'Owner', fact: true, ask: 'Sponsor', question: 'Who answers for it?' },
  source: { type: 'text', label: 'Source', fact: true, ask: 'Product owner', question: 'Who asks for it?' },
} as const satisfies Readonly<Record<string, Field>>
