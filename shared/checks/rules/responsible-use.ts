import { known } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, askTopic, standSetting } from '../../findings/standing.ts'
import { figure, listNames } from '../../findings/wording.ts'
import { framedFallback } from '../../graph/framed.ts'
import type { CarriedAnswer } from '../../graph/lineage.ts'
import { aiAct, gdpr, iso42001, linddun, nist } from '../../findings/refer.ts'

/** Answers in which a model had a hand and that reach a person or a client. */
export function answersToPeople({ graph, lineage }: RuleContext): readonly CarriedAnswer[] {
  return lineage.answers.filter(
    (answer) =>
      (graph.has(answer.to, 'person') || graph.has(answer.to, 'client')) &&
      (answer.carried.some((carried) => carried.through.length > 0) || graph.has(answer.from, 'predicts')),
  )
}

const decidedWithoutPeople = defineRule({
  id: 'RAI-01',
  lenses: ['check', 'threat'],
  title: 'A decision on people is made without people',
  severity: 'high',
  topic: 'responsible-use',
  linddun: ['U'],
  why: 'Where an outcome weighs on somebody, a person has to be able to see it, stop it and answer for it.',
  references: [...aiAct('Art. 14'), ...gdpr('Art. 22'), ...nist('MAP 3.5')],
  stride: 'R',
  falsePositive: 'The outcome can be taken back before it weighs on anybody: then it assists, and does not decide.',
  verify:
    'Follow one decision of last week: a person who could have stopped it must have seen it before it took effect.',
  closedBy: ['approve-each-action'],
  *check(context) {
    const { graph, lineage } = context
    if (known(graph.design.context?.['decisionEffect']) !== 'significant') return
    const deciding = lineage.calls.filter(
      (call) => graph.has(call.callee, 'generates-text') || graph.has(call.callee, 'predicts'),
    )
    for (const action of new Set(deciding.map((call) => call.action))) {
      const calls = lineage.calls.filter((call) => call.action === action)
      const people = calls.filter((call) => graph.has(call.callee, 'human-gate'))
      const awaited = people.find((call) => graph.flow(call.flow)?.mode !== 'async' && isAlways(context, call.flow))
      if (awaited !== undefined) continue
      const model = deciding.find((call) => call.action === action)?.callee ?? ''
      const reviewer = people[0]?.callee
      if (reviewer === undefined && !context.complete('responsible-use')) {
        yield askTopic(
          context,
          'topic.human-review',
          'Does a person look at a decision before it takes effect?',
          'Business owner',
        )
        continue
      }
      yield {
        type: 'found',
        anchors: [model],
        elements: reviewer === undefined ? [] : [reviewer],
        problem:
          reviewer === undefined
            ? `${graph.name(model)} decides about people, and nobody sees the decision before it takes effect.`
            : people.every((call) => graph.flow(call.flow)?.mode === 'async')
              ? `What ${graph.name(model)} decides about people reaches ${graph.name(reviewer)} only after it has taken effect.`
              : `${graph.name(reviewer)} sees only a part of what ${graph.name(model)} decides about people before it takes effect.`,
        fix: 'Have a person who may overrule it decide before each outcome takes effect.',
      }
    }
  },
})

/** Called in every run: no share below one on its step. */
function isAlways({ graph }: RuleContext, flow: string): boolean {
  return graph.actions.some((action) =>
    Object.values(action.runs).some((run) =>
      run.steps.some((step) => step.type === 'call' && step.flow === flow && step.share === undefined),
    ),
  )
}

const noWayForDoubt = defineRule({
  id: 'RAI-02',
  lenses: ['check'],
  title: 'An unsure answer goes the same way as a sure one',
  severity: 'medium',
  topic: 'responsible-use',
  why: 'A model is sometimes wrong and never says so. Something has to catch low confidence: a threshold, a refusal, a person.',
  references: [...aiAct('Art. 15'), ...nist('MEASURE 2.3')],
  falsePositive: 'The answer is checked by whoever asked, and that is their job.',
  *check(context) {
    const { graph, lineage } = context
    const answers = answersToPeople(context)
    const [answer] = answers
    if (answer === undefined) return
    const isJudged = lineage.calls.some(
      (call) => graph.has(call.callee, 'gates') && call.carried.some((carried) => carried.through.length > 0),
    )
    // The framing sheet says of every kind of answer what is done in place of a wrong one; once all is drawn, it is drawn.
    if (isJudged || (framedFallback(graph) === true && !context.complete('responsible-use'))) return
    const models = [...new Set(answers.flatMap((each) => each.carried.flatMap((carried) => carried.through)))].filter(
      (id) => graph.has(id, 'generates-text'),
    )
    const model = models[0] ?? answer.from
    if (!context.complete('responsible-use')) {
      yield askTopic(
        context,
        'topic.low-confidence',
        'Does something catch it when the model is not sure: a threshold, a refusal, a person?',
        'Product owner',
      )
      return
    }
    yield {
      type: 'found',
      anchors: [model],
      elements: [answer.to, answer.flow],
      problem: `Whatever ${graph.name(model)} answers reaches ${graph.name(answer.to)}, sure or not.`,
      fix: `Send low confidence to a person, to a refusal or to a second source.`,
    }
  },
})

const reviewQueue = defineRule({
  id: 'RAI-03',
  aliases: ['AG-06'],
  lenses: ['check', 'threat'],
  title: 'Reviewers get more than they can read',
  severity: 'medium',
  topic: 'responsible-use',
  stride: 'R',
  why: 'People who cannot keep up click "approve". The gate is then only drawn.',
  references: [...aiAct('Art. 14'), ...nist('MAP 3.5')],
  falsePositive: 'Cases wait without harm, and the number on duty follows the queue.',
  verify: 'Slip ten wrong cases into a busy day: the reviewers have to catch them.',
  closedBy: ['reviews-by-risk'],
  softenedBy: [
    { control: 'trained-people', why: 'Who has learned what to look for still has not the time to look at so many.' },
    { control: 'model-judge', why: 'What a model passes as harmless nobody reads, and there the error stays.' },
  ],
  thresholds: { utilisation: 0.8 },
  *check({ graph, estimate, thresholds }) {
    for (const each of estimate.components) {
      const utilisation = each.utilisation ?? 0
      if (!graph.has(each.component, 'human-gate') || utilisation <= (thresholds['utilisation'] ?? 0.8)) continue
      const reviewers = graph.settings(each.component).number('reviewers') ?? 1
      const needed = Math.ceil((reviewers * utilisation) / (thresholds['utilisation'] ?? 0.8))
      const name = graph.name(each.component)
      yield {
        type: 'found',
        anchors: [each.component],
        elements: graph.callsTo(each.component).map((flow) => flow.caller),
        problem: `${figure(each.callsPerMonth, 0)} cases a month reach ${name}; at the peak that is ${figure(utilisation * 100, 0)} % of what ${figure(reviewers, 0)} on duty can read.`,
        fix: `Put ${needed} people on duty at ${name}, send fewer cases there, or make a case shorter.`,
        facts: { utilisation: figure(utilisation, 2) },
        cause: `full ${each.component}`,
        quickFix: {
          label: `Plan ${needed} people`,
          patch: { components: { [each.component]: { settings: { reviewers: needed } } } },
        },
      }
    }
  },
})

const hiddenMachine = defineRule({
  id: 'RAI-04',
  lenses: ['check', 'threat'],
  title: 'People are not told that a machine answers',
  severity: 'medium',
  topic: 'responsible-use',
  linddun: ['U'],
  why: 'Who talks to a machine has a right to know, and judges what it says by that.',
  references: [...aiAct('Art. 50'), ...iso42001('A.8.2'), ...linddun('U')],
  stride: 'R',
  falsePositive: 'Everybody who reads it has built it or knows it as a machine.',
  verify: 'Open it as a stranger: that a machine answers must stand there before the first answer.',
  closedBy: ['ai-notice'],
  *check(context) {
    const { graph } = context
    const shown = new Set(answersToPeople(context).map((answer) => answer.to))
    for (const client of graph.with('client')) {
      if (!shown.has(client.id)) continue
      const control = controlInPlace(graph, ['ai-notice'], [client.id])
      const isInternal = known(graph.design.context?.['audience']) === 'internal'
      const standing = standSetting(context, 'responsible-use', client, 'saysAi')
      if (standing === 'unknown' && control === undefined && !isInternal) yield askSetting(context, client, 'saysAi')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [client.id],
        problem: `${client.name} does not say that a machine answers ${
          listNames(
            graph,
            graph.callsTo(client.id).map((flow) => flow.caller),
          ) || 'people'
        }.`,
        fix: `Say in ${client.name}, before the first answer, that it is AI.`,
        severity: isInternal ? 'low' : 'medium',
        quickFix: { label: 'Plan the notice', patch: { components: { [client.id]: { settings: { saysAi: true } } } } },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

export const responsibleUse: readonly Rule[] = [decidedWithoutPeople, noWayForDoubt, reviewQueue, hiddenMachine]
