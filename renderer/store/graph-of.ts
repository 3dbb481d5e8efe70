import type { Design } from '../../shared/design/design.ts'
import { buildGraph } from '../../shared/graph/build-graph.ts'
import type { Graph } from '../../shared/graph/graph.ts'
import { kinds, products } from '../../shared/kinds/index.ts'
import { useDesign } from './design-store.ts'

const graphs = new WeakMap<Design, Graph>()

/** The index of a design, built once for each state of it: whoever asks on the page reads the same one. */
export function graphOf(design: Design): Graph {
  const known = graphs.get(design)
  if (known !== undefined) return known
  const graph = buildGraph(design, kinds, products)
  graphs.set(design, graph)
  return graph
}

/** The index of the design as shown: who calls whom, and in what order by default. */
export function useGraph(): Graph {
  return useDesign(graphOf)
}
