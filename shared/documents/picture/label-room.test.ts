import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import type { Picture } from '../outline.ts'
import { drawDesign } from './draw.ts'
import { withLabelRoom } from './label-room.ts'
import { chipWidth, labelHeight } from './place-labels.ts'

const folder = 'resources/templates'
const designs = readdirSync(folder).map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Design)

/** Labels that the edge of the picture cuts. */
function cutLabels({ width, height, edges }: Picture): readonly (string | undefined)[] {
  return edges
    .filter((edge) => {
      if (edge.labelAt === undefined) return false
      const [x, y] = edge.labelAt
      const [w, h] = [chipWidth(edge) / 2, labelHeight / 2]
      return x - w < 0 || y - h < 0 || x + w > width || y + h > height
    })
    .map(({ label }) => label)
}

describe.each(designs.map((design) => [design.name, design] as const))('the picture of "%s"', (_, design) => {
  it.each(['data', 'names'] as const)('cuts no label of %s at its edge', (labels) => {
    expect(cutLabels(drawDesign(buildGraph(design, kinds, products), { labels }))).toEqual([])
  })
})

it('a label beyond the edge moves all of the picture, and one inside nothing', () => {
  const edge = { id: 'f', from: 'a', to: 'b', style: 'sync', label: 'Answers with citations' } as const
  const picture = (x: number): Picture => ({
    width: 400,
    height: 200,
    boundaries: [{ id: 'p', title: 'Place', depth: 0, tone: 'internal', x: 10, y: 10, width: 300, height: 150 }],
    nodes: [],
    edges: [
      {
        ...edge,
        points: [
          [x, 20],
          [x, 180],
        ],
        labelAt: [x, 100],
      },
    ],
  })
  expect(withLabelRoom(picture(200))).toEqual(picture(200))
  const grown = withLabelRoom(picture(5))
  const by = grown.width - 400
  expect(by).toBeGreaterThan(40)
  expect(grown.boundaries[0]?.x).toBe(10 + by)
  expect(grown.edges[0]?.points[0]).toEqual([5 + by, 20])
  expect(cutLabels(grown)).toEqual([])
  expect(withLabelRoom(picture(398)).edges[0]?.points[0]).toEqual([398, 20])
})
