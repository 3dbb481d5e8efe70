import { describe, expect, it } from 'vitest'
import { checks } from '../checks/rules/index.ts'
import { requirementRule, type Design, type Treatment } from '../design/design.ts'
import { printDesign } from '../design/print.ts'
import { estimateDesign } from '../estimate/estimate-design.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { verifyRequirements } from '../requirements/verify.ts'
import { threats } from '../threats/catalog/index.ts'
import { failuresOf } from './report/report.ts'
import { writeJunit } from './report/write-junit.ts'
import { buildSarif } from './report/write-sarif.ts'
import { runRules } from './run.ts'
import { clearText } from './testing/clear-text.ts'
import { flatPrices, inspect } from './testing/inspect.ts'
import { requirement } from './testing/mini-design.ts'

const rules = [...threats, ...checks]
const [worst] = inspect(clearText, rules).findings
if (worst === undefined) throw new Error('The sample has no finding')

const lastDay = '2026-11-21'
const waiver: Treatment = {
  id: 't-wire',
  rule: worst.rule,
  on: worst.anchors,
  response: 'accept',
  reason: 'The tunnel below encrypts',
  approver: 'CISO',
  until: lastDay,
}
const budget = requirement('r-budget', { metric: 'cost.month', is: '<=', target: 1, name: 'Budget' })
const missed: Treatment = { ...waiver, id: 't-budget', rule: requirementRule, on: ['r-budget'] }
const signed: Design = { ...clearText, requirements: [budget], treatments: [waiver, missed] }

/** What a design says on a day: of the finding, of the requirement, of waivers that ran out, and to a pipeline. */
function on(today: string, design: Design = signed) {
  const graph = buildGraph(design, kinds, products)
  const lineage = buildLineage(graph)
  const estimate = estimateDesign(graph, flatPrices)
  const requirements = verifyRequirements({ graph, lineage, estimate }, today)
  const { findings, questions } = runRules({ rules, graph, lineage, estimate, requirements, today })
  const report = { file: 'a.json', text: printDesign(design), design, findings, questions, rules, off: [] }
  const finding = findings.find(({ id }) => id === worst?.id)
  const result = buildSarif(report).runs[0]?.results?.find(({ ruleId }) => ruleId === worst?.rule)
  return {
    finding: finding?.status,
    by: finding?.treatedBy,
    note: finding?.note,
    requirement: requirements.map(({ verdict }) => verdict),
    over: findings.filter(({ rule }) => rule === 'GOV-06').flatMap(({ anchors }) => anchors),
    fails: failuresOf({ findings, failOn: worst?.severity ?? 'low' }).some(({ id }) => id === worst?.id),
    suppressed: result?.suppressions?.length,
    skipped: writeJunit(report).includes('Accepted by CISO'),
  }
}
const holds = {
  finding: 'accepted',
  by: 't-wire',
  note: undefined,
  requirement: ['waived'],
  over: [],
  fails: false,
  suppressed: 1,
  skipped: true,
}
const isOver = {
  finding: 'open',
  by: 't-wire',
  note: `The waiver by CISO ended on ${lastDay}.`,
  requirement: ['fail'],
  over: ['t-budget', 't-wire'],
  fails: true,
  suppressed: 0,
  skipped: false,
}

describe('a waiver until a day', () => {
  it.each([
    ['long before', '2025-01-01', holds],
    ['the day before', '2026-11-20', holds],
    ['on its last day', lastDay, holds],
    ['the day after', '2026-11-22', isOver],
    ['in the year after', '2027-01-01', isOver],
  ])('%s', (_, today, expected) => {
    expect(on(today)).toEqual(expected)
  })

  it('that was renewed counts beside the one that ran out, in either order', () => {
    const renewed: readonly Treatment[] = [waiver, missed].map((each) => ({
      ...each,
      id: `${each.id}-2`,
      until: '2027-11-21',
    }))
    for (const treatments of [
      [waiver, missed, ...renewed],
      [...renewed, waiver, missed],
    ])
      expect(on('2026-11-22', { ...signed, treatments })).toMatchObject({
        finding: 'accepted',
        by: 't-wire-2',
        requirement: ['waived'],
        over: [],
        fails: false,
      })
  })

  it('that is taken back leaves the finding as it was before', () => {
    const before = on(lastDay, { ...signed, treatments: [] })
    expect(before).toMatchObject({ finding: 'open', by: undefined, requirement: ['fail'], over: [], fails: true })
  })
})
