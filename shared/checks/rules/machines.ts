import type { Component, Id } from '../../design/design.ts'
import { known, numberOr } from '../../design/value.ts'
import { componentsAwaitedByPeople } from '../../findings/graph-reading.ts'
import { aws, awsAgentic, awsMl, azure } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, hasField } from '../../findings/standing.ts'
import { count, duration, figure, money } from '../../findings/wording.ts'
import { month } from '../../kinds/figures/month.ts'

const coldStart = defineRule({
  id: 'LAT-06',
  lenses: ['check'],
  title: 'The first person waits until a machine has started',
  severity: 'medium',
  topic: 'latency',
  why: 'A model that sleeps loads for minutes before its first word, and the first person of the morning waits for it.',
  references: [...awsAgentic('AGENTCOST06-BP03'), ...azure('PE:05')],
  thresholds: { callsPerHour: 600, coldShare: 0.05, coldStartMs: 500 },
  falsePositive: 'It is woken before people come, by a schedule: then state one replica.',
  *check(context) {
    const { graph, estimate, thresholds } = context
    const estimates = new Map(estimate.components.map((each) => [each.component, each]))
    const awaited = componentsAwaitedByPeople(graph)
    for (const component of graph.components) {
      if (!awaited.has(component.id)) continue
      const least = leastReplicas(context, component)
      if (least === 'unknown') yield askSetting(context, component, 'minReplicas')
      const used = estimates.get(component.id)
      const callsPerHour = (used?.callsPerMonth ?? 0) / month.hours
      // Where somebody asks every few seconds it wakes once a night, for one person in thousands.
      const isBusy = callsPerHour >= (thresholds['callsPerHour'] ?? 600)
      const coldMs = graph.settings(component).number('coldStartMs') ?? 0
      const coldShare = graph.settings(component).number('coldShare') ?? 0
      const isOftenCold = coldMs >= (thresholds['coldStartMs'] ?? 500) && coldShare >= (thresholds['coldShare'] ?? 0.05)
      if (least === 0 && !isBusy)
        yield {
          type: 'found',
          anchors: [component.id],
          problem: `${component.name} sleeps while nobody asks, and people wait for it to start.`,
          fix: `Keep one replica of ${component.name} running in the hours of work, or wake it before.`,
          severity: graph.has(component, 'generates-text') ? 'medium' : 'low',
          quickFix: {
            label: 'Keep one running',
            patch: { components: { [component.id]: { settings: oneRunning(component) } } },
          },
        }
      else if (isOftenCold)
        yield {
          type: 'found',
          anchors: [component.id],
          problem: `${figure(coldShare * 100)} % of the calls to ${component.name} wait ${duration(coldMs)} longer for a cold start.`,
          fix: `Keep some instances of ${component.name} warm, or make its package smaller.`,
          severity: 'low',
        }
    }
  },
})

/** How many run at least, as stated; 'unknown' for what scales with the load and says nothing of its least. */
function leastReplicas(context: RuleContext, component: Component): number | 'unknown' | undefined {
  const { graph } = context
  const settings = graph.settings(component)
  const idle = settings.number('minReplicas')
  if (idle !== undefined) return idle
  if (settings.truth('autoscaled') !== true) return undefined
  const stated = graph.stated(component, 'leastReplicas')
  if (stated === undefined && hasField(context, component, 'minReplicas')) return 'unknown'
  return numberOr(stated, 1)
}

function oneRunning({ settings = {} }: Component): Readonly<Record<string, number>> {
  return { leastReplicas: 1, ...(settings['minReplicas'] === undefined ? {} : { minReplicas: 1 }) }
}

const idleGpus = defineRule({
  id: 'CST-07',
  lenses: ['check'],
  title: 'GPUs that mostly wait',
  severity: 'medium',
  topic: 'cost',
  why: 'A GPU costs the same whether it works or not. Below a third of its use an API is nearly always cheaper.',
  references: [...awsMl('MLCOST05-BP03'), ...aws('GENCOST02-BP02'), ...azure('CO:07')],
  thresholds: { utilisation: 0.3 },
  falsePositive: 'They are bought already, or data may not leave: then accept it with the reason.',
  *check(context) {
    const { graph, estimate, thresholds } = context
    // While nobody has said how many ask, and on what it runs, an idle machine is our own assumption.
    if ((graph.design.workloads ?? []).length === 0) return
    for (const serving of estimate.serving) {
      if (!isChosen(context, serving.component)) continue
      const { component: id, replicas, gpusPerReplica, gpusNeeded } = serving
      const load = estimate.capacity.components.find((each) => each.component === id)
      const scaling = estimate.scaling.find((each) => each.component === id)
      const used = estimate.components.find((each) => each.component === id)
      // What does not fit its GPUs has no load.
      if (load === undefined || scaling?.isScaled === true || (used?.callsPerMonth ?? 0) <= 0) continue
      if (load.utilisation >= (thresholds['utilisation'] ?? 0.3)) continue
      // A promise of three nines needs a second replica whatever the load.
      const kept = promisesThreeNines(context) ? 2 : 1
      const needed = Math.max(kept, Math.ceil((gpusNeeded ?? gpusPerReplica) / gpusPerReplica))
      if (replicas <= needed && kept > 1) continue
      const name = graph.name(id)
      const fewer = replicas > needed
      yield {
        type: 'found',
        anchors: [id],
        problem: `At the peak ${name} uses ${figure(load.utilisation * 100, 0)} % of ${count(replicas * gpusPerReplica, 'GPU')}, which cost ${money(graph, used?.usdPerMonth.value ?? 0)} a month.`,
        fix: fewer
          ? `Run ${count(needed, 'replica')} of ${name}, or let it scale with the load.`
          : `Share the GPUs of ${name} with other work, take smaller ones, or ask an API.`,
        severity: fewer ? 'medium' : 'low',
        facts: { idle: figure(1 - load.utilisation, 2) },
        ...(fewer
          ? {
              quickFix: {
                label: `Run ${count(needed, 'replica')}, and more with the load`,
                patch: { components: { [id]: { settings: { replicas: needed, autoscaled: true } } } },
              },
            }
          : {}),
      }
    }
  },
})

function isChosen({ graph }: RuleContext, model: Id): boolean {
  const isSized = ['gpu', 'gpus', 'replicas'].some((field) => known(graph.stated(model, field)) !== undefined)
  return isSized || known(graph.component(model)?.product) !== undefined
}

function promisesThreeNines({ graph }: RuleContext): boolean {
  return (graph.design.requirements ?? []).some(
    ({ metric, target }) => metric === 'availability' && numberOr(target, 0) >= 0.999,
  )
}

/** Machines that sleep too deep, and machines that wait too much. */
export const machines: readonly Rule[] = [coldStart, idleGpus]
