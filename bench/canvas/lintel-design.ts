import type { Design } from '../../shared/design/design.ts'
import type { BenchGraph } from './graph.ts'

const kinds = ['orchestrator', 'relational-db', 'vector-store', 'llm-api', 'guardrail']

/** The drawing as a design, with kinds whose cards wear badges. */
export function lintelDesignOf({ nodes, edges, areas }: BenchGraph): Design {
  return {
    format: 'lintel/design',
    version: 1,
    id: 'd-bench',
    name: 'Bench',
    components: nodes.map(({ id, name, in: home }, index) => ({
      id,
      name,
      kind: kinds[index % kinds.length] ?? 'orchestrator',
      ...(home === undefined ? {} : { in: home }),
    })),
    boundaries: areas.map(({ id, name, depth, in: home }) => ({
      id,
      name,
      trust: [40, 60, 80][depth] ?? 60,
      ...(home === undefined ? {} : { in: home }),
    })),
    flows: edges,
    views: [
      {
        id: 'main',
        name: 'Everything',
        places: Object.fromEntries([
          ...nodes.map(({ id, x, y }) => [id, { x, y }]),
          ...areas.map(({ id, x, y, width, height }) => [id, { x, y, w: width, h: height }]),
        ]),
      },
    ],
  }
}
