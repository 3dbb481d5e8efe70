import { describe, expect, it } from 'vitest'
import type { Settings } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { arrow, box, draw } from '../../graph/testing/draw.ts'
import { inputsOf } from '../../kinds/formula/formula.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { estimateDesign } from '../estimate-design.ts'
import type { Availability } from '../estimate.ts'
import { anyPrice } from '../testing/estimate-drawing.ts'

/** Availability of an action that needs one component, drawn with three replicas of 99 % inside `plate`. */
function threeOf(kind: string, settings: Settings = {}, plate?: 'zones' | 'regions'): Availability {
  const three = box('it', kind, {
    settings: { availability: 0.99, replicas: 3, ...settings },
    ...(plate === undefined ? {} : { in: plate }),
  })
  const design = draw([box('user', 'user'), three], [arrow('user>it')], {
    boundaries: [
      { id: 'zones', name: 'Zones', copies: { of: 'zone', count: 2, mode: 'activeActive' } },
      { id: 'regions', name: 'Regions', copies: { of: 'region', count: 2, mode: 'activeActive' } },
    ],
  })
  const found = estimateDesign(buildGraph(design, kinds, products), anyPrice(0.01)).actions[0]?.availability
  if (found === undefined) throw new Error('It has an availability.')
  return found
}

/** One of `copies` is up; a tenth of the outages strikes all of them. */
const together = (copies: number): number => 1 - 0.001 - 0.009 ** copies

describe('the promise of a service', () => {
  it.each<[string, Settings]>([
    ['api-gateway', {}],
    ['api-gateway', { pricing: 'units' }],
    ['relational-db', {}],
    ['ml-endpoint', {}],
    ['identity-provider', { paidAs: 'subscription' }],
    ['object-store', {}],
  ])('covers all its copies and zones: %s %o', (kind, settings) => {
    expect(threeOf(kind, settings).value).toBe(0.99)
    expect(threeOf(kind, settings, 'zones').value).toBe(0.99)
  })
  it('is given region by region', () => {
    expect(threeOf('api-gateway', {}, 'regions').value).toBeCloseTo(together(2), 12)
  })
  it('says why its copies add nothing', () => {
    const { formula } = threeOf('api-gateway')
    expect(inputsOf(formula)[0]?.provenance.source).toContain('covers all its copies')
  })
})

describe('what we run ourselves', () => {
  it.each<[string, Settings]>([
    ['api-gateway', { pricing: 'machines' }],
    ['relational-db', { runsOn: 'machines' }],
    ['identity-provider', { paidAs: 'machines' }],
    ['vector-store', { pricing: 'ownMachines' }],
    ['orchestrator', {}],
    ['container-service', {}],
  ])('stands in for itself, copy by copy: %s %o', (kind, settings) => {
    expect(threeOf(kind, settings).value).toBeCloseTo(together(3), 12)
    expect(threeOf(kind, settings, 'zones').value).toBeCloseTo(together(6), 12)
  })
})

describe('a choice of who runs a box', () => {
  it('names one of its own answers as ours', () => {
    for (const kind of kinds) {
      for (const [name, { ours, options }] of Object.entries(kind.settings)) {
        if (ours !== undefined)
          expect(
            options?.map(({ value }) => value),
            `${kind.id} ${name}`,
          ).toContain(ours)
      }
    }
  })
})
