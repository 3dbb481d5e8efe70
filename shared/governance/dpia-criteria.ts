import type { Component, Id } from '../design/design.ts'
import { known, numberOr, truth } from '../design/value.ts'
import type { Estimate } from '../estimate/estimate.ts'
import { arrivalsAt } from '../findings/arrivals.ts'
import { isPersonal, sensitivityOf } from '../findings/sensitivity.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import { criterionAnswer, type CriterionId } from './dpia-criterion.ts'

export interface ShownCriterion {
  readonly criterion: CriterionId
  /** In words, to stand in a list: "scores of people". */
  readonly words: string
  /** What shows it. */
  readonly elements: readonly Id[]
}

export interface PersonalProcessing {
  /** Models, agents and trainings that personal data reach, in the order of the drawing. */
  readonly processors: readonly Component[]
  /** The personal data that reach them. */
  readonly assets: readonly Id[]
  readonly criteria: readonly ShownCriterion[]
}

const vulnerable: Readonly<Record<string, string>> = {
  employees: 'employees',
  applicants: 'applicants',
  patients: 'patients',
  children: 'children',
}

/** What the drawing cannot show counts once a person has said that it holds. */
const byPeopleAlone: readonly (readonly [CriterionId, string])[] = [
  ['monitoring', 'people who are watched'],
  ['blocking', 'a service that can be refused'],
]

/**
 * Which of the nine criteria for a data protection impact assessment the drawing shows (Article 29 Working Party,
 * guidelines WP248 rev.01, III.B), by the data that reach models as lineage follows them. A person's word on a criterion
 * goes over the drawing. Two of them as a rule call for an assessment.
 *
 * @param largeScale from how many people, or requests a month that carry personal data, processing counts as large
 */
export function dpiaCriteria(
  studied: { readonly graph: Graph; readonly lineage: Lineage; readonly estimate: Estimate },
  largeScale: number,
): PersonalProcessing {
  const { graph } = studied
  const reached = graph.components
    .filter((component) => infers(graph, component))
    .map((component) => ({ component, assets: personalAt(studied, component) }))
    .filter(({ assets }) => assets.length > 0)
  const processors = reached.map(({ component }) => component)
  const assets = [...new Set(reached.flatMap((each) => each.assets))].toSorted()
  if (assets.length === 0) return { processors, assets, criteria: [] }
  const shown = (criterion: CriterionId, words: string, elements: readonly Id[]): readonly ShownCriterion[] => {
    const holds = truth(graph.design.answers?.[criterionAnswer(criterion)]?.value) ?? elements.length > 0
    return holds ? [{ criterion, words, elements }] : []
  }
  const ids = (components: readonly Component[]): readonly Id[] => components.map(({ id }) => id)
  const decides = known(graph.design.context?.['decisionEffect']) === 'significant'
  const special = assets.filter((asset) => sensitivityOf(graph, asset).personal === 'special')
  const people = assets.filter((asset) => subjectsOf(graph, asset) in vulnerable)
  const peopleWords = [...new Set(people.map((asset) => vulnerable[subjectsOf(graph, asset)] ?? ''))].join(' and ')
  return {
    processors,
    assets,
    criteria: [
      ...shown('scoring', 'scores of people', ids(processors.filter((each) => graph.has(each, 'predicts')))),
      ...shown('automated', 'decisions that weigh on them', decides ? ids(processors) : []),
      ...shown('sensitive', 'special categories of data', special),
      ...shown('large-scale', 'many people', manyPeople(studied, assets, largeScale)),
      ...shown('matching', 'data of several organisations put together', ofSeveralOrganisations(graph, assets)),
      ...shown('vulnerable', `${peopleWords === '' ? 'people' : peopleWords} who can hardly refuse`, people),
      ...shown(
        'innovative',
        'a generative model',
        ids(processors.filter((each) => graph.has(each, 'generates-text') || graph.has(each, 'plans-actions'))),
      ),
      ...byPeopleAlone.flatMap(([criterion, words]) => shown(criterion, words, [])),
    ],
  }
}

function infers(graph: Graph, component: Component): boolean {
  return (['generates-text', 'plans-actions', 'predicts', 'trains'] as const).some((trait) =>
    graph.has(component, trait),
  )
}

function personalAt(studied: { readonly graph: Graph; readonly lineage: Lineage }, component: Component) {
  const arrived = arrivalsAt(studied, component.id).filter(({ isMasked }) => !isMasked)
  return [...new Set(arrived.map(({ asset }) => asset))].filter((asset) => isPersonal(studied.graph, asset) === true)
}

/** Who the people are: stated on the asset or on what it was made of. */
function subjectsOf(graph: Graph, asset: Id): string {
  const stated = [asset, ...graph.rootsOf(asset)].map((id) => known(graph.asset(id)?.facts?.['subjects']))
  return stated.find((each) => typeof each === 'string') ?? ''
}

/** Data with that many records, and actions that carry personal data that often. */
function manyPeople(
  { graph, lineage, estimate }: { readonly graph: Graph; readonly lineage: Lineage; readonly estimate: Estimate },
  assets: readonly Id[],
  largeScale: number,
): readonly Id[] {
  const stored = assets
    .flatMap((asset) => [asset, ...graph.rootsOf(asset)])
    .filter((asset) => numberOr(graph.asset(asset)?.facts?.['records'], 0) >= largeScale)
  // Only traffic that somebody stated counts: the assumed one is no fact about people.
  const busy = new Set(
    (graph.design.workloads ?? []).length === 0
      ? []
      : estimate.actions.filter((each) => each.requestsPerMonth >= largeScale).map(({ action }) => action),
  )
  const carried = lineage.calls
    .filter((call) => busy.has(call.action))
    .flatMap((call) => call.carried.map(({ asset }) => asset))
    .filter((asset) => assets.includes(asset))
  return [...new Set([...stored, ...carried])].toSorted()
}

/** Personal data whose holders belong to more than one organisation. */
function ofSeveralOrganisations(graph: Graph, assets: readonly Id[]): readonly Id[] {
  const held = assets
    .flatMap((asset) => graph.rootsOf(asset))
    .map((asset) => ({ asset, organisations: organisationsOf(graph, asset) }))
  const all = new Set(held.flatMap(({ organisations }) => organisations))
  return all.size < 2
    ? []
    : [...new Set(held.filter((each) => each.organisations.length > 0).map(({ asset }) => asset))]
}

function organisationsOf(graph: Graph, asset: Id): readonly string[] {
  return graph.holders(asset).flatMap((component) => graph.facets(component.id).organisation.value ?? [])
}
