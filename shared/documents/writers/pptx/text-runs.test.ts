import { expect, it } from 'vitest'
import { keepDates, runsOf } from './text-runs.ts'

it('keeps a date on one line, and leaves other hyphens alone', () => {
  expect(keepDates('by 2027-06-01; 2026-05')).toBe('by 2027\u201106\u201101; 2026\u201105')
  for (const words of ['text-embedding-3-large', 'claude-3-5-sonnet-2024-10-22', 'CWE-501', '2026-105', '1-2026-10'])
    expect(keepDates(words)).toBe(words)
  expect(runsOf([{ type: 'strong', text: 'Due 2026-11-01' }], 12)[0]?.text).toBe('Due 2026\u201111\u201101')
})
