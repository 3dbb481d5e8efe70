import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { rules } from '../rules.ts'
import type { Severity } from './finding.ts'
import { firstSight } from './first-sight.ts'
import { defineRule, type Found, type Outcome } from './rule.ts'
import { mailingAgent, searchService } from './testing/bases.ts'
import { anyFinding } from './testing/finding.ts'
import { inspect } from './testing/inspect.ts'
import { arrow, box, edited, miniDesign } from './testing/mini-design.ts'

const rule = (outcomes: readonly Outcome[], severity: Severity = 'critical') =>
  defineRule({
    id: 'X-01',
    lenses: ['threat'],
    title: 'X',
    severity,
    topic: 'access',
    why: 'Because.',
    references: [],
    *check() {
      yield* outcomes
    },
  })
const found: Found = { type: 'found', anchors: ['c-model'], problem: 'Model is wrong.', fix: 'Mend it.' }
const proof = { path: ['c-customer', 'a-customer-agent', 'c-agent'], facts: { actor: 'Message', asset: 'Order' } }
const severityIn = (design: Design, outcome: Found): string | undefined =>
  inspect(design, [rule([outcome])]).findings[0]?.severity

describe('severity', () => {
  it('is critical only with a path, an actor and an asset', () => {
    expect(severityIn(mailingAgent, found)).toBe('high')
    expect(severityIn(mailingAgent, { ...found, ...proof })).toBe('critical')
    expect(severityIn(mailingAgent, { ...found, ...proof, facts: { actor: 'Message' } })).toBe('high')
  })
  it('follows the rating, never above the rule', () => {
    const rated: Found = { ...found, ...proof, rating: { likelihood: 2, impact: 2, why: '' } }
    expect(severityIn(mailingAgent, rated)).toBe('low')
    const worst: Found = { ...rated, rating: { likelihood: 5, impact: 5, why: '' } }
    expect(inspect(mailingAgent, [rule([worst], 'medium')]).findings[0]?.severity).toBe('medium')
  })
  it('is softened by the stage, in words, unless people outside reach it', () => {
    const pilot: Design = { ...mailingAgent, context: { stage: 'pilot' } }
    expect(severityIn(pilot, { ...found, ...proof })).toBe('high')
    expect(inspect(pilot, [rule([{ ...found, ...proof }])]).findings[0]?.weighed).toContain(
      'Critical in production; high in a pilot.',
    )
    expect(severityIn(pilot, { ...found, ...proof, exposed: true })).toBe('critical')
  })
})

describe('what is said', () => {
  it('leaves out boxes that nothing joins', () => {
    const design = miniDesign({
      components: [box('c-lone', 'llm-api'), box('c-user', 'user'), box('c-model', 'llm-api')],
      flows: [arrow('c-user', 'c-model')],
    })
    const outcomes: readonly Outcome[] = [
      { ...found, anchors: ['c-lone'] },
      { type: 'asked', on: 'c-lone', field: 'settings.pinned', text: 'Pinned?' },
      { ...found, anchors: ['c-model'] },
    ]
    const { findings, questions } = inspect(design, [rule(outcomes)])
    expect(findings.map(({ anchors }) => anchors)).toEqual([['c-model']])
    expect(questions).toEqual([])
  })
  it('comes open before closed, then worst first', () => {
    const outcomes: readonly Found[] = [
      { ...found, severity: 'low' },
      { ...found, anchors: ['c-agent'], severity: 'high' },
      { ...found, anchors: ['c-mail'], severity: 'high', mitigatedBy: 'k-one' },
    ]
    const { findings } = inspect(mailingAgent, [rule(outcomes)])
    expect(findings.map(({ anchors }) => anchors[0])).toEqual(['c-agent', 'c-model', 'c-mail'])
    expect(findings[2]).toMatchObject({ status: 'mitigated', treatedBy: 'k-one' })
  })
})

describe('questions', () => {
  it('are one group for one field, with the words of whoever would know', () => {
    const asks = edited(searchService, 'c-model', { settings: { noTraining: { unknown: true, ask: 'Sales contact' } } })
    const both = edited(edited(asks, 'c-embedder', { settings: { noTraining: { unknown: true } } }), 'd-question', {
      classification: 'confidential',
    })
    const group = inspect(both, rules).questions.find(({ id }) => id === 'settings.noTraining')
    expect(group).toMatchObject({
      text: expect.stringMatching(/^For each of 2 models: .*\?$/) as string,
      rules: ['PRV-03'],
    })
    expect(group?.ask).toContain('Sales contact')
    expect(group?.elements).toEqual([
      { on: 'c-embedder', field: 'settings.noTraining', answered: 'unknown' },
      { on: 'c-model', field: 'settings.noTraining', answered: 'unknown' },
    ])
  })
  it('name the element when there is only one, and do not say "unknown" of what nobody was asked', () => {
    const { pinned: _, ...settings } = searchService.components?.find(({ id }) => id === 'c-model')?.settings ?? {}
    const components = (searchService.components ?? []).map((each) =>
      each.id === 'c-model' ? { ...each, settings } : each,
    )
    const group = inspect({ ...searchService, components }, rules).questions.find(({ id }) => id === 'settings.pinned')
    expect(group?.text).toMatch(/^Model: is the model version pinned/u)
    expect(group?.elements).toEqual([{ on: 'c-model', field: 'settings.pinned' }])
  })
  it('are not asked where somebody has settled the verdict', () => {
    const unknown = edited(searchService, 'c-model', { settings: { pinned: { unknown: true } } })
    const waived: Design = {
      ...unknown,
      treatments: [{ id: 't-one', rule: 'OPS-03', on: ['c-model'], response: 'accept', reason: 'No' }],
    }
    const asked = (design: Design): readonly string[] => inspect(design, rules).questions.map(({ id }) => id)
    expect(asked(unknown)).toContain('settings.pinned')
    expect(asked(waived)).not.toContain('settings.pinned')
  })
  it('come with the heaviest first', () => {
    const weights = inspect(mailingAgent, rules).questions.map(({ weight }) =>
      ['critical', 'high', 'medium', 'low'].indexOf(weight),
    )
    expect(weights).toEqual(weights.toSorted((a, b) => a - b))
  })
})

describe('first sight', () => {
  it('shows 7 findings and 5 threats, and counts the rest', () => {
    const findings = Array.from({ length: 20 }, (_, index) =>
      anyFinding({
        rule: `X-${index}`,
        lenses: [index % 2 === 0 ? 'threat' : 'check'],
        status: index === 3 ? 'accepted' : 'open',
      }),
    )
    const sight = firstSight({ findings, questions: [] })
    expect([sight.findings.length, sight.threats.length]).toEqual([7, 5])
    expect(sight.more).toEqual({ findings: 12, threats: 5, questions: 0 })
    expect(sight.findings.flatMap((line) => line.findings.map((finding) => finding.rule))).not.toContain('X-3')
  })

  it('asks three questions, and beside them whatever presses', () => {
    const [question] = inspect(mailingAgent, rules).questions
    if (question === undefined) throw new Error('The agent raises questions')
    const asked = (...groups: readonly Partial<typeof question>[]) =>
      firstSight({ findings: [], questions: groups.map((change) => ({ ...question, ...change })) })
    const medium = { weight: 'medium' } as const
    const high = { weight: 'high' } as const
    const late = { weight: 'low', overdue: true } as const
    expect(asked(medium, medium).questions).toHaveLength(2)
    const few = asked(medium, medium, medium, medium, late)
    expect(few.questions.map(({ overdue }) => overdue === true)).toEqual([false, false, false, true])
    expect(few.more.questions).toBe(1)
    expect(asked(high, high, high, high, medium).questions).toHaveLength(4)
    expect(asked(...Array.from({ length: 14 }, () => high)).questions).toHaveLength(12)
  })
})
