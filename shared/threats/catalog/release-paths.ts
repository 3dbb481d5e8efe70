import type { Component } from '../../design/design.ts'
import { rate } from '../../findings/rate.ts'
import { asi, atlas, llm, nistAml, owaspMl } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askTopic, hasField } from '../../findings/standing.ts'
import { listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Path } from '../../graph/paths.ts'
import { checkpoint, cutOf, judgeWay, planCheck, wayPast } from '../ways-past.ts'

/** Models that answer requests. */
function servingModels({ graph, lineage }: RuleContext): readonly Component[] {
  return graph.components.filter(
    (each) => (graph.has(each, 'predicts') || graph.has(each, 'generates-text')) && lineage.into(each.id).length > 0,
  )
}

const unapprovedModel = defineRule({
  id: 'TRN-03',
  lenses: ['threat'],
  title: 'A new model goes live unapproved',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'T',
  why: 'Whoever can start a training, or write one file, then decides what production answers. A gate that somebody else holds makes it two.',
  references: [...llm('LLM05'), ...atlas('T0018'), ...owaspMl('ML10')],
  falsePositive: 'Approval is given in another system that holds the release back: then say so on the registry.',
  verify: 'Register a harmless marked model without approval and see that production keeps answering with the old one.',
  closedBy: ['approve-promotion', 'reviewed-changes'],
  looksAt: (context) => servingModels(context).map(({ id }) => id),
  *check(context) {
    const { graph } = context
    const isGate = (each: Component): boolean =>
      graph.has(each, 'deterministic-gate') || graph.settings(each).truth('gatesRelease') === true
    const approval = checkpoint(context, ['approvesPromotion'], isGate)
    for (const model of servingModels(context)) {
      for (const training of graph.with('trains')) {
        const way = wayPast(graph, training.id, model.id, approval)
        // A test whose result stops nothing is the line of another rule.
        if (way === undefined || hasIdleTest(graph, way.path)) continue
        yield* judgeWay(context, way, model, {
          ask: () =>
            askTopic(
              context,
              'topic.release',
              'Do changes of models and prompts have versions, tests and a way back before they go live?',
              'Engineering',
              model.id,
            ),
          fields: approval.fields,
          found: (gap) => ({
            type: 'found',
            anchors: [training.id, model.id],
            path: way.path,
            problem: `What ${training.name} makes reaches ${model.name}${gap === undefined ? '' : ` through ${gap.name}`}, and nobody has to allow it.`,
            fix: `Let ${gap?.name ?? 'a registry'} hand a model to ${model.name} only after tests have passed and a second person has said yes.`,
            remedy: {
              control: 'approve-promotion',
              title: `An approval before ${model.name}`,
              at: cutOf(graph, way.path),
              strength: 'deterministic',
            },
            ...(gap === undefined ? {} : { quickFix: planCheck(gap, 'approvesPromotion', 'Plan the approval') }),
          }),
        })
      }
    }
  },
})

function hasIdleTest(graph: Graph, path: Path): boolean {
  return path.some((id) => graph.component(id) !== undefined && graph.settings(id).truth('gatesRelease') === false)
}

const unverifiedSupply = defineRule({
  id: 'P-14',
  lenses: ['threat'],
  title: 'What outsiders made goes live unverified',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'T',
  why: 'A model or a data set of others can hold code, a planted answer or a copied name. A signature proves whose it is, a test what it does; the way into production needs both.',
  references: [
    ...llm('LLM04'),
    ...asi('ASI04'),
    ...atlas('T0010.002', 'T0010.003'),
    ...nistAml('NISTAML.051'),
    ...owaspMl('ML06'),
  ],
  falsePositive: 'The supplier is bound by contract to sign and test, and somebody of ours sees the proof.',
  verify:
    'Offer a copy with one changed byte and a copy with a wrong answer planted: the first must be refused by its signature, the second by the tests.',
  closedBy: ['verify-artefacts'],
  softenedBy: [
    {
      control: 'anomaly-watch',
      why: 'A planted answer waits for its sign; until somebody shows it, there is nothing unusual to see.',
    },
  ],
  looksAt: (context) => servingModels(context).map(({ id }) => id),
  *check(context) {
    const { graph } = context
    const signature = checkpoint(context, ['signed', 'scanned'], () => false)
    const tests = checkpoint(context, ['gatesRelease'], (each) => graph.has(each, 'deterministic-gate'))
    // What a vendor serves it also makes: there is nothing of it that we could check.
    for (const model of servingModels(context).filter((each) => !graph.has(each, 'vendor-hosted'))) {
      for (const supplier of suppliers(graph, model)) {
        for (const [checks, missing] of [
          [signature, 'a checked signature'],
          [tests, 'a test that can refuse it'],
        ] as const) {
          const way = wayPast(graph, supplier.id, model.id, checks)
          if (way === undefined) continue
          const goods = goodsOn(graph, way.path)
          if (goods.length === 0) continue
          yield* judgeWay(context, way, model, {
            ask: () =>
              askTopic(
                context,
                'topic.artefacts',
                'Is each model and data set of others checked by signature and by tests before it goes live?',
                'Security',
                model.id,
              ),
            fields: checks.fields,
            found: (gap) => ({
              type: 'found',
              anchors: [supplier.id, model.id],
              path: way.path,
              problem: `${listWords(goods)} of ${supplier.name} ${goods.length === 1 ? 'comes' : 'come'} to ${model.name} without ${missing}.`,
              fix: `Refuse what has no known hash or signature, and test it before ${model.name} serves it, on every way from ${supplier.name}.`,
              rating: rate(
                [{ steps: 3, why: 'somebody else makes it' }],
                [{ steps: 4, why: 'it answers in production' }],
              ),
              remedy: {
                control: 'verify-artefacts',
                title: `Verify what comes from ${supplier.name}`,
                at: cutOf(graph, way.path),
                strength: 'deterministic',
              },
              cause: `supply ${supplier.id} ${model.id}`,
              ...(gap === undefined
                ? {}
                : {
                    quickFix: planCheck(
                      gap,
                      checks.fields.find((field) => hasField(context, gap, field)) ?? '',
                      'Plan the check',
                    ),
                  }),
            }),
          })
        }
      }
    }
  },
})

/** Who stands in another organisation than the model. */
function suppliers(graph: Graph, model: Component): readonly Component[] {
  const ours = graph.facets(model.id).organisation.value
  return graph.components.filter(({ id }) => {
    const theirs = graph.facets(id).organisation.value
    return ours !== undefined && theirs !== undefined && theirs !== ours
  })
}

/** What is handed over by the first arrow of a way, by name. */
function goodsOn(graph: Graph, path: Path): readonly string[] {
  const first = path.slice(0, 2).flatMap((id) => graph.flow(id) ?? [])
  return first.flatMap((flow) => graph.requestData(flow)).map(({ name }) => name)
}

/** The ways into production, of what we train and of what others made. */
export const releasePaths: readonly Rule[] = [unapprovedModel, unverifiedSupply]
