import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFields } from './fields/field-reader.ts'
import { evaluate, inputsOf } from './formula/formula.ts'
import { findKind, kinds } from './index.ts'
import { input } from './formula/formula.ts'
import type { CallContext, Kind, MonthContext, PriceLookup, PricedLine, Trait } from './kind.ts'

const icons = new Set(
  readdirSync('node_modules/lucide-react/dist/esm/icons').map((file) => file.replace(/\.m?js(\.map)?$/, '')),
)
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Any item costs a dollar: what a kind does with prices can then be told from the formula alone. */
const oneDollar: PriceLookup = {
  find: (item, product) =>
    input(item, 1, 'USD', { from: 'price', source: `test${product ? ` ${product}` : ''}`, asOf: '2026-11-21' }),
}

function callOf(kind: Kind, handTokens = 2000): CallContext {
  const layers = [{ settings: undefined, from: 'box' }]
  return {
    component: 'box',
    product: undefined,
    settings: readFields({ element: 'box', layers, fields: kind.settings, product: undefined }),
    call: readFields({ element: 'arrow', layers, fields: kind.call, product: undefined }),
    hand: { tokens: handTokens, pages: 0, items: 1, bytes: 0 },
  }
}

function monthOf(kind: Kind): MonthContext {
  const { component, product, settings } = callOf(kind)
  const callsPerMonth = input('Calls per month', 30_000, 'calls/month', { from: 'derived' })
  return { component, product, settings, callsPerMonth, peakCallsPerSecond: 0.1, copies: 1 }
}

function allLines(kind: Kind): readonly PricedLine[] {
  return [
    ...(kind.costPerCall?.(callOf(kind), oneDollar) ?? []),
    ...(kind.costPerMonth?.(monthOf(kind), oneDollar) ?? []),
  ]
}

describe('registry', () => {
  it('has at least 30 kinds with unique slugs', () => {
    const ids = kinds.map((kind) => kind.id)
    expect(ids.length).toBeGreaterThanOrEqual(30)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(slug)
  })

  it('answers for an id it does not know with the unknown kind', () => {
    expect(findKind('quantum-oracle').traits).toEqual(['unknown-kind'])
    for (const kind of kinds) expect(findKind(kind.id)).toBe(kind)
  })
})

/** What rules read of every box with a trait, without looking first whether its kind can say so. */
const read: readonly (readonly [trait: Trait, fields: readonly string[]])[] = [
  ['plans-actions', ['autonomy', 'maxSteps', 'killSwitch', 'ownConfiguration']],
  ['ingests', ['secretScan', 'rightsFollow']],
  ['observes', ['redaction']],
  ['client', ['saysAi']],
  ['vendor-hosted', ['noTraining', 'dataProcessingAgreement']],
  ['stores-data', ['encryptedAtRest']],
  ['memory', ['isolation', 'checksWrites']],
  ['caches', ['isolation']],
  ['answers-search', ['isolation']],
  ['generates-text', ['pinned']],
  ['embeds', ['pinned']],
  ['self-hosted', ['provenance', 'signed']],
  ['external-tools', ['pinned', 'thirdParty']],
  ['trains', ['dataApproved', 'influenceCapped', 'ownOutputFiltered', 'perTenant']],
]
describe.each(read)('a kind that has the trait %s', (trait, fields) => {
  it('can say what rules read of it', () => {
    const having = kinds.filter((kind) => kind.traits.includes(trait))
    expect(having).not.toEqual([])
    for (const kind of having) expect(Object.keys(kind.settings), kind.id).toEqual(expect.arrayContaining([...fields]))
  })
})

it('is a log, whatever keeps entries that name their caller or cannot be changed', () => {
  const keepers = kinds.filter(({ settings }) => 'appendOnly' in settings || 'namesCaller' in settings)
  expect(keepers).not.toEqual([])
  for (const { id, traits } of keepers) expect(traits, id).toContain('observes')
})

describe.each(kinds.map((kind) => [kind.id, kind] as const))('%s', (_id, kind) => {
  const fields = Object.entries({ ...kind.settings, ...kind.call })

  it('can be found, drawn and placed', () => {
    expect(icons.has(kind.icon), `icon ${kind.icon}`).toBe(true)
    expect(kind.summary).toMatch(/\.$/)
    expect(kind.place).toBeGreaterThan(0)
    expect(['sync', 'stream', 'async', 'offline']).toContain(kind.mode)
    expect(kind.keywords.map((word) => word.toLowerCase())).toEqual(kind.keywords)
  })

  it('shows at most seven settings at first sight', () => {
    expect(Object.values(kind.settings).filter((field) => field.first).length).toBeLessThanOrEqual(7)
    expect(Object.values(kind.call).filter((field) => field.first).length).toBeLessThanOrEqual(7)
  })

  it('never defaults a fact, and asks somebody for it', () => {
    for (const [name, field] of fields.filter(([, each]) => each.fact)) {
      expect(field.default, name).toBeUndefined()
      expect(field.question, name).toMatch(/\?$/)
      expect(field.ask, name).toBeTruthy()
    }
  })

  it('says where each default comes from, and keeps it in its band', () => {
    for (const [name, field] of fields.filter(([, each]) => each.default !== undefined)) {
      expect(field.defaultSource, name).toBeTruthy()
      if (typeof field.default !== 'number') continue
      expect(field.defaultLow ?? field.default, name).toBeLessThanOrEqual(field.default)
      expect(field.defaultHigh ?? field.default, name).toBeGreaterThanOrEqual(field.default)
      expect(field.default, name).toBeGreaterThanOrEqual(field.min ?? 0)
      expect(field.default, name).toBeLessThanOrEqual(field.max ?? Infinity)
    }
  })

  it('offers options for every choice, and a default among them', () => {
    for (const [name, field] of fields.filter(([, each]) => each.type === 'choice' || each.type === 'choices')) {
      const values = (field.options ?? []).map((each) => each.value)
      expect(values.length, name).toBeGreaterThan(1)
      if (field.default !== undefined) expect(values, name).toContain(field.default)
    }
  })

  it('takes time and costs money on defaults alone: finite and never negative', () => {
    const { first, rest } = kind.time?.(callOf(kind)) ?? { first: { p50Ms: 0, p95Ms: 0, source: '-', confidence: 'C' } }
    for (const spread of rest ? [first, rest] : [first]) {
      expect(spread.p50Ms).toBeGreaterThanOrEqual(0)
      expect(spread.p95Ms).toBeGreaterThanOrEqual(spread.p50Ms)
      expect(Number.isFinite(spread.p95Ms)).toBe(true)
      expect(spread.source).toBeTruthy()
    }
    for (const line of allLines(kind)) {
      expect(evaluate(line.usd)).toBeGreaterThanOrEqual(0)
      expect(Number.isFinite(evaluate(line.usd))).toBe(true)
    }
    const lines = allLines(kind).map((line) => line.id)
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('builds formulas only from inputs that say where they come from', () => {
    for (const node of allLines(kind).flatMap((line) => inputsOf(line.usd))) {
      expect(node.label).toBeTruthy()
      const { from, source, on, field } = node.provenance
      if (from === 'default') expect(source, node.label).toBeTruthy()
      if (from === 'default' || from === 'stated') expect([on, field], node.label).not.toContain(undefined)
    }
  })

  it('answers, limits and plans on defaults alone', () => {
    const effect = kind.answers(callOf(kind))
    if (effect.type !== 'nothing') {
      for (const value of Object.values(effect.hand)) expect(value).toBeGreaterThanOrEqual(0)
    }
    for (const capacity of [kind.capacity?.(callOf(kind)) ?? []].flat()) {
      expect(capacity.callsPerSecond).toBeGreaterThan(0)
      expect(capacity.why).toBeTruthy()
    }
    const arrows = kinds.map((callee) => ({ flow: `to-${callee.id}`, kind: callee, mode: callee.mode }))
    const steps = kind.plan?.(arrows, callOf(kind).settings)
    if (steps) expect(callsIn(steps).toSorted()).toEqual(arrows.map((arrow) => arrow.flow).toSorted())
  })

  it('adds in a straight line: the mean of two hands gives the mean of two answers', () => {
    const [small, middle, large] = [20_000, 30_000, 40_000].map((tokens) => {
      const effect = kind.answers(callOf(kind, tokens))
      return effect.type === 'nothing' ? 0 : (effect.hand.tokens ?? 0)
    })
    expect(middle).toBeCloseTo(((small ?? 0) + (large ?? 0)) / 2, 6)
  })
})

function callsIn(steps: readonly import('../design/design.ts').Step[]): readonly string[] {
  return steps.flatMap((step) => {
    if ('call' in step) return [step.call, ...callsIn(step.orElse ?? [])]
    if ('steps' in step) return callsIn(step.steps)
    return callsIn('parallel' in step ? step.parallel : step.choose)
  })
}
