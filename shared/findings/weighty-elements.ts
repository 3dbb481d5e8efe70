import type { Id, Requirement } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import { chooseElements } from '../requirements/chosen.ts'
import { findMetric } from '../requirements/metrics/index.ts'
import { measureWords } from '../requirements/scenario.ts'
import { componentsIn } from '../requirements/scope.ts'
import { oncePerGraph } from './graph-reading.ts'

/**
 * Elements that a requirement with priority `must` names, by itself or by a boundary around them, with what it demands.
 * One about the whole design sets nothing apart, and is left out.
 */
export const elementsOfMusts = oncePerGraph((graph): ReadonlyMap<Id, string> => {
  const named = new Map<Id, string>()
  for (const requirement of graph.design.requirements ?? []) {
    if (requirement.priority !== 'must') continue
    for (const id of scopeOf(graph, requirement)) if (!named.has(id)) named.set(id, wordsOf(requirement))
  }
  return named
})

function scopeOf(graph: Graph, requirement: Requirement): readonly Id[] {
  const metric = findMetric(requirement.metric)
  const chosen =
    requirement.where === undefined || metric === undefined ? undefined : chooseElements(requirement, metric, graph)
  const on = [...(requirement.on ?? []), ...(chosen?.ok === true ? chosen.on : [])]
  return componentsIn(on, graph).flatMap((id) => {
    const action = graph.actions.find((each) => each.action === id)
    return action === undefined
      ? [id]
      : [action.start.flow, action.runs[action.start.run]?.component].filter((each) => each !== undefined)
  })
}

function wordsOf(requirement: Requirement): string {
  return requirement.name ?? measureWords(requirement)
}
