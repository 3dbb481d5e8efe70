/** Standards of an invented house, as a file: every sort of entry once. */
export const house = {
  format: 'lintel/standards',
  version: 1,
  title: 'House standards 2026',
  packs: [
    {
      id: 'house',
      title: 'House rules',
      edition: '2026-10',
      approver: 'Architecture board',
      rules: [
        {
          id: 'HOUSE-01',
          title: 'A store without an owner',
          severity: 'low',
          topic: 'governance',
          why: 'Somebody has to answer for what is kept.',
          problem: '{name} keeps data, and nobody owns it.',
          fix: 'Name an owner of {name}.',
          references: ['Policy 4.2'],
          each: { of: 'components', where: 'trait = stores-data', require: 'owner stated' },
        },
        {
          id: 'HOUSE-02',
          title: 'Kept for longer than the policy allows',
          severity: 'medium',
          topic: 'privacy',
          why: 'What is not kept cannot leak.',
          problem: '{name} keeps data for longer than 90 days.',
          fix: 'Delete after 90 days in {name}.',
          each: {
            of: 'components',
            where: { all: [{ trait: 'stores-data' }, { not: { tag: 'archive' } }] },
            require: { field: 'settings.retentionDays', is: '<=', value: 90 },
          },
        },
        {
          id: 'HOUSE-03',
          title: 'Models are reached past the gateway',
          severity: 'high',
          topic: 'access',
          why: 'The gateway keeps the log and the limits.',
          problem: '{from} reaches {to} past the model gateway.',
          fix: 'Send the calls of {from} through the model gateway.',
          path: { from: 'trait = starts-requests', to: 'kind = llm-api', through: 'kind = model-gateway' },
        },
      ],
    },
  ],
  rules: { 'INF-01': { severity: 'low', reason: 'The mesh encrypts everything.' }, 'GOV-06': { off: true } },
  technologies: [
    { name: 'openai', status: 'approved' },
    { name: 'openai/gpt-4.1', status: 'tolerated', until: '2027-01-31', instead: 'GPT-5', approver: 'CTO' },
    { name: 'anthropic/*', status: 'forbidden', reason: 'No contract yet' },
  ],
  controls: [
    { control: 'kill-switch', where: 'trait = plans-actions', owner: 'Operations', reason: 'Policy 7.1' },
    { control: 'encrypt-at-rest', where: 'trait = stores-data' },
  ],
}
