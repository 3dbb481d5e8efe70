import { describe, expect, it } from 'vitest'
import type { Product } from '../kinds/product.ts'
import { buildGraph } from './build-graph.ts'
import { arrow, box, draw, graphOf, smallKinds } from './testing/draw.ts'

describe('who calls whom', () => {
  it('lets the tail call, unless it only answers', () => {
    const graph = graphOf(
      draw(
        [box('app', 'service'), box('db', 'store'), box('q', 'queue')],
        [arrow('app>db'), arrow('db>app as read'), arrow('q>app')],
      ),
    )
    expect(graph.flow('app-db')).toMatchObject({ caller: 'app', callee: 'db' })
    expect(graph.flow('read')).toMatchObject({ caller: 'app', callee: 'db' })
    expect(graph.flow('q-app')).toMatchObject({ caller: 'q', callee: 'app', mode: 'async' })
    expect(graph.callsFrom('app').map((flow) => flow.id)).toEqual(['app-db', 'read'])
    expect(graph.callsTo('db').map((flow) => flow.id)).toEqual(['app-db', 'read'])
  })
  it('lets a stated pull win', () => {
    const graph = graphOf(
      draw(
        [box('a', 'service'), box('db', 'store')],
        [arrow('a>db', { pull: true }), arrow('db>a as push', { pull: false })],
      ),
    )
    expect(graph.flow('a-db')?.caller).toBe('db')
    expect(graph.flow('push')?.caller).toBe('db')
  })
  it('names an arrow without a name by its ends', () => {
    const graph = graphOf(
      draw([box('a', 'service', { name: 'App' }), box('b', 'model', { name: 'Model' })], [arrow('a>b')]),
    )
    expect(graph.name('a-b')).toBe('App to Model')
    expect(graph.name('d-test')).toBe('Test')
  })
  it('takes an unknown kind for one', () => {
    const graph = graphOf(draw([box('a', 'time-machine')], []))
    expect(graph.has('a', 'unknown-kind')).toBe(true)
  })
})

describe('facets', () => {
  const design = draw(
    [
      box('app', 'service', { in: 'net' }),
      box('api', 'model', { product: 'acme/big' }),
      box('far', 'service', { in: 'us' }),
    ],
    [arrow('app>api'), arrow('app>far')],
    {
      boundaries: [
        { id: 'cloud', name: 'Cloud', organisation: 'client', region: 'eu-west-1', trust: 80 },
        {
          id: 'net',
          name: 'Network',
          in: 'cloud',
          network: 'private',
          region: { unknown: true, ask: 'Platform team' },
        },
        { id: 'us', name: 'Other region', in: 'cloud', region: 'us-east-1' },
      ],
    },
  )
  const acme: Product = {
    id: 'acme/big',
    title: 'Big',
    vendor: 'Acme',
    organisation: 'Acme',
    kinds: ['model'],
    facts: {},
  }
  const graph = buildGraph(design, smallKinds, [acme])

  it('inherits each facet by itself from the nearest boundary that says something', () => {
    expect(graph.facets('app').organisation).toEqual({ value: 'client', from: 'cloud' })
    expect(graph.facets('app').network).toEqual({ value: 'private', from: 'net' })
    expect(graph.facets('app').region).toEqual({ value: undefined, from: 'net', unknown: true, ask: 'Platform team' })
  })
  it('gives a vendor-hosted product its organisation outside every box', () => {
    expect(graph.facets('api').organisation.value).toBe('Acme')
    expect(graph.crosses('app-api', 'organisation')).toBe(true)
  })
  it('takes nothing from a product that the kind of a box cannot be', () => {
    const changed = graphOf(draw([box('api', 'service', { product: 'acme/big' })], []))
    expect(changed.facets('api').organisation.value).toBeUndefined()
  })
  it('leaves a crossing unknown when an end is', () => {
    expect(graph.crosses('app-far', 'region')).toBeUndefined()
    expect(graph.crosses('app-far', 'organisation')).toBe(false)
  })
})

it('multiplies the plates around a component', () => {
  const graph = graphOf(
    draw([box('db', 'store', { in: 'tenant' })], [], {
      boundaries: [
        { id: 'region', name: 'Regions', copies: { of: 'region', count: 2 } },
        {
          id: 'tenant',
          name: 'Tenants',
          in: 'region',
          copies: { of: 'tenant', count: { value: 40, confidence: 'A' } },
        },
      ],
    }),
  )
  expect(graph.copies('db')).toBe(80)
})

it('finds the roots of an asset and cuts cycles', () => {
  const graph = graphOf(
    draw([], [], {
      data: [
        { id: 'answer', name: 'Answer', derivedFrom: ['chunks', 'question'] },
        { id: 'chunks', name: 'Chunks', derivedFrom: ['documents'] },
        { id: 'documents', name: 'Documents' },
        { id: 'question', name: 'Question' },
        { id: 'a', name: 'A', derivedFrom: ['b'] },
        { id: 'b', name: 'B', derivedFrom: ['a'] },
      ],
    }),
  )
  expect(graph.rootsOf('answer')).toEqual(['documents', 'question'])
  expect(graph.rootsOf('a')).toEqual(['b'])
})

it('shows the design as the variant that is shown', () => {
  const graph = graphOf(
    draw([box('a', 'service')], [], {
      shown: 'v',
      variants: [{ id: 'v', name: 'Option', type: 'option', changes: { components: { a: { kind: 'model' } } } }],
    }),
  )
  expect(graph.kindOf('a').id).toBe('model')
})
