import type { Id } from '../design/design.ts'
import { known, truth } from '../design/value.ts'
import { sensitivityOf } from '../findings/sensitivity.ts'
import type { Graph } from '../graph/graph.ts'
import { inferringBoxes, inScope } from './model-boxes.ts'

/** One of the nine criteria of WP248 rev.01, in our words. */
export type CriterionId =
  | 'scoring'
  | 'automated'
  | 'monitoring'
  | 'sensitive'
  | 'large-scale'
  | 'matching'
  | 'vulnerable'
  | 'innovative'
  | 'blocking'

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

/** The key of a person's word on a criterion: true or false. */
export function criterionAnswer(id: CriterionId): string {
  return `dpia.${id}`
}

/** Records from which on processing is taken for large: ours, the guidelines name no number. */
export const largeScaleRecords = 100_000

interface Seen {
  readonly state: Criterion['state']
  readonly because: string
  readonly elements?: readonly Id[]
}
type Look = (graph: Graph, personal: readonly Id[]) => Seen

const open = (because: string): Seen => ({ state: 'open', because })
const effectOf = ({ design }: Graph) => known(design.context?.['decisionEffect'])

const looks: readonly (readonly [CriterionId, string, Look])[] = [
  [
    'scoring',
    'Scores or profiles people',
    (graph, personal) => {
      const boxes = graph.with('predicts').filter((box) => {
        const sent = graph.callsTo(box.id).flatMap((flow) => graph.requestData(flow))
        return sent.some(({ id }) => personal.includes(id))
      })
      return boxes.length > 0
        ? { state: 'yes', because: 'A model scores personal data.', elements: boxes.map(({ id }) => id) }
        : graph.with('predicts').length === 0 && graph.with('generates-text').length === 0
          ? { state: 'no', because: 'Nothing drawn scores or judges.' }
          : open('Does an answer judge a person?')
    },
  ],
  [
    'automated',
    'Decides with legal or similar effect',
    (graph) => {
      const effect = effectOf(graph)
      if (effect === undefined) return open('The effect on people is not stated.')
      return effect === 'significant'
        ? { state: 'yes', because: 'The design says that it decides.' }
        : { state: 'no', because: 'The design says that it does not decide.' }
    },
  ],
  ['monitoring', 'Watches people systematically', () => open('Are people watched, at work or in public?')],
  [
    'sensitive',
    'Special categories, or highly personal',
    (graph, personal) => {
      const special = personal.filter((id) => sensitivityOf(graph, id).personal === 'special')
      return special.length > 0
        ? { state: 'yes', because: 'Special categories are among the data.', elements: special }
        : { state: 'no', because: 'None of the personal data is of a special category.' }
    },
  ],
  [
    'large-scale',
    'On a large scale',
    (graph, personal) => {
      const counted = personal.flatMap((id) => {
        const records = known(graph.asset(id)?.facts?.['records'])
        return typeof records === 'number' ? [{ id, records }] : []
      })
      const large = counted.filter(({ records }) => records >= largeScaleRecords)
      if (large.length > 0)
        return {
          state: 'yes',
          because: `${largeScaleRecords} records or more, the line drawn here.`,
          elements: large.map(({ id }) => id),
        }
      return counted.length < personal.length
        ? open('How many people do the data speak about?')
        : { state: 'no', because: `Below ${largeScaleRecords} records.` }
    },
  ],
  [
    'matching',
    'Matches or combines data sets',
    (graph, personal) => {
      const joined = personal.filter((id) => graph.rootsOf(id).filter((root) => personal.includes(root)).length > 1)
      if (joined.length > 0)
        return { ...open('Data come from several sets about people: beyond what they expect?'), elements: joined }
      return personal.length === 1
        ? { state: 'no', because: 'One set of personal data is drawn.' }
        : open('Are sets combined beyond what people expect?')
    },
  ],
  ['vulnerable', 'Vulnerable people', () => open('Are children, patients or employees among them?')],
  [
    'innovative',
    'New technology',
    (graph) => {
      const boxes = inferringBoxes(graph)
      return boxes.length > 0
        ? { state: 'yes', because: 'It uses models that infer.', elements: boxes.map(({ id }) => id) }
        : { state: 'no', because: 'Nothing drawn infers.' }
    },
  ],
  [
    'blocking',
    'Keeps people from a right or a service',
    (graph) => {
      const effect = effectOf(graph)
      return effect === 'none' || effect === 'assist'
        ? { state: 'no', because: 'The design says that it does not decide.' }
        : open('Can an answer refuse a service or a contract?')
    },
  ],
]

/** Counts the criteria; a person's word goes over the drawing, and what is open is never counted as met. */
export function assessPrivacy(graph: Graph): PrivacyAssessment {
  const assets = graph.design.data ?? []
  const stated = assets.map(({ id }) => ({ id, personal: sensitivityOf(graph, id).personal }))
  const personal = stated
    .filter((each) => each.personal === 'personal' || each.personal === 'special')
    .map(({ id }) => id)
  const isClean = assets.length > 0 && stated.every((each) => each.personal === 'none')
  const criteria = looks.map(([id, title, look]): Criterion => {
    const answer = graph.design.answers?.[criterionAnswer(id)]
    const said = truth(answer?.value)
    if (said !== undefined)
      return {
        id,
        title,
        state: said ? 'yes' : 'no',
        from: 'person',
        because: answer?.rationale ?? 'Stated by hand.',
        elements: [],
      }
    const { state, because, elements = [] } = look(graph, personal)
    return { id, title, state, ...(state === 'open' ? {} : { from: 'drawing' }), because, elements }
  })
  const met = criteria.filter(({ state }) => state === 'yes').length
  const unsaid = criteria.filter(({ state }) => state === 'open').length
  const isOpen = personal.length === 0 || (met < 2 && met + unsaid >= 2)
  const verdict = isClean ? 'noPersonalData' : isOpen ? 'open' : met >= 2 ? 'needed' : 'notNeeded'
  return { criteria, met, open: unsaid, verdict: inScope(graph).length === 0 ? 'open' : verdict }
}
