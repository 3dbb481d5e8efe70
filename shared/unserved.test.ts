import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import type { Design } from './design/design.ts'
import { removeElements } from './design/edit/index.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const knowledge = { prices: read('resources/prices/price-book.json') as object, today: '2026-11-21' }

/** Whoever answers in each template, and what asks how it does without them. */
const templates = [
  ['analyst-research-rag', 'answers'],
  ['analytics-assistant', 'agent'],
  ['customer-support-agent', 'agent'],
  ['invoice-intake', 'pipeline'],
  ['real-time-fraud-scoring', 'scoring'],
  ['well-built-rag', 'answers'],
] as const

describe.each(templates)('%s without "%s"', (name, core) => {
  const design = read(`resources/templates/${name}.lintel.json`) as Design
  const left = removeElements(design, [core])
  const { requirements } = analyse(left, knowledge)
  const verdicts = (start: string) =>
    (left.requirements ?? [])
      .filter(({ metric }) => metric.startsWith(start))
      .map(({ id }) => requirements.find(({ requirement }) => requirement === id))

  it.each(['availability', 'cost'])('keeps no promise by what is left of it: %s', (start) => {
    const found = verdicts(start)
    expect(found.length).toBeGreaterThan(0)
    for (const result of found) {
      expect(result?.verdict).not.toBe('pass')
      expect(result?.verdict).not.toBe('assumed')
    }
  })
})
