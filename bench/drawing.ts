import type { Component, Design, Flow } from '../shared/design/design.ts'

/** A tree of services, stores, searches and models, ten below each service. */
export function drawingOf(size: number): Design {
  const kinds = ['orchestrator', 'relational-db', 'vector-store', 'llm-api', 'guardrail']
  const components = Array.from({ length: size }, (_, index): Component => {
    const kind = index < size / 10 ? 'orchestrator' : kinds[index % kinds.length]
    return {
      id: `c${index}`,
      name: `Part ${index}`,
      kind: kind ?? 'orchestrator',
      settings: { p50Ms: 10 + (index % 200) },
    }
  })
  const flows = components
    .slice(1)
    .map((to, index): Flow => ({ id: `f${index}`, from: `c${Math.floor(index / 10)}`, to: to.id }))
  return { format: 'lintel/design', version: 1, id: 'd-bench', name: 'Bench', components, flows }
}
