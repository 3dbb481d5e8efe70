import type { Component } from '../../design/design.ts'
import { known, truth } from '../../design/value.ts'
import { arrivalsAt } from '../../findings/arrivals.ts'
import { aiAct, gdpr, iso42001, nist } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { isPersonal } from '../../findings/sensitivity.ts'
import { askSetting, askTopic, hasField, standSetting } from '../../findings/standing.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import { actQuestions } from '../../governance/ai-act/questions.ts'
import { actAnswer, confirmedAnswer } from '../../governance/ai-act/read-answers.ts'
import { none } from '../../governance/ai-act/question.ts'
import { inferringBoxes } from '../../governance/model-boxes.ts'
import { byId, idsOf, joined } from '../at-work.ts'
import { isMissed, requirementsThat } from '../requirement-results.ts'

function decides({ graph }: RuleContext): boolean {
  return known(graph.design.context?.['decisionEffect']) === 'significant'
}

/** Models at work that personal data reach, in a design whose answers decide about people. */
function decidingModels(context: RuleContext): readonly Component[] {
  const { graph, lineage } = context
  if (!decides(context)) return []
  return byId(
    graph.components.filter(
      (model) =>
        (graph.has(model, 'predicts') || graph.has(model, 'generates-text')) &&
        lineage.into(model.id).some((call) => !graph.has(call.caller, 'evaluates')) &&
        arrivalsAt(context, model.id).some(({ asset }) => isPersonal(graph, asset) === true),
    ),
  )
}

const groupsUnseen = defineRule({
  id: 'RAI-08',
  lenses: ['check'],
  title: 'Nobody compares how groups of people fare',
  severity: 'medium',
  topic: 'responsible-use',
  why: 'A model can be right on average and wrong, again and again, for one group of people. Only a comparison between groups shows it.',
  references: [...aiAct('Art. 10'), ...nist('MEASURE 2.11')],
  falsePositive: 'The law forbids to know the groups, and another way was agreed: then name it.',
  *check(context) {
    const { graph } = context
    const [model, ...others] = decidingModels(context)
    if (model === undefined || comparesGroups(context)) return
    const tests = joined(graph, graph.with('evaluates')).filter((each) => hasField(context, each, 'fairness'))
    const open = tests.filter((test) => standSetting(context, 'responsible-use', test, 'fairness') === 'unknown')
    for (const test of open) yield askSetting(context, test, 'fairness')
    if (open.length > 0) return
    if (tests.length === 0 && !context.complete('responsible-use', model.id)) {
      const text = 'Are results compared between groups of people before a release?'
      yield askTopic(context, 'topic.fairness', text, 'Quality lead')
      return
    }
    const names = listNames(graph, [model.id, ...others.map(({ id }) => id)])
    const [test] = tests
    yield {
      type: 'found',
      anchors: [model.id],
      elements: [...others, ...tests].map(({ id }) => id),
      problem: `${names} ${others.length === 0 ? 'weighs' : 'weigh'} on people, and ${test === undefined ? 'no test on the drawing' : `not even ${test.name}`} compares results between groups.`,
      fix: `Compare error rates between groups of people ${test === undefined ? `for ${names}` : `in ${test.name}`}, with a limit that stops a release.`,
      ...(test === undefined
        ? {}
        : {
            quickFix: {
              label: `Plan the comparison in ${test.name}`,
              patch: { components: { [test.id]: { settings: { fairness: true } } } },
            },
          }),
    }
  },
})

/** A test, a monitor or an experiment says it does, or a requirement demands it. */
function comparesGroups({ graph }: RuleContext): boolean {
  const isRequired = (graph.design.requirements ?? []).some(({ metric }) => metric === 'quality.fairnessGap')
  return (
    isRequired ||
    graph.components.some((component) => {
      const settings = graph.settings(component)
      return settings.truth('fairness') === true || settings.truth('groupsCompared') === true
    })
  )
}

const withoutReasons = defineRule({
  id: 'RAI-09',
  lenses: ['check'],
  title: 'A decision comes without its reasons',
  severity: 'medium',
  topic: 'responsible-use',
  linddun: ['U'],
  why: 'Who is refused may ask why. Without reasons nobody can answer, and nobody can see that the reason was wrong.',
  references: [...aiAct('Art. 13', 'Art. 86'), ...gdpr('Art. 22'), ...nist('MEASURE 2.9')],
  falsePositive: 'The reasons come from a rule that is applied after the model: then draw it.',
  *check(context) {
    const { graph } = context
    const deciding = decidingModels(context)
    const deciders = new Set(idsOf(deciding))
    for (const model of deciding.filter((each) => hasField(context, each, 'explains'))) {
      const standing = standSetting(context, 'responsible-use', model, 'explains')
      if (standing === 'unknown') yield askSetting(context, model, 'explains')
      if (standing === 'bad') yield unexplained(model)
    }
    const silent = deciding.filter((each) => !hasField(context, each, 'explains'))
    const [first] = silent
    if (first !== undefined && silent.length === deciding.length && !showsSources(context)) {
      if (context.complete('responsible-use', first.id)) yield unexplained(first)
      else {
        const text = 'Do the people concerned learn the main reasons of a decision?'
        yield askTopic(context, 'topic.reasons', text, 'Product owner')
      }
    }
    for (const { requirement, result } of requirementsThat(context, isMissed, isAboutReasons)) {
      const model = result.elements.find((id) => !deciders.has(id))
      const component = model === undefined ? undefined : graph.component(model)
      if (component !== undefined) yield unexplained(component, requirement.name ?? 'a requirement')
    }

    function unexplained(model: Component, required?: string) {
      const hasSwitch = hasField(context, model, 'explains')
      return {
        type: 'found' as const,
        anchors: [model.id],
        problem:
          required === undefined
            ? `${model.name} gives results about people without reasons.`
            : `${model.name} gives results without reasons, which ${required} asks for.`,
        fix: `Return the reasons with each result of ${model.name}: what weighed most, or the passages it rests on.`,
        ...(hasSwitch
          ? {
              quickFix: {
                label: 'Plan reasons with each result',
                patch: { components: { [model.id]: { settings: { explains: true } } } },
              },
            }
          : {}),
      }
    }
  },
})

function isAboutReasons(metric: string): boolean {
  return metric === 'explanation.coverage'
}

function showsSources({ graph }: RuleContext): boolean {
  return graph.with('client').some((client) => graph.settings(client).truth('citations') === true)
}

const reviewerWithoutPower = defineRule({
  id: 'RAI-12',
  lenses: ['check'],
  title: 'The reviewer may look but not change',
  severity: 'medium',
  topic: 'responsible-use',
  linddun: ['U'],
  why: 'A person who cannot overrule the machine is there for show; the law counts the decision as automated.',
  references: [...aiAct('Art. 14'), ...gdpr('Art. 22')],
  falsePositive: 'Somebody behind this desk may overrule: then draw that desk.',
  *check(context) {
    const { graph, lineage } = context
    if (!decides(context)) return
    for (const reviewer of graph.with('human-gate')) {
      if (!hasField(context, reviewer, 'canOverride') || lineage.into(reviewer.id).length === 0) continue
      const standing = standSetting(context, 'responsible-use', reviewer, 'canOverride')
      if (standing === 'unknown') yield askSetting(context, reviewer, 'canOverride')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [reviewer.id],
        elements: graph.callsTo(reviewer.id).map((flow) => flow.caller),
        problem: `${reviewer.name} sees results about people and cannot change or stop them.`,
        fix: `Give ${reviewer.name} the right, the time and the knowledge to overrule a result.`,
        quickFix: {
          label: 'Plan the right to overrule',
          patch: { components: { [reviewer.id]: { settings: { canOverride: true } } } },
        },
      }
    }
  },
})

const forbiddenPurpose = defineRule({
  id: 'RAI-11',
  lenses: ['check'],
  title: 'The purpose may be forbidden',
  severity: 'high',
  topic: 'responsible-use',
  why: 'A few uses of AI are banned in the EU, with the highest fines of the act. No safeguard makes them lawful.',
  references: [...aiAct('Art. 5'), ...iso42001('A.5.4')],
  falsePositive: 'An exception of the article holds: then accept it with the opinion of counsel.',
  *check(context) {
    const { graph } = context
    const question = actQuestions.find(({ id }) => id === 'prohibited-practice')
    const euNexus = truth(graph.design.context?.['euNexus'])
    const [box] = inferringBoxes(graph)
    if (question === undefined || euNexus === false || box === undefined) return
    const chosen = confirmedAnswer(graph.design.answers, question)?.options
    const practices = question.options.filter(({ value }) => value !== none && chosen?.includes(value) === true)
    if (practices.length > 0) {
      const words = listWords(practices.map(({ label, provision }) => `"${label}" (Art. ${provision ?? '5'})`))
      yield {
        type: 'found',
        anchors: [box.id],
        problem: `Of this system was said: ${words}.`,
        fix: 'Stop here until counsel has seen it, and draw what is left without that purpose.',
      }
    }
    if (chosen !== undefined || euNexus !== true || !hasCause(context)) return
    yield askTopic(context, actAnswer(question.id), question.text, question.ask ?? 'Legal')
  },
})

/** What the drawing shows of bans: bodies that are told apart, or decisions that weigh on people. */
function hasCause(context: RuleContext): boolean {
  const { graph } = context
  return decides(context) || graph.components.some((component) => graph.settings(component).truth('biometric') === true)
}

export const decisionsOnPeople: readonly Rule[] = [groupsUnseen, withoutReasons, reviewerWithoutPower, forbiddenPurpose]
