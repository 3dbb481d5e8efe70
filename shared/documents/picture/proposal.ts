import type { Id } from '../../design/design.ts'
import type { Remedy } from '../../findings/finding.ts'
import type { Scene, SceneFlow } from './scene.ts'

const proposalId = (remedy: Remedy): Id => `proposed:${remedy.control}`

/**
 * The scene with the proposed control as a ghost in the arrow it would stand on, which it then breaks in two. A control
 * at a component stands in the path's arrow out of it (into it, at the path's end), or beside it when no path runs there.
 * Unchanged when its place is not in the scene.
 */
export function withProposal(scene: Scene, remedy: Remedy, path: readonly Id[]): Scene {
  const ghost = proposalId(remedy)
  const flow = scene.flows.find(({ id }) => id === remedy.at) ?? arrowOnPath(scene, remedy.at, path)
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
  if (flow === undefined) {
    const beside: SceneFlow = { id: `${ghost}:in`, from: ghost, to: at.id, style: 'sync' }
    return { ...scene, nodes: [...scene.nodes, node], flows: [...scene.flows, beside] }
  }
  const { label: _, ...bare } = flow
  const halves: readonly SceneFlow[] = [
    // The first half keeps the arrow's name: a path that runs along it finds it there.
    { ...flow, to: ghost },
    { ...bare, id: `${ghost}:out`, from: ghost },
  ]
  return {
    ...scene,
    nodes: [...scene.nodes, node],
    flows: [...scene.flows.filter(({ id }) => id !== flow.id), ...halves],
  }
}

function arrowOnPath(scene: Scene, component: Id, path: readonly Id[]): SceneFlow | undefined {
  const nodes = path.filter((id) => scene.nodes.some((node) => node.id === id))
  const index = nodes.indexOf(component)
  const joins = (a: Id | undefined, b: Id | undefined): SceneFlow | undefined =>
    scene.flows.find(({ from, to }) => (from === a && to === b) || (from === b && to === a))
  return index < 0 ? undefined : (joins(component, nodes[index + 1]) ?? joins(nodes[index - 1], component))
}

/** The order in which a path with a proposed control is read: the control stands where its arrow is on the path. */
export function pathWithProposal(path: readonly Id[], remedy: Remedy | undefined, scene: Scene): readonly Id[] {
  if (remedy === undefined) return path
  const ghost = proposalId(remedy)
  const first = scene.flows.find(({ to }) => to === ghost)
  const second = scene.flows.find(({ id }) => id === `${ghost}:out`)
  if (first === undefined || second === undefined) return path
  const ends = [first.from, second.to]
  const nodes = path.filter((id) => scene.nodes.some((node) => node.id === id))
  const between = nodes.findIndex((id, index) => ends.includes(id) && ends.includes(nodes[index + 1] ?? ''))
  return between < 0 ? path : path.flatMap((id) => (id === nodes[between] ? [id, ghost] : [id]))
}
