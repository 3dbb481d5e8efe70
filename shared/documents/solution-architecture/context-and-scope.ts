import type { Id } from '../../design/design.ts'
import { diagram, facts, heading, list, table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { drawScene, layOutScene, pageSpace } from '../picture/draw.ts'
import type { Scene, SceneFlow } from '../picture/scene.ts'
import { countOf, listWords } from '../text/numbers.ts'
import { asSentence } from '../text/sentences.ts'
import type { Chapter } from './chapter.ts'

const system = 'the-system'

/** The system as one box, with the people and the services of others around it. */
export function contextAndScope(context: DocumentContext): Chapter | undefined {
  const { design, graph } = context
  const components = design.components ?? []
  const isOutside = (id: Id): boolean =>
    graph.has(id, 'person') || graph.has(id, 'starts-requests') || graph.has(id, 'vendor-hosted')
  const outside = components.filter(({ id }) => isOutside(id))
  const crossing = graph.flows.filter(({ caller, callee }) => isOutside(caller) !== isOutside(callee))
  if (outside.length === 0 || crossing.length === 0) return undefined
  const touched = outside.filter(({ id }) => crossing.some(({ caller, callee }) => caller === id || callee === id))
  const nonGoals = design.framing?.nonGoals ?? []
  const excluded = components.filter(({ outOfScope }) => outOfScope !== undefined)
  const people = touched.filter(({ id }) => graph.has(id, 'person') || graph.has(id, 'starts-requests'))
  const scene = sceneAround(
    context,
    touched.map(({ id }) => id),
  )
  return {
    says: `${around(people.length, touched.length - people.length)} around it`,
    blocks: [
      diagram(
        drawScene(scene, layOutScene(scene, pageSpace)),
        `${design.name} with everybody and everything outside that it talks to.`,
      ),
      table(
        [
          { title: 'Outside', width: 1.6 },
          { title: 'What it is', width: 1.6 },
          { title: 'Talks to', width: 1.6 },
          { title: 'What goes there and back', width: 3 },
        ],
        touched.map((component): readonly Words[] => {
          const own = crossing.filter(({ caller, callee }) => caller === component.id || callee === component.id)
          const others = own.map(({ caller, callee }) => graph.name(caller === component.id ? callee : caller))
          const carried = own.flatMap((flow) =>
            [...graph.requestData(flow), ...graph.responseData(flow)].map(({ name }) => name),
          )
          return [
            component.name,
            graph.kindOf(component).title,
            listWords([...new Set(others)], 4),
            carried.length === 0 ? 'not stated' : listWords([...new Set(carried)], 5),
          ]
        }),
        'What lies outside, and what passes the border',
      ),
      ...(nonGoals.length === 0 ? [] : [heading(3, 'Not meant for'), list(nonGoals.map(asSentence))]),
      ...(excluded.length === 0
        ? []
        : [
            heading(3, 'Out of scope'),
            facts(Object.fromEntries(excluded.map(({ name, outOfScope }) => [name, asSentence(outOfScope ?? '')]))),
          ]),
    ],
  }
}

function around(people: number, services: number): string {
  const users = people === 0 ? [] : [countOf(people, 'kind of user', 'kinds of users')]
  return listWords([...users, ...(services === 0 ? [] : [`${countOf(services, 'service')} of others`])])
}

function sceneAround({ design, graph }: DocumentContext, outside: readonly Id[]): Scene {
  const shown = new Set(outside)
  const end = (id: Id): Id => (shown.has(id) ? id : system)
  const flows = new Map<string, SceneFlow>()
  for (const { id, caller, callee, mode } of graph.flows) {
    const [from, to] = [end(caller), end(callee)]
    if (from === to || (from !== system && to !== system)) continue
    if (!flows.has(`${from} ${to}`)) flows.set(`${from} ${to}`, { id, from, to, style: mode })
  }
  return {
    boundaries: [],
    nodes: [
      { id: system, title: design.name, family: 'gateways', icon: 'layers' },
      ...outside.map((id) => ({
        id,
        title: graph.name(id),
        subtitle: graph.kindOf(id).title,
        family: graph.kindOf(id).family,
        icon: graph.kindOf(id).icon,
      })),
    ],
    flows: [...flows.values()],
  }
}
