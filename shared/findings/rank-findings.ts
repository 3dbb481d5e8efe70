import { manualThreatRule } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { Finding } from './finding.ts'
import { isImportedThreat } from './lines.ts'
import { rankOf } from './rate.ts'
import { elementsOfMusts } from './weighty-elements.ts'

/**
 * Findings in their order: open before treated, worst first, ours before those of an imported file, then by risk, then threats to what a requirement with
 * priority must names (which says so), then by id, so that the list never jumps.
 */
export function rankFindings(graph: Graph, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => sayWhyFirst(graph, finding)).toSorted((a, b) => byWeight(graph, a, b))
}

/** The demand that makes a threat matter more than an equal one: it names what the threat holds on to. */
function mustOf(graph: Graph, { lenses, anchors, elements, rule }: Finding): string | undefined {
  if (!lenses.includes('threat')) return undefined
  const musts = elementsOfMusts(graph)
  // What a person wrote down holds on to itself; what it is about stands among its elements.
  const on = rule === manualThreatRule ? elements : anchors
  return on.map((id) => musts.get(id)).find((words) => words !== undefined)
}

function sayWhyFirst(graph: Graph, finding: Finding): Finding {
  const must = mustOf(graph, finding)
  const sentence = `It stands before its equals: it touches what must hold for "${must ?? ''}".`
  if (must === undefined || finding.weighed.endsWith(sentence)) return finding
  return { ...finding, weighed: `${finding.weighed} ${sentence}` }
}

function byWeight(graph: Graph, a: Finding, b: Finding): number {
  const risk = ({ rating }: Finding): number =>
    rating === undefined || rating.isAssumed === true ? 0 : rating.likelihood * rating.impact
  const closed = (finding: Finding): number => (finding.status === 'open' ? 0 : 1)
  const must = (finding: Finding): number => (mustOf(graph, finding) === undefined ? 1 : 0)
  return (
    closed(a) - closed(b) ||
    rankOf(a.severity) - rankOf(b.severity) ||
    Number(isImportedThreat(a)) - Number(isImportedThreat(b)) ||
    risk(b) - risk(a) ||
    must(a) - must(b) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}
