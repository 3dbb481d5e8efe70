import { describe, expect, it } from 'vitest'
import { mergeByCause } from './merge.ts'
import { anyFinding } from './testing/finding.ts'

describe('mergeByCause', () => {
  const weak = anyFinding({
    rule: 'A-01',
    severity: 'medium',
    anchors: ['c-one', 'c-two'],
    elements: ['c-two'],
    path: ['c-one', 'a-x', 'c-two'],
    references: [{ framework: 'cwe', edition: '4', id: 'CWE-79' }],
  })
  const strong = anyFinding({
    rule: 'B-02',
    aliases: ['B-OLD'],
    lenses: ['threat'],
    severity: 'high',
    references: [
      { framework: 'cwe', edition: '4', id: 'CWE-79' },
      { framework: 'cwe', edition: '4', id: 'CWE-94' },
    ],
  })

  it('keeps the worst line, in whatever order they come, and what the others know', () => {
    for (const all of [
      [weak, strong],
      [strong, weak],
    ]) {
      const lines = mergeByCause(all.map((finding) => ({ finding, cause: 'same', atMost: finding.severity })))
      expect(lines).toHaveLength(1)
      const [line] = lines
      expect(line).toMatchObject({ rule: 'B-02', severity: 'high', path: weak.path, id: strong.id })
      expect(line?.aliases).toEqual(['B-OLD', 'A-01'])
      expect(line?.lenses.toSorted()).toEqual(['check', 'threat'])
      expect(line?.references).toHaveLength(2)
      expect(line?.elements).toEqual(expect.arrayContaining(['c-one', 'c-two']))
    }
  })
  it('lets the rule speak that can say most, where the facts have made them equal', () => {
    const trifecta = {
      finding: anyFinding({ rule: 'P-02', severity: 'high' }),
      cause: 'same',
      atMost: 'critical' as const,
    }
    const action = { finding: anyFinding({ rule: 'P-01', severity: 'high' }), cause: 'same', atMost: 'high' as const }
    for (const all of [
      [trifecta, action],
      [action, trifecta],
    ])
      expect(mergeByCause(all).map(({ rule }) => rule)).toEqual(['P-02'])
  })
  it('leaves lines apart that have no cause or another one', () => {
    const lines = mergeByCause([
      { finding: weak, cause: undefined, atMost: 'medium' },
      { finding: strong, cause: 'one', atMost: 'high' },
      { finding: anyFinding({ rule: 'C-03' }), cause: 'two', atMost: 'high' },
    ])
    expect(lines).toHaveLength(3)
  })
  it('never lets a closed line hide an open one', () => {
    const closed = { ...strong, status: 'mitigated' as const }
    const lines = mergeByCause([
      { finding: closed, cause: 'same', atMost: 'high' },
      { finding: weak, cause: 'same', atMost: 'medium' },
    ])
    expect(lines.map(({ status }) => status)).toEqual(['mitigated', 'open'])
  })
})
