import { expect, it } from 'vitest'
import { referencesByCatalogue } from './references.ts'

it('names catalogues and entries by their titles, each catalogue once', () => {
  const lines = referencesByCatalogue([
    { framework: 'owasp-llm', edition: '2026', id: 'LLM01' },
    { framework: 'mitre-atlas', edition: 'v5.6.1', id: 'T0053' },
    { framework: 'owasp-llm', edition: '2026', id: 'LLM02' },
    { framework: 'gdpr', edition: '2016', id: 'Art. 28' },
  ])
  expect(lines.map(({ title }) => title)).toEqual([
    'OWASP Top 10 for LLM applications',
    'MITRE ATLAS',
    'General Data Protection Regulation',
  ])
  expect(lines.map(({ isSecondHand }) => isSecondHand)).toEqual([false, false, true])
  expect(lines[0]?.words).toMatch(/^LLM01:2026 \w.*, LLM02:2026 \w/)
})
