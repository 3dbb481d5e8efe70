import { diagram } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block } from '../outline.ts'
import { drawScene, layOutScene } from './draw.ts'
import type { Scene, SceneFlow, SceneNode } from './scene.ts'
import { sceneOf } from './scene.ts'
import { partsJoiner } from './join-parts.ts'
import { importance, isMerged, onePerPair, simplifyScene } from './simplify.ts'
import { countOf } from '../text/numbers.ts'

/** The pixels that fit across an upright page, and leave room for the rest. */
const mostWidth = 1030
const mostHeight = 300
const room = { width: 665, height: 210, gaps: { column: 44, row: 16 } }
const mostCards = [7, 6, 5, 4] as const
export const [mostCardsInShort] = mostCards

/** The system in at most so many cards, for a page that says other things too; nothing while nothing is drawn. */
export function pictureInShort(
  { graph, analysis }: DocumentContext,
  cards: number = mostCardsInShort,
): readonly Block[] {
  if ((graph.design.components ?? []).length === 0) return []
  const important = importance(graph, analysis.estimate)
  const allowed = mostCards.filter((most) => most <= cards)
  const attempts = allowed.map((most) => {
    const { scene, leftOut } = simplifyScene(sceneOf(graph, 'none'), most, important)
    // Borders would take the room that the few cards need.
    const single = onePerPair({ ...scene, boundaries: [], nodes: scene.nodes.map(freely) })
    return { drawn: drawScene(single, layOutScene(forwards(single), room)), isWhole: leftOut === '' }
  })
  const fitting =
    attempts.find(({ drawn }) => drawn.width <= mostWidth && drawn.height <= mostHeight) ?? attempts.at(-1)
  if (fitting === undefined) return []
  const { drawn, isWhole } = fitting
  const whole = countOf((graph.design.components ?? []).length, 'component')
  return [diagram(drawn, isWhole ? 'The system.' : `The system in short: ${whole} in ${drawn.nodes.length} cards.`)]
}

/** Without the arrows that lead back: it is read from who asks to what answers, whatever calls whom on the way. */
function forwards(scene: Scene): Scene {
  const called = new Set(scene.flows.map(({ to }) => to))
  const people = scene.nodes.filter(({ family }) => family === 'people')
  const first = people.find(({ id }) => !called.has(id)) ?? people[0] ?? scene.nodes.find(({ id }) => !called.has(id))
  if (first === undefined) return scene
  const depths = new Map([[first.id, 0]])
  for (const [id, depth] of depths) {
    for (const { from, to } of scene.flows) if (from === id && !depths.has(to)) depths.set(to, depth + 1)
  }
  const isForward = (flow: SceneFlow): boolean => (depths.get(flow.to) ?? Infinity) > (depths.get(flow.from) ?? -1)
  const ahead = scene.flows.filter(isForward)
  const joins = partsJoiner(ahead)
  const back = scene.flows.filter((flow) => !ahead.includes(flow) && joins(flow))
  return { ...scene, flows: [...ahead, ...back] }
}

/** Outside its boundary; what is merged by the name of its place alone, without the region that follows it. */
function freely({ id, title: name, subtitle, family, icon }: SceneNode): SceneNode {
  const title = isMerged(id) ? (name.split(', ')[0] ?? name) : name
  return { id, title, ...(subtitle === undefined ? {} : { subtitle }), family, icon }
}
