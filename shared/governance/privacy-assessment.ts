import type { Id } from '../design/design.ts'
import { known, truth } from '../design/value.ts'
import type { Estimate } from '../estimate/estimate.ts'
import { sensitivityOf } from '../findings/sensitivity.ts'
import type { Graph } from '../graph/graph.ts'
import type { Lineage } from '../graph/lineage.ts'
import { dpiaCriteria } from './dpia-criteria.ts'
import { criterionAnswer, type CriterionId, largeScale } from './dpia-criterion.ts'
import { inferringBoxes, inScope } from './model-boxes.ts'

export interface Criterion {
  readonly id: CriterionId
  readonly title: string
  readonly state: 'yes' | 'no' | 'open'
  readonly from?: 'person' | 'drawing'
  readonly because: string
  readonly elements: readonly Id[]
}

/** Whether processing as drawn needs a data protection impact assessment (Art. 35 GDPR). */
export interface PrivacyAssessment {
  readonly criteria: readonly Criterion[]
  readonly met: number
  readonly open: number
  /** `needed` from two criteria on; `open` where open ones could make two, or nobody said what the data are. */
  readonly verdict: 'needed' | 'open' | 'notNeeded' | 'noPersonalData'
}

interface Studied {
  readonly graph: Graph
  readonly lineage: Lineage
  readonly estimate: Estimate
}

/** What is said of a criterion that the drawing does not show: that it does not hold, or the question that is open. */
type Otherwise = (graph: Graph, personal: readonly Id[]) => Pick<Criterion, 'state' | 'because'>

const open = (because: string) => ({ state: 'open', because }) as const
const no = (because: string) => ({ state: 'no', because }) as const
const effectOf = ({ design }: Graph) => known(design.context?.['decisionEffect'])

const titles: readonly (readonly [CriterionId, title: string, otherwise: Otherwise])[] = [
  [
    'scoring',
    'Scores or profiles people',
    (graph) =>
      graph.with('predicts').length === 0 && graph.with('generates-text').length === 0
        ? no('Nothing drawn scores or judges.')
        : open('Does an answer judge a person?'),
  ],
  [
    'automated',
    'Decides with legal or similar effect',
    (graph) =>
      effectOf(graph) === undefined
        ? open('The effect on people is not stated.')
        : effectOf(graph) === 'significant'
          ? open('It decides; do personal data reach it?')
          : no('The design says that it does not decide.'),
  ],
  ['monitoring', 'Watches people systematically', () => open('Are people watched, at work or in public?')],
  [
    'sensitive',
    'Special categories, or highly personal',
    (graph, personal) =>
      personal.some((id) => sensitivityOf(graph, id).personal === 'special')
        ? open('Special categories are among the data; do they reach a model?')
        : no('None of the personal data is of a special category.'),
  ],
  [
    'large-scale',
    'On a large scale',
    (graph, personal) =>
      personal.every((id) => typeof known(graph.asset(id)?.facts?.['records']) === 'number')
        ? no(`Below ${largeScale} records and requests a month.`)
        : open('How many people do the data speak about?'),
  ],
  [
    'matching',
    'Matches or combines data sets',
    (_graph, personal) =>
      personal.length === 1
        ? no('One set of personal data is drawn.')
        : open('Are sets combined beyond what people expect?'),
  ],
  ['vulnerable', 'Vulnerable people', () => open('Are children, patients or employees among them?')],
  [
    'innovative',
    'New technology',
    (graph) =>
      inferringBoxes(graph).length === 0
        ? no('Nothing drawn infers.')
        : open('Is a model of this kind new to this use?'),
  ],
  [
    'blocking',
    'Keeps people from a right or a service',
    (graph) =>
      effectOf(graph) === 'none' || effectOf(graph) === 'assist'
        ? no('The design says that it does not decide.')
        : open('Can an answer refuse a service or a contract?'),
  ],
]

/** Counts the criteria; a person's word goes over the drawing, and what is open is never counted as met. */
export function assessPrivacy(studied: Studied): PrivacyAssessment {
  const { graph } = studied
  const assets = graph.design.data ?? []
  const stated = assets.map(({ id }) => ({ id, personal: sensitivityOf(graph, id).personal }))
  const personal = stated
    .filter((each) => each.personal === 'personal' || each.personal === 'special')
    .map(({ id }) => id)
  const isClean = assets.length > 0 && stated.every((each) => each.personal === 'none')
  const drawn = dpiaCriteria(studied, largeScale).criteria
  const criteria = titles.map(([id, title, otherwise]): Criterion => {
    const answer = graph.design.answers?.[criterionAnswer(id)]
    const said = truth(answer?.value)
    const base = { id, title, elements: [] }
    if (said !== undefined)
      return { ...base, state: said ? 'yes' : 'no', from: 'person', because: answer?.rationale ?? 'Stated by hand.' }
    const shown = drawn.find(({ criterion }) => criterion === id)
    if (shown !== undefined)
      return { ...base, state: 'yes', from: 'drawing', because: `Shown: ${shown.words}.`, elements: shown.elements }
    const { state, because } = otherwise(graph, personal)
    return { ...base, state, ...(state === 'open' ? {} : { from: 'drawing' as const }), because }
  })
  const met = criteria.filter(({ state }) => state === 'yes').length
  const unsaid = criteria.filter(({ state }) => state === 'open').length
  const isOpen = personal.length === 0 || (met < 2 && met + unsaid >= 2)
  const verdict = isClean ? 'noPersonalData' : isOpen ? 'open' : met >= 2 ? 'needed' : 'notNeeded'
  return { criteria, met, open: unsaid, verdict: inScope(graph).length === 0 ? 'open' : verdict }
}
