import { describe, expect, it } from 'vitest'
import type { Component, Design } from '../design/design.ts'
import { area, arrow, box, miniDesign } from '../findings/testing/mini-design.ts'
import { rules } from '../rules.ts'
import { readStandardsValue } from './read-standards.ts'
import type { Standards } from './standards.ts'
import { standingOf } from './technology-standing.ts'
import { house } from './testing/house.ts'
import { run, idsOf } from './testing/pack.ts'

describe('lists of the house', () => {
  const { standards } = readStandardsValue(house, rules)
  if (standards === undefined) throw new Error('no standards')
  const lists: Standards = { ...standards, packs: [], rules: {} }
  const models = (...products: readonly (string | undefined)[]): Design =>
    miniDesign({
      components: [
        box('c-agent', 'agent', { settings: { killSwitch: true } }),
        ...products.map((product, index) => box(`c-m${index}`, 'llm-api', product === undefined ? {} : { product })),
      ],
      flows: products.map((_, index) => arrow('c-agent', `c-m${index}`)),
    })

  it('a forbidden technology is a finding, a tolerated one a mild one until its day', () => {
    const design = models('openai/gpt-4.1', 'anthropic/claude-sonnet-4.5', 'openai/gpt-5', 'mistral/none', undefined)
    const { findings, questions } = run(design, lists)
    expect(findings).toMatchObject([
      {
        id: 'STD-02@c-m1',
        severity: 'medium',
        problem: expect.stringContaining('which is forbidden. No contract yet.'),
      },
      { id: 'STD-02@c-m0', severity: 'low', problem: expect.stringContaining('tolerated until 2027-01-31') },
    ])
    expect(findings[1]?.fix).toBe('Use GPT-5 instead, or ask CTO for an exception.')
    expect(questions).toEqual([])
    const over =
      lists.technologies?.map((line) => ({ ...line, ...(line.until === undefined ? {} : { until: '2026-11-20' }) })) ??
      []
    expect(run(models('openai/gpt-4.1'), { ...lists, technologies: over }).findings).toMatchObject([
      { severity: 'medium', problem: expect.stringContaining('no longer tolerated since 2026-11-20') },
    ])
  })

  it('asks about one that is not listed only where the list names all', () => {
    const all: Standards = { ...lists, exhaustive: true }
    const { findings, questions } = run(models('mistral/none', 'mistral/none'), all)
    expect(findings).toEqual([])
    expect(questions).toMatchObject([{ id: 'topic.technology.mistral/none', answer: 'yesNo' }])
    const answered = (value: boolean): Design => ({
      ...models('mistral/none'),
      answers: { 'topic.technology.mistral/none': { value } },
    })
    expect(run(answered(true), all)).toEqual({ findings: [], questions: [] })
    expect(idsOf(run(answered(false), all).findings)).toEqual(['STD-02@c-m0'])
  })

  it('what is out of scope is nobody’s to change', () => {
    const design = models('anthropic/claude-sonnet-4.5')
    const out = (design.components ?? []).map((each) =>
      each.id === 'c-m0' ? { ...each, outOfScope: 'Run by another team' } : each,
    )
    expect(run({ ...design, components: out }, lists).findings).toEqual([])
  })

  it('the closest line counts: a name before a pattern, a pattern before the vendor; of two alike the stricter', () => {
    const status = (...stated: readonly (readonly [string, 'approved' | 'tolerated' | 'forbidden'])[]) =>
      standingOf(
        'openai/gpt-4.1',
        { ...lists, technologies: stated.map(([name, each]) => ({ name, status: each })) },
        '2026-11-21',
      )?.status
    expect(status(['OpenAI', 'forbidden'], ['GPT-4.1', 'approved'])).toBe('approved')
    expect(status(['OpenAI', 'forbidden'], ['openai/*', 'approved'])).toBe('approved')
    expect(status(['openai/*', 'forbidden'], ['openai/gpt-4.1', 'tolerated'])).toBe('tolerated')
    expect(status(['openai/gpt-4.1', 'approved'], ['GPT-4.1', 'forbidden'])).toBe('forbidden')
    expect(status(['Mistral', 'forbidden'])).toBeUndefined()
  })

  it('one technology in many places is one line', () => {
    const { findings } = run(models('anthropic/claude-sonnet-4.5', 'anthropic/claude-sonnet-4.5'), lists)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.elements).toEqual(['c-m0', 'c-m1'])
  })

  it('a mandatory control is asked for, found when it is denied, and met by a setting or a record', () => {
    const agent = (more: Partial<Component> = {}, rest: Partial<Design> = {}): Design =>
      miniDesign({
        components: [box('c-agent', 'agent', more), box('c-model', 'llm-api')],
        flows: [arrow('c-agent', 'c-model')],
        ...rest,
      })
    expect(run(agent(), lists)).toMatchObject({ findings: [], questions: [{ id: 'settings.killSwitch' }] })
    expect(run(agent({ settings: { killSwitch: true } }), lists)).toEqual({ findings: [], questions: [] })
    expect(idsOf(run(agent({ settings: { killSwitch: false } }), lists).findings)).toEqual(['STD-01@c-agent'])
    expect(idsOf(run(agent({}, { context: { complete: ['governance'] } }), lists).findings)).toEqual(['STD-01@c-agent'])
    const recorded = (status: 'inPlace' | 'planned' | 'retired') =>
      run(agent({}, { controls: [{ id: 'k', type: 'kill-switch', on: ['c-agent'], status }] }), lists)
    expect(recorded('inPlace')).toEqual({ findings: [], questions: [] })
    expect(recorded('planned').findings).toMatchObject([
      { severity: 'low', problem: expect.stringContaining('only planned') },
    ])
    expect(recorded('retired').findings).toMatchObject([{ severity: 'medium' }])
    const around: Partial<Design> = {
      boundaries: [area('b-ours')],
      controls: [{ id: 'k', type: 'kill-switch', on: ['b-ours'], status: 'inPlace' }],
    }
    expect(run(agent({ in: 'b-ours' }, around), lists)).toEqual({ findings: [], questions: [] })
    // What somebody is looking for is a question, however complete the rest is.
    const looked = agent({ settings: { killSwitch: { unknown: true } } }, { context: { complete: ['governance'] } })
    expect(run(looked, lists)).toMatchObject({ findings: [], questions: [{ id: 'settings.killSwitch' }] })
  })

  it('a control that nothing on the drawing shows is one yes-or-no question', () => {
    const demands: Standards = {
      ...lists,
      technologies: [],
      controls: [{ control: 'policy-gate', where: { trait: 'runs-actions' } }],
    }
    const tools = miniDesign({
      components: [box('c-agent', 'agent'), box('c-a', 'tool'), box('c-b', 'tool')],
      flows: [arrow('c-agent', 'c-a'), arrow('c-agent', 'c-b')],
    })
    expect(run(tools, demands)).toMatchObject({
      findings: [],
      questions: [
        {
          id: 'topic.control.policy-gate',
          answer: 'yesNo',
          text: 'For each of 2 places: is there a policy gate? The standards demand it.',
        },
      ],
    })
    const denied = { ...tools, answers: { 'topic.control.policy-gate': { value: false } } }
    expect(run(denied, demands).findings).toMatchObject([{ rule: 'STD-01', elements: ['c-a', 'c-b'] }])
  })
})
