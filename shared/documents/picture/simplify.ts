import type { Id } from '../../design/design.ts'
import type { Estimate } from '../../estimate/estimate.ts'
import type { Graph } from '../../graph/graph.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { capital } from '../../design/wording.ts'
import { partsJoiner } from './join-parts.ts'
import type { Scene, SceneFlow, SceneNode } from './scene.ts'

export interface Simplified {
  readonly scene: Scene
  /** What the picture leaves out, in a sentence; empty when it shows everything. */
  readonly leftOut: string
}

/** What a component on the main path scores at least: more than cost, time and people together. */
const onPath = 10
const leastOnPath = 8

/** What keeps a component on the picture: being on the main path counts most, then its part of cost and time. */
export function importance(
  graph: Pick<Graph, 'actions' | 'flow' | 'has' | 'components'>,
  estimate: Estimate,
  also: readonly Id[] = [],
): ReadonlyMap<Id, number> {
  const scores = new Map<Id, number>()
  const add = (id: Id, score: number): void => void scores.set(id, (scores.get(id) ?? 0) + score)
  const main = graph.actions.find(({ action }) => action === estimate.mainAction) ?? graph.actions[0]
  for (const run of Object.values(main?.runs ?? {})) {
    // Who calls others holds the picture together.
    if (!scores.has(run.component)) add(run.component, onPath + (run.steps.length > 0 ? 2 : 0))
  }
  // Who starts it belongs on the picture as much as what answers.
  const starter = main?.start.flow === undefined ? undefined : graph.flow(main.start.flow)?.caller
  if (starter !== undefined) add(starter, onPath + 2)
  for (const id of also) add(id, 4)
  // What only watches can be merged first.
  for (const { id } of graph.components) if (graph.has(id, 'observes') || graph.has(id, 'evaluates')) add(id, -2)
  for (const { component, costShare, timeShare, callsPerMonth } of estimate.components) {
    add(component, (costShare ?? 0) + (timeShare ?? 0) + (callsPerMonth > 0 ? 0.5 : 0))
  }
  return scores
}

/**
 * At most `most` cards: the most important ones stay, the others of each boundary (of all, where there are more
 * boundaries than cards) become one card that names them.
 * Nothing disappears silently: merged cards say how many they stand for, and `leftOut` says it in a sentence.
 */
export function simplifyScene(scene: Scene, most: number, score: ReadonlyMap<Id, number>): Simplified {
  if (scene.nodes.length <= most) return { scene, leftOut: '' }
  const degree = new Map<Id, number>()
  for (const { from, to } of scene.flows) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1)
  const ranked = scene.nodes.toSorted(
    (a, b) =>
      scoreOf(score, b) - scoreOf(score, a) ||
      (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )
  const families = (node: SceneNode): string => `${node.in ?? ''} ${node.family}`
  const boundaries = (node: SceneNode): string => node.in ?? ''
  const everywhere = (): string => ''
  for (const keyOf of [families, boundaries, everywhere]) {
    for (let kept = most - 1; kept > 0; kept -= 1) {
      const left = ranked.slice(kept)
      const groups = groupsOf(left, keyOf)
      if (kept + groups.length > most) continue
      // Cards of one family say more; but not at the price of what the main path passes.
      if (keyOf === families && left.some(({ id }) => (score.get(id) ?? 0) >= leastOnPath)) break
      return merged(scene, ranked.slice(0, kept), groups, score)
    }
  }
  return merged(scene, ranked.slice(0, most), [], score)
}

function scoreOf(score: ReadonlyMap<Id, number>, node: SceneNode): number {
  // People at both ends make a picture readable.
  return (score.get(node.id) ?? 0) + (node.family === 'people' ? 1.5 : 0)
}

function groupsOf(nodes: readonly SceneNode[], keyOf: (node: SceneNode) => string): readonly (readonly SceneNode[])[] {
  const groups = new Map<string, SceneNode[]>()
  for (const node of nodes) {
    const group = groups.get(keyOf(node))
    if (group === undefined) groups.set(keyOf(node), [node])
    else group.push(node)
  }
  return [...groups.values()]
}

function merged(
  scene: Scene,
  kept: readonly SceneNode[],
  groups: readonly (readonly SceneNode[])[],
  score: ReadonlyMap<Id, number>,
): Simplified {
  const stands = new Map<Id, Id>(kept.map(({ id }) => [id, id]))
  const places = new Map(scene.boundaries.map((boundary) => [boundary.id, boundary.title]))
  const cards = groups.flatMap((group): SceneNode[] => {
    const [first] = group
    if (first === undefined) return []
    const id = group.length === 1 ? first.id : `merged:${first.id}`
    for (const node of group) stands.set(node.id, id)
    if (group.length === 1) return [first]
    const families = new Set(group.map((node) => node.family))
    return [
      {
        id,
        ...nameOf(group, groups, kept, places.get(first.in ?? '')),
        family: families.size === 1 ? first.family : 'operations',
        icon: 'layers',
        ...(first.in === undefined || group.some((node) => node.in !== first.in) ? {} : { in: first.in }),
      },
    ]
  })
  const flows = scene.flows.filter(({ from, to }) => stands.get(from) === from && stands.get(to) === to)
  const joined = joinedFlows(scene.flows, stands, { score, beside: flows })
  const mergedGroups = groups.filter((group) => group.length > 1)
  const names = mergedGroups.flat().map((node) => node.title)
  return {
    scene: { ...scene, nodes: [...kept, ...cards], flows: [...flows, ...joined.shown] },
    leftOut:
      names.length === 0
        ? ''
        : `${names.length} of ${scene.nodes.length} components are merged into ${countOf(mergedGroups.length, 'card')}: ${listWords(names, 8)}.${joined.left > 0 ? ` ${capital(countOf(joined.left, 'arrow'))} of merged cards ${joined.left === 1 ? 'is' : 'are'} not drawn.` : ''}`,
  }
}

/** A card that stands alone for a place has its name; others say how many they stand for, and the first of them. */
function nameOf(
  group: readonly SceneNode[],
  groups: readonly (readonly SceneNode[])[],
  kept: readonly SceneNode[],
  place: string | undefined,
): Pick<SceneNode, 'title' | 'subtitle'> {
  const isHere = (node: SceneNode | undefined): boolean => node?.in === group[0]?.in
  if (place !== undefined && group.every(isHere) && groups.filter((each) => each.some(isHere)).length === 1)
    return { title: place, subtitle: `${group.length} ${kept.some(isHere) ? 'more ' : ''}components` }
  return {
    title: `${group.length} more`,
    subtitle: listWords(
      group.map((node) => node.title),
      2,
    ),
  }
}

const mostArrowsOfMergedCard = 2

/** Whether a card stands for several components. */
export function isMerged(id: Id): boolean {
  return id.startsWith('merged:')
}

/**
 * Arrows of merged cards: one for each neighbour, and only those to the most important ones, since what each carried can no longer be
 * told apart; but not so few that the picture falls apart. `beside`: the arrows that are no merged card's.
 */
function joinedFlows(
  flows: readonly SceneFlow[],
  stands: ReadonlyMap<Id, Id>,
  { score, beside }: { readonly score: ReadonlyMap<Id, number>; readonly beside: readonly SceneFlow[] },
): { readonly shown: readonly SceneFlow[]; readonly left: number } {
  const byPair = new Map<string, { readonly flow: SceneFlow; count: number }>()
  for (const { label: _, ...flow } of flows) {
    const from = stands.get(flow.from)
    const to = stands.get(flow.to)
    if (from === undefined || to === undefined || from === to || (from === flow.from && to === flow.to)) continue
    const known = byPair.get(`${from} ${to}`)
    if (known === undefined) byPair.set(`${from} ${to}`, { flow: { ...flow, from, to }, count: 1 })
    else known.count += 1
  }
  const worth = ({ flow, count }: { readonly flow: SceneFlow; readonly count: number }): number =>
    count + Math.max(score.get(flow.from) ?? 0, score.get(flow.to) ?? 0)
  const sorted = [...byPair.values()].toSorted((a, b) => worth(b) - worth(a) || (a.flow.id < b.flow.id ? -1 : 1))
  const arrowsOf = new Map<Id, number>()
  const joins = partsJoiner(beside)
  const shown = sorted.filter(({ flow }) => {
    const { from, to } = flow
    const cards = [from, to].filter((id) => isMerged(id))
    const isFull = cards.every((id) => (arrowsOf.get(id) ?? 0) >= mostArrowsOfMergedCard)
    if (!joins(flow) && isFull) return false
    for (const id of cards) arrowsOf.set(id, (arrowsOf.get(id) ?? 0) + 1)
    return true
  })
  return { shown: shown.map(({ flow }) => flow), left: sorted.length - shown.length }
}

/** One arrow per pair and direction, with what all of them are called: enough for a slide, where an arrow says who calls whom. */
export function onePerPair(scene: Scene): Scene {
  const weight: Readonly<Record<SceneFlow['style'], number>> = { sync: 0, stream: 1, async: 2, offline: 3 }
  const byPair = new Map<string, SceneFlow[]>()
  for (const flow of scene.flows) {
    const key = `${flow.from} ${flow.to}`
    const known = byPair.get(key)
    if (known === undefined) byPair.set(key, [flow])
    else known.push(flow)
  }
  const flows = [...byPair.values()].flatMap((parallel): SceneFlow[] => {
    const [first] = parallel.toSorted((a, b) => weight[a.style] - weight[b.style])
    if (first === undefined) return []
    const labels = [...new Set(parallel.flatMap(({ label }) => label ?? []))]
    return [{ ...first, ...(labels.length === 0 ? {} : { label: labels.join(', ') }) }]
  })
  return { ...scene, flows }
}
