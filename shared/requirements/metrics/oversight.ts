import type { Id } from '../../design/design.ts'
import { type Covered, measureCoverage } from '../coverage.ts'
import type { Judged, Measured, Metric, MetricContext } from '../metric.ts'

/**
 * The share of the runs of an action that a person decides on or reads, by the shares of the plans that lead to a desk.
 * Several desks in one plan are taken as chosen apart from one another; the band spans all ways in which they may overlap.
 */
export const oversightCoverage: Metric = {
  id: 'oversight.coverage',
  title: 'Runs that a person sees',
  unit: 'share',
  category: 'security.intervenability',
  scopes: ['design', 'actions'],
  aggregates: [],
  usual: { is: '>=', target: 1 },
  verification: 'computed',
  verify: ({ on }, context) =>
    context.estimate.actions
      .filter(({ action }) => (on === undefined ? action === context.estimate.mainAction : on.includes(action)))
      .flatMap(({ action, name, spans }): (Measured | Judged)[] => {
        const { graph } = context
        const runs = graph.actions.find((each) => each.action === action)?.runs ?? {}
        const desks = new Set(
          Object.values(runs).flatMap(({ component }) => (graph.has(component, 'human-gate') ? [component] : [])),
        )
        const subject = `The share of runs of "${name}" that a person sees`
        if (desks.size === 0) {
          return [{ type: 'measured', band: { value: 0, low: 0, high: 0 }, subject, elements: [action] }]
        }
        // An action without a steady state has no mean request to read shares from.
        if (spans === undefined) return []
        const shares = spans.filter(({ component }) => desks.has(component)).map(({ share }) => share)
        const apart = 1 - shares.reduce((none, share) => none * (1 - share), 1)
        const band = {
          value: apart,
          low: Math.min(apart, Math.max(0, ...shares)),
          high: Math.max(
            apart,
            Math.min(
              1,
              shares.reduce((total, share) => total + share, 0),
            ),
          ),
        }
        return [{ type: 'measured', band, subject, elements: [...desks] }]
      }),
}

const effects: ReadonlySet<string> = new Set(['write', 'delete', 'send', 'pay', 'execute', 'administer'])

/** The share of tools that change something, and are called, of whose calls a log or trace is kept by tool or caller. */
export const auditCoverage: Metric = {
  id: 'audit.coverage',
  title: 'Actions that leave a trace',
  unit: 'share',
  category: 'security.accountability',
  scopes: ['design', 'actions', 'components'],
  aggregates: [],
  usual: { is: '>=', target: 1 },
  verification: 'structural',
  verify(requirement, context) {
    const { graph } = context
    const acting = actingCalls(requirement.on, context)
    const tools = [...new Set(acting.map(({ callee }) => callee))]
    const covered = tools.map((tool): Covered => {
      const callers = acting.filter(({ callee }) => callee === tool).map(({ caller }) => caller)
      const keeps = (id: Id): boolean => graph.callsFrom(id).some(({ callee }) => graph.has(callee, 'observes'))
      return { id: tool, name: graph.name(tool), is: keeps(tool) || callers.every(keeps) }
    })
    return measureCoverage(requirement, covered, {
      subject: 'Actions that leave a trace',
      noun: ['tool', 'tools'],
      question: (names) => `Where is it written down what ${names} did?`,
    })
  },
}

/** Calls of tools that do more than read, in the actions or on the tools that a requirement names. */
function actingCalls(on: readonly Id[] | undefined, { graph, lineage }: MetricContext) {
  return lineage.calls.filter(
    ({ action, callee, does }) =>
      graph.has(callee, 'runs-actions') &&
      does.some((each) => effects.has(each)) &&
      (on === undefined || on.includes(action) || on.includes(callee)),
  )
}
