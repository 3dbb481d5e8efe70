import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { penColours } from './colours.ts'
import { drawDesign } from './draw.ts'
import { renderSvg } from './render-svg.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'By hand',
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'model', name: 'Model', kind: 'llm-api' },
  ],
  flows: [{ id: 'ask', from: 'user', to: 'model', name: 'asks' }],
  views: [
    {
      id: 'main',
      name: 'Everything',
      places: { user: { x: 0, y: 0 }, model: { x: 600, y: 0 } },
      routes: {
        ask: {
          points: [
            [300, 300],
            [500, 300],
          ],
          labelAt: 0.5,
        },
      },
    },
  ],
}
const graph = buildGraph(design, kinds, products)

describe('a picture of what was drawn by hand', () => {
  it('keeps the bends of an arrow, and its label where somebody put it', () => {
    const [edge] = drawDesign(graph).edges
    const [user] = drawDesign(graph).nodes
    const corner = [(user?.x ?? 0) + 300, (user?.y ?? 0) + 300] as const
    expect(edge?.points).toContainEqual(corner)
    // Half way along a line that is the same on both sides of its lowest piece.
    expect(edge?.labelAt).toEqual([corner[0] + 100, corner[1]])
  })

  it('shows what the pen drew where that is asked for, all of it', () => {
    const points = [
      [-100, 20],
      [40, 30],
    ] as const
    const plain = drawDesign(graph)
    const marked = drawDesign(graph, { strokes: [{ points, ink: 'blue' }] })
    expect(plain.strokes).toBeUndefined()
    expect(marked.width).toBe(plain.width + 100)
    const [user] = marked.nodes
    const [corner] = marked.strokes?.[0]?.points ?? []
    expect(corner).toEqual([(user?.x ?? 0) - 100, (user?.y ?? 0) + 20])
    const svg = (picture: typeof plain): string => renderSvg(picture, { description: 'Drawing' })
    expect(svg(plain)).not.toContain(penColours.blue)
    expect(svg(marked)).toContain(`stroke="${penColours.blue}"`)
  })

  it('lets arrows find their own way where everything is laid out afresh', () => {
    const [edge] = drawDesign(graph, { layout: 'fresh' }).edges
    expect(edge?.points).toHaveLength(2)
  })
})
