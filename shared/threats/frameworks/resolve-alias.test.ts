import { describe, expect, it } from 'vitest'
import { aliases } from './aliases.ts'
import { latestOf, otherEditionsOf, shippedCatalogues, titleIn } from './catalogues.ts'
import { frameworks } from './index.ts'
import { resolveAlias } from './resolve-alias.ts'

const meaning = (text: string): string => {
  const found = resolveAlias(text)
  if (found.type !== 'one') return `${found.type}: ${found.sentence}`
  const { framework, edition, id } = found.pinned
  return `${framework} ${edition} ${id} ${found.title}${found.now === undefined ? '' : ` > ${found.now.id}:${found.now.edition}`}`
}

describe('an id as people write it', () => {
  it.each([
    ['LLM06:2025', 'owasp-llm 2025 LLM06 Excessive Agency > LLM03:2026'],
    ['LLM06:2026', 'owasp-llm 2026 LLM06 Unbounded Consumption'],
    ['OWASP LLM07 (2025)', 'owasp-llm 2025 LLM07 System Prompt Leakage > LLM08:2026'],
    ['LLM01', 'owasp-llm 2025 LLM01 Prompt Injection > LLM01:2026'],
    ['asi03', 'owasp-asi 2025 ASI03 Identity & Privilege Abuse'],
    ['T6', 'owasp-agentic-threats 1.1 T6 Intent Breaking & Goal Manipulation'],
    ['MCP03:2025-beta', 'owasp-mcp 2025-beta MCP03 Tool Poisoning'],
    ['ML06', 'owasp-ml 2023-draft ML06 AI Supply Chain Attacks'],
    ['DSGAI13', 'owasp-genai-data 2026 DSGAI13 Vector Store Platform Security'],
    ['AML.T0051.001', 'mitre-atlas v5.6.1 T0051.001 LLM Prompt Injection: Indirect'],
    ['AML.T0019', 'mitre-atlas v5.6.1 T0019 Publish Poisoned Datasets > T0115.000:2026.09'],
    ['T0058', 'mitre-atlas v5.6.1 T0058 Publish Poisoned Models > T0115.001:2026.09'],
    ['T0104', 'mitre-atlas v5.6.1 T0104 Publish Poisoned AI Agent Tool > T0115.002:2026.09'],
    ['mitre-atlas T0115.002', 'mitre-atlas 2026.09 T0115.002 Publish Poisoned AI Artifacts: AI Agent Tools'],
    ['nistaml.018', 'nist-ai-100-2 E2025 NISTAML.018 Prompt injection'],
    ['cwe-1434', 'cwe 4 CWE-1434 Insecure Setting of Generative AI/ML Model Inference Parameters'],
    [
      'GOVERN 1.4',
      'nist-ai-rmf 1.0 GOVERN 1.4 The risk management process and its outcomes are established through transparent policies',
    ],
    ['Nc', 'linddun 2020 Nc Non-compliance'],
    ['maestro L3', 'maestro 2025 L3 Agent frameworks'],
  ])('%s is %s', (text, expected) => expect(meaning(text)).toBe(expected))

  it('that means one thing here and another there is not guessed', () => {
    const found = resolveAlias('LLM06')
    expect(found).toMatchObject({ type: 'several' })
    expect(meaning('LLM06')).toBe(
      'several: "LLM06" can mean LLM06:2025 Excessive Agency (owasp-llm) or LLM06:2026 Unbounded Consumption (owasp-llm). Add the edition, as in "LLM06:2025".',
    )
    expect(meaning('I')).toContain('several: "I" can mean')
    expect(meaning('linddun I')).toContain('linddun 2020 I Identifying')
  })

  it.each([
    ['', 'An id is needed'],
    ['LLM99', 'No catalogue here has "LLM99".'],
    ['constructor', 'No catalogue here has "constructor".'],
    ['LLM06:2023', '"LLM06" is not in the edition "2023"; it is in owasp-llm 2025 and owasp-llm 2026.'],
  ])('"%s" is none, with a sentence', (text, sentence) => expect(meaning(text)).toContain(`none: ${sentence}`))
})

describe('renumberings', () => {
  it('lead from ids to ids that there are, each to one, and never in a circle', () => {
    for (const { from, to } of aliases) {
      expect(titleIn(shippedCatalogues, from), from.id).toBeDefined()
      expect(titleIn(shippedCatalogues, to), to.id).toBeDefined()
      expect(from.framework).toBe(to.framework)
      expect(latestOf(shippedCatalogues, to)).toEqual(to)
      expect(otherEditionsOf(shippedCatalogues, to)).toEqual([from])
    }
    const starts = aliases.map(({ from }) => `${from.framework} ${from.edition} ${from.id}`)
    expect(new Set(starts).size).toBe(starts.length)
  })

  it('say which risk is broader, and leave no retired id in the edition that retired it', () => {
    expect(aliases.filter(({ change }) => change === 'broader').map(({ to }) => to.id)).toEqual(['LLM08'])
    for (const { from } of aliases.filter(({ from: { framework } }) => framework === 'mitre-atlas'))
      expect(titleIn(shippedCatalogues, { ...from, edition: '2026.09' })).toBeUndefined()
  })
})

describe('the catalogues that ship', () => {
  it.each([
    ['owasp-llm', '2026', 10],
    ['owasp-llm', '2025', 10],
    ['owasp-asi', '2025', 10],
    ['owasp-agentic-threats', '1.1', 17],
    ['owasp-mcp', '2025-beta', 10],
    ['owasp-ml', '2023-draft', 10],
    ['owasp-genai-data', '2026', 17],
    ['nist-ai-100-2', 'E2025', 30],
    ['linddun', '2020', 7],
    ['maestro', '2025', 7],
  ])('%s %s has %i entries', (id, edition, count) => {
    const titles = frameworks.find((each) => each.id === id)?.editions[edition] ?? {}
    expect(Object.keys(titles)).toHaveLength(count)
    for (const title of Object.values(titles)) expect(title).toMatch(/^\S.*[^.\s]$/u)
  })

  it('say where they were read, and of which editions that was not at the publisher’s', () => {
    for (const { source, secondHand = [], editions } of frameworks) {
      expect(source.length).toBeGreaterThan(10)
      for (const edition of secondHand) expect(Object.keys(editions)).toContain(edition)
    }
  })
})
