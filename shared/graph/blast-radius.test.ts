import { assert, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { removeElements } from '../design/edit/index.ts'
import { arbitraryDesign, runs } from '../design/testing/arbitrary-design.ts'
import { kinds } from '../kinds/index.ts'
import { blastRadius, furthestFirst } from './blast-radius.ts'
import { buildGraph } from './build-graph.ts'
import { reachableFrom, shortestPath } from './paths.ts'
import { arrow, box, draw, graphOf } from './testing/draw.ts'

/** A page asks a hub, which asks two helpers; one of them keeps a store, from which a list is loaded at night. */
const graph = graphOf(
  draw(
    [
      box('page', 'page'),
      box('hub', 'service'),
      box('left', 'service'),
      box('right', 'service'),
      box('store', 'store', { holds: ['d-orders'] }),
      box('list', 'service'),
    ],
    [
      arrow('page>hub'),
      arrow('hub>left'),
      arrow('hub>right'),
      arrow('right>store'),
      arrow('store>list', { mode: 'offline' }),
    ],
    { data: [{ id: 'd-orders', name: 'Orders' }] },
  ),
)

describe('the blast radius', () => {
  it('holds what a component can call, who reads what it says, and the data that lie there', () => {
    expect(blastRadius(graph, 'hub')).toEqual({
      from: 'hub',
      commands: ['left', 'right', 'store'],
      misleads: ['page'],
      assets: ['d-orders'],
    })
    expect(blastRadius(graph, 'store')).toEqual({
      from: 'store',
      commands: [],
      misleads: ['hub', 'list', 'page', 'right'],
      assets: ['d-orders'],
    })
  })
  it('ends where an arrow does not count', () => {
    const { commands, misleads, assets } = blastRadius(graph, 'hub', { using: ({ id }) => id !== 'hub-right' })
    expect([commands, misleads, assets]).toEqual([['left'], ['page'], []])
    expect(blastRadius(graph, 'store', { using: ({ mode }) => mode !== 'offline' }).misleads).not.toContain('list')
  })
  it('is ranked by what is commanded, then by who is misled', () => {
    const radii = ['store', 'left', 'hub', 'right'].map((id) => blastRadius(graph, id))
    expect(radii.toSorted(furthestFirst).map(({ from }) => from)).toEqual(['hub', 'right', 'store', 'left'])
  })

  it('never grows when an arrow is taken away, and never holds the component itself', () => {
    assert(
      property(arbitraryDesign, (design) => {
        const { variants: _variants, shown: _shown, ...base } = design
        const before = buildGraph(base, kinds, [])
        for (const { id: arrowId } of base.flows ?? []) {
          const after = buildGraph(removeElements(base, [arrowId]), kinds, [])
          for (const { id } of base.components ?? []) {
            const [was, is] = [blastRadius(before, id), blastRadius(after, id)]
            expect(was.commands).toEqual(expect.arrayContaining([...is.commands]))
            expect(was.misleads).toEqual(expect.arrayContaining([...is.misleads]))
            expect(was.assets).toEqual(expect.arrayContaining([...is.assets]))
            expect([...is.commands, ...is.misleads]).not.toContain(id)
          }
        }
      }),
      runs(60),
    )
  })
})

describe('goods', () => {
  const handed = graphOf(
    draw(
      ['made', 'kept', 'used', 'asks'].map((id) => box(id, 'service')),
      [
        arrow('made>kept', { does: ['write'] }),
        arrow('used>kept', { does: ['read'] }),
        arrow('asks>used', { does: ['read'], mode: 'async' }),
      ],
    ),
  )
  it('go to what is written and come from what is read, when somebody waits for them', () => {
    expect(shortestPath(handed, 'made', 'used', { along: 'goods' })).toEqual([
      'made',
      'made-kept',
      'kept',
      'used-kept',
      'used',
    ])
    expect(reachableFrom(handed, 'used', { along: 'goods' })).toEqual(['used'])
  })
})
