import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { setAnswer } from '../design/edit/answer.ts'
import { researchRagDesign, supportAgentDesign } from '../design/testing/fixtures.ts'
import { box, data, miniDesign } from '../findings/testing/mini-design.ts'
import { rules } from '../rules.ts'
import { actAnswer } from './ai-act/read-answers.ts'
import { duties } from './ai-act/obligations.ts'
import { evidenceObjects } from './evidence/objects.ts'
import { lawOf, laws } from './laws/index.ts'
import { controlFrameworks } from './mapping/index.ts'
import { readinessItems } from './readiness/items.ts'
import { templates, assess, word, answered, chat, mild } from './testing/assess.ts'

describe('the tables', () => {
  it('name laws, evidence and rules that exist, each once', () => {
    const evidence = evidenceObjects.map(({ id }) => id)
    expect(new Set(evidence).size).toBe(evidence.length)
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length)
    for (const duty of duties) {
      for (const id of duty.laws) expect(lawOf(id).id).toBe(id)
      for (const id of duty.evidence) expect(evidence).toContain(id)
    }
    for (const { controls, id } of controlFrameworks) {
      expect(new Set(controls.map((control) => control.id)).size, id).toBe(controls.length)
      for (const control of controls) for (const each of control.evidence) expect(evidence, control.id).toContain(each)
    }
    const known = rules.flatMap((rule) => [rule.id, ...rule.aliases])
    expect(new Set(readinessItems.map(({ id }) => id)).size).toBe(readinessItems.length)
    for (const item of readinessItems) {
      if (item.evidence !== undefined) expect(evidence).toContain(item.evidence)
      for (const id of item.rules ?? []) expect(known, item.id).toContain(id)
    }
  })

  it('use every kind of evidence somewhere', () => {
    const used = new Set(controlFrameworks.flatMap(({ controls }) => controls.flatMap(({ evidence }) => evidence)))
    expect(evidenceObjects.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([])
  })

  it('give every law a provision, a source and the day of the last look', () => {
    for (const law of laws) {
      expect(law.provision).not.toBe('')
      expect(law.source.url).toMatch(/^https:\/\//)
      expect(law.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
      if (law.appliesFrom !== undefined) expect(law.appliesFrom).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
    expect(controlFrameworks.find(({ id }) => id === 'iso-42001')?.controls).toHaveLength(38)
    expect(controlFrameworks.find(({ id }) => id === 'nist-genai')?.controls).toHaveLength(12)
  })
})

describe('evidence and controls', () => {
  const evidence = (design: Design, id: string) => assess(design).evidence.find((state) => state.id === id)!

  it('is automatic with the elements that show it, typed where a person says so, else missing', () => {
    expect(evidence(chat, 'disclosure')).toMatchObject({ status: 'automatic', elements: ['c-page'] })
    const silent = {
      ...chat,
      components: chat.components!.map((each) => (each.id === 'c-page' ? box('c-page', 'client') : each)),
    }
    expect(evidence(silent, 'disclosure').status).toBe('missing')
    expect(evidence(chat, 'incidents').status).toBe('missing')
    const typed = evidence(answered(chat, { 'evidence.incidents': 'Handbook, chapter 4' }), 'incidents')
    expect(typed).toMatchObject({ status: 'typed', says: 'Handbook, chapter 4' })
    expect(evidence(answered(chat, { 'evidence.incidents': '  ' }), 'incidents').status).toBe('missing')
    expect(evidence(answered(chat, { 'evidence.incidents': { unknown: true } }), 'incidents').status).toBe('missing')
  })

  it('does not apply only with a reason', () => {
    const key = 'evidence.environment'
    expect(evidence(setAnswer(chat, key, word('notApplicable', ' ')), 'environment').status).toBe('missing')
    const away = setAnswer(chat, key, word('notApplicable', 'Small'))
    expect(evidence(away, 'environment').status).toBe('notApplicable')
    const rows = assess(away).controls.filter((row) => row.evidence === 'environment')
    expect(rows.map(({ applies }) => applies)).toEqual(rows.map(() => 'no'))
  })

  it('covers what applies and has evidence; what is open counts nowhere', () => {
    for (const design of [chat, researchRagDesign, supportAgentDesign, ...templates]) {
      const { frameworks, controls } = assess(design)
      for (const framework of frameworks) {
        const rows = controls.filter((row) => row.framework === framework.id)
        const yes = rows.filter(({ applies }) => applies === 'yes')
        expect(framework.applicable).toBe(yes.length)
        expect(framework.decided).toBe(yes.filter(({ status }) => status !== 'missing').length)
        expect(framework.open).toBe(rows.filter(({ applies }) => applies === 'open').length)
        if (framework.applies !== 'yes') expect(framework.applicable).toBe(0)
      }
    }
  })

  it('a framework concerns a design by what it states, and a person has the last word', () => {
    const of = (design: Design, id: string) => assess(design).frameworks.find((framework) => framework.id === id)!
    expect(of(chat, 'gdpr').applies).toBe('yes')
    expect(of({ ...chat, data: [data('d-question', { personal: 'none' })] }, 'gdpr').applies).toBe('no')
    expect(of({ ...chat, data: [data('d-question')] }, 'gdpr').applies).toBe('open')
    expect(of(chat, 'dora').applies).toBe('open')
    expect(of({ ...chat, client: 'A bank' }, 'dora').applies).toBe('yes')
    expect(of(setAnswer({ ...chat, client: 'A bank' }, 'framework.dora', word(false)), 'dora').applies).toBe('no')
    const article = (design: Design, control: string) =>
      assess(design).controls.find((row) => row.framework === 'eu-ai-act' && row.control === control)?.applies
    expect(article(chat, 'Art. 14')).toBe('open')
    expect(article(answered(chat, mild), 'Art. 14')).toBe('no')
    expect(article(answered(chat, { ...mild, [actAnswer('annex-iii')]: ['8'] }), 'Art. 14')).toBe('yes')
    expect(article(answered(chat, mild), 'Art. 50')).toBe('yes')
  })
})

describe('the readiness checklist', () => {
  const item = (design: Design, id: string) => assess(design).readiness.find((state) => state.id === id)!

  it('is ticked by the design where it shows it, and says by what', () => {
    expect(item(chat, 'notice')).toMatchObject({ state: 'done', from: 'design' })
    expect(item(chat, 'agents')).toMatchObject({ state: 'notApplicable', from: 'design' })
    expect(item(chat, 'latency')).toMatchObject({ state: 'open', says: 'No requirement says what is good enough.' })
    expect(item(chat, 'runbook')).toMatchObject({ state: 'open', says: 'To be ticked by hand.' })
  })

  it('is not ticked by silence: an open question keeps it open', () => {
    const unpinned = {
      ...chat,
      components: chat.components!.map((each) => (each.id === 'c-model' ? { ...each, settings: {} } : each)),
    }
    expect(item(unpinned, 'pinned').state).toBe('open')
    expect(assess(miniDesign({})).readiness.filter(({ state }) => state === 'done')).toEqual([])
  })

  it('is ticked by hand, or set aside with a reason', () => {
    expect(item(answered(chat, { 'ready.runbook': true }), 'runbook')).toMatchObject({ state: 'done', from: 'person' })
    expect(item(answered(chat, { 'ready.runbook': false }), 'runbook').state).toBe('open')
    expect(item(setAnswer(chat, 'ready.runbook', word('notApplicable', 'A trial')), 'runbook').state).toBe(
      'notApplicable',
    )
    expect(item(setAnswer(chat, 'ready.runbook', word('notApplicable', '')), 'runbook').state).toBe('open')
  })
})

describe('an assessment', () => {
  it('is plain JSON, the same each time, and claims nothing of an empty canvas', () => {
    for (const design of [researchRagDesign, supportAgentDesign, ...templates]) {
      const found = assess(design)
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      expect(assess(design)).toEqual(found)
      expect(JSON.stringify(found)).not.toMatch(/undefined|NaN|\[object/)
    }
    const empty = assess(miniDesign({}))
    expect(empty.act.tier).toBe('open')
    expect(empty.evidence.filter(({ status }) => status === 'automatic')).toEqual([])
    expect(empty.obligations).toEqual([])
  })

  it('calls a template confirmed only where people answered in it', () => {
    for (const design of templates) {
      const { act } = assess(design)
      const isAnswered = Object.keys(design.answers ?? {}).some((key) => key.startsWith('ai-act.'))
      if (!isAnswered) expect(act.standing, design.name).toBe('proposed')
      expect(
        act.questions.flatMap(({ contradiction }) => contradiction ?? []),
        design.name,
      ).toEqual([])
    }
  })
})
