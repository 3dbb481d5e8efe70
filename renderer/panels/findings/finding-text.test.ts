import { expect, it } from 'vitest'
import { anyFinding } from '../../../shared/findings/testing/finding.ts'
import { textOfFinding } from './finding-text.ts'

it('finds a finding by what is written of its references, and by what other editions call them', () => {
  const text = textOfFinding(
    anyFinding({
      rule: 'AG-01',
      references: [
        { framework: 'owasp-llm', edition: '2026', id: 'LLM03' },
        { framework: 'mitre-atlas', edition: '2026.09', id: 'T0115.000' },
      ],
    }),
  )
  for (const words of ['ag-01', 'llm03:2026', 'llm06:2025', 'excessive agency', 'aml.t0115.000', 'aml.t0019', 'mitre'])
    expect(text).toContain(words)
})
