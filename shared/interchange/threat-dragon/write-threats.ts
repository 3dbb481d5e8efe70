import type { Id } from '../../design/design.ts'
import { numberAt, textAt } from '../foreign-values.ts'
import { isRatedAs, saidOf, stateAsSaid, typeAsSaid } from '../outgoing-threats.ts'
import type { OutgoingThreat } from '../outgoing-threats.ts'
import { ratingIn } from './read-threats.ts'
import { uuidOf } from './uuid.ts'

/** The threats of each element as the format has them, and the highest number that one of them has. */
export function numberThreats(threats: readonly OutgoingThreat[]): {
  readonly numbered: ReadonlyMap<Id, readonly object[]>
  readonly top: number
} {
  const numbered = new Map<Id, object[]>()
  const numbers = numbersOf(threats)
  const ids = idsOfThreats(threats)
  for (const [index, threat] of threats.entries()) {
    const list = numbered.get(threat.on) ?? []
    list.push({ id: ids[index], ...threatOf(threat, numbers[index] ?? 0) })
    numbered.set(threat.on, list)
  }
  return { numbered, top: Math.max(0, ...numbers) }
}

/** The numbers by which people speak of threats stay; a new threat gets the next one that is free. */
function numbersOf(threats: readonly OutgoingThreat[]): readonly number[] {
  const used = new Set<number>()
  const said = threats.map((threat) => {
    const number = numberAt(saidOf(threat, 'threat-dragon'), 'number')
    if (number === undefined || !Number.isInteger(number) || number < 1 || used.has(number)) return undefined
    used.add(number)
    return number
  })
  let next = Math.max(0, ...used)
  return said.map((number) => number ?? (next += 1))
}

/** By the ids that they came with, each once; else by what they are here. */
function idsOfThreats(threats: readonly OutgoingThreat[]): readonly string[] {
  const taken = new Set<string>()
  return threats.map((threat) => {
    const came = textAt(saidOf(threat, 'threat-dragon'), 'id')
    const { ours } = threat
    const id =
      came === undefined || taken.has(came) ? uuidOf(`threat ${'risk' in ours ? ours.risk : ours.fingerprint}`) : came
    taken.add(id)
    return id
  })
}

function threatOf(threat: OutgoingThreat, number: number): object {
  const { title, method, status, severity, rating, description, mitigation, ours } = threat
  const said = saidOf(threat, 'threat-dragon')
  const type = typeAsSaid(threat, textAt(said, 'type'))
  const isRated = textAt(said, 'title') !== undefined && isRatedAs(threat, ratingIn(said))
  return {
    number,
    title,
    type,
    modelType: (type === textAt(said, 'type') ? textAt(said, 'modelType') : undefined) ?? method,
    status: stateAsSaid(threat, textAt(said, 'status')) ?? status,
    severity: (isRated ? textAt(said, 'severity') : undefined) ?? severity,
    // Threat Dragon shows a score beside the severity: the file's own, else likelihood x impact, 1 to 25.
    score: isRated
      ? (textAt(said, 'score') ?? '')
      : rating === undefined
        ? ''
        : String(rating.likelihood * rating.impact),
    description,
    mitigation,
    new: false,
    studio: 'risk' in ours ? ours : { ...ours, status },
  }
}
