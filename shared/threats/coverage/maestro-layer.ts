import type { Component } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Trait } from '../../kinds/kind.ts'
import type { layersOfMaestro } from '../frameworks/classic.ts'

/** The layers of MAESTRO (Cloud Security Alliance), by their numbers. */
export type MaestroLayer = keyof typeof layersOfMaestro
export const maestroLayers: readonly MaestroLayer[] = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7']

/** Which traits put a box on a layer; the first that matches counts, what guards before what it guards. */
const byTrait: readonly (readonly [MaestroLayer, readonly Trait[]])[] = [
  ['L6', ['gates', 'filters-content', 'deterministic-gate', 'human-gate', 'authenticates', 'keeps-secrets']],
  ['L5', ['evaluates', 'observes', 'watches-drift']],
  ['L3', ['plans-actions', 'memory', 'versions-prompts']],
  ['L7', ['person', 'client', 'renders-output', 'runs-actions', 'external-tools', 'runs-code']],
  ['L1', ['generates-text', 'embeds', 'ranks', 'predicts', 'makes-media', 'versions-models', 'fronts-models']],
  ['L2', ['ingests', 'splits-documents', 'answers-search', 'trains', 'caches']],
  ['L4', ['entry', 'limits-rate', 'buffers', 'releases', 'splits-traffic']],
  ['L7', ['starts-requests']],
  ['L2', ['stores-data']],
  ['L3', ['orchestrates']],
]

/** The layer that a box stands on, by what it is; deployment and infrastructure where nothing else says. */
export function maestroLayerOf(graph: Graph, component: Component): MaestroLayer {
  const found = byTrait.find(([, traits]) => traits.some((trait) => graph.has(component, trait)))
  return found?.[0] ?? 'L4'
}
