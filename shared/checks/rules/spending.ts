import type { Id, Settings } from '../../design/design.ts'
import { known, numberOr } from '../../design/value.ts'
import { capital } from '../../design/wording.ts'
import { aws, awsAgentic, azure } from '../../findings/refer.ts'
import { defineRule, type Asked, type Found, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askFlow, askSetting, askTopic, hasField, stand, standSetting } from '../../findings/standing.ts'
import { figure, listNames, money, moneyWithBand } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import { isWaived } from '../../requirements/waiver.ts'

const noBudget = defineRule({
  id: 'CST-01',
  lenses: ['check'],
  title: 'No budget, or nobody notices when it is spent',
  severity: 'low',
  topic: 'cost',
  why: 'What is paid by the token grows with every user and every longer prompt. The bill comes a month later.',
  references: [...awsAgentic('AGENTCOST07-BP01'), ...azure('CO:04')],
  thresholds: { usdPerMonth: 500 },
  *check(context) {
    const { graph, estimate, thresholds } = context
    const { technologyUsdPerMonth: technology } = estimate
    const { requirements = [], workloads = [], context: facts } = graph.design
    const isWorthIt = technology.value >= (thresholds['usdPerMonth'] ?? 500)
    const hasReason = context.complete('cost') || (workloads.length > 0 && isOnTheWay(facts))
    if (!estimate.meaningful || !isWorthIt || !hasReason) return
    const isLimited =
      known(facts?.['monthlyBudgetUsd']) !== undefined || requirements.some(({ metric }) => metric.startsWith('cost.'))
    if (isLimited) yield* askWhoNotices(context)
    else if (!context.complete('cost')) {
      const text = 'How much may all of this cost a month?'
      yield askTopic(context, 'context.monthlyBudgetUsd', text, 'Sponsor')
    } else {
      const most = dearest(context)
      yield {
        type: 'found',
        anchors: [graph.design.id],
        elements: most === undefined ? [] : [most],
        problem: `Technology costs ${moneyWithBand(graph, technology)} a month, and nobody has said how much it may.`,
        fix: 'Agree a budget a month with who pays it.',
        quickFix: {
          label: `Draft a budget of ${money(graph, roundUp(estimate.totalUsdPerMonth.value))}`,
          patch: { context: { monthlyBudgetUsd: roundUp(estimate.totalUsdPerMonth.value) } },
        },
      }
    }
  },
})

/** Stated to be in front of people, or nearly: before that nobody has asked what it may cost. */
function isOnTheWay(facts: Settings | undefined): boolean {
  return ['pilot', 'production'].includes(String(known(facts?.['stage'])))
}

/** A budget that nobody watches is a wish: something has to warn or to stop where tokens are paid for. */
function* askWhoNotices(context: RuleContext): Iterable<Asked | Found> {
  const { graph } = context
  const billed = graph.with('generates-text', 'vendor-hosted').filter(({ id }) => graph.callsTo(id).length > 0)
  const [first] = billed
  const gateways = graph.with('fronts-models').filter((each) => hasField(context, each, 'budgetUsdPerMonth'))
  const watchers = graph.with('observes').filter((each) => hasField(context, each, 'alerts'))
  const isWatched =
    gateways.some((each) => (graph.settings(each).number('budgetUsdPerMonth') ?? 0) > 0) ||
    watchers.some((each) => graph.settings(each).truth('alerts') === true)
  if (first === undefined || isWatched) return
  const [watcher] = watchers
  const standing =
    watcher === undefined
      ? stand(context, 'cost', undefined, undefined, first.id)
      : standSetting(context, 'cost', watcher, 'alerts')
  if (standing === 'unknown') {
    const text = 'Does somebody notice when spending runs away, and does something stop it?'
    yield watcher === undefined
      ? askTopic(context, 'topic.spending', text, 'Budget owner')
      : askSetting(context, watcher, 'alerts')
  }
  if (standing !== 'bad') return
  const names = listNames(
    graph,
    billed.map(({ id }) => id),
  )
  yield {
    type: 'found',
    anchors: [first.id],
    elements: [...billed, ...watchers].map(({ id }) => id),
    ...(watchers.length === 0 ? { cause: 'no telemetry' } : {}),
    problem: `There is a budget, and nothing warns or stops when what ${names} cost${billed.length === 1 ? 's' : ''} goes beyond it.`,
    fix: 'Let spending raise an alert, and set a limit at which a gateway stops.',
    ...(watcher === undefined
      ? {}
      : {
          quickFix: {
            label: `Plan alerts in ${watcher.name}`,
            patch: { components: { [watcher.id]: { settings: { alerts: true } } } },
          },
        }),
  }
}

function dearest({ estimate }: RuleContext): string | undefined {
  return estimate.components.toSorted((a, b) => b.usdPerMonth.value - a.usdPerMonth.value)[0]?.component
}

/** To two digits. */
function roundUp(usd: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, usd))) - 1)
  return Math.ceil(usd / unit) * unit
}

const overBudget = defineRule({
  id: 'CST-02',
  lenses: ['check'],
  title: 'The estimate can break the budget',
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
    if (!estimate.meaningful || total.high <= budget) return
    const ranked = estimate.components.toSorted((a, b) => b.usdPerMonth.value - a.usdPerMonth.value)
    const [first] = ranked
    const isOver = total.value > budget
    const most =
      first === undefined ? '' : ` ${graph.name(first.component)} is ${moneyWithBand(graph, first.usdPerMonth)} of it.`
    yield {
      type: 'found',
      anchors: [requirement?.id ?? graph.design.id],
      elements: first === undefined ? [] : [first.component],
      problem: isOver
        ? `${capital(moneyWithBand(graph, total))} a month against a budget of ${money(graph, budget)}.${most}`
        : `${moneyWithBand(graph, total)} a month fits ${money(graph, budget)}, but what we do not know may not.${most}`,
      fix:
        first === undefined
          ? 'Lower the load or the price.'
          : `Start with ${graph.name(first.component)}: ${cheaper(graph, first.component)}.`,
      severity: isOver ? 'high' : 'medium',
      facts: { usdPerMonth: String(Math.round(total.value)) },
    }
  },
})

/** What brings the cost of such a box down. */
function cheaper(graph: Graph, component: Id): string {
  if (graph.has(component, 'person')) return 'fewer cases, less time for one, or another way for the simple ones'
  return graph.has(component, 'generates-text')
    ? 'a smaller model, fewer tokens, a cache, or less load'
    : 'a cheaper product, less of it, or less load'
}

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
        flow.caller,
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

const noAttribution = defineRule({
  id: 'CST-08',
  lenses: ['check'],
  title: 'Nobody can say which tenant costs what',
  severity: 'low',
  topic: 'cost',
  why: 'One tenant can use up what all pay for. Without figures by tenant there is no fair price and no limit.',
  references: [...awsAgentic('AGENTCOST05-BP03'), ...azure('CO:03')],
  falsePositive: 'Tenants pay a flat price and none is large: then accept it.',
  *check(context) {
    const { graph } = context
    if (!hasTenants(context)) return
    const models = graph.with('generates-text').filter(({ id }) => graph.callsTo(id).length > 0)
    const gateways = graph.with('fronts-models').filter((each) => hasField(context, each, 'metersPerTenant'))
    const [first] = models
    if (first === undefined || gateways.some((each) => graph.settings(each).truth('metersPerTenant') === true)) return
    const [gateway] = gateways
    const standing =
      gateway === undefined
        ? stand(context, 'cost', undefined, undefined, first.id)
        : standSetting(context, 'cost', gateway, 'metersPerTenant')
    if (standing === 'unknown') {
      const text = 'Is it known what each tenant costs?'
      yield gateway === undefined
        ? askTopic(context, 'topic.attribution', text, 'Budget owner')
        : askSetting(context, gateway, 'metersPerTenant')
    }
    if (standing !== 'bad') return
    const names = listNames(
      graph,
      models.map(({ id }) => id),
    )
    yield {
      type: 'found',
      anchors: [gateway?.id ?? first.id],
      elements: models.map(({ id }) => id),
      problem: `Several tenants use ${names}, and nothing counts for whom.`,
      fix: 'Send the tenant with each call, and meter tokens by tenant in one place.',
      ...(gateway === undefined
        ? {}
        : {
            quickFix: {
              label: `Plan metering in ${gateway.name}`,
              patch: { components: { [gateway.id]: { settings: { metersPerTenant: true } } } },
            },
          }),
    }
  },
})

function hasTenants({ graph }: RuleContext): boolean {
  const { context, boundaries = [] } = graph.design
  const isPlate = boundaries.some(({ copies }) => copies?.of === 'tenant' && numberOr(copies.count, 2) > 1)
  return isPlate || known(context?.['multiTenant']) === true || numberOr(context?.['tenants'], 1) > 1
}

/** What may be spent, and who sees it. */
export const spending: readonly Rule[] = [noBudget, overBudget, unboundedOutput, noAttribution]
