import type { Component } from '../../design/design.ts'
import { aws, azure, iso42001, nist } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, askTopic, standSetting } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import { idsOf, isTrial, joined, modelsAtWork, standTogether } from '../at-work.ts'
import { askRelease } from '../topic-questions.ts'

/** Whether the drawing says anything about how changes go live. */
function hasPipeline(graph: Graph): boolean {
  return joined(graph, graph.with('releases')).length > 0
}

const noWayBack = defineRule({
  id: 'OPS-01',
  lenses: ['check'],
  title: 'A bad version cannot be taken back',
  severity: 'medium',
  topic: 'release',
  why: 'A prompt is changed in a minute and can spoil every answer. Going back has to take a minute too.',
  references: [...azure('OE:11'), ...aws('GENOPS03-BP01')],
  *check(context) {
    const { graph } = context
    const pipelines = graph.with('releases').map((box) => ({ box, what: 'release' }))
    const registries = graph.with('versions-prompts').map((box) => ({ box, what: 'prompt' }))
    for (const { box, what } of [...registries, ...pipelines]) {
      const standing = standSetting(context, 'release', box, 'rollback')
      if (standing === 'unknown') yield askSetting(context, box, 'rollback')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [box.id],
        problem: `A new ${what} in ${box.name} replaces the old one for good.`,
        fix: `Keep versions in ${box.name} and let one switch put the last good one back.`,
        quickFix: {
          label: 'Plan the way back',
          patch: { components: { [box.id]: { settings: { rollback: true } } } },
        },
      }
    }
  },
})

const promptsInCode = defineRule({
  id: 'OPS-02',
  lenses: ['check'],
  title: 'Prompts have no versions',
  severity: 'medium',
  topic: 'release',
  why: 'A prompt is the program. Without versions nobody knows which one gave the answer that a customer complains about.',
  references: [...aws('GENOPS03-BP01', 'GENREL04-BP01')],
  falsePositive: 'The prompt lives in the code and is released with it: then say so.',
  *check(context) {
    const { graph } = context
    if (graph.with('versions-prompts').length > 0) return
    const models = modelsAtWork(context).filter((model) => graph.has(model, 'generates-text'))
    const accused = models.filter(({ id }) => context.complete('release', id))
    const [first] = accused
    if (first !== undefined) {
      yield {
        type: 'found',
        anchors: [first.id],
        elements: idsOf(accused),
        problem: `Nothing keeps versions of what ${listNames(graph, idsOf(accused))} is told.`,
        fix: 'Keep prompts in a registry with versions, reviews and a way back.',
        ...causeOf(graph),
      }
    }
    for (const { id } of models.filter((model) => !accused.includes(model))) {
      if (hasPipeline(graph))
        yield askTopic(context, 'topic.prompts', 'Do prompts have versions, as code has?', 'Engineering', id)
      else if (!isTrial(graph)) yield askRelease(context, id)
    }
  },
})

/** While nothing of a release is drawn, what is missing of it is one line. */
function causeOf(graph: Graph): { readonly cause?: string } {
  return hasPipeline(graph) ? {} : { cause: 'no release' }
}

const releasedByHand = defineRule({
  id: 'OPS-04',
  lenses: ['check'],
  title: 'Changes reach production by hand',
  severity: 'medium',
  topic: 'release',
  why: 'What one person copies by hand is neither tested nor repeatable, and nobody can say what runs.',
  references: [...aws('GENOPS04-BP02'), ...azure('OE:11'), ...iso42001('A.6.2.5')],
  falsePositive: 'A pipeline of the whole house releases it: then say so.',
  *check(context) {
    const { graph } = context
    if (isTrial(graph)) return
    const models = modelsAtWork(context)
    if (models.length === 0 || releasesReach(context, models)) return
    const accused = models.filter(({ id }) => context.complete('release', id))
    const [first] = accused
    if (first !== undefined) {
      yield {
        type: 'found',
        anchors: [first.id],
        elements: idsOf(accused),
        problem: `No pipeline on the drawing leads to ${listNames(graph, idsOf(accused))}, or to what asks it.`,
        fix: 'Let a pipeline build, evaluate and release prompts, settings and models, and nothing else change them.',
        ...causeOf(graph),
      }
    }
    for (const { id } of models) if (!context.complete('release', id)) yield askRelease(context, id)
  },
})

/**
 * Whether a pipeline, or a training whose models are kept by version, leads along drawn arrows to a model at work, to
 * who calls one, or to the prompts.
 */
function releasesReach({ graph, lineage }: RuleContext, models: readonly Component[]): boolean {
  const working = new Set([
    ...idsOf(models),
    ...idsOf(graph.with('versions-prompts')),
    ...models.flatMap(({ id }) => lineage.into(id).map((call) => call.caller)),
  ])
  const stores = graph.with('versions-models').length > 0 ? graph.with('trains') : []
  const open = [...idsOf(graph.with('releases')), ...idsOf(stores)]
  const visited = new Set(open)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { flow } of [...graph.callsFrom(id), ...graph.callsTo(id)]) {
      if (flow.from !== id || visited.has(flow.to)) continue
      if (working.has(flow.to)) return true
      visited.add(flow.to)
      open.push(flow.to)
    }
  }
  return false
}

const allAtOnce = defineRule({
  id: 'OPS-05',
  lenses: ['check'],
  title: 'A new version meets everybody at once',
  severity: 'low',
  topic: 'release',
  why: 'Tests hold what somebody thought of. A small share of real requests shows the rest while few are harmed.',
  references: [...azure('OE:11'), ...nist('MANAGE 4.1')],
  falsePositive: 'So few people use it that a share of them tells nothing.',
  *check(context) {
    const { graph } = context
    if (modelsAtWork(context).length === 0 || joined(graph, graph.with('splits-traffic')).length > 0) return
    const pipelines = joined(graph, graph.with('releases'))
    const { unknown, lacking } = standTogether(context, 'release', pipelines, 'gradual')
    for (const box of unknown) yield askSetting(context, box, 'gradual')
    const [first] = lacking
    if (first === undefined) return
    yield {
      type: 'found',
      anchors: [first.id],
      elements: idsOf(lacking),
      problem: `${first.name} puts a new version before all users in one step.`,
      fix: `Let ${first.name} send a copy of the traffic, or a few percent of it, to the new version first, and compare.`,
      quickFix: {
        label: 'Plan a release in steps',
        patch: { components: { [first.id]: { settings: { gradual: true } } } },
      },
    }
  },
})

/** How changes of models and prompts go live, and come back. */
export const release: readonly Rule[] = [noWayBack, promptsInCode, releasedByHand, allAtOnce]
