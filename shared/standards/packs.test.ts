import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../findings/finding.ts'
import { inspect } from '../findings/testing/inspect.ts'
import { area, arrow, box, data, miniDesign } from '../findings/testing/mini-design.ts'
import { rules } from '../rules.ts'
import { applyStandards } from './apply-standards.ts'
import type { PackRule, Standards } from './standards.ts'
import { type WrittenRule, standardsWith, run, stores } from './testing/pack.ts'

describe('settings of rules', () => {
  const open = miniDesign({
    boundaries: [area('b-net', { trust: 0, network: 'public' }), area('b-ours', { trust: 80, network: 'private' })],
    components: [
      box('c-client', 'orchestrator', { in: 'b-net' }),
      box('c-app', 'object-store', { in: 'b-ours', holds: ['d-x'] }),
    ],
    flows: [arrow('c-client', 'c-app', { encrypted: false, request: { data: ['d-x'] } })],
    data: [data('d-x', { classification: 'restricted', personal: 'personal', writers: 'staff' })],
  })
  const under = (settings: Standards['rules'] & object) =>
    inspect(open, applyStandards(rules, { format: 'lintel/standards', version: 1, rules: settings }).rules).findings
  const clearText = (findings: readonly Finding[]) => findings.find(({ rule }) => rule === 'INF-01')

  it('switch a rule off by its id or by one that others know it by', () => {
    expect(clearText(under({}))?.severity).toBe('high')
    expect(clearText(under({ 'INF-01': { off: true } }))).toBeUndefined()
    expect(clearText(under({ 'SEC-10': { off: true } }))).toBeUndefined()
    const standards: Standards = {
      format: 'lintel/standards',
      version: 1,
      rules: { 'SEC-10': { off: true, reason: 'Mesh' } },
    }
    expect(applyStandards(rules, standards).off).toEqual([
      { id: 'INF-01', title: 'Data cross a boundary in clear text', reason: 'Mesh' },
    ])
  })

  it('change a severity and say so, with the reason', () => {
    const lowered = clearText(under({ 'INF-01': { severity: 'low', reason: 'The mesh encrypts.' } }))
    expect(lowered).toMatchObject({
      severity: 'low',
      weighed: 'Low at most by the standards of this workspace (its rule says high; The mesh encrypts).',
    })
    // Critical has to be proven, whoever wants it.
    expect(clearText(under({ 'INF-01': { severity: 'critical' } }))?.severity).toBe('high')
  })

  it('hand thresholds to the rules', () => {
    const rule = rules.find(({ thresholds }) => Object.keys(thresholds).length > 0)
    const [name = ''] = Object.keys(rule?.thresholds ?? {})
    const standards: Standards = {
      format: 'lintel/standards',
      version: 1,
      rules: { [rule?.id ?? '']: { thresholds: { [name]: 7 } } },
    }
    expect(applyStandards(rules, standards).thresholds).toEqual({ [rule?.id ?? '']: { [name]: 7 } })
  })
})

describe('any pack', () => {
  const kinds = ['user', 'agent', 'tool', 'llm-api', 'object-store', 'guardrail', 'note', 'no-such-kind']
  const condition = fc.constantFrom(
    'kind = agent',
    'trait = stores-data',
    'in trust < 50',
    'product = openai*',
    'owner stated',
    'settings.encryptedAtRest = true',
    '!(name = c*) | region = eu-*',
    'data classification >= confidential',
  )
  const anyRule: fc.Arbitrary<WrittenRule> = fc.oneof(
    fc.record({ each: fc.record({ of: fc.constant('components'), where: condition, require: condition }) }),
    fc.record({
      path: fc.record({ from: condition, to: condition, through: condition }),
      problem: fc.constant('{from} {to}'),
    }),
  )
  const anyDesign = fc
    .record({
      boxes: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 7 }),
      ends: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 10 }),
    })
    .map(({ boxes, ends }) =>
      miniDesign({
        components: boxes.map((kind, index) => box(`c-${index}`, kind, { holds: ['d-a'] })),
        flows: ends
          .filter(([a, b]) => a < boxes.length && b < boxes.length && a !== b)
          .map(([a, b], index) => ({ ...arrow(`c-${a}`, `c-${b}`), id: `a-${index}` })),
        data: [data('d-a')],
      }),
    )

  it('runs on any drawing, says the same twice, and speaks of elements that are there', () => {
    fc.assert(
      fc.property(anyRule, anyDesign, (rule, design) => {
        const standards = standardsWith(rule)
        const { findings, questions } = run(design, standards)
        expect(run(design, standards)).toEqual({ findings, questions })
        const ids = [...(design.components ?? []), ...(design.flows ?? []), ...(design.data ?? [])].map(({ id }) => id)
        for (const { elements, problem } of findings) {
          for (const id of elements) expect(ids).toContain(id)
          expect(problem).not.toMatch(/\{\w+\}/u)
        }
        for (const { elements } of questions) for (const { on } of elements) expect(ids).toContain(on)
      }),
      { numRuns: 100 },
    )
  })

  it('that is switched off says nothing', () => {
    const standards = standardsWith({ each: { of: 'components', require: 'kind = agent' } })
    const off = { ...standards, packs: (standards.packs ?? []).map((pack) => ({ ...pack, off: true })) }
    expect(run(stores({}), standards).findings).not.toEqual([])
    expect(run(stores({}), off).findings).toEqual([])
    const one: PackRule | undefined = standards.packs?.[0]?.rules[0]
    expect(run(stores({}), { ...standards, rules: { [one?.id ?? '']: { off: true } } }).findings).toEqual([])
  })
})
