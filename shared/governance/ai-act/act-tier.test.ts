import { describe, expect, it } from 'vitest'
import { readGraph } from '../../analyse.ts'
import type { Answer, Design } from '../../design/design.ts'
import { setAnswer } from '../../design/edit/answer.ts'
import { researchRagDesign } from '../../design/testing/fixtures.ts'
import { area, arrow, box, data, miniDesign } from '../../findings/testing/mini-design.ts'
import { aiActTier } from './act-tier.ts'
import type { QuestionId } from './question.ts'
import { actQuestions, questionOf } from './questions.ts'
import { actAnswer, optionsOf, valueOf } from './read-answers.ts'

const tierOf = (design: Design) => aiActTier(design.answers, readGraph(design))
const stateOf = (design: Design, id: QuestionId) => tierOf(design).questions.find((state) => state.id === id)!
const said = (value: Answer['value'], more: Partial<Answer> = {}): Answer => ({
  value,
  rationale: 'Read with counsel',
  by: 'L. Legal',
  date: '2026-10-01',
  ...more,
})
const answered = (design: Design, answers: Readonly<Partial<Record<QuestionId, Answer['value']>>>): Design =>
  Object.entries(answers).reduce(
    (next, [id, value]) => setAnswer(next, actAnswer(id as QuestionId), said(value)),
    design,
  )

const chat = miniDesign({
  context: { stage: 'production', audience: 'external', decisionEffect: 'none', euNexus: true },
  components: [
    box('c-guest', 'user'),
    box('c-page', 'client'),
    box('c-bot', 'orchestrator'),
    box('c-model', 'llm-api'),
  ],
  flows: [arrow('c-guest', 'c-page'), arrow('c-page', 'c-bot'), arrow('c-bot', 'c-model')],
})
const allMild = {
  'eu-nexus': true,
  'ai-system': true,
  excluded: 'none',
  'prohibited-practice': ['none'],
  'safety-component': false,
  'annex-iii': ['none'],
  profiling: false,
  'narrow-task': 'none',
  interacts: true,
  content: ['synthetic'],
} as const

describe('what the drawing answers', () => {
  it('answers by what is stated and drawn, with the elements that say so', () => {
    expect(stateOf(chat, 'eu-nexus')).toMatchObject({ options: ['yes'], from: 'drawing' })
    expect(stateOf(chat, 'ai-system').proposal).toEqual({
      options: ['yes'],
      because: 'Model infers.',
      elements: ['c-model'],
    })
    expect(stateOf(chat, 'excluded').options).toEqual(['none'])
    expect(stateOf(chat, 'role').options).toEqual(['provider', 'deployer'])
    expect(stateOf(chat, 'annex-iii').options).toEqual(['none'])
    expect(stateOf(chat, 'interacts').proposal?.elements).toEqual(['c-guest', 'a-guest-page', 'c-page'])
    expect(stateOf(chat, 'content').options).toEqual(['synthetic'])
    expect(stateOf(chat, 'general-purpose-model').options).toEqual(['none'])
    expect(stateOf(chat, 'prohibited-practice').options).toBeUndefined()
    expect(stateOf(chat, 'safety-component').options).toBeUndefined()
  })

  it('leaves the tier open where only people can know, and says which questions decide it', () => {
    const { tier, lowest, highest, decidedBy, standing } = tierOf(chat)
    expect({ tier, lowest, highest, standing }).toEqual({
      tier: 'open',
      lowest: 'transparency',
      highest: 'prohibited',
      standing: 'proposed',
    })
    expect(decidedBy).toEqual(['prohibited-practice', 'safety-component'])
  })

  it('never proposes that nothing forbidden is done, nor a way out of the high-risk ones', () => {
    for (const design of [chat, researchRagDesign]) {
      expect(stateOf(design, 'prohibited-practice').proposal?.options).toBeUndefined()
      expect(stateOf(design, 'narrow-task').proposal?.options ?? ['none']).toEqual(['none'])
    }
  })

  it('points at an area of Annex III by words, and answers only where the output decides over people', () => {
    const hiring = { ...chat, context: { ...chat.context, domain: 'recruiting', decisionEffect: 'assist' } }
    expect(stateOf(hiring, 'annex-iii').options).toBeUndefined()
    expect(stateOf(hiring, 'annex-iii').proposal?.because).toContain('Annex III.4a')
    const deciding = { ...hiring, context: { ...hiring.context, decisionEffect: 'significant' } }
    expect(stateOf(deciding, 'annex-iii').options).toEqual(['4a'])
    expect(stateOf(deciding, 'narrow-task').options).toEqual(['none'])
    const fraud = { ...chat, context: { ...chat.context, domain: 'card fraud', decisionEffect: 'significant' } }
    expect(stateOf(fraud, 'annex-iii').options).toBeUndefined()
    expect(stateOf(fraud, 'annex-iii').proposal?.because).toContain('financial fraud')
  })

  it('sees profiling where a model scores personal data, and none where no data speaks about people', () => {
    const scoring = miniDesign({
      components: [box('c-app', 'orchestrator'), box('c-score', 'ml-endpoint')],
      flows: [arrow('c-app', 'c-score', { request: { data: ['d-people'] } })],
      data: [data('d-people', { personal: 'personal' })],
    })
    expect(stateOf(scoring, 'profiling')).toMatchObject({ options: ['yes'], proposal: { elements: ['c-score'] } })
    const plain = { ...scoring, data: [data('d-people', { personal: 'none' })] }
    expect(stateOf(plain, 'profiling').options).toEqual(['no'])
    const unsaid = { ...scoring, data: [data('d-people')] }
    expect(stateOf(unsaid, 'profiling').options).toBeUndefined()
  })

  it('sees people in the EU by the region that they stand in', () => {
    const inFrankfurt = miniDesign({
      boundaries: [area('b-office', { region: 'eu-central-1' })],
      components: [box('c-guest', 'user', { in: 'b-office' }), box('c-model', 'llm-api')],
      flows: [arrow('c-guest', 'c-model')],
    })
    expect(stateOf(inFrankfurt, 'eu-nexus')).toMatchObject({ options: ['yes'], proposal: { elements: ['c-guest'] } })
    const elsewhere = { ...inFrankfurt, boundaries: [area('b-office', { region: 'us-east-1' })] }
    expect(stateOf(elsewhere, 'eu-nexus').options).toBeUndefined()
  })

  it('sees faces, copied voices, training, and a product of others that is only used', () => {
    const camera = miniDesign({
      components: [
        box('c-app', 'orchestrator'),
        box('c-eye', 'vision-model', { settings: { biometric: true } }),
        box('c-voice', 'text-to-speech', { settings: { clonedVoice: true } }),
        box('c-tune', 'fine-tuning'),
      ],
      flows: [arrow('c-app', 'c-eye'), arrow('c-app', 'c-voice'), arrow('c-tune', 'c-eye')],
    })
    expect(stateOf(camera, 'annex-iii').options).toEqual(['1'])
    expect(stateOf(camera, 'content').options).toEqual(['synthetic', 'deep-fake', 'emotion-or-biometric'])
    expect(stateOf(camera, 'prohibited-practice').proposal?.elements).toEqual(['c-eye'])
    expect(stateOf(camera, 'changed').options).toEqual(['yes'])
    expect(stateOf(camera, 'general-purpose-model').options).toBeUndefined()
    const used = miniDesign({
      components: [box('c-guest', 'user'), box('c-model', 'llm-api')],
      flows: [arrow('c-guest', 'c-model')],
    })
    expect(stateOf(used, 'role').options).toEqual(['deployer'])
  })

  it('says nothing about an empty canvas', () => {
    expect(tierOf(miniDesign({})).questions.filter(({ options }) => options !== undefined)).toEqual([])
  })
})

describe('what a person answers', () => {
  it('goes over the drawing, and confirms the tier once all that it rests on is theirs', () => {
    const some = answered(chat, { 'prohibited-practice': ['none'], 'safety-component': false })
    expect(tierOf(some)).toMatchObject({ tier: 'transparency', standing: 'proposed' })
    expect(tierOf(answered(chat, allMild))).toMatchObject({ tier: 'transparency', standing: 'confirmed' })
    expect(tierOf(answered(chat, { 'eu-nexus': false }))).toMatchObject({ tier: 'outOfScope', standing: 'confirmed' })
  })

  it('tells by which way it is high-risk, who becomes a provider, and what Art. 6(3) took out', () => {
    const hiring = answered(chat, { ...allMild, 'annex-iii': ['4a'], role: ['deployer'], changed: true })
    expect(tierOf(hiring)).toMatchObject({
      tier: 'high',
      highBy: ['annex-iii'],
      roles: ['provider', 'deployer'],
      becameProvider: true,
      derogated: false,
    })
    const out = answered(hiring, { 'narrow-task': 'preparatory' })
    expect(tierOf(out)).toMatchObject({ tier: 'transparency', derogated: true, highBy: [], becameProvider: false })
    expect(tierOf(answered(out, { profiling: true }))).toMatchObject({ tier: 'high', derogated: false })
    expect(tierOf(answered(hiring, { 'safety-component': true })).highBy).toEqual(['annex-i', 'annex-iii'])
  })

  it('has duties of a model provider beside any tier', () => {
    const own = (value: string) => answered(chat, { ...allMild, 'general-purpose-model': value })
    expect(tierOf(own('none')).generalPurpose).toBe('none')
    expect(tierOf(own('modifies'))).toMatchObject({ generalPurpose: 'provider', tier: 'transparency' })
    expect(tierOf(answered(own('places'), { 'systemic-risk': true })).generalPurpose).toBe('systemic')
    expect(tierOf(answered(own('places'), { 'eu-nexus': false })).generalPurpose).toBe('none')
  })

  it('is contradicted by a drawing that changed since, and not by one that it overruled', () => {
    const says = setAnswer(chat, actAnswer('interacts'), said(false, { drawn: true }))
    expect(stateOf(says, 'interacts').contradiction).toBeUndefined()
    const changed = setAnswer(chat, actAnswer('interacts'), said(false, { drawn: false }))
    expect(stateOf(changed, 'interacts').contradiction).toBe(
      'The drawing now says "Yes" (Guest asks by Page); the answer of 2026-10-01 says "No".',
    )
    const silent = setAnswer(chat, actAnswer('interacts'), said(false))
    expect(stateOf(silent, 'interacts').contradiction).toContain('The drawing now says "Yes"')
    expect(stateOf(answered(chat, { interacts: true }), 'interacts').contradiction).toBeUndefined()
    const more = answered(chat, { content: ['synthetic', 'public-text'] })
    expect(stateOf(more, 'content').contradiction).toBeUndefined()
    expect(stateOf(answered(chat, { content: ['public-text'] }), 'content').contradiction).toContain('Makes text')
  })

  it('does not count when it is unknown, of another type, or of options that are not offered', () => {
    for (const value of [{ unknown: true }, 7, 'maybe', [], ['yes', 'no']] as const)
      expect(optionsOf(questionOf('interacts'), value as never)).toBeUndefined()
    expect(optionsOf(questionOf('annex-iii'), ['none', '4a'])).toEqual(['4a'])
    expect(optionsOf(questionOf('excluded'), ['none', 'military'])).toEqual(['military'])
    expect(optionsOf(questionOf('excluded'), ['research', 'military'])).toBeUndefined()
  })

  it('is written as it is read', () => {
    for (const question of actQuestions)
      for (const { value } of question.options)
        expect(optionsOf(question, valueOf(question, [value])), question.id).toEqual([value])
  })
})

describe('what is asked', () => {
  const asked = (design: Design): readonly QuestionId[] =>
    tierOf(design).questions.flatMap(({ id, matters }) => (matters ? [id] : []))

  it('is nothing more once the system is out of scope', () => {
    expect(asked(answered(chat, { 'eu-nexus': false }))).toEqual(['eu-nexus'])
  })

  it('leaves out what can change nothing', () => {
    const mild = asked(answered(chat, allMild))
    expect(mild).toContain('annex-iii')
    expect(mild).not.toContain('profiling')
    expect(mild).not.toContain('rights-assessment')
    const hiring = asked(answered(chat, { ...allMild, 'annex-iii': ['4a'], 'narrow-task': 'procedural' }))
    expect(hiring).toContain('profiling')
    expect(hiring).toContain('narrow-task')
    expect(asked(answered(chat, { ...allMild, 'annex-iii': ['4a'] }))).toContain('rights-assessment')
  })
})
