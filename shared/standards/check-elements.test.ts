import { describe, expect, it } from 'vitest'
import type { Component } from '../design/design.ts'
import { area, arrow, box, data, miniDesign } from '../findings/testing/mini-design.ts'
import { type WrittenRule, standardsWith, run, idsOf, stores } from './testing/pack.ts'

describe('a rule about each element', () => {
  const kept = standardsWith({
    topic: 'privacy',
    each: { of: 'components', where: 'trait = stores-data', require: 'settings.retentionDays <= 90' },
  })

  it('finds each that breaks it, asks of each that does not say, and leaves the others alone', () => {
    const { findings, questions } = run(
      stores({ settings: { retentionDays: 400 } }, { settings: { retentionDays: 30 } }, {}, {}),
      kept,
    )
    expect(idsOf(findings)).toEqual(['T-01@c-s0'])
    expect(findings[0]).toMatchObject({
      problem: 'S0 is wrong.',
      severity: 'medium',
      references: [],
      topic: 'privacy',
      lenses: ['check'],
    })
    expect(questions).toMatchObject([
      {
        id: 'settings.retentionDays',
        text: expect.stringMatching(/^For each of 2 stores: .*\?$/) as string,
        rules: ['T-01'],
      },
    ])
    expect(questions[0]?.elements.map(({ on }) => on)).toEqual(['c-s2', 'c-s3'])
  })

  it('finds what nobody states once the topic or the boundary is complete, and still asks where somebody looks', () => {
    const open = stores({}, { settings: { retentionDays: { unknown: true } } })
    for (const complete of [
      { ...open, context: { complete: ['privacy'] } },
      { ...open, boundaries: [area('b-ours', { complete: true })] },
    ]) {
      const { findings, questions } = run(complete, kept)
      expect(idsOf(findings)).toEqual(['T-01@c-s0'])
      expect(questions[0]?.elements.map(({ on }) => on)).toEqual(['c-s1'])
    }
    expect(run({ ...open, context: { complete: ['latency'] } }, kept).findings).toEqual([])
  })

  it('asks whom it is for only where it would be broken', () => {
    const inside = standardsWith({
      each: { of: 'components', where: 'in trust < 50', require: 'settings.encryptedAtRest = true' },
    })
    const asked = (settings: Component['settings'] & object) =>
      run(stores({ settings }), inside).questions.map(({ id }) => id)
    expect(asked({ encryptedAtRest: false })).toEqual(['trust'])
    expect(asked({ encryptedAtRest: true })).toEqual([])
    const known = { ...stores({ settings: { encryptedAtRest: false } }), boundaries: [area('b-ours', { trust: 20 })] }
    expect(idsOf(run(known, inside).findings)).toEqual(['T-01@c-s0'])
  })

  it('says nothing of what cannot have the field, nor of what is out of scope', () => {
    const all = standardsWith({ each: { of: 'components', require: 'settings.retentionDays <= 90' } })
    const design = stores({ settings: { retentionDays: 400 }, outOfScope: 'Run by another team' })
    expect(run(design, all)).toEqual({ findings: [], questions: [] })
  })

  it('takes "stated" for a question until everything is drawn', () => {
    const owned = standardsWith({ each: { of: 'components', where: 'trait = stores-data', require: 'owner stated' } })
    expect(run(stores({}), owned)).toMatchObject({ findings: [], questions: [{ id: 'owner' }] })
    expect(run(stores({ owner: 'A' }), owned)).toEqual({ findings: [], questions: [] })
    const complete = { ...stores({}), context: { complete: ['governance'] } }
    expect(idsOf(run(complete, owned).findings)).toEqual(['T-01@c-s0'])
  })

  it('speaks of arrows, data and boundaries as well', () => {
    const design = miniDesign({
      boundaries: [area('b-ours', { region: 'us-east-1' })],
      components: [box('c-app', 'orchestrator', { in: 'b-ours' }), box('c-model', 'llm-api')],
      flows: [arrow('c-app', 'c-model', { encrypted: false })],
      data: [data('d-log', { classification: 'restricted', facts: { retentionDays: 900 } })],
    })
    const found = (each: WrittenRule) => idsOf(run(design, standardsWith({ each })).findings)
    expect(found({ of: 'flows', where: 'to kind = llm-api', require: 'encrypted = true' })).toEqual([
      'T-01@a-app-model',
    ])
    expect(
      found({ of: 'data', where: 'classification >= confidential', require: 'facts.retentionDays < 365' }),
    ).toEqual(['T-01@d-log'])
    expect(found({ of: 'boundaries', require: 'region = eu-*' })).toEqual(['T-01@b-ours'])
  })
})
