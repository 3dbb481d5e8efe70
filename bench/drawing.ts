import { collections } from '../shared/design/collections.ts'
import type { Component, Design, Element, Flow, Id } from '../shared/design/design.ts'

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

/** Copies of one design side by side, each with ids and names of its own, until there are so many components. */
export function townOf(design: Design, size: number): Design {
  const count = Math.ceil(size / (design.components?.length ?? 1))
  const copies = Array.from({ length: count }, (_, number) => copyOf(design, number))
  const joined = collections.map((collection) => [
    collection,
    copies.flatMap((copy): readonly Element[] => copy[collection] ?? []),
  ])
  return { ...design, ...Object.fromEntries(joined), views: [], variants: [], decisions: [], treatments: [] } as Design
}

function copyOf(design: Design, number: number): Design {
  const ids = new Set<Id>(
    collections.flatMap((collection) => (design[collection] ?? []).map((each: Element) => each.id)),
  )
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.has(value) ? `${value}-${number}` : value
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [ids.has(key) ? `${key}-${number}` : key, renamed(each)]),
    )
  }
  return renamed(design) as Design
}
