import type { Design } from '../../shared/design/design.ts'
import { buildGraph } from '../../shared/graph/build-graph.ts'
import type { Graph } from '../../shared/graph/graph.ts'
import { kinds } from '../../shared/kinds/index.ts'
import { products } from '../../shared/kinds/products/index.ts'

const graphs = new WeakMap<Design, Graph>()

/** The graph of what is drawn, built once for each state of the design: labels and perspectives read the same one. */
export function graphOf(design: Design): Graph {
  const known = graphs.get(design)
  if (known !== undefined) return known
  const graph = buildGraph(design, kinds, products)
  graphs.set(design, graph)
  return graph
}
