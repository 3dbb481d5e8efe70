import type { Control, Id } from '../../design/design.ts'
import { listAt, numberAt, recordAt, textAt, textsAt } from '../foreign-values.ts'
import { keptOf } from '../kept.ts'
import { isRatedAs, saidOf, stateAsSaid, typeAsSaid } from '../outgoing-threats.ts'
import type { OutgoingThreat } from '../outgoing-threats.ts'
import { ratingIn } from './levels.ts'

const threatId = (index: number): string => `threat-${index + 1}`
/** Of what somebody wrote as a mitigation; a control that several threats share has one of its own. */
const mitigationId = (index: number): string => `mitigation-${index + 1}`
const controlId = (control: Control): string => `mitigation-${control.id}`

const states = {
  NotApplicable: 'not-applicable',
  Open: 'exposed',
  Mitigated: 'mitigated',
  Accepted: 'accepted',
  Transferred: 'transferred',
  Avoided: 'avoided',
} as const

/** The controls that a decision names, as far as the design has them. */
function controlsOf({ treatment }: OutgoingThreat, controls: readonly Control[]): readonly Control[] {
  return (treatment?.controls ?? []).flatMap((id) => controls.find((control) => control.id === id) ?? [])
}

/** The threats that stand on each element, with their state and what mitigates them there. */
export function threatRefs(
  threats: readonly OutgoingThreat[],
  controls: readonly Control[],
): ReadonlyMap<Id, readonly object[]> {
  const refs = new Map<Id, object[]>()
  for (const [index, threat] of threats.entries()) {
    const { about, status, mitigation } = threat
    const said = saidOf(threat, 'otm')
    const state = textAt(said, 'state')
    const written = { mitigation: mitigationId(index), state: status === 'Mitigated' ? 'implemented' : 'required' }
    for (const id of about) {
      const shared = controlsOf(threat, controls).map((control) => ({
        mitigation: controlId(control),
        state: stateOf(control, id, threat),
      }))
      const list = refs.get(id) ?? []
      list.push({
        threat: threatId(index),
        state: stateAsSaid(threat, state, textAt(said, 'taken') ?? state) ?? states[status],
        mitigations: [...(mitigation === '' ? [] : [written]), ...shared],
      })
      refs.set(id, list)
    }
  }
  return refs
}

/** The word of the file for how far a mitigation is on this element, while nobody has changed how far it is. */
function stateOf(control: Control, on: Id, threat: OutgoingThreat): string {
  const { id, taken } = keptOf(control, 'otm')
  const asked = listAt(saidOf(threat, 'otm'), 'asked')
  const own = asked.find((each) => textAt(each, 'on') === on && textAt(each, 'mitigation') === id)
  const word = taken === control.status ? textAt(own, 'state') : undefined
  return word ?? (control.status === 'inPlace' ? 'implemented' : 'required')
}

/** Steps of 1 to 5 as 0 to 100, or the numbers of the file while they mean these; where nobody judged, the middle. */
export function threatItem(threat: OutgoingThreat, index: number): object {
  const { title, description, rating, ours, mitigation, status } = threat
  const said = saidOf(threat, 'otm')
  const isRated = rating === undefined ? { rated: false } : {}
  const [first, ...others] = textsAt(said, 'categories')
  const cwes = textsAt(said, 'cwes')
  const tags = textsAt(said, 'tags')
  const steps = { likelihood: (rating?.likelihood ?? 3) * 20, impact: (rating?.impact ?? 3) * 20 }
  const isAsRead = textAt(said, 'name') !== undefined && isRatedAs(threat, ratingIn(said))
  return {
    id: threatId(index),
    name: title,
    description,
    categories: [typeAsSaid(threat, first), ...others],
    ...(cwes.length === 0 ? {} : { cwes }),
    ...(tags.length === 0 ? {} : { tags }),
    risk: { ...steps, ...(isAsRead ? recordAt(said, 'risk') : {}) },
    attributes: {
      ...recordAt(said, 'attributes'),
      studio: { ...ours, ...isRated, state: states[status], ...(mitigation === '' ? {} : { mitigation }) },
    },
  }
}

/** What was written as a mitigation, one for each threat, and the controls that threats share, each once. */
export function mitigationItems(threats: readonly OutgoingThreat[], controls: readonly Control[]): readonly object[] {
  const written = threats.flatMap(({ mitigation }, index) => {
    if (mitigation === '') return []
    const attributes = { studio: { threat: threatId(index) } }
    return [{ id: mitigationId(index), name: mitigation, riskReduction: 0, attributes }]
  })
  const shared = new Set(threats.flatMap((threat) => controlsOf(threat, controls)))
  return [
    ...written,
    ...[...shared].map((control) => {
      const said = keptOf(control, 'otm')
      return {
        id: controlId(control),
        name: control.name ?? control.type,
        description: control.notes ?? '',
        riskReduction: numberAt(said, 'riskReduction') ?? 0,
        attributes: { ...recordAt(said, 'attributes'), studio: { control: control.id } },
      }
    }),
  ]
}
