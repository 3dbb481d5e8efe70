import type { Id } from '../../design/design.ts'
import type { Remedy } from '../../findings/finding.ts'
import type { Scene, SceneFlow } from './scene.ts'

/**
 * The scene with the proposed control as a ghost: on the arrow it would stand on, between its two ends; beside the
 * component it would change. Unchanged when the place is not in the scene.
 */
export function withProposal(scene: Scene, remedy: Remedy, path: readonly Id[]): Scene {
  const ghost = `proposed:${remedy.control}`
  const flow = scene.flows.find(({ id }) => id === remedy.at)
  const at = scene.nodes.find(({ id }) => id === (flow === undefined ? remedy.at : flow.from))
  if (at === undefined || scene.nodes.some(({ id }) => id === ghost)) return scene
  const node = {
    id: ghost,
    title: remedy.title,
    subtitle: remedy.strength === 'deterministic' ? 'Proposed, decides by rule' : 'Proposed, lowers the odds',
    family: 'safety' as const,
    icon: 'shield-check',
    ...(at.in === undefined ? {} : { in: at.in }),
  }
  const arrows: readonly SceneFlow[] =
    flow === undefined
      ? [{ id: `${ghost}:in`, from: ghost, to: at.id, style: 'sync' }]
      : [
          { id: `${ghost}:in`, from: flow.from, to: ghost, style: 'sync' },
          { id: `${ghost}:out`, from: ghost, to: flow.to, style: 'sync' },
        ]
  // The arrow itself stays: it is the path that the control would break, and the reader wants to see it.
  const kept =
    path.includes(remedy.at) || flow === undefined ? scene.flows : scene.flows.filter(({ id }) => id !== flow.id)
  return { ...scene, nodes: [...scene.nodes, node], flows: [...kept, ...arrows] }
}
