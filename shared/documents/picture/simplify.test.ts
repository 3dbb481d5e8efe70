import { describe, expect, it } from 'vitest'
import type { Scene, SceneNode } from './scene.ts'
import { simplifyScene } from './simplify.ts'

const node = (id: string, place: string): SceneNode => ({ id, title: id, family: 'data', icon: 'box', in: place })
const scene = (...nodes: readonly SceneNode[]): Scene => ({
  nodes,
  boundaries: ['office', 'platform', 'vendors'].map((id) => ({ id, title: `The ${id}`, tone: 'internal' })),
  flows: [],
})
const scores = new Map([
  ['a', 20],
  ['b', 20],
])

describe('a scene of few cards', () => {
  it('names a merged card by the place that it stands for', () => {
    const whole = scene(node('a', 'office'), node('c', 'platform'), node('d', 'platform'))
    expect(simplifyScene(whole, 2, scores).scene.nodes).toMatchObject([
      { title: 'a' },
      { title: 'The platform', subtitle: '2 components', in: 'platform' },
    ])
  })

  it('says that others of the place are drawn apart', () => {
    const whole = scene(node('a', 'platform'), node('c', 'platform'), node('d', 'platform'))
    expect(simplifyScene(whole, 2, scores).scene.nodes[1]).toMatchObject({ subtitle: '2 more components' })
  })

  it('drops nothing where there are more places than cards', () => {
    const whole = scene(node('a', 'office'), node('b', 'office'), node('c', 'platform'), node('d', 'vendors'))
    const { scene: drawn, leftOut } = simplifyScene(whole, 2, scores)
    expect(drawn.nodes.map(({ title }) => title)).toEqual(['a', '3 more'])
    expect(drawn.nodes[1]).not.toHaveProperty('in')
    expect(leftOut).toContain('3 of 4 components are merged into one card')
  })
})
