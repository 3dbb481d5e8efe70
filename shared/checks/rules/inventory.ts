import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { asi, azure, iso42001, nist } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askTopic } from '../../findings/standing.ts'
import { figure, listNames, listWords } from '../../findings/wording.ts'
import { agentsAtWork, byId, idsOf, isTrial, joined, modelsAtWork, searchingWriters } from '../at-work.ts'
import { askRecords } from '../topic-questions.ts'

/** What a register lists: models at work, agents, servers of tools that they call, and where prompts are kept. */
function registered(context: RuleContext): readonly Component[] {
  const { graph } = context
  const prompts = joined(graph, graph.with('versions-prompts'))
  const agents = agentsAtWork(context)
  const servers = graph
    .with('external-tools')
    .filter(({ id }) => graph.callsTo(id).some(({ caller }) => agents.some((agent) => agent.id === caller)))
  return byId([...new Set([...modelsAtWork(context), ...agents, ...servers, ...prompts])])
}

const incompleteEntry = defineRule({
  id: 'GOV-03',
  aliases: ['SUP-06'],
  lenses: ['check', 'threat'],
  title: 'The register lacks who owns it or what it is for',
  severity: 'low',
  topic: 'governance',
  why: 'What nobody owns nobody mends, and what has no purpose on record is used for others.',
  stride: 'R',
  references: [...nist('GOVERN 1.6'), ...iso42001('A.4.2', 'A.9.4'), ...asi('ASI04')],
  verify: 'Take three boxes by chance and call the person on record: each must know the box and what it is for.',
  closedBy: ['kept-register'],
  thresholds: { completeShare: 0.95 },
  falsePositive: 'The register is kept elsewhere: then say so.',
  *check(context) {
    const { graph, thresholds } = context
    if (isTrial(graph)) return
    const entries = registered(context).map((component) => ({ component, lacks: lacksOf(context, component) }))
    const lacking = entries.filter(({ lacks }) => lacks.length > 0)
    const share = 1 - lacking.length / Math.max(1, entries.length)
    if (share >= (thresholds['completeShare'] ?? 1)) return
    for (const { component, lacks } of lacking) {
      if (!context.complete('governance', component.id)) {
        yield askRecords(context, component.id)
        continue
      }
      yield {
        type: 'found',
        anchors: [component.id],
        problem: `${component.name} has no ${listWords(lacks)} on record.`,
        fix: `State the owner of ${component.name}, its product, and what it is for in its notes.`,
      }
    }
  },
})

function lacksOf({ graph }: RuleContext, component: Component): readonly string[] {
  const needsProduct = graph.has(component, 'generates-text')
  return [
    ...((component.owner ?? '').trim() === '' ? ['owner'] : []),
    ...((component.notes ?? '').trim() === '' ? ['purpose'] : []),
    ...(needsProduct && known(component.product) === undefined ? ['product'] : []),
  ]
}

const undecidedModel = defineRule({
  id: 'GOV-04',
  lenses: ['check'],
  title: 'A choice that weighs has no decision record',
  severity: 'low',
  topic: 'governance',
  why: 'In a year somebody asks why this model. Without a record the answer is a guess.',
  references: [...iso42001('A.6.2.3'), ...nist('GOVERN 1.4')],
  falsePositive: 'The records are kept in another repository: then say so, or link them.',
  *check(context) {
    const { graph } = context
    const chosen = byId(
      graph.components.filter(
        (component) =>
          (graph.has(component, 'generates-text') || graph.has(component, 'answers-search')) &&
          known(component.product) !== undefined,
      ),
    )
    for (const component of chosen) {
      if (isDecided(context, component) || graph.callsTo(component.id).length === 0) continue
      if (!context.complete('governance', component.id)) {
        yield askRecords(context, component.id)
        continue
      }
      yield {
        type: 'found',
        anchors: [component.id],
        problem: `No decision says why ${component.name} is ${known(component.product) ?? 'what it is'}.`,
        fix: `Write a decision record with the options that were weighed.`,
      }
    }
  },
})

/** A decision about a box holds for its twins: the same kind of box with the same product is the same choice. */
function isDecided({ graph }: RuleContext, { id, kind, product }: Component): boolean {
  const chosen = known(product)
  const isTwin = (other: Id): boolean => {
    const twin = graph.component(other)
    return chosen !== undefined && twin?.kind === kind && known(twin.product) === chosen
  }
  return (graph.design.decisions ?? []).some(
    ({ about = [], status }) => status !== 'rejected' && about.some((each) => each === id || isTwin(each)),
  )
}

const unjustified = defineRule({
  id: 'GOV-08',
  lenses: ['check'],
  title: 'Nobody has said why nothing simpler would do',
  severity: 'low',
  topic: 'governance',
  why: 'An agent, a search before the model or a tuned model costs, fails and is attacked in ways that a fixed flow or a prompt is not.',
  references: [...nist('MAP 2.3'), ...iso42001('A.6.2.3')],
  falsePositive: 'The reason stands in the business case: then link it.',
  *check(context) {
    const { graph } = context
    const agents = agentsAtWork(context)
    const writers = searchingWriters(context).filter((box) => !agents.includes(box))
    const trainings = joined(graph, graph.with('trains')).filter(({ id }) => trainsText(context, id))
    const patterns = [
      ...agents.map((box) => ({ box, what: 'is an agent', simpler: 'a fixed flow' })),
      ...writers.map((box) => ({ box, what: 'searches before it answers', simpler: 'a longer prompt' })),
      ...trainings.map((box) => ({ box, what: 'tunes a model', simpler: 'a better prompt, or a search' })),
    ]
    for (const { box, what, simpler } of patterns) {
      if (isDecided(context, box) || (box.notes ?? '').trim() !== '') continue
      if (!context.complete('governance', box.id)) {
        yield askRecords(context, box.id)
        continue
      }
      yield {
        type: 'found',
        anchors: [box.id],
        problem: `${box.name} ${what}, and nothing says why ${simpler} would not do.`,
        fix: `Write down which simpler way was tried or weighed, and what it lacked: in a decision about ${box.name} or in its notes.`,
      }
    }
  },
})

/** Tuned: an arrow leads from the training to a model that writes. */
function trainsText({ graph }: RuleContext, training: string): boolean {
  return [...graph.callsFrom(training), ...graph.callsTo(training)].some(
    ({ caller, callee }) => graph.has(caller, 'generates-text') || graph.has(callee, 'generates-text'),
  )
}

const noExit = defineRule({
  id: 'GOV-09',
  lenses: ['check'],
  title: 'One vendor, and no way to leave it',
  severity: 'low',
  topic: 'governance',
  why: 'A vendor can raise prices, change terms or stop. Leaving is cheap while it is planned, and dear once prompts fit one model.',
  references: [...nist('GOVERN 6.1', 'GOVERN 6.2'), ...iso42001('A.10.3'), ...azure('RE:05')],
  falsePositive: 'The contract gives the time and help that leaving takes.',
  *check(context) {
    const { graph } = context
    if (isTrial(graph) || joined(graph, graph.with('fronts-models')).length > 0) return
    const models = modelsAtWork(context).filter(
      (model) => graph.has(model, 'generates-text') && graph.has(model, 'vendor-hosted'),
    )
    const vendors = [...new Set(models.map((model) => known(model.product)?.split('/')[0]))]
    const [vendor] = vendors
    const [first] = models
    if (vendor === undefined || vendors.length !== 1 || first === undefined) return
    const isPlanned = [
      ...models,
      ...(graph.design.decisions ?? []).filter(({ about = [] }) => about.includes(first.id)),
    ].some(({ links = [] }) => links.some(({ title }) => /\bexit\b|portab/iu.test(title)))
    if (isPlanned) return
    if (!context.complete('governance', first.id)) {
      yield askRecords(context, first.id)
      return
    }
    yield {
      type: 'found',
      anchors: [first.id],
      elements: idsOf(models),
      problem: `All answers come from one vendor (${vendor}), and nothing says how to leave it: ${listNames(graph, idsOf(models))}.`,
      fix: 'Put a gateway before the models, keep the evaluation ready for another one, and link an exit plan with notice periods.',
    }
  },
})

const staleReview = defineRule({
  id: 'GOV-10',
  lenses: ['check'],
  title: 'Threats have not been reviewed, or long ago',
  severity: 'medium',
  topic: 'governance',
  why: 'An agent gets a tool, and what was harmless yesterday can be turned against its owner. A review ages with each change.',
  references: [...nist('MAP 4.1'), ...azure('SE:12'), ...iso42001('A.6.2.4')],
  thresholds: { reviewDays: 365 },
  falsePositive: 'The review is part of each change and recorded there: then say when the last one was.',
  *check(context) {
    const { graph, today, thresholds } = context
    const agents = agentsAtWork(context)
    const [first] = agents
    if (isTrial(graph) || first === undefined) return
    const review = graph.design.answers?.['review.threats']
    const isReviewed = review === undefined ? undefined : known(review.value)
    const days =
      review?.date === undefined ? undefined : Math.round((Date.parse(today) - Date.parse(review.date)) / 86_400_000)
    const isOld = isReviewed === true && days !== undefined && days > (thresholds['reviewDays'] ?? 0)
    if (isReviewed === true && !isOld) return
    if (!isOld && !context.complete('governance', first.id)) {
      const text = 'Have the threats of this design been reviewed with those who answer for security?'
      yield askTopic(context, 'review.threats', text, 'Security', first.id)
      return
    }
    yield {
      type: 'found',
      anchors: [first.id],
      elements: idsOf(agents),
      problem: isOld
        ? `The threats around ${listNames(graph, idsOf(agents))} were last reviewed ${figure(days ?? 0, 0)} days ago, on ${review?.date}.`
        : `Nobody has reviewed the threats around ${listNames(graph, idsOf(agents))}.`,
      fix: 'Go through the threat model with security, decide about each open threat, and record the day.',
      ...(isOld ? { severity: 'low' as const } : {}),
      ...(review?.date === undefined ? {} : { facts: { reviewed: review.date } }),
    }
  },
})

/** What is on record about the parts of a system: who owns them, why they are there, and how to do without. */
export const inventory: readonly Rule[] = [incompleteEntry, undecidedModel, unjustified, noExit, staleReview]
