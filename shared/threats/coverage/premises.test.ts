import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { area, box, data, edited, miniDesign, requirement } from '../../findings/testing/mini-design.ts'
import { linddunOfType, strideOfType } from './element-type.ts'
import { missingPremises } from './premises.ts'

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
