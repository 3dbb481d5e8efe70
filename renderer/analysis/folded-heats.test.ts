import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse.ts'
import type { Analysis } from '../../shared/analysis.ts'
import type { Design } from '../../shared/design/design.ts'
import { insideOf } from '../../shared/design/nesting.ts'
import { formatUsd } from '../../shared/kinds/figures/number-format.ts'
import { foldDesign } from '../../shared/layout/fold.ts'
import { placesOf } from '../../shared/layout/places.ts'
import { foldedHeats } from './folded-heats.ts'
import type { Heat, HeatMap } from './heat.ts'
import { findOverlay } from './overlays/index.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'))
const prices = read('prices/price-book.json') as object

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd-folded',
  name: 'Folded',
  boundaries: [
    { id: 'outer', name: 'Outer' },
    { id: 'inner', name: 'Inner', in: 'outer' },
  ],
  data: [
    { id: 'orders', name: 'Orders', classification: 'confidential' },
    { id: 'leaflets', name: 'Leaflets', classification: 'public' },
  ],
  components: [
    { id: 'person', name: 'Person', kind: 'user' },
    { id: 'app', name: 'App', kind: 'service', in: 'outer', owner: 'Payments' },
    { id: 'model', name: 'Model', kind: 'llm-api', in: 'inner', owner: 'Payments' },
    { id: 'store', name: 'Store', kind: 'vector-store', in: 'inner', owner: 'Platform' },
  ],
  flows: [
    { id: 'ask', from: 'person', to: 'app', request: { data: ['leaflets'] } },
    { id: 'peek', from: 'person', to: 'store', request: { data: ['orders'] } },
    { id: 'think', from: 'app', to: 'model' },
    { id: 'find', from: 'app', to: 'store' },
  ],
  actions: [{ id: 'asked', name: 'Ask', starts: 'person' }],
}

const support = read('templates/customer-support-agent.lintel.json') as Design

function analyseAll(of: Design): Analysis {
  return analyse(of, { prices, today: '2026-11-21' })
}

function mapOf(overlay: string, of: Design = design): HeatMap {
  const analysis = analyseAll(of)
  const map = findOverlay(overlay)?.read({
    document: of,
    design: of,
    numbers: analysis,
    analysis,
    money: formatUsd,
  })
  if (map === undefined) throw new Error(`${overlay} says nothing`)
  return map
}

function worn(overlay: string, collapsed: readonly string[], of: Design = design): ReadonlyMap<string, Heat> {
  const places = Object.fromEntries(
    Object.entries(placesOf(of)).map(([id, place]) => [
      id,
      collapsed.includes(id) ? { ...place, collapsed: true as const } : place,
    ]),
  )
  return foldedHeats(mapOf(overlay, of), foldDesign(of, places), of)
}

describe('what a collapsed boundary wears', () => {
  it('is nothing while it is open', () => {
    expect(worn('owner', []).has('outer')).toBe(false)
  })

  it('is the one name of all inside, or that they are mixed, with how many have which', () => {
    expect(worn('owner', ['inner']).get('inner')).toMatchObject({
      level: 'mixed',
      mark: '*',
      title: 'Inside: Payments 1, Platform 1',
    })
    const alike = { ...design, components: design.components?.map((one) => ({ ...one, owner: 'Payments' })) ?? [] }
    expect(worn('owner', ['outer'], alike).get('outer')).toMatchObject({
      text: 'Payments',
      title: 'Inside: Payments 3',
    })
  })

  it('is the highest class of data inside, and says where', () => {
    const heat = worn('data-class', ['inner']).get('inner')
    expect(heat?.text).toBe('Confidential')
    expect(heat?.title).toBe('Highest is Store. Confidential: Orders')
  })

  it('is the sum of what those inside cost', () => {
    const inside = insideOf(support, 'platform')
    const costs = analyseAll(support).estimate.components.filter(({ component }) => inside.has(component))
    const sum = costs.reduce((usd, { usdPerMonth }) => usd + usdPerMonth.value, 0)
    expect(sum).toBeGreaterThan(Math.max(...costs.map(({ usdPerMonth }) => usdPerMonth.value)))
    const heat = worn('cost', ['platform'], support).get('platform')
    expect(heat?.text).toBe(formatUsd(sum))
    expect(heat?.title).toMatch(/^13 components together: (At least )?\$/u)
  })

  it('is the worst that is open inside, of the boundary itself as well', () => {
    const heat = worn('risk', ['outer']).get('outer')
    const own = worn('risk', [])
    expect(heat?.title).toMatch(/^Worst is (Outer|Inner|App|Model|Store|.* to .*)\. \d+ open, worst/u)
    const order = ['critical', 'high', 'medium', 'low']
    const least = Math.min(
      ...['app', 'model', 'store', 'think', 'find'].map((id) => order.indexOf(String(own.get(id)?.level)) >>> 0),
    )
    expect(order.indexOf(String(heat?.level))).toBeLessThanOrEqual(least)
  })

  it('is what a phase does inside, as a change', () => {
    const phased: Design = {
      ...design,
      variants: [
        {
          id: 'pilot',
          name: 'Pilot',
          type: 'phase',
          changes: { components: { model: { name: 'Model 2' }, store: null } },
        },
      ],
    }
    expect(worn('phase', ['inner'], phased).get('inner')).toMatchObject({
      text: 'Pilot changes',
      title: 'Inside: Pilot changes 1, Pilot removes 1',
    })
  })
})

describe('an arrow that stands for several', () => {
  it('wears the highest class of them all', () => {
    const places = Object.fromEntries(
      Object.entries(placesOf(design)).map(([id, place]) => [
        id,
        id === 'outer' ? { ...place, collapsed: true as const } : place,
      ]),
    )
    const folded = foldDesign(design, places)
    const [bundle] = [...folded.bundles.keys()]
    expect(bundle).toBe('ask')
    expect(worn('data-class', ['outer']).get('ask')?.text).toBe('Confidential')
    expect(worn('data-class', []).get('ask')?.text).toBe('Public')
  })
})
