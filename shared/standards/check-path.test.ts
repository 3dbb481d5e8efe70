import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { arrow, box, call, miniDesign, plan } from '../findings/testing/mini-design.ts'
import { standardsWith, run, idsOf } from './testing/pack.ts'

describe('a rule about paths', () => {
  const past = standardsWith({
    problem: '{from} reaches {to} past the gateway.',
    fix: 'Send {from} through it.',
    path: { from: 'trait = starts-requests', to: 'kind = llm-api', through: 'kind = model-gateway' },
  })
  const way = (kind: string, more: Partial<Design> = {}): Design =>
    miniDesign({
      components: [box('c-user', 'user'), box('c-app', 'orchestrator'), box('c-hop', kind), box('c-model', 'llm-api')],
      flows: [arrow('c-user', 'c-app'), arrow('c-app', 'c-hop'), arrow('c-hop', 'c-model')],
      ...more,
    })

  it('finds a way that passes nothing it should, with the way', () => {
    const { findings } = run(way('tool'), past)
    expect(findings).toMatchObject([
      {
        id: 'T-01@c-user',
        problem: 'User reaches Model past the gateway.',
        fix: 'Send User through it.',
        path: ['c-user', 'a-user-app', 'c-app', 'a-app-hop', 'c-hop', 'a-hop-model', 'c-model'],
      },
    ])
    expect(run(way('model-gateway'), past).findings).toEqual([])
  })

  it('finds the second way beside a guarded one', () => {
    const both = way('model-gateway')
    const shortcut = { ...both, flows: [...(both.flows ?? []), arrow('c-app', 'c-model')] }
    expect(run(shortcut, past).findings[0]?.path).toEqual(['c-user', 'a-user-app', 'c-app', 'a-app-model', 'c-model'])
  })

  it('is one line for each start, however many ends it reaches', () => {
    const one = way('tool')
    const two = {
      ...one,
      components: [...(one.components ?? []), box('c-second', 'llm-api')],
      flows: [...(one.flows ?? []), arrow('c-app', 'c-second')],
    }
    const { findings } = run(two, past)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.problem).toBe('User reaches Model and Second past the gateway.')
    expect(findings[0]?.elements).toEqual(expect.arrayContaining(['c-model', 'c-second']))
  })

  it('counts a guard that the caller asks before it calls on', () => {
    const guarded = standardsWith({
      path: { from: 'kind = user', to: 'kind = llm-api', through: 'trait = gates' },
      problem: '{from} to {to}',
    })
    const hub = (...steps: readonly string[]) =>
      miniDesign({
        components: [
          box('c-user', 'user'),
          box('c-app', 'orchestrator', steps.length === 0 ? {} : plan(...steps.map((step) => call(step)))),
          box('c-guard', 'guardrail'),
          box('c-model', 'llm-api'),
        ],
        flows: [arrow('c-user', 'c-app'), arrow('c-app', 'c-guard'), arrow('c-app', 'c-model')],
      })
    expect(run(hub('a-app-guard', 'a-app-model'), guarded)).toEqual({ findings: [], questions: [] })
    expect(idsOf(run(hub('a-app-model', 'a-app-guard'), guarded).findings)).toEqual(['T-01@c-user'])
    expect(run(hub(), guarded)).toMatchObject({ findings: [], questions: [{ id: 'plans' }] })
    // What lies behind a guard for certain matters to nobody.
    const vendor = standardsWith({
      path: { from: 'kind = user', to: 'product = "openai/*"', through: 'trait = gates' },
      problem: '{from} to {to}',
    })
    const asked = (...steps: readonly string[]) =>
      run(hub(...steps), vendor).questions.flatMap(({ elements }) => elements.map(({ on }) => on))
    expect(asked('a-app-guard', 'a-app-model')).not.toContain('c-model')
    expect(asked('a-app-model', 'a-app-guard')).toContain('c-model')
  })

  it('asks what may stand in the way, or at its end, before it accuses', () => {
    const own = standardsWith({
      path: { from: 'kind = user', to: 'kind = llm-api', through: 'product = "kong/*"' },
      problem: '{from} to {to}',
    })
    expect(run(way('api-gateway'), own)).toMatchObject({
      findings: [],
      questions: [{ id: 'product', elements: [{ on: 'c-app' }, { on: 'c-hop' }] }],
    })
    const ends = standardsWith({ path: { from: 'kind = user', to: 'product = "openai/*"' }, problem: '{from} to {to}' })
    const starts = standardsWith({
      path: { from: 'product = "kong/*"', to: 'kind = llm-api' },
      problem: '{from} to {to}',
    })
    expect(run(way('api-gateway'), starts)).toMatchObject({
      findings: [],
      questions: [{ id: 'product', elements: [{ on: 'c-app' }, { on: 'c-hop' }] }],
    })
    expect(run(way('api-gateway'), ends).findings).toEqual([])
    expect(run(way('api-gateway'), ends).questions.map(({ id }) => id)).toEqual(['product'])
  })
})
