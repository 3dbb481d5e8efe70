import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../shared/findings/lines.ts'
import { anyFinding } from '../../../shared/findings/testing/finding.ts'
import { filterLines, groupLines } from './group-findings.ts'

const guard = { control: 'input-guard', title: 'Input guard', at: 'f-in', strength: 'deterministic' } as const
const lines = linesOf([
  anyFinding({ rule: 'A-01', anchors: ['c-one'], remedy: guard, severity: 'high', problem: 'Words reach the model.' }),
  anyFinding({ rule: 'B-01', anchors: ['c-two'], topic: 'cost' }),
  anyFinding({ rule: 'C-01', anchors: ['c-one'], remedy: guard }),
])
const rulesOf = (group: { readonly lines: typeof lines }) => group.lines.map(({ findings: [{ rule }] }) => rule)

describe('groups', () => {
  it('stand in the order of their worst, what one control repairs together under its name', () => {
    const groups = groupLines(lines, 'fix', (id) => id.toUpperCase())
    expect(groups.map(rulesOf)).toEqual([['A-01', 'C-01'], ['B-01']])
    expect(groups.map(({ title }) => title)).toEqual(['Input guard: F-IN', undefined])
  })

  it('go by element, topic and severity too', () => {
    expect(groupLines(lines, 'element', (id) => id.toUpperCase()).map(({ title }) => title)).toEqual(['C-ONE', 'C-TWO'])
    expect(groupLines(lines, 'topic').map(({ title }) => title)).toEqual(['Reliability', 'Cost'])
    expect(groupLines(lines, 'severity').map(rulesOf)).toEqual([['A-01'], ['B-01', 'C-01']])
  })
})

describe('a filter', () => {
  it('takes a topic, and words of what a finding says', () => {
    const left = (topic: 'cost' | undefined, words: string) => filterLines(lines, { topic, words }).map(({ id }) => id)
    expect(left('cost', '')).toEqual(['B-01 open'])
    expect(left(undefined, 'MODEL words')).toEqual(['A-01 open'])
    expect(left(undefined, 'c-01')).toEqual(['C-01 open'])
    expect(left('cost', 'model')).toEqual([])
  })
})
