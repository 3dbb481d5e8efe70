import { describe, expect, it } from 'vitest'
import type { Design } from '../design.ts'
import * as edits from './index.ts'
import { rag, component, stepsText } from '../testing/edited.ts'

describe('every edit', () => {
  it('shares what it does not touch, and answers the same design when there is nothing to do', () => {
    const renamed = edits.rename(rag, 'llm', 'Writer')
    expect(component(renamed, 'llm')?.name).toBe('Writer')
    expect(renamed.flows).toBe(rag.flows)
    expect(component(renamed, 'orch')).toBe(component(rag, 'orch'))
    expect(edits.rename(renamed, 'llm', 'Writer')).toBe(renamed)
    expect(edits.rename(rag, 'llm', '')).toBe(rag)
    expect(edits.setSetting(rag, 'llm', 'settings', 'pinned', true)).toBe(rag)
    expect(edits.setSetting(rag, 'judge', 'call', 'gone', undefined)).toBe(rag)
    expect(edits.removeElements(rag, ['nothing'])).toEqual(rag)
    expect(edits.moveToBoundary(rag, ['orch'], 'vpc')).toBe(rag)
    expect(edits.changeKind(rag, 'llm', 'llm-api')).toBe(rag)
    expect(edits.setTopicComplete(rag, 'cost', false)).toBe(rag)
  })

  it('keeps fields that nobody knows', () => {
    const odd = { ...rag, components: rag.components?.map((box) => ({ ...box, later: { a: 1 } })) } as Design
    const after = edits.changeProduct(edits.moveToBoundary(edits.rename(odd, 'llm', 'W'), ['llm'], 'vpc'), 'llm', 'a/b')
    expect(component(after, 'llm')).toHaveProperty('later', { a: 1 })
  })
})

describe('fields', () => {
  it('are written and taken away by path, with the objects that they leave empty', () => {
    const set = edits.setField(rag, 'vpc', 'copies.count', 3)
    expect(set.boundaries?.[1]?.copies).toEqual({ count: 3 })
    expect(edits.setField(set, 'vpc', 'copies.count', undefined).boundaries?.[1]).not.toHaveProperty('copies')
    expect(edits.setField(rag, 'd-research-rag', 'client', 'Somebody').client).toBe('Somebody')
    expect(edits.setField(rag, 'llm', 'id', 'other')).toBe(rag)
    expect(edits.rename(rag, 'f-ask', '').flows?.[0]).not.toHaveProperty('name')
  })

  it('of a record go one by one', () => {
    const once = edits.setSetting(rag, 'api', 'settings', 'rateLimitPerMinute', undefined)
    expect(component(once, 'api')).not.toHaveProperty('settings')
    expect(edits.setSetting(rag, 'desk', 'mix', 'ask', undefined).workloads?.[0]?.mix).toEqual({})
  })

  it('answer a question for all alike', () => {
    const settings = edits.answerQuestion(rag, ['llm', 'llm-small'], 'settings.noTraining', false)
    expect(component(settings, 'llm-small')?.settings).toEqual({ noTraining: false })
    expect(
      edits.answerQuestion(rag, ['f-api'], 'encrypted', { unknown: true, ask: 'Ops' }).flows?.[2]?.encrypted,
    ).toEqual({
      unknown: true,
      ask: 'Ops',
    })
    expect(stepsText(edits.answerQuestion(rag, ['f-review'], 'share', 0.06), 'orch')).toContain(
      '{"call":"f-review","label":"low confidence","share":0.06}',
    )
    expect(edits.answerQuestion(rag, [], 'context.audience', 'public').context?.['audience']).toBe('public')
    expect(edits.answerQuestion(rag, ['f-judge-llm'], 'share', 0.5)).toBe(rag)
  })

  it('say which topics are complete', () => {
    const twice = edits.setTopicComplete(edits.setTopicComplete(rag, 'cost'), 'privacy')
    expect(edits.completeTopics(twice)).toEqual(['cost', 'privacy'])
    expect(edits.setTopicComplete(edits.setTopicComplete(twice, 'cost', false), 'privacy', false).context).toEqual(
      rag.context,
    )
  })
})

describe('a component', () => {
  it('keeps stated numbers when its product changes, with a note that goes when it returns', () => {
    const other = edits.changeProduct(rag, 'llm', 'openai/gpt-4.1-mini')
    expect(component(other, 'llm')?.settings).toMatchObject({
      usdPerMInput: { value: 2, note: 'stated for gpt-4.1' },
      pinned: true,
    })
    expect(edits.changeProduct(other, 'llm', 'openai/gpt-4.1')).toEqual(rag)
  })

  it('keeps its settings when its kind changes', () => {
    const other = edits.changeKind(rag, 'llm', 'ml-endpoint')
    expect(component(other, 'llm')?.settings).toBe(component(rag, 'llm')?.settings)
  })

  it('moves between boundaries by `in` alone, and never into itself', () => {
    const moved = edits.moveToBoundary(rag, ['llm', 'office'], 'vpc')
    expect(component(moved, 'llm')).toEqual({ ...component(rag, 'llm'), in: 'vpc' })
    expect(moved.boundaries?.[0]).toMatchObject({ id: 'office', in: 'vpc' })
    expect(edits.moveToBoundary(moved, ['vpc'], 'office')).toBe(moved)
    expect(component(edits.moveToBoundary(rag, ['llm'], undefined), 'llm')).not.toHaveProperty('in')
  })

  it('is grouped with others inside the innermost boundary that holds them all', () => {
    const nested = edits.groupIntoBoundary(rag, ['orch', 'index'], { id: 'core', name: 'Core' })
    expect(nested.boundaries?.at(-1)).toEqual({ id: 'core', name: 'Core', in: 'vpc' })
    const wide = edits.groupIntoBoundary(nested, ['core', 'orch', 'llm'], { id: 'all', name: 'All' })
    expect(wide.boundaries?.at(-1)).toEqual({ id: 'all', name: 'All' })
    expect(component(wide, 'orch')?.in).toBe('core')
  })
})

describe('additions', () => {
  it('number decisions, and keep one treatment for a finding', () => {
    const decided = edits.addDecision(rag, { id: 'adr-9', name: 'N', status: 'proposed', options: [] })
    expect(decided.decisions?.at(-1)?.number).toBe(2)
    const waiver = { id: 't-9', rule: 'LAT-03', on: ['f-llm'], response: 'accept' as const, reason: 'again' }
    expect(edits.addTreatment(rag, waiver).treatments?.map((treatment) => treatment.id)).toEqual(['t-9'])
    expect(edits.addTreatment(rag, { ...waiver, on: ['f-api'] }).treatments).toHaveLength(2)
  })
})
