import { known, numberOr } from '../../design/value.ts'
import type { ActionEstimate } from '../../estimate/estimate.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { money, duration, figure } from '../../findings/wording.ts'
import { aws, azure } from '../../findings/refer.ts'
import { askFlow, stand } from '../../findings/standing.ts'
import { isWaived } from '../../requirements/waiver.ts'

/** The action that a latency requirement speaks of: named, started by a named arrow, else the main one. */
function actionOf({ estimate, graph }: RuleContext, on: readonly string[]): ActionEstimate | undefined {
  return (
    estimate.actions.find((action) => on.includes(action.action)) ??
    estimate.actions.find((action) =>
      graph.actions.some((runs) => runs.action === action.action && on.includes(runs.start.flow ?? '')),
    ) ??
    estimate.actions.find((action) => action.action === estimate.mainAction)
  )
}

const tooSlow = defineRule({
  id: 'LAT-01',
  lenses: ['check'],
  title: 'A response time misses its target',
  severity: 'high',
  topic: 'latency',
  why: 'The target was agreed with somebody. The drawing as it stands cannot keep it.',
  references: [...azure('PE:01')],
  *check(context) {
    const { graph, requirements } = context
    for (const result of requirements.filter((each) => each.verdict === 'fail')) {
      const requirement = graph.design.requirements?.find((each) => each.id === result.requirement)
      if (requirement === undefined || !requirement.metric.startsWith('latency')) continue
      const action = actionOf(context, requirement.on ?? [])
      const biggest = action?.shares.toSorted((a, b) => b.meanMs - a.meanMs)[0]
      const hop =
        biggest === undefined
          ? ''
          : ` The biggest part is ${graph.name(biggest.component)} with ${duration(biggest.meanMs)} on average (${figure(biggest.share * 100, 0)} %).`
      yield {
        type: 'found',
        anchors: [requirement.id],
        elements: [...result.elements, ...(biggest === undefined ? [] : [biggest.component])],
        problem: `${requirement.name ?? 'A requirement'}: ${result.arithmetic}${hop}`,
        fix:
          biggest === undefined
            ? 'Shorten the longest step, or agree another target.'
            : `Shorten ${graph.name(biggest.component)}: a faster model or product, a shorter answer, a cache, or a step beside it; or agree another target.`,
        severity: requirement.priority === 'must' ? 'high' : requirement.priority === 'should' ? 'medium' : 'low',
        facts: result.value === undefined ? {} : { valueMs: String(Math.round(result.value)) },
      }
    }
  },
})

const notStreamed = defineRule({
  id: 'LAT-03',
  lenses: ['check'],
  title: 'People wait for a long answer without seeing it grow',
  severity: 'low',
  topic: 'latency',
  why: 'A long answer that streams can be read from its first second; held back, it feels like a failure.',
  references: [...azure('PE:01')],
  falsePositive: 'The answer has to be judged before it is shown: then accept it.',
  thresholds: { outputTokens: 300 },
  *check({ graph, estimate, thresholds }) {
    for (const action of estimate.actions) {
      const runs = graph.actions.find((each) => each.action === action.action)
      const start = runs?.start.flow === undefined ? undefined : graph.flow(runs.start.flow)
      if (
        start === undefined ||
        !graph.has(start.caller, 'person') ||
        action.first === undefined ||
        action.full === undefined
      )
        continue
      const isHeld = action.first.p50.value > 0.9 * action.full.p50.value
      const model = action.shares
        .toSorted((a, b) => b.meanMs - a.meanMs)
        .find((share) => graph.has(share.component, 'generates-text'))
      const flow = graph
        .callsTo(model?.component ?? '')
        .find((each) => graph.has(each.caller, 'orchestrates') && each.mode !== 'async')
      if (!isHeld || model === undefined || flow === undefined || graph.has(flow.caller, 'plans-actions')) continue
      const tokens = graph.call(flow).number('outputTokens') ?? 0
      if (tokens <= (thresholds['outputTokens'] ?? 300)) continue
      const held = action.heldBy?.element
      const holder = held === undefined ? '' : ` ${graph.name(graph.flow(held)?.callee ?? held)} holds it back.`
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [model.component, flow.caller, ...(action.heldBy === undefined ? [] : [action.heldBy.element])],
        problem: `${graph.name(model.component)} writes ${figure(tokens, 0)} tokens, and nobody sees one before ${duration(action.first.p50.value)}.${holder}`,
        fix: `Stream the answer of ${graph.name(model.component)} up to ${graph.name(start.caller)}, judge it in parts, or make it shorter.`,
        facts: { outputTokens: String(tokens) },
        cause: `streaming ${flow.id}`,
      }
    }
  },
})

const slowStoreOnFastPath = defineRule({
  id: 'LAT-05',
  lenses: ['check'],
  title: 'A fast path waits for a slow store',
  severity: 'medium',
  topic: 'latency',
  why: 'A store built for large reads answers in a good part of the time that the whole request has.',
  references: [...azure('PE:08')],
  thresholds: { targetMs: 1000, share: 0.3 },
  *check(context) {
    const { graph, requirements, thresholds } = context
    const wanted = (graph.design.requirements ?? []).filter(
      (each) =>
        each.metric.startsWith('latency') &&
        numberOr(each.target, Infinity) <= (thresholds['targetMs'] ?? 1000) &&
        !isWaived(requirements, each.id),
    )
    for (const requirement of wanted) {
      const target = numberOr(requirement.target, 0)
      const shares = actionOf(context, requirement.on ?? [])?.shares ?? []
      for (const { component, meanMs } of shares) {
        const isStore = graph.has(component, 'stores-data') && !graph.has(component, 'caches')
        if (!isStore || meanMs < target * (thresholds['share'] ?? 0.3)) continue
        yield {
          type: 'found',
          anchors: [requirement.id, component],
          problem: `${graph.name(component)} takes ${duration(meanMs)} of the ${duration(target)} that ${requirement.name ?? 'a requirement'} allows.`,
          fix: `Keep what the request needs in a store that answers in milliseconds, and fill it beforehand.`,
          cause: `slow ${component}`,
        }
      }
    }
  },
})

const overBudget = defineRule({
  id: 'CST-02',
  lenses: ['check'],
  title: 'The estimate is over the budget',
  severity: 'high',
  topic: 'cost',
  why: 'The budget was agreed with somebody; it is cheaper to say so now.',
  references: [...azure('CO:02', 'CO:04')],
  *check({ graph, estimate, requirements }) {
    const budgets = (graph.design.requirements ?? []).filter(
      (each) => each.metric === 'cost.month' && known(each.target) !== undefined,
    )
    const requirement = budgets.find(({ id }) => !isWaived(requirements, id))
    if (requirement === undefined && budgets.length > 0) return
    const budget =
      requirement === undefined
        ? numberOr(graph.design.context?.['monthlyBudgetUsd'], Infinity)
        : numberOr(requirement.target, Infinity)
    const total = estimate.totalUsdPerMonth
    if (!estimate.meaningful || !Number.isFinite(budget) || total.high <= budget) return
    const ranked = estimate.components.toSorted((a, b) => b.usdPerMonth - a.usdPerMonth)
    const [first] = ranked
    const isOver = total.value > budget
    const most =
      first === undefined ? '' : ` ${graph.name(first.component)} is ${money(graph, first.usdPerMonth)} of it.`
    yield {
      type: 'found',
      anchors: [requirement?.id ?? graph.design.id],
      elements: first === undefined ? [] : [first.component],
      problem: isOver
        ? `${total.atLeast === true ? 'At least ' : ''}${money(graph, total.value)} a month against a budget of ${money(graph, budget)}.${most}`
        : `${money(graph, total.value)} a month fits ${money(graph, budget)}, but what we do not know reaches ${money(graph, total.high)}.${most}`,
      fix:
        first === undefined
          ? 'Lower the load or the price.'
          : `Start with ${graph.name(first.component)}: a smaller model, fewer tokens, a cache, or less load.`,
      severity: isOver ? 'high' : 'medium',
      facts: { usdPerMonth: String(Math.round(total.value)) },
    }
  },
})

const unboundedOutput = defineRule({
  id: 'CST-05',
  lenses: ['check'],
  title: 'Answers have no longest length',
  severity: 'low',
  topic: 'cost',
  why: 'One answer that goes on to the model’s own limit costs and lasts ten times as much.',
  references: [...aws('GENCOST03-BP02')],
  *check(context) {
    const { graph } = context
    for (const flow of graph.flows) {
      if (flow.mode === 'offline' || !graph.has(flow.callee, 'generates-text')) continue
      const cap = graph.call(flow).number('maxOutputTokens')
      const standing = stand(
        context,
        'cost',
        cap === undefined ? undefined : cap > 0,
        flow.flow.call?.['maxOutputTokens'],
      )
      if (standing === 'unknown')
        yield askFlow(
          flow,
          'call.maxOutputTokens',
          `How long may an answer of ${graph.name(flow.callee)} be at most?`,
          'Longest answer',
          'Engineering',
        )
      if (standing !== 'bad') continue
      const tokens = Math.round((graph.call(flow).number('outputTokens') ?? 500) * 2)
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, flow.callee],
        problem: `${graph.name(flow.callee)} may write as long as it likes for ${graph.name(flow.caller)}.`,
        fix: `Cap the answer of ${graph.name(flow.callee)}.`,
        quickFix: {
          label: `Cap at ${figure(tokens, 0)} tokens`,
          patch: { flows: { [flow.id]: { call: { maxOutputTokens: tokens } } } },
        },
      }
    }
  },
})

export const performance: readonly Rule[] = [tooSlow, notStreamed, slowStoreOnFastPath, overBudget, unboundedOutput]
