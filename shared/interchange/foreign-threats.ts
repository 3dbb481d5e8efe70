import { importedBy, manualThreatRule } from '../design/design.ts'
import type { Id, Json, Risk, Treatment } from '../design/design.ts'
import type { Assembly } from './assembly.ts'
import { tell } from './assembly.ts'
import { cellOf, decisionOf, reasonOfState } from './threat-words.ts'
import type { Steps } from './threat-words.ts'

/** A threat of a foreign file, in the words that the formats share. */
export interface ForeignThreat {
  /** Its id in the file, for ours. */
  readonly foreign: string
  /** Our ids, in a file that we wrote. */
  readonly wanted?: { readonly risk?: string; readonly treatment?: string }
  readonly title: string
  readonly description?: string
  /** "Information disclosure", "Linkability". */
  readonly type?: string
  readonly on: readonly Id[]
  readonly rating?: Steps
  readonly status?: string
  readonly mitigation?: string
  readonly controls?: readonly Id[]
  /** Where the original words are kept: the namespace of the format. */
  readonly kept: readonly [namespace: string, words: Json]
}

/** Takes a threat over as one that a person wrote down, with what the file says was decided about it. */
export function takeThreat(threat: ForeignThreat, assembly: Assembly): Risk {
  const { title, type, on, rating, kept } = threat
  const id = assembly.ids.give(threat.wanted?.risk, threat.foreign, 'threat')
  const [first] = on
  const cell = type === undefined || first === undefined ? undefined : cellOf(type, first)
  const risk: Risk = {
    id,
    name: title,
    statement: threat.description ?? title,
    ...(on.length === 0 ? {} : { about: on }),
    ...rating,
    ...(cell === undefined ? { grammar: { goal: type ?? title } } : { cell }),
    by: importedBy,
    x: { [kept[0]]: kept[1] },
  }
  assembly.risks.push(risk)
  const known =
    type === undefined ? 'The file lists it as a threat.' : `The file lists it as a threat of type "${type}".`
  tell(assembly, 'risks', risk, 'Threat', 'certain', known)
  const decided = treatmentOf(threat, id, assembly)
  if (decided !== undefined) assembly.treatments.push(decided)
  return risk
}

/** Words with which a tool fills an empty field for mitigations. */
const fillers = /^(provide (remediation|mitigation)|mitigation or prevention|remediation)\b.{0,60}$/i

/** What the file says was decided; undefined where it says neither a state nor a mitigation. */
export function treatmentOf(
  { status, mitigation, wanted, controls = [], kept }: Omit<ForeignThreat, 'on'>,
  risk: Id,
  assembly: Assembly,
  rule: { readonly rule: string; readonly on: readonly Id[] } = { rule: manualThreatRule, on: [risk] },
): Treatment | undefined {
  const reason = mitigation === undefined || fillers.test(mitigation) ? undefined : mitigation
  const decided = decisionOf(status)
  if (decided === undefined && reason === undefined && controls.length === 0) return undefined
  return {
    id: assembly.ids.give(wanted?.treatment, risk, 'treatment'),
    ...rule,
    ...(decided ?? { response: 'mitigate', status: 'open' }),
    reason: reason ?? reasonOfState(status, kept[0]),
    ...(controls.length === 0 ? {} : { controls }),
  }
}
