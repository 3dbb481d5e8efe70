import { describe, expect, it } from 'vitest'
import type { Boundary, Component, Flow } from '../../design/design.ts'
import { draw, graphOf } from '../../graph/testing/draw.ts'
import { evaluate } from '../../kinds/formula/formula.ts'
import type { PriceLookup } from '../../kinds/kind.ts'
import { estimateDesign } from '../estimate-design.ts'

const usdPerGigabyte: Readonly<Record<string, number>> = {
  'transfer.zone': 0.01,
  'transfer.region': 0.02,
  'transfer.internet': 0.09,
}
const prices: PriceLookup & { readonly date: string } = {
  date: '2026-11-21',
  find: (item) => ({
    op: 'input',
    label: item,
    value: usdPerGigabyte[item] ?? 0,
    unit: 'USD/GB',
    provenance: { from: 'price' },
  }),
}

const service = (id: string, inside: string, settings: Component['settings'] = {}): Component => ({
  id,
  name: id,
  kind: 'service',
  in: inside,
  settings,
})
const cloud = (id: string, region: string): Boundary => ({ id, name: id, region })
const boundaries = [cloud('ireland', 'eu-west-1'), cloud('virginia', 'us-east-1'), { id: 'office', name: 'Office' }]

/** A million requests a month, each with a million bytes in hand, from `a` to `b`: 1,000 GB. */
function linesOf(a: Component, b: Component) {
  const flows: readonly Flow[] = [{ id: 'f', from: 'a', to: 'b' }]
  const design = draw([a, b], flows, {
    boundaries,
    actions: [{ id: 'go', name: 'Go', starts: 'a', input: { bytes: 1e6 } }],
    workloads: [{ id: 'w', name: 'W', mix: { go: 1 }, arrivals: { rate: 1e6, per: 'month' } }],
  })
  const { lines } = estimateDesign(graphOf(design), prices)
  return lines
    .filter((line) => line.id.includes('/transfer-'))
    .map((line) => [line.id, Math.round(evaluate(line.formula) * 100) / 100])
}

describe('what leaves a machine is billed', () => {
  it('to another region', () => {
    expect(linesOf(service('a', 'ireland'), service('b', 'virginia'))).toEqual([['a/transfer-region', 20]])
  })

  it('to the internet, when the other end is in no cloud that we pay for', () => {
    expect(linesOf(service('a', 'ireland'), service('b', 'office'))).toEqual([['a/transfer-internet', 90]])
    expect(linesOf(service('a', 'office'), service('b', 'ireland'))).toEqual([])
  })

  it('between zones in both directions, for the share of calls that meets another zone', () => {
    const zoned: readonly Component[] = [service('a', 'ireland'), { ...service('b', 'ireland'), in: 'zones' }]
    const plates = [
      ...boundaries,
      { id: 'zones', name: 'Zones', in: 'ireland', copies: { of: 'zone', count: 2 } },
    ] as const
    const design = draw(zoned, [{ id: 'f', from: 'a', to: 'b' }], {
      boundaries: plates,
      actions: [{ id: 'go', name: 'Go', starts: 'a', input: { bytes: 1e6 } }],
      workloads: [{ id: 'w', name: 'W', mix: { go: 1 }, arrivals: { rate: 1e6, per: 'month' } }],
    })
    const { lines } = estimateDesign(graphOf(design), prices)
    const [line] = lines.filter(({ id }) => id === 'a/transfer-zone')
    expect(line && evaluate(line.formula)).toBeCloseTo(1000 * 0.5 * 2 * 0.01, 9)
  })

  it('not within one zone, and not from a place that nobody named', () => {
    expect(linesOf(service('a', 'ireland'), service('b', 'ireland'))).toEqual([])
    expect(linesOf(service('a', 'office'), service('b', 'office'))).toEqual([])
  })

  it('is counted at both ends, billed or not', () => {
    const design = draw([service('a', 'office'), service('b', 'office')], [{ id: 'f', from: 'a', to: 'b' }], {
      boundaries,
      actions: [{ id: 'go', name: 'Go', starts: 'a', input: { bytes: 1e6 } }],
      workloads: [{ id: 'w', name: 'W', mix: { go: 1 }, arrivals: { rate: 1e6, per: 'month' } }],
    })
    const { components } = estimateDesign(graphOf(design), prices)
    expect(components.map((one) => Math.round(one.gigabytesPerMonth ?? 0))).toEqual([1000, 1000])
  })
})
