import type { Component, Id } from '../../design/design.ts'
import { awsMl, iso42001 } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askSetting, askTopic, hasField, standSetting } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'

const untraceable = defineRule({
  id: 'DAT-03',
  lenses: ['check'],
  title: 'Nobody can say what a version was made from',
  severity: 'medium',
  topic: 'data',
  why: 'When an answer is wrong the first question is: from which data? Without a record there is no going back, no repeating and no proof.',
  references: [...iso42001('A.7.5', 'A.7.2')],
  falsePositive: 'The platform keeps this record for every run: then say so on the box.',
  *check(context) {
    const { graph } = context
    const isCatalogued = graph.components.some(
      (component) => hasField(context, component, 'ownersNamed') && graph.settings(component).truth('lineage') === true,
    )
    if (isCatalogued) return
    for (const maker of graph.components) {
      if (!hasField(context, maker, 'lineage') || hasField(context, maker, 'ownersNamed')) continue
      const made = madeBy(graph, maker)
      if (made.length === 0) continue
      const standing = standSetting(context, 'data', maker, 'lineage')
      if (standing === 'unknown') yield askSetting(context, maker, 'lineage')
      if (standing !== 'bad') continue
      const trains = graph.has(maker, 'trains')
      yield {
        type: 'found',
        anchors: [maker.id],
        elements: made,
        problem: `Nothing records ${trains ? 'the data and the code' : 'the documents and the settings'} behind what ${maker.name} hands to ${listNames(graph, made)}.`,
        fix: trains
          ? `Let ${maker.name} write down data version, code and settings with every model, and keep it with the model.`
          : `Let ${maker.name} write a list with every load: sources, dates, chunking, embedding model.`,
        ...(trains ? {} : { severity: 'low' as const }),
        quickFix: {
          label: 'Plan the record',
          patch: { components: { [maker.id]: { settings: { lineage: true } } } },
        },
      }
    }
  },
})

/** What it writes to, or hands over offline. */
function madeBy(graph: Graph, maker: Component): readonly Id[] {
  const written = graph
    .callsFrom(maker.id)
    .filter((flow) => flow.does.includes('write') || flow.mode === 'offline')
    .filter((flow) => !graph.has(flow.callee, 'observes'))
    .map((flow) => flow.callee)
  return [...new Set(written)].toSorted()
}

const twoWaysOfCounting = defineRule({
  id: 'DAT-04',
  lenses: ['check'],
  title: 'Training and use compute features differently',
  severity: 'medium',
  topic: 'data',
  why: 'A model that learned from one arithmetic and is asked with another is wrong without any error: the numbers look alike.',
  references: [...awsMl('MLREL03-BP02'), ...iso42001('A.7.4')],
  falsePositive: 'The model takes raw fields, and nothing is computed.',
  *check(context) {
    const { graph, lineage } = context
    for (const model of graph.with('predicts')) {
      const trainers = trainersOf(graph, model.id)
      const callers = [...new Set(lineage.into(model.id).map((call) => call.caller))]
      if (trainers.length === 0 || callers.length === 0) continue
      const stores = callers
        .flatMap((caller) => graph.callsFrom(caller))
        .flatMap((flow) => graph.component(flow.callee) ?? [])
        .filter((store) => hasField(context, store, 'sharedCode'))
      const [store] = stores
      if (store === undefined) {
        if (!context.complete('data', model.id)) {
          const text = 'Does the same code compute what a model is trained on and what it is asked with?'
          yield askTopic(context, 'topic.features', text, 'Data science')
          continue
        }
      } else {
        const standing = standSetting(context, 'data', store, 'sharedCode')
        if (standing === 'unknown') yield askSetting(context, store, 'sharedCode')
        if (standing !== 'bad') continue
      }
      yield {
        type: 'found',
        anchors: [model.id],
        elements: [...trainers, ...callers, ...stores.map(({ id }) => id)],
        problem: `${listNames(graph, trainers)} and ${listNames(graph, callers)} compute what ${model.name} reads each in their own way${store === undefined ? '' : `, although ${store.name} stands between`}.`,
        fix: 'Compute features once, in shared code or a feature store, and compare samples of both sides.',
        ...(store === undefined
          ? {}
          : {
              quickFix: {
                label: `Plan shared code in ${store.name}`,
                patch: { components: { [store.id]: { settings: { sharedCode: true } } } },
              },
            }),
      }
    }
  },
})

/** Trainings whose result comes to this model as drawn, through tests and registries. */
function trainersOf(graph: Graph, model: Id): readonly Id[] {
  const trainers = new Set<Id>()
  const seen = new Set<Id>([model])
  const open = [model]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { flow } of [...graph.callsTo(id), ...graph.callsFrom(id)]) {
      if (flow.to !== id || seen.has(flow.from)) continue
      seen.add(flow.from)
      if (graph.has(flow.from, 'trains')) trainers.add(flow.from)
      else if (graph.has(flow.from, 'evaluates') || graph.has(flow.from, 'versions-models')) open.push(flow.from)
    }
  }
  return [...trainers].toSorted()
}

const neverRenewed = defineRule({
  id: 'DAT-08',
  lenses: ['check'],
  title: 'Documents are loaded once, and nothing brings what changes',
  severity: 'low',
  topic: 'data',
  why: 'Documents are added and changed every week. What nobody loads again answers from the past, and the work of loading it is missing in the bill.',
  references: [...iso42001('A.7.4')],
  falsePositive: 'The documents are an archive that never changes: then state a workload of none a month.',
  *check(context) {
    const { graph, estimate } = context
    const corpora = estimate.corpora ?? []
    // Whoever renews one has thought of it: another without a workload is a copy, or its part.
    if (corpora.some(({ isRenewalStated }) => isRenewalStated)) return
    for (const { source, loader, indexes } of corpora) {
      if (!context.complete('data', loader)) {
        const text = 'How many documents are added or changed in a month, and how often are they loaded?'
        yield { type: 'asked', on: loader, text, ask: 'Data owner' }
        continue
      }
      yield {
        type: 'found',
        anchors: [loader],
        elements: [source, ...indexes],
        problem: `${graph.name(loader)} loads what ${graph.name(source)} keeps once, and no workload brings it what is added or changed.`,
        fix: `Start an action at ${graph.name(loader)} and give it a workload: how many documents, and how often.`,
      }
    }
  },
})

export const dataLineage: readonly Rule[] = [untraceable, twoWaysOfCounting, neverRenewed]
