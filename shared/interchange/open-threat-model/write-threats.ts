import type { Control, Id } from '../../design/design.ts'
import { listAt, numberAt, recordAt, textAt, textsAt } from '../foreign-values.ts'
import { keptOf } from '../kept.ts'
import { isRatedAs, saidOf, stateAsSaid, typeAsSaid } from '../outgoing-threats.ts'
import type { OutgoingThreat } from '../outgoing-threats.ts'
import { ratingIn } from './levels.ts'

/** The name, or with a number behind it the first that is free. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`
  return name
}

/** By the ids that they came with, each once; else by their number. */
function idsOfThreats(threats: readonly OutgoingThreat[]): readonly string[] {
  const taken = new Set<string>()
  const claim = (id: string): string => {
    taken.add(id)
    return id
  }
  const came = threats.map((threat) => {
    const id = textAt(saidOf(threat, 'otm'), 'id')
    return id === undefined || taken.has(id) ? undefined : claim(id)
  })
  return came.map((id, index) => id ?? claim(freeName(`threat-${index + 1}`, taken)))
}

/** Of what somebody wrote as a mitigation. */
const writtenId = (index: number): string => `written-mitigation-${index + 1}`
/** A control that several threats share: by the id that it came with, unless an earlier one came with the same. */
function idOfControl(control: Control, controls: readonly Control[]): string {
  const came = (each: Control): string | undefined => textAt(keptOf(each, 'otm'), 'id')
  const id = came(control)
  const isFirst = id !== undefined && controls.find((each) => came(each) === id) === control
  return isFirst ? id : `mitigation-${control.id}`
}

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
  const ids = idsOfThreats(threats)
  for (const [index, threat] of threats.entries()) {
    const { about, status, mitigation } = threat
    const said = saidOf(threat, 'otm')
    const state = textAt(said, 'state')
    const written = { mitigation: writtenId(index), state: status === 'Mitigated' ? 'implemented' : 'required' }
    for (const id of about) {
      const shared = controlsOf(threat, controls).map((control) => ({
        mitigation: idOfControl(control, controls),
        state: stateOf(control, id, threat),
      }))
      const list = refs.get(id) ?? []
      list.push({
        threat: ids[index],
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

/** The threats as the file lists them. */
export function threatItems(threats: readonly OutgoingThreat[]): readonly object[] {
  const ids = idsOfThreats(threats)
  return threats.map((threat, index) => ({ id: ids[index], ...threatItem(threat) }))
}

/** Steps of 1 to 5 as 0 to 100, or the numbers of the file while they mean these; where nobody judged, the middle. */
function threatItem(threat: OutgoingThreat): object {
  const { title, description, rating, ours, mitigation, status } = threat
  const said = saidOf(threat, 'otm')
  const isRated = rating === undefined ? { rated: false } : {}
  const [first, ...others] = textsAt(said, 'categories')
  const cwes = textsAt(said, 'cwes')
  const tags = textsAt(said, 'tags')
  const steps = { likelihood: (rating?.likelihood ?? 3) * 20, impact: (rating?.impact ?? 3) * 20 }
  const isAsRead = textAt(said, 'name') !== undefined && isRatedAs(threat, ratingIn(said))
  return {
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
  const ids = idsOfThreats(threats)
  const written = threats.flatMap(({ mitigation }, index) => {
    if (mitigation === '') return []
    const attributes = { studio: { threat: ids[index] } }
    return [{ id: writtenId(index), name: mitigation, riskReduction: 0, attributes }]
  })
  const shared = new Set(threats.flatMap((threat) => controlsOf(threat, controls)))
  return [
    ...written,
    ...[...shared].map((control) => {
      const said = keptOf(control, 'otm')
      return {
        id: idOfControl(control, controls),
        name: control.name ?? control.type,
        description: control.notes ?? '',
        riskReduction: numberAt(said, 'riskReduction') ?? 0,
        attributes: { ...recordAt(said, 'attributes'), studio: { control: control.id } },
      }
    }),
  ]
}
