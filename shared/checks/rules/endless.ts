import type { Id } from '../../design/design.ts'
import { describeLoop, describeStorm } from '../../estimate/calls/endless-problems.ts'
import { oncePerGraph } from '../../findings/graph-reading.ts'
import { asi, aws, awsAgentic, azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askSetting, stand } from '../../findings/standing.ts'
import { figure, listNames } from '../../findings/wording.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'

const neverEnds = defineRule({
  id: 'REL-15',
  lenses: ['check'],
  title: 'Retries or calls that never end',
  severity: 'high',
  topic: 'reliability',
  why: 'Each late answer is asked for again, and that makes the next one late: the system stays down although it could do the work.',
  references: [...aws('GENREL03-BP02'), ...azure('RE:07')],
  *check({ graph, estimate }) {
    for (const storm of estimate.storms ?? []) {
      yield {
        type: 'found',
        anchors: [storm.flow],
        elements: storm.path,
        ...describeStorm(graph, storm),
        facts: { utilisation: figure(storm.utilisation, 2) },
      }
    }
    for (const loop of estimate.loops ?? []) {
      const closing = loop.flows.at(-1)
      if (closing === undefined) continue
      yield { type: 'found', anchors: [closing], elements: loop.path, ...describeLoop(graph, loop) }
    }
  },
})

const noArbiter = defineRule({
  id: 'REL-11',
  lenses: ['check'],
  title: 'Agents call one another in a circle and nobody decides',
  severity: 'medium',
  topic: 'agents',
  why: 'Each of them acts on what the others made up. Without a limit or an arbiter an error goes round and grows.',
  references: [...awsAgentic('AGENTREL04-BP01'), ...asi('ASI08')],
  falsePositive: 'One of them has the last word by its instructions: then state after how many hand-overs it ends.',
  *check(context) {
    const { graph, estimate } = context
    for (const circle of circlesOfAgents(graph)) {
      // A circle that brings at least one round with each round is found as that.
      if (estimate.loops?.some(({ path }) => circle.agents.every((agent) => path.includes(agent)))) continue
      const agents = circle.agents.flatMap((id) => graph.component(id) ?? [])
      const limits = agents.map((agent) => graph.settings(agent).number('maxHandOvers'))
      const isLimited = limits.some((limit) => limit !== undefined && limit > 0) ? true : undefined
      const stated = agents.map((agent) => graph.stated(agent, 'maxHandOvers')).find((value) => value !== undefined)
      const standing = stand(context, 'agents', isLimited, stated, circle.agents[0])
      const [agent] = agents
      if (agent === undefined) continue
      if (standing === 'unknown') yield askSetting(context, agent, 'maxHandOvers')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: circle.agents,
        elements: circle.flows,
        problem: `${listNames(graph, circle.agents)} call one another in a circle, and nothing says when they stop.`,
        fix: 'Let one component hand out the work and decide, or limit how often a task is handed over.',
        quickFix: {
          label: 'Stop after 6 hand-overs',
          patch: { components: { [agent.id]: { settings: { maxHandOvers: 6 } } } },
        },
      }
    }
  },
})

interface Circle {
  /** Sorted by id. */
  readonly agents: readonly Id[]
  readonly flows: readonly Id[]
}

/** Sets of two agents and more of which each reaches each by calls between agents alone; drawn answers are no calls. */
const circlesOfAgents = oncePerGraph((graph): readonly Circle[] => {
  const answers = new Set(graph.actions.flatMap(({ drawnAnswers }) => drawnAnswers))
  const between = graph.flows.filter((flow) => isHandOver(graph, flow) && !answers.has(flow.id))
  const next = new Map<Id, Id[]>()
  for (const { caller, callee } of between) next.set(caller, [...(next.get(caller) ?? []), callee])
  const reached = new Map([...next.keys()].map((agent) => [agent, reachableFrom(agent, next)]))
  const circles = new Map<string, Circle>()
  for (const [agent, others] of reached) {
    if (!others.has(agent)) continue
    const agents = [...others].filter((other) => reached.get(other)?.has(agent) === true).toSorted()
    if (agents.length < 2) continue
    const flows = between.filter(({ caller, callee }) => agents.includes(caller) && agents.includes(callee))
    circles.set(agents.join(' '), { agents, flows: flows.map(({ id }) => id) })
  }
  return [...circles.values()]
})

function isHandOver(graph: Graph, { caller, callee, mode }: GraphFlow): boolean {
  return mode !== 'offline' && graph.has(caller, 'plans-actions') && graph.has(callee, 'plans-actions')
}

function reachableFrom(start: Id, next: ReadonlyMap<Id, readonly Id[]>): ReadonlySet<Id> {
  const reached = new Set<Id>()
  const open = [...(next.get(start) ?? [])]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    open.push(...(next.get(id) ?? []))
  }
  return reached
}

/** What goes on for ever, and what could. */
export const endless: readonly Rule[] = [neverEnds, noArbiter]
