import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ActAnswers, none, type QuestionId } from './question.ts'
import { actQuestions } from './questions.ts'
import { decideTier, isDerogated, type Tier, tierOf, tiers } from './tier.ts'

/** Everything answered in the mildest way for an AI system used in the EU. */
const mild: ActAnswers = {
  'eu-nexus': ['yes'],
  'ai-system': ['yes'],
  excluded: [none],
  role: ['provider', 'deployer'],
  'prohibited-practice': [none],
  'safety-component': ['no'],
  'annex-iii': [none],
  profiling: ['no'],
  'narrow-task': [none],
  changed: ['no'],
  'general-purpose-model': [none],
  'systemic-risk': ['no'],
  interacts: ['no'],
  content: [none],
  'rights-assessment': [none],
}

const vectors: readonly (readonly [name: string, answers: ActAnswers, tier: Tier])[] = [
  ['a stock forecast', {}, 'minimal'],
  ['no EU nexus, whatever it does', { 'eu-nexus': ['no'], 'prohibited-practice': ['social-scoring'] }, 'outOfScope'],
  ['rules that people wrote', { 'ai-system': ['no'], 'annex-iii': ['4a'] }, 'minimal'],
  ['defence alone', { excluded: ['military'], 'annex-iii': ['6'] }, 'outOfScope'],
  ['research alone', { excluded: ['research'], 'annex-iii': ['3'] }, 'outOfScope'],
  ['personal use', { excluded: ['personal'], content: ['synthetic'] }, 'outOfScope'],
  ['free software that nobody deals with', { excluded: ['open-source'] }, 'outOfScope'],
  ['free software that chats', { excluded: ['open-source'], interacts: ['yes'] }, 'transparency'],
  ['free software that selects applicants', { excluded: ['open-source'], 'annex-iii': ['4a'] }, 'high'],
  [
    'free software that scores people',
    { excluded: ['open-source'], 'prohibited-practice': ['social-scoring'] },
    'prohibited',
  ],
  [
    'free software taken out by Art. 6(3), which is registered all the same',
    { excluded: ['open-source'], 'annex-iii': ['4a'], 'narrow-task': ['procedural'] },
    'minimal',
  ],
  ...actQuestions
    .find(({ id }) => id === 'prohibited-practice')!
    .options.filter(({ value }) => value !== none)
    .map(({ value }) => [`the practice ${value}`, { 'prohibited-practice': [value] }, 'prohibited'] as const),
  [
    'a prohibited practice in a high-risk area',
    { 'prohibited-practice': ['emotion-at-work'], 'annex-iii': ['4b'] },
    'prohibited',
  ],
  ['a medical device', { 'safety-component': ['yes'] }, 'high'],
  [
    'a medical device is not taken out by Art. 6(3)',
    { 'safety-component': ['yes'], 'narrow-task': ['preparatory'] },
    'high',
  ],
  [
    'a device in an area is not taken out either',
    { 'safety-component': ['yes'], 'annex-iii': ['5d'], 'narrow-task': ['preparatory'] },
    'high',
  ],
  ...actQuestions
    .find(({ id }) => id === 'annex-iii')!
    .options.filter(({ value }) => value !== none)
    .map(({ value }) => [`Annex III.${value}`, { 'annex-iii': [value] }, 'high'] as const),
  ...['procedural', 'improves', 'deviations', 'preparatory'].flatMap(
    (task) =>
      [
        [`Annex III, ${task}`, { 'annex-iii': ['4a'], 'narrow-task': [task] }, 'minimal'],
        [`Annex III, ${task}, profiling`, { 'annex-iii': ['4a'], 'narrow-task': [task], profiling: ['yes'] }, 'high'],
        [
          `Annex III, ${task}, in a chat`,
          { 'annex-iii': ['4a'], 'narrow-task': [task], interacts: ['yes'] },
          'transparency',
        ],
      ] as const,
  ),
  ['profiling outside the areas', { profiling: ['yes'] }, 'minimal'],
  ['a chat', { interacts: ['yes'] }, 'transparency'],
  ...['synthetic', 'deep-fake', 'public-text', 'emotion-or-biometric'].map(
    (kind) => [`content: ${kind}`, { content: [kind] }, 'transparency'] as const,
  ),
  ['a general-purpose model alone', { 'general-purpose-model': ['places'], 'systemic-risk': ['yes'] }, 'minimal'],
]

const answersOf = (change: ActAnswers): ActAnswers => ({ ...mild, ...change })

/** Any answers, complete or not, in the options that are offered. */
const anyAnswers: fc.Arbitrary<ActAnswers> = fc
  .tuple(
    ...actQuestions.map((question) => {
      const values = question.options.map(({ value }) => value)
      const some =
        question.type === 'several'
          ? fc.oneof(
              fc.constant([none]),
              fc.subarray(
                values.filter((value) => value !== none),
                { minLength: 1 },
              ),
            )
          : fc.constantFrom(...values).map((value) => [value])
      return fc.option(
        some.map((options) => [question.id, options] as const),
        { nil: undefined },
      )
    }),
  )
  .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== undefined)))

/** Answers that speak for a higher tier, one at a time. */
const burdens: readonly (readonly [QuestionId, string])[] = [
  ['prohibited-practice', 'social-scoring'],
  ['safety-component', 'yes'],
  ['annex-iii', '4a'],
  ['profiling', 'yes'],
  ['interacts', 'yes'],
  ['content', 'deep-fake'],
]
const add = (answers: ActAnswers, id: QuestionId, option: string): ActAnswers => {
  const before = (answers[id] ?? []).filter((value) => value !== none && value !== 'no')
  return { ...answers, [id]: [...new Set([...before, option])] }
}
const rank = (tier: Tier): number => tiers.indexOf(tier)

describe('the tier of complete answers', () => {
  it.each(vectors)('%s', (_name, change, tier) => {
    expect(tierOf(answersOf(change))).toBe(tier)
    expect(decideTier(answersOf(change))).toEqual({ tier, lowest: tier, highest: tier, decidedBy: [] })
  })

  it('reaches every tier', () => {
    expect(new Set(vectors.map(([, , tier]) => tier))).toEqual(new Set(tiers))
  })

  it('knows what Art. 6(3) took out', () => {
    expect(isDerogated(answersOf({ 'annex-iii': ['4a'], 'narrow-task': ['improves'] }))).toBe(true)
    expect(isDerogated(answersOf({ 'annex-iii': ['4a'], 'narrow-task': ['improves'], profiling: ['yes'] }))).toBe(false)
    expect(isDerogated(answersOf({ 'narrow-task': ['improves'] }))).toBe(false)
    expect(isDerogated(answersOf({ 'annex-iii': ['4a'] }))).toBe(false)
  })
})

describe('the tier of open answers', () => {
  it('is open, and says what decides it', () => {
    expect(decideTier({})).toEqual({
      tier: 'open',
      lowest: 'outOfScope',
      highest: 'prohibited',
      decidedBy: [
        'eu-nexus',
        'ai-system',
        'excluded',
        'prohibited-practice',
        'safety-component',
        'annex-iii',
        'profiling',
        'narrow-task',
        'interacts',
        'content',
      ],
    })
    const { 'annex-iii': _area, ...rest } = mild
    expect(decideTier(rest)).toEqual({ tier: 'open', lowest: 'minimal', highest: 'high', decidedBy: ['annex-iii'] })
  })

  it('does not wait for answers that can change nothing', () => {
    expect(decideTier({ 'eu-nexus': ['no'] })).toMatchObject({ tier: 'outOfScope', decidedBy: [] })
    expect(decideTier({ 'eu-nexus': ['yes'], 'ai-system': ['no'] })).toMatchObject({ tier: 'minimal', decidedBy: [] })
    const { profiling: _profiling, 'narrow-task': _task, ...rest } = mild
    expect(decideTier(rest)).toMatchObject({ tier: 'minimal', decidedBy: [] })
    const { profiling: _again, ...area } = answersOf({ 'annex-iii': ['4a'] })
    expect(decideTier(area)).toMatchObject({ tier: 'high', decidedBy: [] })
  })

  it('never throws and lies between its bounds, for any answers', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { tier, lowest, highest, decidedBy } = decideTier(answers)
        expect(rank(lowest)).toBeLessThanOrEqual(rank(highest))
        expect(tier).toBe(lowest === highest ? lowest : 'open')
        expect(decidedBy.length === 0).toBe(tier !== 'open')
        for (const id of decidedBy) expect(answers[id]).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  it('a further answer only narrows it down', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (answers, more) => {
        const before = decideTier(answers)
        const after = decideTier({ ...more, ...answers })
        expect(rank(after.lowest)).toBeGreaterThanOrEqual(rank(before.lowest))
        expect(rank(after.highest)).toBeLessThanOrEqual(rank(before.highest))
      }),
      { numRuns: 200 },
    )
  })

  it('one more answer that speaks for a high risk never lowers it', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...burdens), (answers, [id, option]) => {
        const before = decideTier(answers)
        const after = decideTier(add(answers, id, option))
        expect(rank(after.lowest)).toBeGreaterThanOrEqual(rank(before.lowest))
        if (answers[id] !== undefined) expect(rank(after.highest)).toBeGreaterThanOrEqual(rank(before.highest))
      }),
      { numRuns: 400 },
    )
  })
})
