import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { area, box, data, edited, miniDesign, requirement } from '../../findings/testing/mini-design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { kinds } from '../../kinds/index.ts'
import { anyFinding } from '../../findings/testing/finding.ts'
import { cellOf, chat, cover, looking, rule, stateOf } from '../testing/cover-chat.ts'
import { coverDesign } from './cover-design.ts'
import type { Coverage } from './coverage.ts'
import { linddunOfType, strideOfType } from './element-type.ts'
import { missingPremises, premiseNotStated } from './premises.ts'

/** All that whole families of rules judge by, and nothing else. */
const stated: Design = miniDesign({
  context: { multiTenant: false, dataResidency: ['EU'], decisionEffect: 'none' },
  boundaries: [area('b-inside', { trust: 80 })],
  components: [box('c-user', 'user'), box('c-agent', 'agent')],
  data: [data('d-pages', {})],
})

describe('what rules judge by and no rule asks about', () => {
  it.each([
    ['data', edited(stated, 'd-pages', null), /^No data is stated/u],
    ['trust', edited(stated, 'b-inside', { trust: undefined }), /^No boundary says how far/u],
    ['anybody who begins something', edited(stated, 'c-user', null), /^Nobody who begins anything/u],
    ['whether tenants share it', edited(stated, 'x-design', { context: { multiTenant: undefined } }), /tenants/u],
    [
      'tenants, where somebody looked',
      edited(stated, 'x-design', { context: { multiTenant: { unknown: true } } }),
      /tenants/u,
    ],
    ['where data may be', edited(stated, 'x-design', { context: { dataResidency: undefined } }), /where data may be/u],
    [
      'what it decides',
      edited(stated, 'x-design', { context: { decisionEffect: undefined } }),
      /decides about people/u,
    ],
  ])('is told where a design does not state it: %s', (_, design, words) => {
    expect(missingPremises(design).map((each) => each.words)).toEqual([expect.stringMatching(words)])
  })

  it.each([
    ['a whole design', stated],
    ['one without boundaries', edited(stated, 'b-inside', null)],
    [
      'one whose data says who writes it, without people',
      edited(edited(stated, 'c-user', null), 'd-pages', { writers: 'anyone' }),
    ],
    [
      'one that demands a place',
      {
        ...edited(stated, 'x-design', { context: { dataResidency: undefined } }),
        requirements: [requirement('r-eu', { metric: 'residency', is: 'in', target: ['EU'] })],
      },
    ],
  ])('is not told of %s', (_, design) => {
    expect(missingPremises(design)).toEqual([])
  })

  it('concerns cells that there are, and never all of them', () => {
    const cells = (['actor', 'process', 'store', 'flow'] as const).flatMap((type) => [
      ...strideOfType[type].map((letter) => [type, 'stride', letter] as const),
      ...linddunOfType[type].map((letter) => [type, 'linddun', letter] as const),
    ])
    const nothing = miniDesign({ boundaries: [area('b-inside')] })
    expect(missingPremises(nothing)).toHaveLength(6)
    for (const { concerns, words } of missingPremises(nothing)) {
      const concerned = cells.filter(([type, method, letter]) => concerns(type, method, letter))
      expect([words, concerned.length > 0, concerned.length < cells.length]).toEqual([words, true, true])
    }
  })

  it('is stated in every template', () => {
    const folder = 'resources/templates'
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.lintel.json')))
      expect([name, missingPremises(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Design)]).toEqual([
        name,
        [],
      ])
  })
})

describe('what rules judge by and nobody stated', () => {
  const bare: Design = {
    ...chat,
    components: chat.components?.map((component) => ({ ...component, holds: [] })) ?? [],
    flows: chat.flows?.map((flow) => ({ ...flow, response: {} })) ?? [],
    data: [],
  }
  const quiet = [rule({ stride: 'TI', linddun: ['Dd'], ...looking('c-chat') })]
  const ofArrow = (coverage: Coverage, letter: string) => {
    const arrowRow = coverage.rows.find(({ type, cells }) => type === 'flow' && cells.some(({ reasons }) => reasons[0]))
    return arrowRow?.cells.find((cell) => cell.letter === letter)
  }

  it('leaves the disclosure of data unknown where no data is stated, and says so before the rules', () => {
    const coverage = cover(quiet, {}, bare)
    expect(stateOf(coverage, 'c-chat', 'I')).toBe('unknown')
    expect(cellOf(coverage, 'c-chat', 'I')?.reasons.map((each) => each.rule)).toEqual([premiseNotStated, 'X-01'])
    expect(stateOf(coverage, 'c-chat', 'Dd', 'linddun')).toBe('unknown')
    expect(stateOf(coverage, 'c-chat', 'T')).toBe('notApplicable')
    expect(stateOf(cover(quiet), 'c-chat', 'I')).toBe('notApplicable')
  })

  it('leaves an arrow unknown where no boundary says what it divides', () => {
    const all = [rule({ stride: 'T', looksAt: ({ graph }) => graph.flows.map(({ id }) => id) })]
    const withZones = (trust?: number): Coverage => {
      const design: Design = {
        ...chat,
        boundaries: [{ id: 'z-out', name: 'Out', ...(trust === undefined ? {} : { trust }) }],
      }
      const graph = buildGraph(design, kinds, [])
      return coverDesign({ graph, rules: all, findings: [], questions: [], context: () => ({ graph }) as never })
    }
    expect(ofArrow(withZones(), 'T')?.state).toBe('unknown')
    expect(ofArrow(withZones(20), 'T')?.state).toBe('notApplicable')
  })

  it('never hides what a rule found, nor what nobody looked at', () => {
    const found = anyFinding({ id: 'X-01@c-chat', rule: 'X-01', anchors: ['c-chat'], elements: ['c-chat'] })
    expect(stateOf(cover(quiet, { findings: [found] }, bare), 'c-chat', 'I')).toBe('open')
    expect(stateOf(cover([], {}, bare), 'c-chat', 'I')).toBe('notConsidered')
  })
})
