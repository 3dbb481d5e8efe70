import type { Id } from '../design/design.ts'
import { known, truth } from '../design/value.ts'
import type { Estimate } from '../estimate/estimate.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import { hasControlInPlace } from './commitment.ts'
import type { Finding, QuestionGroup } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import { type Caused, mergeByCause } from './merge.ts'
import { groupQuestions, isSettled, type OpenQuestion } from './question-groups.ts'
import { rankFindings } from './rank-findings.ts'
import { askRequirements } from './requirement-questions.ts'
import { keepOpenUnderSoftControls, type Origin, withRating, withRisk } from './risk.ts'
import type { Asked, Found, Outcome, Rule, RuleContext } from './rule.ts'
import { applyTreatments, treatmentsOf } from './treat.ts'
import { isClosedBeforeAsked, isClosedByControl, underControls } from './under-controls.ts'
import { atStage, weigh } from './weigh.ts'

export interface RuleRun {
  readonly rules: readonly Rule[]
  readonly graph: Graph
  readonly lineage: Lineage
  readonly estimate: Estimate
  readonly requirements: readonly RequirementResult[]
  /** ISO date. */
  readonly today: string
  /** Thresholds changed by the workspace: rule id to name to number. */
  readonly thresholds?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Whether a control of this type decides by model, pattern or habit; without it, a decision's own word counts. */
  readonly isSoft?: (type: string) => boolean
}

/** What all rules together say. */
export interface RuleResult {
  readonly findings: readonly Finding[]
  readonly questions: readonly QuestionGroup[]
}

/**
 * Asks every rule about the design. Findings come ranked, worst first, with what people decided about them applied;
 * questions come grouped, those that can change the worst verdict first. The same design always gives the same result.
 */
export function runRules(run: RuleRun): RuleResult {
  return workOff(runRulesInSteps(run))
}

/** Does at once what is cut into steps. */
export function workOff<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Rules between two pauses: a few milliseconds for a drawing of 500 components. */
const rulesAtOnce = 8

/** `runRules` with pauses, in which whoever has more urgent work does it, or drops the rest. */
export function* runRulesInSteps(run: RuleRun): Generator<undefined, RuleResult> {
  const { graph } = run
  const treatments = treatmentsOf(graph.design)
  const isSketch = saysNothingOfUse(graph)
  const caused: Caused[] = []
  const origins = new Map<string, Origin>()
  const questions: OpenQuestion[] = [...askRequirements(graph, run.requirements)]
  for (const [index, rule] of run.rules.entries()) {
    if (index % rulesAtOnce === 0) yield
    const outcomes = outcomesOf(run, rule)
    const found = outcomes.filter((outcome) => outcome.type === 'found').filter((each) => isPlaced(graph, each.anchors))
    for (const each of found) {
      const rated = underControls(graph, rule, withRating(rule, each))
      const finding = describe(run, rule, rated)
      origins.set(finding.id, { rule, found: rated })
      caused.push({ finding, cause: each.cause, atMost: rule.severity })
    }
    for (const asked of outcomes.filter((outcome) => outcome.type === 'asked')) {
      const isDecided =
        found.some((each) => each.anchors.length === 1 && each.anchors[0] === asked.on) ||
        isClosedBeforeAsked(graph, rule, asked)
      // What a house demands of what is drawn ('topic.control.x') is no question about what is not.
      if (isSketch && /^(?:topic|review)\.[^.]+$/u.test(asked.field ?? '')) continue
      if (isDecided || !isPlaced(graph, [asked.on]) || isSettled(asked, [rule.id, ...rule.aliases], treatments))
        continue
      questions.push({ asked, rule: rule.id, topic: rule.topic, weight: atStage(graph, rule, rule.severity, false) })
    }
  }
  yield
  const findings = mergeByCause(caused).map((finding) => {
    const origin = origins.get(finding.id)
    const treated = applyTreatments(finding, treatments, run.today)
    const open = keepOpenUnderSoftControls(graph.design, treated, origin?.rule, run.isSoft ?? (() => false))
    return withRisk(graph, open, origin)
  })
  return { findings: rankFindings(graph, findings), questions: groupQuestions(graph, questions, run.today) }
}

/**
 * What a rule says, with what people answered where no field holds it: "there is one, but it is not drawn" settles the
 * question, "there is none" makes the absence a finding, for this rule and as if its topic were complete.
 */
function outcomesOf(run: RuleRun, rule: Rule): readonly Outcome[] {
  const context = contextFor(run, rule)
  const outcomes = withControls(run, rule, context, [...rule.check(context)])
  const answers = outcomes.map((outcome) => (outcome.type === 'asked' ? answerTo(run.graph, outcome) : undefined))
  if (answers.every((answer) => answer === undefined)) return outcomes
  const open = outcomes.filter((_, index) => answers[index] === undefined)
  if (!answers.includes(false)) return open
  const denied = new Set(
    outcomes.flatMap((each, index) => (each.type === 'asked' && answers[index] === false ? each.on : [])),
  )
  const standing = new Set(open.flatMap((each) => (each.type === 'asked' ? each.on : placeOf(each))))
  const absent = [...rule.check({ ...context, complete: () => true })].filter(
    (each) => each.type === 'found' && !standing.has(placeOf(each)) && concerns(run.graph, each, denied),
  )
  return [...open, ...absent]
}

/**
 * What a rule says with the controls in place: where nobody has stated the fact that decides, and a control closes the worst
 * that the answer could bring, nobody is asked. It reads as closed by that control, and not as nothing.
 */
function withControls(
  { graph }: RuleRun,
  rule: Rule,
  context: RuleContext,
  said: readonly Outcome[],
): readonly Outcome[] {
  if (!hasControlInPlace(graph, rule.closedBy ?? [])) return said
  const told = new Set(said.flatMap((each) => (each.type === 'found' ? placeOf(each) : [])))
  const worst = [...rule.check({ ...context, complete: () => true, supposesWorst: true })]
    .filter((each) => each.type === 'found')
    .filter((each) => !told.has(placeOf(each)))
    .map((each) => ({ found: each, isClosed: isClosedByControl(graph, rule, each) }))
  const isMoot = ({ on }: Asked): boolean => {
    const about = worst.filter(({ found }) => concerns(graph, found, new Set([on])))
    return about.length > 0 && about.every(({ isClosed }) => isClosed)
  }
  return [
    ...said.filter((each) => each.type === 'found' || !isMoot(each)),
    ...worst.flatMap(({ found, isClosed }) => (isClosed ? [found] : [])),
  ]
}

function answerTo(graph: Graph, { field }: Asked): boolean | undefined {
  const isPlain = field !== undefined && (field.startsWith('topic.') || field.startsWith('review.'))
  return isPlain ? truth(graph.design.answers?.[field]?.value) : undefined
}

/** A question about the whole design concerns all elements. */
function concerns(graph: Graph, found: Found, asked: ReadonlySet<Id>): boolean {
  return asked.has(graph.design.id) || [...found.anchors, ...(found.elements ?? [])].some((id) => asked.has(id))
}

/**
 * Boxes and arrows of which nobody has said what they are for, for whom, with which data or at which stage: who draws
 * them is asked about what is there, and not about all that is not.
 */
function saysNothingOfUse({ design }: Graph): boolean {
  const { context = {}, framing, actions = [], workloads = [], requirements = [], data = [] } = design
  const said = [actions, workloads, requirements, data, Object.keys(context)]
  return framing === undefined && said.every(({ length }) => length === 0)
}

function placeOf({ anchors }: Found): string {
  return anchors.join('+')
}

/** What a rule is told, with its thresholds as the workspace has them. */
export function contextFor(run: RuleRun, rule: Rule): RuleContext {
  const topics = known(run.graph.design.context?.['complete'])
  const completed: readonly (string | number)[] = Array.isArray(topics) ? topics : []
  return {
    graph: run.graph,
    lineage: run.lineage,
    estimate: run.estimate,
    requirements: run.requirements,
    today: run.today,
    thresholds: { ...rule.thresholds, ...run.thresholds?.[rule.id] },
    complete: (topic, on) => completed.includes(topic) || (on !== undefined && isInsideComplete(run.graph, on)),
  }
}

/** Inside a boundary of which all is stated; an arrow is inside when both its ends are inside such boundaries. */
function isInsideComplete(graph: Graph, on: Id): boolean {
  const flow = graph.flow(on)
  const ends = flow === undefined ? [on] : [flow.caller, flow.callee]
  return ends.every((end) => graph.boundariesOf(end).some((around) => around.complete === true))
}

/** A box that nothing joins is a note of the architect's: nobody asks about it. */
function isPlaced(graph: Graph, anchors: readonly Id[]): boolean {
  const components = anchors.filter((id) => graph.component(id) !== undefined)
  const joined = components.some((id) => graph.callsFrom(id).length + graph.callsTo(id).length > 0)
  return graph.flows.length > 0 && (components.length === 0 || joined)
}

function describe({ graph }: RuleRun, rule: Rule, found: Found): Finding {
  const { severity, why } = weigh(graph, rule, found)
  const { type: _type, severity: _severity, exposed: _exposed, cause: _cause, mitigatedBy, ...details } = found
  return {
    ...details,
    id: fingerprint(rule.id, found.anchors),
    rule: rule.id,
    group: groupOf(graph, rule, found),
    aliases: rule.aliases,
    lenses: rule.lenses,
    topic: rule.topic,
    severity,
    weighed: why,
    title: rule.title,
    why: rule.why,
    references: rule.references,
    elements: [...new Set([...(found.elements ?? []), ...found.anchors, ...(found.path ?? [])])].filter(
      (id) => id !== graph.design.id,
    ),
    ...(rule.stride === undefined ? {} : { stride: rule.stride }),
    ...(rule.linddun === undefined ? {} : { linddun: rule.linddun }),
    status: mitigatedBy === undefined ? 'open' : 'mitigated',
    ...(mitigatedBy === undefined ? {} : { treatedBy: mitigatedBy }),
    facts: found.facts ?? {},
  }
}

/** A copy bears the name of its original with a number behind it. */
function groupOf(graph: Graph, rule: Rule, { path, legs }: Found): string {
  const ways = [...(path ?? []), ...(legs ?? []).flatMap(({ elements }) => elements)]
  const names = ways.flatMap((id) => graph.component(id)?.name.replace(/ \(\d+\)$/u, '') ?? [])
  return [rule.id, ...new Set(names)].join(' > ')
}
