import type { Id } from '../../design/design.ts'
import { awsAgentic, azure, iso42001, nist } from '../../findings/refer.ts'
import { whyNoTime } from '../../estimate/no-time.ts'
import { awaitedActions } from '../../findings/graph-reading.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askTopic } from '../../findings/standing.ts'
import { count, listNames } from '../../findings/wording.ts'
import type { GraphFlow } from '../../graph/graph.ts'

const unjoined = defineRule({
  id: 'MDL-01',
  lenses: ['check'],
  title: 'A box that nothing joins',
  severity: 'low',
  topic: 'governance',
  why: 'A drawing that is handed on is read as what is built. A box without an arrow says neither what it does nor that it is missing.',
  references: [...iso42001('A.6.2.3')],
  *check(context) {
    const { graph } = context
    const alone = graph.components.filter(
      (component) =>
        component.outOfScope === undefined &&
        graph.callsFrom(component.id).length + graph.callsTo(component.id).length === 0 &&
        // What only runs or governs the others has no calls of its own.
        graph.kindOf(component).mode !== 'offline' &&
        // While somebody is still drawing, a box without an arrow is the next thing to draw.
        context.complete('governance', component.id),
    )
    if (alone.length === 0) return
    const ids = alone.map(({ id }) => id)
    yield {
      type: 'found',
      anchors: [graph.design.id],
      elements: ids,
      problem: `Nothing joins ${listNames(graph, ids)}.`,
      fix: 'Draw what calls it, say why it is out of scope, or take it out.',
    }
  },
})

const unlabelled = defineRule({
  id: 'MDL-02',
  lenses: ['check'],
  title: 'Arrows across a boundary that do not say what they carry',
  severity: 'low',
  topic: 'privacy',
  why: 'Where others say what they carry, one that does not is taken to carry all that is in hand, and rules then say too much.',
  references: [...iso42001('A.6.2.3'), ...nist('MAP 4.1')],
  thresholds: { statedShare: 0.5 },
  *check(context) {
    const { graph, thresholds } = context
    const crossing = graph.flows.filter((flow) => flow.mode !== 'offline' && crossesAway(context, flow))
    const silent = crossing.filter(
      (flow) => flow.flow.request?.data === undefined && flow.flow.response?.data === undefined,
    )
    // A reason to look: the others do say it.
    const stated = crossing.length === 0 ? 0 : 1 - silent.length / crossing.length
    const isClassified = (graph.design.data ?? []).some((asset) => asset.classification !== undefined)
    if (silent.length === 0 || !isClassified || stated < (thresholds['statedShare'] ?? 0.5)) return
    const closed = silent.filter((flow) => context.complete('privacy', flow.caller))
    if (closed.length === 0) return
    const ids = closed.map(({ id }) => id)
    yield {
      type: 'found',
      anchors: [graph.design.id],
      elements: ids,
      problem: `${count(ids.length, 'arrow')} ${ids.length === 1 ? 'crosses' : 'cross'} a boundary and ${ids.length === 1 ? 'does' : 'do'} not say what ${ids.length === 1 ? 'it carries' : 'they carry'}: ${listNames(graph, ids)}.`,
      fix: 'Name the data that go there and back.',
    }
  },
})

/** Into another organisation, or between areas of different trust. */
function crossesAway({ graph }: RuleContext, flow: GraphFlow): boolean {
  return graph.crosses(flow, 'organisation') === true || graph.crosses(flow, 'trust') === true
}

const unseen = defineRule({
  id: 'MDL-03',
  lenses: ['check'],
  title: 'Boxes that no view shows',
  severity: 'low',
  topic: 'governance',
  why: 'What stands in no picture is reviewed by nobody, and is still in every number and document.',
  references: [...iso42001('A.6.2.3')],
  falsePositive: 'The views are slides of parts: then add one view of the whole.',
  *check({ graph }) {
    const { views = [], shown } = graph.design
    const here = views.filter(({ variant }) => variant === undefined || variant === shown)
    if (here.length === 0) return
    const isSeen = (id: Id): boolean =>
      here.some(({ only, hide = [] }) => !hide.includes(id) && (only === undefined || only.includes(id)))
    const ids = graph.components.map(({ id }) => id).filter((id) => !isSeen(id))
    if (ids.length === 0) return
    yield {
      type: 'found',
      anchors: [graph.design.id],
      elements: ids,
      problem: `No view shows ${listNames(graph, ids)}.`,
      fix: 'Add a view of the whole, or show them in one that fits.',
    }
  },
})

const unanswered = defineRule({
  id: 'MDL-04',
  lenses: ['check'],
  title: 'People wait for something that never answers',
  severity: 'low',
  topic: 'latency',
  why: 'What never comes to an answer has no time, no target and no promise; usually an arrow back is missing.',
  references: [...awsAgentic('AGENTPERF01-BP01'), ...azure('PE:09')],
  *check(context) {
    const { graph, estimate } = context
    for (const { action, byPeople } of awaitedActions(graph)) {
      const found = estimate.actions.find((each) => each.action === action.action)
      if (found === undefined || !byPeople || found.full !== undefined || whyNoTime(found)) continue
      // Work goes on somewhere: a sketch that has not come so far is not judged.
      if (!estimate.flowsDone.some((each) => each.action === action.action)) continue
      const text = `Is it meant that nothing answers "${action.name}"?`
      if (!context.complete('latency')) {
        if (!action.derived) yield askTopic(context, 'topic.handed-in', text, 'Product owner', action.action)
        continue
      }
      yield {
        type: 'found',
        anchors: [action.action],
        elements: action.start.flow === undefined ? [] : [action.start.flow],
        problem: `People start "${action.name}", and nothing on the drawing answers it.`,
        fix: 'Name the arrow that answers it, or draw the way back.',
      }
    }
  },
})

/** Whether the drawing says what it means. */
export const hygiene: readonly Rule[] = [unjoined, unlabelled, unseen, unanswered]
