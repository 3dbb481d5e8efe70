import { describe, expect, it } from 'vitest'
import type { Control, Design, RiskMatrix, Treatment } from '../design/design.ts'
import { usualRiskMatrix } from '../design/risk-matrix.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { estimateDesign } from '../estimate/estimate-design.ts'
import { kinds } from '../kinds/index.ts'
import type { Finding, Rating } from './finding.ts'
import { defineRule, type Found, type Rule } from './rule.ts'
import { runRules } from './run.ts'
import { mailingAgent } from './testing/bases.ts'
import { flatPrices } from './testing/inspect.ts'
import { requirement } from './testing/mini-design.ts'

const rated: Rating = { likelihood: 4, impact: 4, why: 'Likelihood 4 of 5: open (+4). Impact 4 of 5: money (+4).' }
const ruleOf = (found: Partial<Found>, rule: Partial<Rule> = {}): Rule =>
  defineRule({
    id: 'X-01',
    lenses: ['threat'],
    title: 'Something',
    severity: 'high',
    topic: 'access',
    why: 'It matters.',
    references: [],
    closedBy: ['policy-gate'],
    softenedBy: [{ control: 'injection-filter', why: 'Whoever wrote the text tries again.' }],
    *check() {
      yield { type: 'found', anchors: ['c-agent'], problem: 'One is wrong.', fix: 'Mend it.', ...found }
    },
    ...rule,
  })
const findIn = (design: Design, ...rules: readonly Rule[]): readonly Finding[] => {
  const graph = buildGraph(design, kinds, [])
  const estimate = estimateDesign(graph, flatPrices)
  const lineage = buildLineage(graph)
  const isSoft = (type: string): boolean => type === 'injection-filter'
  return runRules({ graph, lineage, estimate, rules, requirements: [], today: '2026-11-21', isSoft }).findings
}
const find = (design: Design, rule: Rule): Finding => {
  const [finding] = findIn(design, rule)
  if (finding === undefined) throw new Error('It is found')
  return finding
}
const filter: Control = {
  id: 'k-filter',
  type: 'injection-filter',
  name: 'filter of mails',
  on: ['c-agent'],
  status: 'inPlace',
}
const gate: Control = { ...filter, id: 'k-gate', type: 'policy-gate', name: 'Limits' }
const treatment: Treatment = { id: 't-one', rule: 'X-01', on: ['c-agent'], response: 'mitigate', reason: 'So' }
const treated = (more: Partial<Treatment>, controls: readonly Control[] = []): Finding =>
  find({ ...mailingAgent, controls, treatments: [{ ...treatment, ...more }] }, ruleOf({ rating: rated }))

describe('what a threat was and what remains of it', () => {
  it('is the same where nothing stands in its way', () => {
    const { inherent, residual, severity } = find(mailingAgent, ruleOf({ rating: rated }))
    expect(inherent).toEqual({ ...rated, severity: 'high' })
    expect(residual).toEqual(inherent)
    expect(severity).toBe('high')
  })

  it('is what the severity stands for where no rule rates it, and says so; a check has neither', () => {
    const finding = find(mailingAgent, ruleOf({}))
    expect(finding.rating).toMatchObject({ likelihood: 4, impact: 4, isAssumed: true })
    expect(finding.inherent?.why).toContain('what high stands for')
    for (const severity of ['critical', 'high', 'medium', 'low'] as const) {
      const { likelihood, impact } = find(mailingAgent, ruleOf({ severity }, { severity: 'critical' })).rating ?? rated
      expect(usualRiskMatrix[likelihood - 1]?.[impact - 1]).toBe(severity)
    }
    const check = find(mailingAgent, ruleOf({}, { lenses: ['check'] }))
    expect([check.rating, check.inherent, check.residual]).toEqual([undefined, undefined, undefined])
  })

  it('loses one step of likelihood to a soft control, stays open, and says what it was', () => {
    const { status, inherent, residual, severity } = find(
      { ...mailingAgent, controls: [filter] },
      ruleOf({ rating: rated }),
    )
    expect(status).toBe('open')
    expect(inherent).toMatchObject({ likelihood: 4, impact: 4, severity: 'high' })
    expect(residual).toMatchObject({ likelihood: 3, impact: 4, severity: 'medium' })
    expect(severity).toBe('medium')
    expect(residual?.why).toContain('(−1) and does not close it: Whoever wrote the text tries again.')
  })

  it('loses one step only, however many soft controls there are', () => {
    const inherent = { likelihood: 4, impact: 4, why: 'Likelihood 4 of 5.' }
    const judged = ruleOf({ rating: { ...rated, likelihood: 3, inherent } })
    const both = find({ ...mailingAgent, controls: [filter] }, judged)
    expect(both.residual).toMatchObject({ likelihood: 3, impact: 4 })
    expect(both.inherent).toMatchObject({ likelihood: 4, severity: 'high' })
  })

  it('is hardly likely once a firm control closes it', () => {
    const closed = find({ ...mailingAgent, controls: [gate, filter] }, ruleOf({ rating: rated }))
    expect(closed).toMatchObject({ status: 'mitigated', treatedBy: 'k-gate' })
    expect(closed.inherent?.severity).toBe('high')
    expect(closed.residual).toEqual({
      likelihood: 1,
      impact: 4,
      severity: 'low',
      why: 'Likelihood 1 of 5: a control on the drawing closes it. Impact 4 of 5, as before.',
    })
  })

  it('is what a decision states, within the matrix and never above what it was', () => {
    expect(treated({ residual: { likelihood: 2, impact: 4 }, approver: 'Ada' }).residual).toEqual({
      likelihood: 2,
      impact: 4,
      severity: 'medium',
      why: 'Likelihood 2 of 5 and impact 4 of 5, as Ada states in the decision about it.',
    })
    expect(treated({ residual: { likelihood: 9, impact: 9 } }).residual).toMatchObject({
      likelihood: 5,
      impact: 5,
      severity: 'high',
    })
    expect(treated({ residual: { likelihood: 1, impact: 1 }, until: '2026-01-01' }).residual).toMatchObject({
      likelihood: 4,
    })
  })

  it.each([
    [{ response: 'avoid' }, 1, 'what it attacks is not built'],
    [{ status: 'verified' }, 1, 'it counts as mitigated by decision'],
    [{ status: 'inProgress' }, 4, 'open (+4)'],
    [{ response: 'accept', approver: 'Ada', until: '2027-01-01' }, 4, 'Accepted as it is.'],
    [{ response: 'transfer' }, 4, 'no smaller for that'],
    [{ response: 'dispute' }, 4, 'stands until the drawing says otherwise'],
  ] as const)('after the decision %j has likelihood %i: %s', (more, likelihood, words) => {
    const { residual } = treated(more)
    expect(residual?.likelihood).toBe(likelihood)
    expect(residual?.why).toContain(words)
  })
})

describe('a mitigation that somebody ticked off', () => {
  it('stays open while it rests on soft controls alone, and says why', () => {
    const planned: Control = { ...filter, status: 'planned' }
    const finding = treated({ status: 'done', controls: ['k-filter'] }, [planned])
    expect(finding).toMatchObject({
      status: 'open',
      note: 'Filter of mails makes it less likely and never closes it. Whoever wrote the text tries again.',
      residual: { likelihood: 4 },
    })
  })

  it('holds with a firm control, with a word alone, and where the rule itself says that this one closes it', () => {
    const done = { status: 'done', controls: ['k-filter', 'k-gate'] } as const
    const planned = [filter, gate].map((control): Control => ({ ...control, status: 'planned' }))
    expect(treated(done, planned)).toMatchObject({
      status: 'mitigated',
      residual: { likelihood: 1, why: expect.stringContaining('close it') as string },
    })
    expect(treated({ status: 'done' }).status).toBe('mitigated')
    const named = ruleOf({ rating: rated }, { closedBy: ['injection-filter'], softenedBy: [] })
    const design = {
      ...mailingAgent,
      controls: planned,
      treatments: [{ ...treatment, ...done, controls: ['k-filter'] }],
    }
    expect(find(design, named).status).toBe('mitigated')
  })
})

describe('a matrix of the design’s own', () => {
  const own = (likelihood: number, impact: number, word: RiskMatrix[number][number]): Design => ({
    ...mailingAgent,
    riskMatrix: usualRiskMatrix.map((row, index) => (index === likelihood - 1 ? row.with(impact - 1, word) : row)),
  })

  it('moves the threats in a changed cell by as many steps, and no other', () => {
    const threat = ruleOf({ rating: { ...rated, likelihood: 3, impact: 3 } }, { severity: 'medium' })
    const riskMatrix = usualRiskMatrix
      .with(2, ['low', 'low', 'high', 'high', 'high'])
      .with(3, ['low', 'medium', 'high', 'high', 'critical'])
    const moved = find({ ...mailingAgent, riskMatrix }, threat)
    expect(moved.severity).toBe('high')
    expect(moved.weighed).toBe(
      "Medium at most by its rule. This design's own risk matrix makes it high, as it has likelihood 3 and impact 3 otherwise than the usual one.",
    )
    expect(find(own(1, 5, 'low'), threat)).toMatchObject({ severity: 'medium', weighed: 'Medium at most by its rule.' })
    expect(find(own(3, 5, 'medium'), ruleOf({ rating: { ...rated, likelihood: 3, impact: 5 } })).severity).toBe(
      'medium',
    )
  })

  it('that cannot be read changes nothing', () => {
    const broken = own(4, 4, 'low')
    expect(find(broken, ruleOf({ rating: rated })).severity).toBe('high')
  })

  it('makes nothing critical that is not proven, and milder ones stay low', () => {
    expect(find(own(4, 4, 'critical'), ruleOf({ rating: rated })).severity).toBe('high')
    const low = ruleOf({ rating: { ...rated, likelihood: 1, impact: 5 } })
    expect(find(own(1, 5, 'low'), low).severity).toBe('low')
  })
})

describe('the order of threats', () => {
  const equal = (id: string, anchor: string, lens: 'threat' | 'check' = 'threat'): Rule =>
    ruleOf({ rating: rated, anchors: [anchor] }, { id, lenses: [lens] })
  const demanded = (on: readonly string[] | undefined, priority: 'must' | 'should' = 'must'): Design => ({
    ...mailingAgent,
    requirements: [
      requirement('r-order', {
        metric: 'availability',
        is: '>=',
        target: 0.999,
        name: 'Always there',
        priority,
        ...(on === undefined ? {} : { on }),
      }),
    ],
  })
  const order = (design: Design, ...rules: readonly Rule[]): readonly string[] =>
    findIn(design, ...rules).map(({ rule }) => rule)

  it('puts one that touches what a must names before its equals, and says so', () => {
    const rules = [equal('A-01', 'c-agent'), equal('B-01', 'c-mail')]
    expect(order(mailingAgent, ...rules)).toEqual(['A-01', 'B-01'])
    expect(order(demanded(['c-mail']), ...rules)).toEqual(['B-01', 'A-01'])
    expect(order(demanded(['c-mail'], 'should'), ...rules)).toEqual(['A-01', 'B-01'])
    expect(order(demanded(undefined), ...rules)).toEqual(['A-01', 'B-01'])
    const [first, second] = findIn(demanded(['c-mail']), ...rules)
    expect(first?.weighed).toContain('It stands before its equals: it touches what must hold for "Always there".')
    expect(second?.weighed).not.toContain('equals')
  })

  it('counts a boundary for what stands in it, and leaves checks and worse threats where they are', () => {
    const rules = [equal('A-01', 'c-customer'), equal('B-01', 'c-mail')]
    expect(order(demanded(['b-platform']), ...rules)).toEqual(['B-01', 'A-01'])
    expect(order(demanded(['c-mail']), equal('A-01', 'c-agent', 'check'), equal('B-01', 'c-mail', 'check'))).toEqual([
      'A-01',
      'B-01',
    ])
    const worse = ruleOf({ rating: { ...rated, impact: 5, likelihood: 4 }, anchors: ['c-agent'] }, { id: 'A-01' })
    expect(order(demanded(['c-mail']), worse, equal('B-01', 'c-mail'))).toEqual(['A-01', 'B-01'])
  })
})
