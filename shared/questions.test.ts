import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import type { Analysis } from './analysis.ts'
import { checkFixtures } from './checks/rules/fixtures.ts'
import { requirementRule, type Design } from './design/design.ts'
import { setTopicComplete } from './design/edit/intent.ts'
import { parseDesign } from './design/file.ts'
import { sameJson } from './design/same-json.ts'
import type { QuestionGroup } from './findings/finding.ts'
import { inspect } from './findings/testing/inspect.ts'
import { edited, type RuleFixture } from './findings/testing/mini-design.ts'
import { answered, possibleAnswers } from './findings/testing/possible-answers.ts'
import { rules } from './rules.ts'
import { threatFixtures } from './threats/catalog/fixtures.ts'

const resources = join(import.meta.dirname, '../resources')
const prices: object = JSON.parse(readFileSync(join(resources, 'prices/price-book.json'), 'utf8'))
const templates = readdirSync(join(resources, 'templates')).filter((name) => name.endsWith('.lintel.json'))
const today = '2026-11-21'

const fixtures: readonly RuleFixture[] = [...threatFixtures, ...checkFixtures]
const asking = fixtures.flatMap(({ rule, fails, unknown }) =>
  unknown === undefined ? [] : [{ rule, hidden: edited(fails, unknown.on, unknown.change) }],
)

/** What a rule says once an answer is given, in words that two answers can be compared by. */
const verdictOf = (design: Design, rule: string): string =>
  inspect(
    design,
    rules.filter(({ id }) => id === rule),
  )
    .findings.map(({ id, severity, status }) => `${id} ${severity} ${status}`)
    .join(', ')

describe.each(asking)('the question of $rule', ({ rule, hidden }) => {
  const own = inspect(
    hidden,
    rules.filter(({ id }) => id === rule),
  ).questions

  it('can be answered in a way that decides the verdict, and in another that decides it otherwise', () => {
    const answerable = own.filter((group) => possibleAnswers(hidden, group).length > 0)
    // Where the answer is drawn, the failing and the passing design of the rule are its two sides.
    if (answerable.length === 0) {
      expect(['drawing', 'questionnaire']).toEqual(expect.arrayContaining(own.map(({ answer }) => answer)))
      return
    }
    const verdicts = answerable.flatMap((group) =>
      [
        ...possibleAnswers(hidden, group).map((value) => answered(hidden, group, value)),
        // "There is none", where that is no value: left out, and all of the topic is stated.
        setTopicComplete(answered(hidden, group, undefined), group.topic),
      ].map((design) => verdictOf(design, rule)),
    )
    expect(new Set(verdicts).size).toBeGreaterThan(1)
  })

  it('reads as one that yes and no answer, where those are offered', () => {
    const isAnswerable = /^(?:.+: |when [^,]+, )?(?:is|are|do|does|can|may|has|have|must|will)\b/iu
    for (const { answer, text } of own) if (answer === 'yesNo') expect(text).toMatch(isAnswerable)
  })
})

/** Everything that an answer may change: findings, other questions, verdicts of requirements. */
const saidIn = ({ findings, questions, requirements }: Analysis, without: QuestionGroup): unknown => [
  findings.map(({ id, severity, status }) => [id, severity, status]),
  questions.filter(({ id }) => id !== without.id).map(({ id, elements }) => [id, elements.map(({ on }) => on)]),
  requirements.map(({ requirement, verdict }) => [requirement, verdict]),
]

describe.each(templates)('the questions about %s', (name) => {
  const read = parseDesign(readFileSync(join(resources, 'templates', name), 'utf8'))
  if (!read.ok) throw new Error(name)
  const { design } = read.value
  const before = analyse(design, { prices, today })

  it.each(
    before.questions
      .filter(({ answer }) => answer === 'field' || answer === 'yesNo')
      .map((group) => [group.id, group] as const),
  )('ask %s because an answer changes a finding, another question or a requirement', (_, group) => {
    const was = saidIn(before, group)
    const changes = possibleAnswers(design, group).filter(
      (value) => !sameJson(was, saidIn(analyse(answered(design, group, value), { prices, today }), group)),
    )
    expect(changes).not.toEqual([])
  })

  it('do not ask again what has been answered', () => {
    for (const group of before.questions) {
      const answers = possibleAnswers(design, group)
      if (answers.length === 0) continue
      const stays = answers.filter((value) =>
        analyse(answered(design, group, value), { prices, today }).questions.some(({ id }) => id === group.id),
      )
      expect([group.id, stays.length < answers.length]).toEqual([group.id, true])
    }
  })

  it('come by what an answer can change: the severest verdict, then how many', () => {
    const ranks = before.questions.map(
      ({ weight, verdicts }) => ['critical', 'high', 'medium', 'low'].indexOf(weight) * 1e6 - verdicts,
    )
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    for (const { rules: waiting, requirements, verdicts } of before.questions) {
      expect(waiting.length + requirements.length).toBeGreaterThan(0)
      expect(verdicts).toBeGreaterThan(0)
    }
  })

  it('name whoever would know', () => {
    for (const { id, ask } of before.questions)
      if (!id.startsWith('requirement.')) expect([id, ask]).not.toContain(undefined)
  })
})

describe('a question about what is not drawn', () => {
  const [topic] = asking.filter(({ rule }) => rule === 'EVL-01')
  if (topic === undefined) throw new Error('EVL-01 asks')
  const only = rules.filter(({ id }) => id === 'EVL-01')
  const say = (value: NonNullable<Design['answers']>[string]['value']): ReturnType<typeof inspect> =>
    inspect({ ...topic.hidden, answers: { 'topic.evaluation': { value } } }, only)

  it('is settled by "yes, elsewhere", and is a finding after "no"', () => {
    expect(say(true)).toEqual({ findings: [], questions: [] })
    expect(say(false).findings.map(({ rule }) => rule)).toEqual(['EVL-01'])
    expect(say(false).questions).toEqual([])
  })

  it('stays open with who was asked, and is overdue from the day after', () => {
    const [open] = say({ unknown: true, ask: 'Ann', due: '2026-11-21' }).questions
    expect(open).toMatchObject({
      ask: 'Ann',
      elements: [{ on: 'c-model', answered: 'unknown', due: '2026-11-21' }],
    })
    expect(open?.overdue).toBeUndefined()
    expect(say({ unknown: true, ask: 'Ann', due: '2026-11-20' }).questions[0]?.overdue).toBe(true)
  })

  it('is a finding inside a boundary that is complete, and stays a question outside', () => {
    const two: Design = {
      ...topic.hidden,
      components: [
        ...(topic.hidden.components ?? []),
        { id: 'c-second', name: 'Second', kind: 'llm-api', in: 'b-platform' },
      ],
      flows: [...(topic.hidden.flows ?? []), { id: 'a-second', from: 'c-service', to: 'c-second' }],
    }
    const inside = inspect(edited(two, 'b-vendor', { complete: true }), only)
    expect(inside.findings.map(({ anchors }) => anchors)).toEqual([['c-model']])
    expect(inside.questions.flatMap(({ elements }) => elements.map(({ on }) => on))).toEqual(['c-second'])
  })
})

describe('a requirement without a verdict', () => {
  const design: Design = {
    ...(asking[0]?.hidden ?? fixtures[0]!.fails),
    requirements: [
      { id: 'r-good', name: 'Good answers', metric: 'quality.groundedness', is: '>=', target: 0.9, priority: 'must' },
    ],
  }
  const asked = (of: Design) => inspect(of, []).questions

  it('asks in the same list, by its priority', () => {
    expect(asked(design)).toMatchObject([
      {
        id: 'requirement.r-good',
        answer: 'evidence',
        weight: 'high',
        requirements: ['r-good'],
        rules: [],
        verdicts: 1,
      },
    ])
    const wish: Design = { ...design, requirements: [{ ...design.requirements![0]!, priority: 'could' }] }
    expect(asked(wish)[0]?.weight).toBe('low')
  })

  it('asks no more once it has been measured or waived', () => {
    const evidence = [{ title: 'Sample: 0.95', date: '2026-10-01' }]
    expect(asked({ ...design, requirements: [{ ...design.requirements![0]!, evidence }] })).toEqual([])
    const waiver = {
      id: 't-1',
      rule: requirementRule,
      on: ['r-good'],
      response: 'accept',
      reason: 'Later',
      approver: 'CTO',
      until: '2027-01-01',
    } as const
    expect(asked({ ...design, treatments: [waiver] })).toEqual([])
  })
})
