import type { Id } from '../../design/design.ts'
import { partOf, scaleBand, sumBand } from '../../estimate/uncertainty/band.ts'
import type { Band, CostLine, Estimate } from '../../estimate/estimate.ts'
import type { Judged, Measured, Metric, MetricContext, Open } from '../metric.ts'
import { componentsIn } from '../scope.ts'
import { findUnserved, findUnservedDemand } from '../unserved.ts'

const perMonth = {
  unit: 'USD/month',
  category: 'cost',
  aggregates: [],
  usual: { is: '<=', target: 10_000 },
  verification: 'computed',
} as const

/** A sketch of which nothing has a price costs nobody knows what, not nothing. */
function isPriced({ meaningful, lines }: Estimate): boolean {
  return meaningful && lines.length > 0
}

/** Technology and people together: what the month costs. A boundary costs what is in it costs. */
export const costMonth: Metric = {
  ...perMonth,
  id: 'cost.month',
  title: 'Cost per month',
  scopes: ['design', 'components'],
  verify({ on }, context) {
    const { graph, estimate } = context
    if (!isPriced(estimate)) return []
    if (on === undefined) return [measureDesign('Cost per month', estimate.totalUsdPerMonth, 'total', context)]
    return on.flatMap((id): Measured[] => {
      const components = componentsIn([id], graph)
      const lines = estimate.lines.filter((line) => line.recurrence === 'month' && components.includes(line.component))
      if (lines.length === 0) return []
      const subject = `Cost of "${graph.name(id)}" per month`
      return [{ type: 'measured', band: addBands(lines), subject, elements: [id] }]
    })
  },
}

/** Licences, machines, tokens and calls, without the people at work in the system. */
export const costTechnology: Metric = {
  ...perMonth,
  id: 'cost.technology',
  title: 'Technology cost per month',
  scopes: ['design'],
  verify: (_requirement, context) => verifyHeadline('technology', context),
}

/** The people at work in the system: reviewers, agents at their desks. */
export const costPeople: Metric = {
  ...perMonth,
  id: 'cost.people',
  title: 'Cost of people per month',
  scopes: ['design'],
  verify: (_requirement, context) => verifyHeadline('people', context),
}

function verifyHeadline(headline: CostLine['headline'], context: MetricContext): readonly Measured[] {
  const { technologyUsdPerMonth, peopleUsdPerMonth } = context.estimate
  if (!isPriced(context.estimate)) return []
  const [subject, band] =
    headline === 'people'
      ? ['Cost of people per month', peopleUsdPerMonth]
      : ['Technology cost per month', technologyUsdPerMonth]
  return [measureDesign(subject, band, headline, context)]
}

const mostElements = 3

type Headline = CostLine['headline'] | 'total'

/** The band of the whole design, with the components that cost most of it. */
function measureDesign(subject: string, band: Band, headline: Headline, { graph, estimate }: MetricContext): Measured {
  const found = dearest.get(estimate) ?? new Map<Headline, readonly Id[]>()
  const elements = found.get(headline) ?? findDearest(estimate, headline)
  dearest.set(estimate, found.set(headline, elements))
  return { type: 'measured', band, subject, elements, ...leavingOpen(findUnservedDemand(graph, estimate)) }
}

function leavingOpen(open: Open | undefined): Pick<Measured, 'leavesOpen'> {
  return open === undefined ? {} : { leavesOpen: open }
}

/** By estimate, which never changes: a design has a demand on its cost for each of its parts, and thousands of lines. */
const dearest = new WeakMap<Estimate, Map<Headline, readonly Id[]>>()

function findDearest({ lines }: Estimate, headline: Headline): readonly Id[] {
  const usdOf = new Map<Id, number>()
  for (const line of lines) {
    if (line.recurrence === 'month' && (headline === 'total' || line.headline === headline))
      usdOf.set(line.component, (usdOf.get(line.component) ?? 0) + line.usd.value)
  }
  const costly = [...usdOf].toSorted(([, one], [, other]) => other - one).slice(0, mostElements)
  return costly.map(([component]) => component)
}

/** What moves one line of a box and another moves both: an input that several lines share is one unknown. */
function addBands(lines: readonly CostLine[]): Band {
  return sumBand(lines.map(({ formula, standing }) => partOf(formula, standing)))
}

const perRequest = {
  unit: 'USD',
  category: 'cost',
  scopes: ['actions', 'design'],
  aggregates: [],
  verification: 'computed',
} as const

/** Cost of one run of an action, people included; without scope that of the main action. */
export const costRequest: Metric = {
  ...perRequest,
  id: 'cost.request',
  title: 'Cost per request',
  usual: { is: '<=', target: 0.05 },
  verify: ({ on }, context) => costOfRuns(1, on, context),
}

/**
 * Of an action, a thousand runs of it. Without scope the whole month over its thousands of requests, as the headline of
 * that name reads: what is paid whether somebody asks or not is in it.
 */
export const costPerThousand: Metric = {
  ...perRequest,
  id: 'cost.per1k',
  title: 'Cost per 1\u202f000 requests',
  usual: { is: '<=', target: 50 },
  verify({ on }, context) {
    const { usdPerThousandRequests: whole } = context.estimate
    if (on !== undefined || whole === undefined) return costOfRuns(1000, on, context)
    if (!isPriced(context.estimate)) return []
    return [measureDesign('Cost of a month per 1\u202f000 requests', whole, 'total', context)]
  },
}

/** Technology and people for one task that needs nothing more, when somebody has stated how many do. */
export const costPerResolved: Metric = {
  ...perRequest,
  id: 'cost.resolved',
  title: 'Cost per resolved task',
  scopes: ['design'],
  usual: { is: '<=', target: 1 },
  verify: (_requirement, { graph, estimate }): readonly (Measured | Judged)[] => {
    const { mainAction, usdPerResolvedTask } = estimate
    if (mainAction === undefined || !estimate.meaningful) return []
    const main = estimate.actions.find(({ action }) => action === mainAction)
    const name = main?.name ?? mainAction
    if (usdPerResolvedTask) {
      return [
        {
          type: 'measured',
          band: usdPerResolvedTask,
          subject: `Cost per resolved "${name}"`,
          elements: [mainAction],
          ...leavingOpen(main && findUnserved(main, graph)),
        },
      ]
    }
    return [
      {
        type: 'judged',
        verdict: 'unknown',
        arithmetic: `Nobody has stated how many of "${name}" are resolved.`,
        elements: [mainAction],
        question: `What share of "${name}" is resolved, so that nothing more is to be done?`,
      },
    ]
  },
}

function costOfRuns(
  runs: 1 | 1000,
  on: readonly Id[] | undefined,
  { graph, estimate }: MetricContext,
): readonly Measured[] {
  if (!isPriced(estimate)) return []
  return estimate.actions
    .filter((action) => (on === undefined ? action.action === estimate.mainAction : on.includes(action.action)))
    .map((action) => ({
      type: 'measured',
      band: scaleBand(action.usdPerRequest, runs),
      subject: `Cost of ${runs === 1 ? `one "${action.name}"` : `"${action.name}" 1\u202f000 times`}`,
      elements: [action.action],
      ...leavingOpen(findUnserved(action, graph)),
    }))
}
