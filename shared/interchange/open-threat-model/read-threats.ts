import type { Control, Id, Json } from '../../design/design.ts'
import { tell } from '../assembly.ts'
import { asJson, listAt, numberAt, recordAt, textAt, textsAt } from '../foreign-values.ts'
import { takeThreat, treatmentOf } from '../foreign-threats.ts'
import { keeping } from '../kept.ts'
import { ratingIn } from './levels.ts'
import type { Model } from './model.ts'

/** What a foreign mitigation becomes: a control of no catalogue, so that no rule takes a threat for closed by it. */
const foreignControl = 'imported-mitigation'

/** A threat where it stands, with the state it has there. */
interface Reference {
  readonly on: Id
  readonly threat: string
  readonly state: string
  readonly mitigations: readonly { readonly mitigation: string; readonly state: string }[]
}

/** Threats with the elements they stand on, once for each state they have; mitigations where they are asked for. */
export function readThreats(model: Model): void {
  const { content, assembly } = model
  const references = [...referencesIn('components', model), ...referencesIn('dataflows', model)]
  const listed = listAt(content, 'threats')
  const known = new Set(listed.map((item) => textAt(item, 'id') ?? ''))
  const missing = [...new Set(references.map(({ threat }) => threat))].filter((id) => !known.has(id))
  for (const id of missing)
    assembly.leftOut.push(`The file names the threat "${id.slice(0, 60)}" and does not describe it.`)
  const controls = readMitigations(references, model)
  for (const [index, item] of listed.entries()) {
    const foreign = textAt(item, 'id') ?? `threat-${index + 1}`
    const own = references.filter(({ threat }) => threat === foreign)
    const states = own.length === 0 ? ['exposed'] : [...new Set(own.map(({ state }) => state))]
    for (const state of states) {
      readThreat(
        item,
        foreign,
        state,
        own.filter((each) => each.state === state),
        controls,
        model,
      )
    }
  }
}

function referencesIn(list: 'components' | 'dataflows', model: Model): readonly Reference[] {
  const ids = list === 'components' ? model.components : model.flows
  return listAt(model.content, list).flatMap((item) => {
    const on = ids.get(textAt(item, 'id') ?? '')
    if (on === undefined) return []
    return listAt(item, 'threats').flatMap((each): readonly Reference[] => {
      const threat = textAt(each, 'threat')
      if (threat === undefined) return []
      const mitigations = listAt(each, 'mitigations').flatMap((one) => {
        const mitigation = textAt(one, 'mitigation')
        return mitigation === undefined ? [] : [{ mitigation, state: textAt(one, 'state') ?? '' }]
      })
      return [{ on, threat, state: textAt(each, 'state') ?? 'exposed', mitigations }]
    })
  })
}

function readMitigations(references: readonly Reference[], { content, assembly }: Model): ReadonlyMap<string, Id> {
  const controls = new Map<string, Id>()
  for (const [index, item] of listAt(content, 'mitigations').entries()) {
    // What is ours comes back as a treatment or a control of the design.
    if (recordAt(item, 'attributes', 'studio') !== undefined) continue
    const foreign = textAt(item, 'id') ?? `mitigation-${index + 1}`
    const asked = references.flatMap(({ on, mitigations }) =>
      mitigations.filter(({ mitigation }) => mitigation === foreign).map(({ state }) => ({ on, state })),
    )
    const name = textAt(item, 'name') ?? foreign
    if (asked.length === 0) {
      assembly.leftOut.push(`The mitigation "${name}" was left out: no threat asks for it on an element of the file.`)
      continue
    }
    const notes = textAt(item, 'description')
    const isThere = asked.every(({ state }) => /^(implemented|done|in.?place|verified)$/i.test(state))
    const control: Control = {
      id: assembly.ids.give(undefined, foreign, 'control'),
      name,
      type: foreignControl,
      on: [...new Set(asked.map(({ on }) => on))],
      status: isThere ? 'inPlace' : 'proposed',
      ...(notes === undefined ? {} : { notes }),
      ...keeping('otm', {
        id: foreign,
        riskReduction: numberAt(item, 'riskReduction'),
        attributes: attributesIn(item),
        taken: isThere ? 'inPlace' : 'proposed',
      }),
    }
    controls.set(foreign, control.id)
    assembly.controls.push(control)
    const state = isThere ? 'implemented' : 'not yet implemented everywhere'
    tell(
      assembly,
      'controls',
      control,
      'Control',
      'likely',
      `It is listed as a mitigation, ${state}. No rule relies on it.`,
    )
  }
  return controls
}

function readThreat(
  item: unknown,
  foreign: string,
  state: string,
  references: readonly Reference[],
  controls: ReadonlyMap<string, Id>,
  model: Model,
): void {
  const { assembly } = model
  const name = textAt(item, 'name') ?? foreign
  const description = textAt(item, 'description')
  const type = textsAt(item, 'categories')[0]
  const ours = recordAt(item, 'attributes', 'studio')
  const mitigations = references.flatMap((each) => each.mitigations)
  const isDone = mitigations.length > 0 && mitigations.every(({ state: each }) => /^implemented$/i.test(each))
  const [risk, treatment] = [textAt(ours, 'risk'), textAt(ours, 'treatment')]
  const status = isDone && !/accept|transfer|avoid|not/i.test(state) ? 'mitigated' : state
  const mitigation = ours === undefined ? undefined : textAt(ours, 'mitigation')
  const threat = {
    foreign: state === 'exposed' || references.length === 0 ? foreign : `${foreign}-${state}`,
    wanted: { ...(risk === undefined ? {} : { risk }), ...(treatment === undefined ? {} : { treatment }) },
    title: name,
    ...(description === undefined ? {} : { description }),
    ...(type === undefined ? {} : { type }),
    status,
    ...(mitigation === undefined ? {} : { mitigation }),
    controls: [...new Set(mitigations.flatMap((each) => controls.get(each.mitigation) ?? []))],
    kept: ['otm', keptWords(item, state, status, references)] as const,
  }
  const rule = textAt(ours, 'rule')
  if (rule === undefined) {
    const rating = ratingIn(item)
    const rated = rating === undefined ? {} : { rating }
    takeThreat({ ...threat, on: [...new Set(references.map(({ on }) => on))], ...rated }, assembly)
  } else if (textAt(ours, 'state') !== state) {
    const anchors = textsAt(ours, 'on')
    const decided = treatmentOf(threat, `${rule}-${anchors.join('-')}`, assembly, { rule, on: anchors })
    if (decided !== undefined) assembly.treatments.push(decided)
  }
}

/** The threat in the words of the file, with the state that it has on elements and what each of them asks for there. */
function keptWords(item: unknown, state: string, taken: string, references: readonly Reference[]): Json {
  const asked = references.flatMap(({ on, mitigations }) => mitigations.map((each) => ({ on, ...each })))
  return asJson({ ...withoutStudio(item), state, ...(taken === state ? {} : { taken }), asked }) ?? {}
}

function attributesIn(item: unknown): Json | undefined {
  const attributes = recordAt(item, 'attributes')
  return attributes === undefined ? undefined : asJson(attributes)
}

function withoutStudio(item: unknown): object {
  const { attributes, ...rest } = recordAt(item) ?? {}
  const { studio: _ours, ...own } = recordAt(attributes) ?? {}
  return { ...rest, ...(Object.keys(own).length === 0 ? {} : { attributes: own }) }
}
