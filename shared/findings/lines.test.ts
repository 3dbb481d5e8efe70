import { describe, expect, it } from 'vitest'
import { importedBy } from '../design/design.ts'
import { linesOf, titleOfLine } from './lines.ts'
import { anyFinding } from './testing/finding.ts'

describe('lines of a list', () => {
  it('say a rule once, with its places, in the order of the worst', () => {
    const lines = linesOf([
      anyFinding({ rule: 'X-01', anchors: ['c-one'] }),
      anyFinding({ rule: 'X-02', anchors: ['c-two'] }),
      anyFinding({ rule: 'X-01', anchors: ['c-three'], severity: 'high' }),
    ])
    expect(lines.map(({ findings }) => findings.map(({ anchors }) => anchors[0]))).toEqual([
      ['c-three', 'c-one'],
      ['c-two'],
    ])
  })

  it('keep what was decided apart, and every path for itself', () => {
    const lines = linesOf([
      anyFinding({ anchors: ['c-one'] }),
      anyFinding({ anchors: ['c-two'], status: 'accepted' }),
      anyFinding({ rule: 'P-01', anchors: ['c-a', 'c-b'], path: ['c-a', 'f', 'c-b'] }),
      anyFinding({ rule: 'P-01', anchors: ['c-c', 'c-b'], path: ['c-c', 'g', 'c-b'] }),
    ])
    expect(lines).toHaveLength(4)
    expect(new Set(lines.map(({ id }) => id)).size).toBe(4)
  })

  it('say once what an imported file rates alike, by its rating', () => {
    const taken = (['critical', 'critical', 'low'] as const).map((severity, index) =>
      anyFinding({ id: `F-${index}`, rule: 'manual-threat', anchors: [`r-${index}`], severity, group: importedBy }),
    )
    const lines = linesOf(taken)
    expect(lines.map(({ findings }) => [titleOfLine(findings), findings.length])).toEqual([
      ['Threats that the imported file rates critical', 2],
      [taken[2]?.title, 1],
    ])
  })

  it('keep threats that people wrote down apart: they share a rule and nothing else', () => {
    const written = ['r-1', 'r-2'].map((risk) =>
      anyFinding({ id: `F-${risk}`, rule: 'manual-threat', anchors: [risk] }),
    )
    expect(linesOf(written)).toHaveLength(2)
  })
})
