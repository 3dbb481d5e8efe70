import type { Id } from '../../design/design.ts'
import { isUnknown } from '../../design/value.ts'
import { awaitedActions, oncePerGraph } from '../../findings/graph-reading.ts'
import { callsIn } from '../../graph/calls-in.ts'
import { aws, azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askSetting, askTopic, hasField } from '../../findings/standing.ts'
import { figure, listNames } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns } from '../../graph/run.ts'

const noHeadroom = defineRule({
  id: 'REL-08',
  lenses: ['check'],
  title: 'The peak does not fit',
  severity: 'high',
  topic: 'reliability',
  why: 'Above four fifths of what it can take, waiting grows without bound: people see errors or an hourglass.',
  references: [...aws('GENREL01-BP01'), ...azure('RE:04')],
  thresholds: { utilisation: 0.8 },
  *check(context) {
    const { graph, estimate, thresholds } = context
    for (const each of estimate.components) {
      const component = graph.component(each.component)
      if (component === undefined) continue
      if (graph.has(component, 'human-gate')) continue
      // What only retries fill is found as a retry storm.
      if (estimate.storms?.some((storm) => storm.component === component.id)) continue
      const isMetered = hasField(context, component, 'quotaTokensPerMinute')
      // How much a quota has to carry is known once somebody said how often.
      const isUsed = each.callsPerMonth > 0 && (graph.design.workloads ?? []).length > 0
      if (each.utilisation === undefined && isMetered && isUsed)
        yield askSetting(context, component, 'quotaTokensPerMinute')
      if (each.utilisation === undefined || each.utilisation <= (thresholds['utilisation'] ?? 0.8)) continue
      const share = figure(each.utilisation * 100, 0)
      yield {
        type: 'found',
        anchors: [component.id],
        problem: `At the peak ${component.name} gets ${figure(each.peakCallsPerSecond, 2)} calls a second: ${share} % of what it can take${each.capacityWhy === undefined ? '' : ` (${each.capacityWhy.charAt(0).toLowerCase()}${each.capacityWhy.slice(1)})`}.`,
        fix: `Raise the capacity or quota of ${component.name}, put a queue in front of it, or shed load.`,
        severity: each.utilisation > 1 ? 'high' : 'medium',
        facts: { utilisation: figure(each.utilisation, 2) },
        cause: `full ${component.id}`,
      }
    }
  },
})

const littleRoom = defineRule({
  id: 'REL-16',
  lenses: ['check'],
  title: 'Little room above the peak',
  severity: 'low',
  topic: 'reliability',
  why: 'A peak is an estimate. A good day of the business or a slow dependency uses up half as much again.',
  references: [...azure('RE:04')],
  thresholds: { factor: 1.5, utilisation: 0.8 },
  falsePositive: 'The peak is agreed and held by a limit at the entrance: then accept it.',
  *check({ graph, estimate, thresholds }) {
    const { saturatesFirst, sustainedFactor, components } = estimate.capacity
    if (saturatesFirst === undefined) return
    if (sustainedFactor === undefined || sustainedFactor >= (thresholds['factor'] ?? 1.5)) return
    const used = components.find((each) => each.component === saturatesFirst)?.utilisation ?? 0
    // What is nearly full already is found where it is: one cause is one line.
    if (used > (thresholds['utilisation'] ?? 0.8)) return
    const name = graph.name(saturatesFirst)
    yield {
      type: 'found',
      anchors: [saturatesFirst],
      problem: `${name} is full at ${figure(sustainedFactor, 2)} times the peak, before anything else.`,
      fix: graph.has(saturatesFirst, 'person')
        ? `Plan more people for ${name}, or send fewer cases there.`
        : `Raise the capacity or quota of ${name}, let it scale with the load, or put a queue in front of it.`,
      facts: { factor: figure(sustainedFactor, 2) },
    }
  },
})

const doesNotFit = defineRule({
  id: 'REL-17',
  lenses: ['check'],
  title: 'A model does not fit its GPUs',
  severity: 'high',
  topic: 'reliability',
  why: 'The weights and one call must be in memory together; otherwise the server does not start.',
  references: [...azure('PE:01')],
  *check({ graph, estimate }) {
    for (const { component, fits, model, weightsGigabytes, memoryGigabytes } of estimate.serving) {
      if (fits) continue
      const weights = `The weights of ${model} take ${figure(weightsGigabytes, 1)} GB`
      const memory = `${figure(memoryGigabytes, 0)} GB`
      yield {
        type: 'found',
        anchors: [component],
        problem:
          weightsGigabytes > memoryGigabytes
            ? `${weights}; the GPUs of ${graph.name(component)} have ${memory}.`
            : `${weights} of the ${memory} that the GPUs of ${graph.name(component)} have: one call does not fit beside them.`,
        fix: `Give ${graph.name(component)} more or larger GPUs, a lower precision, or a smaller model.`,
      }
    }
  },
})

const noBuffer = defineRule({
  id: 'REL-20',
  lenses: ['check'],
  title: 'Nothing holds back a batch before own machines',
  severity: 'medium',
  topic: 'reliability',
  why: 'A batch sends as fast as it can. Own machines do not grow with it: what comes too fast is refused, for people too.',
  references: [...azure('RE:06', 'RE:07'), ...aws('GENREL01-BP01')],
  falsePositive: 'The batch sends one item after the other: then say how many run at once.',
  *check(context) {
    const { graph } = context
    const rushed = rushedModels(graph)
    const open = [...rushed.keys()].filter((model) => !context.complete('reliability', model))
    if (open.length > 0)
      yield askTopic(
        context,
        'topic.load',
        `Does a batch wait in a queue before ${listNames(graph, open)} when it comes too fast?`,
        'Engineering',
      )
    for (const [model, flow] of rushed) {
      if (open.includes(model)) continue
      const waiting = awaitedActions(graph).find(
        ({ byPeople, calls }) => byPeople && calls.some((call) => call.callee === model),
      )
      const shared = waiting === undefined ? '' : `, and "${waiting.action.name}" waits for the same machines`
      yield {
        type: 'found',
        anchors: [model],
        elements: [flow, graph.flow(flow)?.caller ?? model],
        problem: `A batch sends its items to ${graph.name(model)} as they come; no queue stands in between${shared}.`,
        fix: `Put a queue before ${graph.name(model)}, or limit how many items run at once.`,
        severity: waiting === undefined ? 'low' : 'medium',
      }
    }
  },
})

/** Models on own machines that a batch reaches without a buffer in between, and the arrow by which it does. */
const rushedModels = oncePerGraph((graph): ReadonlyMap<Id, Id> => {
  const rushed = new Map<Id, Id>()
  for (const action of graph.actions.filter((each) => isBatch(graph, each.action) && !startsInBuffer(graph, each))) {
    const visited = new Set<string>()
    const open = [action.start.run]
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (visited.has(key)) continue
      visited.add(key)
      for (const step of action.runs[key]?.steps ?? []) {
        // Turns of which only so many run at once are a limit of their own.
        if (step.atOnce !== undefined && !isUnknown(step.atOnce)) continue
        for (const call of callsIn(step)) {
          if (call.run === undefined || graph.has(call.callee, 'buffers')) continue
          open.push(call.run)
          const isOwnModel = graph.has(call.callee, 'self-hosted') && graph.has(call.callee, 'generates-text')
          if (isOwnModel && !rushed.has(call.callee)) rushed.set(call.callee, call.flow)
        }
      }
    }
  }
  return new Map([...rushed].toSorted(([a], [b]) => (a < b ? -1 : 1)))
})

function startsInBuffer(graph: Graph, { start, runs }: ActionRuns): boolean {
  return graph.has(runs[start.run]?.component ?? '', 'buffers')
}

function isBatch(graph: Graph, action: Id): boolean {
  return (graph.design.workloads ?? []).some(({ arrivals, mix }) => 'items' in arrivals && mix[action] !== undefined)
}

/** What the drawn machines and people can take. */
export const capacity: readonly Rule[] = [noHeadroom, littleRoom, doesNotFit, noBuffer]
