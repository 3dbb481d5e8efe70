import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { aiAct, aws, awsAgentic, iso42001, nist } from '../../findings/refer.ts'
import { defineRule, type Found, type Outcome, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, hasField, stand, standSetting } from '../../findings/standing.ts'
import { isUntrusted } from '../../findings/influence.ts'
import { listNames } from '../../findings/wording.ts'
import { framedNotice } from '../../graph/framed.ts'
import { agentsAtWork, idsOf, isTrial, joined, modelsAtWork, searchingWriters, standTogether } from '../at-work.ts'
import { askEvaluation } from '../topic-questions.ts'

/** Evaluations that something joins: what no rule of this topic says while there is none is EVL-01's to ask. */
function evaluationsIn({ graph }: RuleContext): readonly Component[] {
  return joined(graph, graph.with('evaluates'))
}

/** Says of evaluations what one of them has to do for all: asks while nobody knows, accuses once all are known not to. */
function* expectOne(
  context: RuleContext,
  boxes: readonly Component[],
  field: string,
  say: (
    first: Component,
  ) => Pick<Found, 'problem' | 'fix'> & { readonly label: string; readonly elements?: readonly Id[] },
): Iterable<Outcome> {
  const { unknown, lacking } = standTogether(context, 'evaluation', boxes, field)
  for (const box of unknown) yield askSetting(context, box, field)
  const [first] = lacking
  if (first === undefined) return
  const { label, elements = [], ...words } = say(first)
  yield {
    type: 'found',
    anchors: [first.id],
    elements: [...idsOf(lacking), ...elements],
    ...words,
    quickFix: { label, patch: { components: { [first.id]: { settings: { [field]: true } } } } },
  }
}

const noEvaluation = defineRule({
  id: 'EVL-01',
  lenses: ['check'],
  title: 'Nothing measures whether answers are right',
  severity: 'medium',
  topic: 'evaluation',
  why: 'Without a measure nobody knows whether a change made it better, and quality becomes a matter of taste.',
  references: [...aws('GENOPS01-BP01'), ...nist('MEASURE 2.3'), ...iso42001('A.6.2.4')],
  falsePositive: 'A test bench of another team measures it: then say so, or draw it.',
  *check(context) {
    const { graph } = context
    if (evaluationsIn(context).length > 0) return
    const models = modelsAtWork(context)
    const accused = models.filter(({ id }) => context.complete('evaluation', id))
    const [first] = accused
    if (first !== undefined) {
      yield {
        type: 'found',
        anchors: [first.id],
        elements: idsOf(accused),
        problem: `Nothing on the drawing measures what ${listNames(graph, idsOf(accused))} answers.`,
        fix: 'Add an evaluation with reference answers that can stop a release, and sample answers in use.',
      }
    }
    // The framing sheet says of every kind of answer who notices that it is wrong.
    if (framedNotice(graph) === true) return
    for (const { id } of models.filter((model) => !accused.includes(model))) {
      yield askEvaluation(context, id)
    }
  },
})

const nothingStopped = defineRule({
  id: 'EVL-02',
  lenses: ['check'],
  title: 'A bad result stops no release',
  severity: 'medium',
  topic: 'evaluation',
  why: 'A measure that nothing depends on is read after the harm. A gate makes the worse version wait.',
  references: [...nist('MEASURE 2.3'), ...iso42001('A.6.2.4', 'A.6.2.5'), ...aiAct('Art. 17')],
  falsePositive: 'A person reads each result and decides: then that person is the gate.',
  *check(context) {
    const { graph } = context
    const evaluations = evaluationsIn(context)
    if (evaluations.length === 0) return
    const gates = [...evaluations, ...joined(graph, graph.with('releases'))]
    yield* expectOne(context, gates, 'gatesRelease', (first) => ({
      problem: `${first.name} measures, and a release goes out whatever it finds.`,
      fix: `Set limits for what ${first.name} measures, and let a release wait that misses one.`,
      label: 'Plan a gate before releases',
    }))
  },
})

const noReferenceAnswers = defineRule({
  id: 'EVL-03',
  lenses: ['check'],
  title: 'Answers are compared with no agreed answer',
  severity: 'medium',
  topic: 'evaluation',
  why: 'Without answers that people agreed on, a score says how fluent a text is, not whether it is true.',
  references: [...aws('GENPERF01-BP01'), ...nist('MEASURE 2.5'), ...iso42001('A.6.2.4')],
  falsePositive: 'Each answer can be checked by code, as a number or a query can.',
  *check(context) {
    yield* expectOne(context, evaluationsIn(context), 'goldenSet', (first) => ({
      problem: `${first.name} has no questions with agreed answers to compare with.`,
      fix: `Collect some hundred real questions, let those who know agree on the answers, and name who keeps the set.`,
      label: 'Plan a set of reference answers',
    }))
  },
})

const notWatchedInUse = defineRule({
  id: 'EVL-04',
  lenses: ['check'],
  title: 'Quality is not watched once people use it',
  severity: 'medium',
  topic: 'evaluation',
  why: 'Questions, documents and models change after the release. What nobody samples gets worse without a sign.',
  references: [...aws('GENOPS02-BP02'), ...nist('MEASURE 2.4', 'MANAGE 4.1'), ...aiAct('Art. 72')],
  falsePositive: 'People read every answer before it is used.',
  *check(context) {
    const { graph, lineage } = context
    const evaluations = evaluationsIn(context)
    if (isTrial(graph) || joined(graph, graph.with('watches-drift')).length > 0) return
    // Called while somebody waits or beside it, or fed from what was recorded: it sees what runs.
    const seesUse = ({ id }: Component): boolean =>
      lineage.into(id).length > 0 ||
      [...graph.callsFrom(id), ...graph.callsTo(id)].some(
        ({ caller, callee }) => graph.has(caller, 'observes') || graph.has(callee, 'observes'),
      )
    if (evaluations.some(seesUse)) return
    const read = evaluations
      .filter((box) => hasField(context, box, 'measures'))
      .map((box) => {
        const measures = graph.settings(box).text('measures')
        const isGood = measures === undefined ? undefined : measures !== 'offline'
        return { box, standing: stand(context, 'evaluation', isGood, graph.stated(box, 'measures'), box.id) }
      })
    if (read.some(({ standing }) => standing === 'good')) return
    const open = read.filter(({ standing }) => standing === 'unknown')
    for (const { box } of open) yield askSetting(context, box, 'measures')
    const [first] = read
    if (first === undefined || open.length > 0) return
    yield {
      type: 'found',
      anchors: [first.box.id],
      elements: idsOf(evaluations),
      problem: `${first.box.name} measures before releases, and nothing samples what is answered afterwards.`,
      fix: `Let ${first.box.name} judge a sample of real answers, and call somebody when the score falls.`,
      quickFix: {
        label: 'Plan samples of real answers',
        patch: { components: { [first.box.id]: { settings: { measures: 'both' } } } },
      },
    }
  },
})

const searchUnmeasured = defineRule({
  id: 'EVL-05',
  lenses: ['check'],
  title: 'Whether the search finds the right passages is not measured',
  severity: 'medium',
  topic: 'evaluation',
  why: 'Most wrong answers over documents are wrong searches. A score of the whole does not say which part failed.',
  references: [...aws('GENPERF01-BP01'), ...nist('MEASURE 2.5')],
  *check(context) {
    const { graph } = context
    const writers = searchingWriters(context)
    if (writers.length === 0 || isRequired(context, 'quality.retrievalPrecision')) return
    const indexes = writers.flatMap(({ id }) =>
      graph.callsFrom(id).flatMap(({ callee }) => (graph.has(callee, 'answers-search') ? [callee] : [])),
    )
    yield* expectOne(context, evaluationsIn(context), 'retrieval', (first) => ({
      problem: `${first.name} measures answers, and not what ${listNames(graph, indexes)} finds.`,
      fix: `Measure precision and recall of ${listNames(graph, indexes)} on the same questions.`,
      label: 'Plan a measure of the search',
      elements: [...new Set(indexes)],
    }))
  },
})

const tasksUnmeasured = defineRule({
  id: 'EVL-08',
  lenses: ['check'],
  title: 'Whether the agent does its tasks is not measured',
  severity: 'medium',
  topic: 'evaluation',
  why: 'An agent can answer politely and have done nothing, or the wrong thing. Only the task says so.',
  references: [...awsAgentic('AGENTPERF01-BP01'), ...nist('MEASURE 2.3')],
  *check(context) {
    const { graph } = context
    const agents = agentsAtWork(context)
    if (agents.length === 0 || isRequired(context, 'quality.taskSuccess')) return
    yield* expectOne(context, evaluationsIn(context), 'tasks', (first) => ({
      problem: `${first.name} measures answers, and not whether ${listNames(graph, idsOf(agents))} did the task.`,
      fix: `Measure the share of tasks done to the end, and how often the right tool was called with the right arguments.`,
      label: 'Plan a measure of tasks',
      elements: idsOf(agents),
    }))
  },
})

/** A requirement on the same measure is the promise to measure it: its own verdict asks for the result. */
function isRequired({ graph }: RuleContext, metric: string): boolean {
  return (graph.design.requirements ?? []).some((requirement) => requirement.metric === metric)
}

const noAttacksTried = defineRule({
  id: 'EVL-07',
  lenses: ['check'],
  title: 'Nobody attacks it before others do',
  severity: 'medium',
  topic: 'evaluation',
  why: 'Outsiders try what no test of good questions tries, and an agent turns a success into an act.',
  references: [...nist('MEASURE 2.6', 'MEASURE 2.7'), ...aiAct('Art. 15')],
  falsePositive: 'A security team tests it apart from the evaluation that is drawn.',
  *check(context) {
    const { graph } = context
    const agents = agentsAtWork(context)
    const outsider = outsidersIn(context)
    if (outsider === undefined && agents.length === 0) return
    yield* expectOne(context, evaluationsIn(context), 'adversarial', (first) => ({
      problem: `${first.name} tries no attack, though ${outsider === undefined ? `${listNames(graph, idsOf(agents))} chooses its own steps` : `${outsider} can write to a model`}.`,
      fix: `Add injected instructions, unsafe requests and attempts to reach data of others to ${first.name}, and repeat them at each release.`,
      label: 'Plan attacks as tests',
      elements: idsOf(agents),
    }))
  },
})

/** Who writes to a model and is not of the house; undefined when nobody is known to. */
function outsidersIn(context: RuleContext): string | undefined {
  const { graph, lineage } = context
  const audience = known(graph.design.context?.['audience'])
  if (audience === 'external') return 'the public'
  if (audience === 'partners') return 'a partner'
  const origins = modelsAtWork(context)
    .flatMap(({ id }) => lineage.into(id))
    .flatMap(({ carried }) => carried.flatMap((each) => each.origins))
  const untrusted = [...new Set(origins)]
    .toSorted()
    .flatMap((id) => lineage.origins[id] ?? [])
    .find(isUntrusted)
  return untrusted === undefined ? undefined : `whoever can write into ${untrusted.name}`
}

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

/** Whether anybody knows that answers are good: before a release, and after. */
export const evaluation: readonly Rule[] = [
  noEvaluation,
  nothingStopped,
  noReferenceAnswers,
  notWatchedInUse,
  searchUnmeasured,
  selfJudgement,
  noAttacksTried,
  tasksUnmeasured,
]
