import type { Component } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, askTopic, standSetting } from '../../findings/standing.ts'
import { figure, listNames } from '../../findings/wording.ts'
import { aws, azure, iso42001, nist } from '../../findings/refer.ts'

/** Models that work in the product: called, and not only by an evaluation. */
function modelsAtWork({ graph, lineage }: RuleContext): readonly Component[] {
  return graph.components.filter(
    (component) =>
      (graph.has(component, 'generates-text') || graph.has(component, 'predicts')) &&
      lineage.into(component.id).some((call) => !graph.has(call.caller, 'evaluates')),
  )
}

const noEvaluation = defineRule({
  id: 'EVL-01',
  lenses: ['check'],
  title: 'Nothing measures whether answers are right',
  severity: 'medium',
  topic: 'evaluation',
  why: 'Without a measure nobody knows whether a change made it better, and quality becomes a matter of taste.',
  references: [...aws('GENOPS01-BP01'), ...nist('MEASURE 2.3'), ...iso42001('A.6.2.4')],
  *check(context) {
    const { graph } = context
    const models = modelsAtWork(context)
    const evaluations = graph
      .with('evaluates')
      .filter((each) => graph.callsTo(each.id).length + graph.callsFrom(each.id).length > 0)
    if (models.length === 0 || evaluations.length > 0) return
    if (!context.complete('evaluation')) {
      yield askTopic(
        context,
        'topic.evaluation',
        'How is it measured whether answers are right, before and after release?',
        'Quality lead',
      )
      return
    }
    const [first] = models
    if (first === undefined) return
    yield {
      type: 'found',
      anchors: [first.id],
      elements: models.map((model) => model.id),
      problem: `Nothing on the drawing measures what ${listNames(
        graph,
        models.map((model) => model.id),
      )} answers.`,
      fix: 'Add an evaluation with reference answers that can stop a release, and sample answers in use.',
    }
  },
})

const selfJudgement = defineRule({
  id: 'EVL-06',
  lenses: ['check'],
  title: 'A model judges its own answers',
  severity: 'medium',
  topic: 'evaluation',
  why: 'Models prefer their own style. Without people who check samples, the score measures likeness, not quality.',
  references: [...nist('MEASURE 2.3'), ...iso42001('A.6.2.4')],
  *check(context) {
    const { graph } = context
    const workers = modelsAtWork(context)
    for (const evaluation of graph.with('evaluates')) {
      const judges = graph.callsFrom(evaluation.id).flatMap((flow) => graph.component(flow.callee) ?? [])
      const judge = judges.find(
        (each) => graph.has(each, 'generates-text') && workers.some((worker) => isSameModel(worker, each)),
      )
      if (judge === undefined) continue
      const standing = standSetting(context, 'evaluation', evaluation, 'humanCalibration')
      if (standing === 'unknown') yield askSetting(context, evaluation, 'humanCalibration')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [evaluation.id],
        elements: [judge.id],
        problem: `${evaluation.name} lets ${judge.name} judge answers of the same model, and no person checks the judge.`,
        fix: `Judge with another model, and have people score a sample to see whether ${evaluation.name} agrees with them.`,
        quickFix: {
          label: 'Plan samples judged by people',
          patch: { components: { [evaluation.id]: { settings: { humanCalibration: true } } } },
        },
      }
    }
  },
})

function isSameModel(a: Component, b: Component): boolean {
  const product = known(a.product)
  return a.id === b.id || (product !== undefined && product === known(b.product))
}

const noWayBack = defineRule({
  id: 'OPS-01',
  lenses: ['check'],
  title: 'A bad prompt cannot be taken back',
  severity: 'medium',
  topic: 'release',
  why: 'A prompt is changed in a minute and can spoil every answer. Going back has to take a minute too.',
  references: [...azure('OE:11'), ...aws('GENOPS03-BP01')],
  *check(context) {
    const { graph } = context
    for (const registry of graph.with('versions-prompts')) {
      const standing = standSetting(context, 'release', registry, 'rollback')
      if (standing === 'unknown') yield askSetting(context, registry, 'rollback')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [registry.id],
        problem: `A new prompt in ${registry.name} replaces the old one for good.`,
        fix: `Keep versions in ${registry.name} and let one switch put the last good one back.`,
        quickFix: {
          label: 'Plan the way back',
          patch: { components: { [registry.id]: { settings: { rollback: true } } } },
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
  falsePositive: 'The prompt lives in the code and is released with it: then accept it.',
  *check(context) {
    const { graph } = context
    const models = modelsAtWork(context).filter((model) => graph.has(model, 'generates-text'))
    const [first] = models
    if (first === undefined || graph.with('versions-prompts').length > 0) return
    if (!context.complete('release')) {
      yield askTopic(context, 'topic.prompts', 'Where do prompts live, and who may change them?', 'Engineering')
      return
    }
    yield {
      type: 'found',
      anchors: [first.id],
      elements: models.map((model) => model.id),
      problem: `Nothing keeps versions of what ${listNames(
        graph,
        models.map((model) => model.id),
      )} is told.`,
      fix: 'Keep prompts in a registry with versions, reviews and a way back.',
    }
  },
})

const embeddingMismatch = defineRule({
  id: 'DAT-06',
  lenses: ['check'],
  title: 'Questions and documents are embedded differently',
  severity: 'high',
  topic: 'retrieval',
  why: 'Vectors of two models live in two spaces: the search returns noise that looks like results.',
  references: [...iso42001('A.7.4')],
  *check({ graph, lineage }) {
    for (const index of graph.with('answers-search')) {
      const writers = callersOf('write')
      const readers = callersOf('read')
      for (const written of embeddersOf(writers)) {
        for (const asked of embeddersOf(readers)) {
          const [a, b] = [spaceOf(written), spaceOf(asked)]
          if (
            a.product === undefined ||
            b.product === undefined ||
            (a.product === b.product && a.dimensions === b.dimensions)
          )
            continue
          yield {
            type: 'found',
            anchors: [index.id],
            elements: [written.id, asked.id],
            problem: `${index.name} is filled with ${written.name} (${a.words}) and asked with ${asked.name} (${b.words}).`,
            fix: `Use one embedding model for both ways, and fill ${index.name} again after a change.`,
          }
          return
        }
      }

      function callersOf(access: 'read' | 'write'): readonly string[] {
        return [
          ...new Set(
            lineage
              .into(index.id)
              .filter((call) => call.does.includes(access))
              .map((call) => call.caller),
          ),
        ]
      }
      function embeddersOf(callers: readonly string[]): readonly Component[] {
        const called = lineage.calls
          .filter((call) => callers.includes(call.caller))
          .flatMap((call) => graph.component(call.callee) ?? [])
        return [...new Set(called)].filter((component) => graph.has(component, 'embeds'))
      }
    }

    function spaceOf(embedder: Component): {
      product: string | undefined
      dimensions: number | undefined
      words: string
    } {
      const product = known(embedder.product)
      const dimensions = graph.settings(embedder).number('dimensions')
      return {
        product,
        dimensions,
        words: `${product ?? 'unknown'}${dimensions === undefined ? '' : `, ${figure(dimensions, 0)} dimensions`}`,
      }
    }
  },
})

export const quality: readonly Rule[] = [noEvaluation, selfJudgement, noWayBack, promptsInCode, embeddingMismatch]
