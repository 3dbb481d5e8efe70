import { riskMatrixOf } from '../design/risk-matrix.ts'
import type { Graph } from '../graph/graph.ts'
import type { Severity, Topic } from './finding.ts'
import { lower, milder, raise, rankOf, severityOf, stageOf, stepsByStage } from './rate.ts'
import type { Found, Rule } from './rule.ts'
import { capital } from '../design/wording.ts'

export interface Weighed {
  readonly severity: Severity
  /** The arithmetic, in sentences. */
  readonly why: string
}

const protective: readonly Topic[] = ['access', 'agents', 'privacy', 'retrieval', 'supply-chain']

/**
 * How bad a finding is, and why: what the rule says at most, what likelihood and impact or the facts take off, what
 * critical has to prove, and what the stage of the design takes off.
 */
export function weigh(graph: Graph, rule: Rule, found: Found): Weighed {
  const sentences = [`${capital(rule.severity)} at most by ${whoseWord(rule)}.`]
  const usual = byTheFacts(rule, found)
  if (usual !== rule.severity)
    sentences.push(`${capital(usual)} ${found.severity === undefined ? 'by likelihood and impact' : 'by its facts'}.`)
  const stated = byOwnMatrix(graph, found, usual)
  if (stated !== usual)
    sentences.push(
      `This design's own risk matrix makes it ${stated}, as it has ${cellWords(found)} otherwise than the usual one.`,
    )
  const missing = stated === 'critical' ? unproven(found) : []
  const earned = missing.length > 0 ? 'high' : stated
  if (missing.length > 0) sentences.push(`Critical would have to show ${missing.join(' and ')}: high.`)
  else if (earned === 'critical')
    sentences.push(`Critical is proven: ${found.facts?.['actor']} can reach ${found.facts?.['asset']} as drawn.`)
  const severity = atStage(graph, rule, earned, found.exposed === true)
  if (severity !== earned) sentences.push(`${capital(earned)} in production; ${severity} in a ${stageWord(graph)}.`)
  return { severity, why: sentences.join(' ') }
}

/** What the facts take off the severity of the rule; a house that changed that severity keeps as many steps off. */
function byTheFacts({ severity, house }: Rule, { severity: stated, rating }: Found): Severity {
  const own = house?.was ?? severity
  const milderByFacts = milder(own, stated ?? (rating === undefined ? own : severityOf(rating)))
  return lower(severity, rankOf(milderByFacts) - rankOf(own))
}

/**
 * As many steps up or down as the design's own matrix moves the cell of the rating against the usual one: a changed cell
 * moves the threats in it, and no other.
 */
function byOwnMatrix(graph: Graph, { rating }: Found, severity: Severity): Severity {
  if (rating === undefined) return severity
  const steps = rankOf(severityOf(rating, riskMatrixOf(graph.design))) - rankOf(severityOf(rating))
  return steps < 0 ? raise(severity, -steps) : lower(severity, steps)
}
function cellWords({ rating }: Found): string {
  return `likelihood ${rating?.likelihood ?? ''} and impact ${rating?.impact ?? ''}`
}

function whoseWord({ house }: Rule): string {
  if (house === undefined) return 'its rule'
  const reason = house.reason === undefined ? '' : `; ${house.reason.replace(/[.\s]+$/u, '')}`
  return `the standards of this workspace (its rule says ${house.was}${reason})`
}

/** The severity of a rule's verdict at the stage of this design. */
export function atStage(graph: Graph, rule: Rule, severity: Severity, isExposed: boolean): Severity {
  const stage = stageOf(graph.design.context)
  return lower(severity, stepsByStage(stage, severity, protective.includes(rule.topic), isExposed))
}

/** Critical needs a proven path, somebody who can walk it and something worth having at its end. */
function unproven(found: Found): readonly string[] {
  return [
    ...((found.path ?? []).length >= 3 ? [] : ['a path on the drawing']),
    ...(found.facts?.['actor'] === undefined ? ['somebody who can walk it'] : []),
    ...(found.facts?.['asset'] === undefined ? ['a named asset at its end'] : []),
  ]
}

function stageWord(graph: Graph): string {
  return stageOf(graph.design.context) === 'pilot' ? 'pilot' : 'proof of concept'
}
