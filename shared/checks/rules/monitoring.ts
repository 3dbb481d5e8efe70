import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { effectsOf, isActor } from '../../findings/influence.ts'
import { aiAct, aws, azure, iso42001, nist } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, askTopic, hasField, stand } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import { findMetric } from '../../requirements/metrics/index.ts'
import type { Graph } from '../../graph/graph.ts'
import {
  agentsAtWork,
  byId,
  idsOf,
  isTrial,
  joined,
  modelsAtWork,
  searchingWriters,
  standTogether,
} from '../at-work.ts'
import { askMonitoring } from '../topic-questions.ts'

/** What receives telemetry of many kinds; a monitor of drift alone is none. */
function telemetryIn(graph: Graph): readonly Component[] {
  return joined(graph, graph.with('observes')).filter((box) => !graph.has(box, 'watches-drift'))
}

const driftUnwatched = defineRule({
  id: 'OPS-06',
  lenses: ['check'],
  title: 'Nobody sees when inputs or scores move',
  severity: 'medium',
  topic: 'monitoring',
  why: 'A model is right about the world that it was trained on. The world moves, and scores get worse without an error.',
  references: [...nist('MEASURE 2.4', 'MANAGE 4.1'), ...iso42001('A.6.2.6'), ...aiAct('Art. 72')],
  falsePositive: 'Results come back within days and are compared with scores: then that is the watch.',
  *check(context) {
    const { graph } = context
    if (isTrial(graph) || joined(graph, graph.with('watches-drift')).length > 0) return
    for (const model of joined(graph, graph.with('predicts'))) {
      if (!hasField(context, model, 'driftMonitored')) continue
      const { standing } = standTogether(context, 'monitoring', [model], 'driftMonitored')
      if (standing === 'unknown') yield askSetting(context, model, 'driftMonitored')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [model.id],
        problem: `Nothing watches whether inputs and scores of ${model.name} move away from what it was made for.`,
        fix: `Compare inputs and scores of ${model.name} with those of its training each week, and call somebody beyond a limit.`,
        quickFix: {
          label: 'Plan a watch for drift',
          patch: { components: { [model.id]: { settings: { driftMonitored: true } } } },
        },
      }
    }
  },
})

const untraced = defineRule({
  id: 'OPS-07',
  lenses: ['check'],
  title: 'An answer cannot be traced through its steps',
  severity: 'medium',
  topic: 'monitoring',
  why: 'A wrong answer came from a prompt, a passage, a tool or a model. Without a trace of all steps nobody finds which.',
  references: [...aws('GENOPS03-BP02'), ...nist('MEASURE 2.4'), ...iso42001('A.6.2.8')],
  falsePositive: 'Traces are collected below the application, by the platform or a mesh: then say so.',
  *check(context) {
    const { graph } = context
    if (isTrial(graph)) return
    // Who acts in the world leaves no trace either: that is OBS-01, and the heavier one.
    const hubs = byId([...new Set([...searchingWriters(context), ...agentsAtWork(context)])]).filter(
      (hub) => !isTraced(graph, hub.id) && !acts(graph, hub.id),
    )
    for (const hub of hubs) {
      if (!context.complete('monitoring', hub.id)) {
        yield askMonitoring(context, hub.id)
        continue
      }
      yield {
        type: 'found',
        anchors: [hub.id],
        problem: `What ${hub.name} asks, finds and answers is recorded nowhere.`,
        fix: `Let ${hub.name} write a trace with one span for each step: prompt, search, tools, model, tokens.`,
        // What nothing receives, nobody is warned of either.
        ...(graph.with('observes').length === 0 && hub === hubs[0] ? { cause: 'no telemetry' } : {}),
      }
    }
  },
})

/** Told by the box itself, by its gateway, or read from it: an arrow between it and what receives telemetry. */
function isTraced(graph: Graph, id: Id): boolean {
  const beside = (box: Id): boolean =>
    [...graph.callsFrom(box), ...graph.callsTo(box)].some(
      ({ caller, callee }) => graph.has(caller, 'observes') || graph.has(callee, 'observes'),
    )
  const gateways = graph.callsFrom(id).filter(({ callee }) => graph.has(callee, 'fronts-models'))
  return beside(id) || gateways.some(({ callee }) => beside(callee))
}

function acts(graph: Graph, id: Id): boolean {
  return graph.callsFrom(id).some((flow) => isActor(graph, flow.callee) && (effectsOf(graph, flow) ?? []).length > 0)
}

const unmetered = defineRule({
  id: 'OPS-08',
  lenses: ['check'],
  title: 'Nobody counts tokens and what they cost',
  severity: 'low',
  topic: 'monitoring',
  why: 'The bill comes a month later and as one sum. A prompt that doubled, or a loop, is seen in the count of the same day.',
  references: [...aws('GENOPS02-BP02'), ...azure('CO:03')],
  falsePositive: 'The vendor shows use by key, each key belongs to one feature, and somebody looks.',
  *check(context) {
    const { graph } = context
    const models = modelsAtWork(context).filter(
      (model) => graph.has(model, 'generates-text') && graph.has(model, 'vendor-hosted'),
    )
    const gateways = joined(graph, graph.with('fronts-models'))
    // Where nobody has a budget nobody waits for the count.
    if (models.length === 0 || !hasBudget(graph)) return
    if (gateways.some((gateway) => graph.settings(gateway).truth('metersPerTenant') === true)) return
    const { unknown, lacking } = standTogether(context, 'monitoring', telemetryIn(graph), 'metersUse')
    for (const box of unknown) yield askSetting(context, box, 'metersUse')
    const [first] = lacking
    if (first === undefined) return
    yield {
      type: 'found',
      anchors: [first.id],
      elements: [...idsOf(lacking), ...idsOf(models)],
      problem: `${first.name} does not count the tokens that ${listNames(graph, idsOf(models))} is paid for.`,
      fix: `Record tokens and cost of each call in ${first.name}, by feature and by tenant.`,
      quickFix: {
        label: 'Plan a count of tokens and cost',
        patch: { components: { [first.id]: { settings: { metersUse: true } } } },
      },
    }
  },
})

function hasBudget({ design }: Graph): boolean {
  return (
    known(design.context?.['monthlyBudgetUsd']) !== undefined ||
    (design.requirements ?? []).some(({ metric }) => findMetric(metric)?.category === 'cost')
  )
}

const nobodyCalled = defineRule({
  id: 'OPS-09',
  lenses: ['check'],
  title: 'The most critical system has no runbook or nobody on call',
  severity: 'medium',
  topic: 'monitoring',
  why: 'When it stands still at night, who is called and what is done first decides how long.',
  references: [...azure('SE:12'), ...nist('MANAGE 4.1'), ...iso42001('A.6.2.6')],
  thresholds: { tier: 1 },
  falsePositive: 'The runbook of the surrounding system covers it: then say so.',
  *check(context) {
    const { graph, thresholds } = context
    const tier = known(graph.design.context?.['tier'])
    const services = byId(
      graph.components.filter(
        (component) =>
          graph.has(component, 'orchestrates') && !graph.has(component, 'ingests') && isAsked(context, component),
      ),
    )
    const [first] = services
    if (typeof tier !== 'number' || tier > (thresholds['tier'] ?? 0) || isTrial(graph) || first === undefined) return
    const silent = telemetryIn(graph).filter((box) => graph.settings(box).truth('alerts') === false)
    const [mute] = silent
    if (mute !== undefined && silent.length === telemetryIn(graph).length) {
      yield {
        type: 'found',
        anchors: [mute.id],
        problem: `${mute.name} calls nobody, though the system is of tier ${tier}.`,
        fix: `Say in ${mute.name} which values call somebody, and who that is at night.`,
        quickFix: { label: 'Plan alerts', patch: { components: { [mute.id]: { settings: { alerts: true } } } } },
      }
    }
    const unprepared = services.filter(({ links = [] }) => !links.some(({ title }) => /runbook|playbook/iu.test(title)))
    if (unprepared.length < services.length) return
    const standing = stand(context, 'monitoring', undefined, undefined, first.id)
    if (standing === 'unknown') {
      const text = 'Is there a runbook, and is it settled who is called at night?'
      yield askTopic(context, 'topic.runbook', text, 'Operations', first.id)
      return
    }
    yield {
      type: 'found',
      anchors: [first.id],
      elements: idsOf(unprepared),
      problem: `No runbook is linked to ${listNames(graph, idsOf(unprepared))}, though the system is of tier ${tier}.`,
      fix: `Write down what to look at, how to switch off and go back, and who is called; link it to ${first.name}.`,
    }
  },
})

function isAsked({ lineage }: RuleContext, { id }: Component): boolean {
  return lineage.into(id).length > 0
}

const neverTrainedAgain = defineRule({
  id: 'OPS-13',
  lenses: ['check'],
  title: 'Nothing starts a new training',
  severity: 'low',
  topic: 'monitoring',
  why: 'A model that nobody trains again is right about a world that is gone, and nobody has said when that is too late.',
  references: [...nist('MANAGE 4.1'), ...iso42001('A.6.2.6')],
  falsePositive: 'What it predicts does not change, as with printed letters.',
  *check(context) {
    const { graph } = context
    if (isTrial(graph) || joined(graph, graph.with('predicts')).length === 0) return
    const started = new Set((graph.design.actions ?? []).flatMap(({ starts }) => [starts, graph.flow(starts)?.callee]))
    const isWatched = graph.with('watches-drift').some((box) => graph.settings(box).truth('startsRetraining') === true)
    for (const training of joined(graph, graph.with('trains'))) {
      if (!hasField(context, training, 'trigger') || isWatched || started.has(training.id)) continue
      const trigger = graph.settings(training).text('trigger')?.trim()
      const isStarted = trigger === undefined ? undefined : !/^(?:|nothing|nobody|none|never)\.?$/iu.test(trigger)
      const standing = stand(context, 'monitoring', isStarted, graph.stated(training, 'trigger'), training.id)
      if (standing === 'unknown') yield askSetting(context, training, 'trigger')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [training.id],
        problem: `Nothing says when ${training.name} runs again.`,
        fix: `Start ${training.name} on a schedule, or when the watch for drift passes a limit.`,
        quickFix: {
          label: 'Plan a training each quarter',
          patch: {
            components: { [training.id]: { settings: { trigger: 'Each quarter, or when drift passes its limit' } } },
          },
        },
      }
    }
  },
})

/** What is seen of a system at work, and who is called. */
export const monitoring: readonly Rule[] = [driftUnwatched, untraced, unmetered, nobodyCalled, neverTrainedAgain]
