import type { Boundary, DataAsset, Design, Framing, Id, Settings, Value } from '../../design/design.ts'
import { ancestorsOf } from '../../design/nesting.ts'
import { known } from '../../design/value.ts'
import { contextFields } from '../../kinds/fields/context-fields.ts'
import { boundaryFields, dataFields } from '../../kinds/fields/element-fields.ts'
import { topicWords } from '../../findings/topic-words.ts'
import type { Field } from '../../kinds/fields/field.ts'
import { badge, facts, list, paragraph, strong, table, unstated } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import type { Block, Inline, Text } from '../outline.ts'
import { listWords } from '../text/numbers.ts'
import { asSentence, valueWords } from '../text/sentences.ts'
import { capital, splitWords } from '../../design/wording.ts'
import { placeName, placeNames } from '../text/place-name.ts'

const contextLabels: Readonly<Record<string, string>> = {
  stage: 'Stage',
  audience: 'Audience',
  decisionEffect: 'Effect on decisions about people',
  euNexus: 'Used in, or with effect in, the EU',
  dataResidency: 'Data must stay in',
  multiTenant: 'Several tenants',
  tenants: 'Tenants',
  domain: 'Domain',
  tier: 'Criticality',
  complete: 'Topics marked complete',
}

/** What the architect said about the system as a whole, and the assumptions that the report rests on. */
export function scopeBlocks({ design, graph }: DocumentContext): readonly Block[] {
  const stated = settingRows(design.context, contextLabels)
  const assumptions = design.assumptions ?? []
  return [
    ...framingBlocks(design.framing),
    ...(Object.keys(stated).length === 0
      ? [paragraph('Stage, audience and use have not been stated; the ratings assume none of them.')]
      : [facts(stated)]),
    ...(assumptions.length === 0
      ? [paragraph('No assumption has been written down.')]
      : [
          table(
            [
              { title: 'Assumption', width: 5 },
              { title: 'About', width: 2 },
              { title: 'Status' },
              { title: 'Owner', width: 1.2 },
            ],
            assumptions.map((assumption) => [
              asSentence(assumption.statement),
              listWords(
                (assumption.about ?? []).map((id) => placeName(id, graph)),
                4,
              ),
              [
                badge(
                  assumption.status,
                  assumption.status === 'confirmed' ? 'pass' : assumption.status === 'refuted' ? 'fail' : 'unknown',
                ),
              ],
              assumption.owner ?? '–',
            ]),
            'Assumptions',
          ),
        ]),
  ]
}

/** What the design is for and not for, and what people do with a wrong answer: it says which harm counts. */
function framingBlocks(framing: Framing | undefined): readonly Block[] {
  if (framing === undefined) return []
  const { problem, users, decision, nonGoals = [], answers = [] } = framing
  const said = (text: string | undefined): string | undefined => (text === undefined ? undefined : asSentence(text))
  const rows = {
    Problem: said(problem),
    Users: said(users),
    'Decision supported': said(decision),
    'Not meant for': nonGoals.length === 0 ? undefined : asSentence(nonGoals.join('; ')),
  }
  const isSaid = Object.values(rows).some((text) => text !== undefined)
  return [
    ...(isSaid ? [facts(rows)] : []),
    ...(answers.length === 0
      ? []
      : [
          table(
            ['Kind of answer', 'How it can be wrong', 'Who notices', 'What the user sees', 'Fallback'],
            answers.map(({ name, wrong, noticedBy, shown, fallback }) => [
              name,
              ...[wrong, noticedBy, shown, fallback].map((text): Words => text ?? [unstated('not stated')]),
            ]),
            'What happens when an answer is wrong',
          ),
        ]),
  ]
}

const topics = topicWords.map(({ topic, word }) => ({ value: topic, label: word.toLowerCase() }))
const fields: Readonly<Record<string, Field>> = {
  ...contextFields,
  complete: { type: 'choices', label: 'Topics marked complete', options: topics },
}

function settingRows(settings: Settings | undefined, labels: Readonly<Record<string, string>>): Record<string, Words> {
  const rows: Record<string, Words> = {}
  for (const [name, label] of Object.entries(labels)) {
    const value = settings?.[name]
    if (value !== undefined) rows[label] = valueWords(value, fields[name])
  }
  return rows
}

/** Trust boundaries with what holds in them: stated, or from the boundary around. */
export function boundaryBlocks({ design, graph }: DocumentContext): readonly Block[] {
  const boundaries = design.boundaries ?? []
  if (boundaries.length === 0) {
    return [paragraph('No trust boundary has been drawn, so no arrow can be seen to cross one.')]
  }
  const facet = (boundary: Boundary, name: keyof typeof boundaryFields): Text => {
    const own = boundary[name]
    if (own !== undefined) return valueWords(own, boundaryFields[name])
    const from = graph.boundariesOf(boundary.id).find((each) => each[name] !== undefined)
    return from === undefined
      ? [unstated('not stated')]
      : [...valueWords(from[name], boundaryFields[name]), ` (from ${from.name})`]
  }
  return [
    table(
      [
        { title: 'Boundary', width: 1.6 },
        { title: 'Trust' },
        { title: 'Organisation' },
        { title: 'Region' },
        { title: 'Network' },
        { title: 'Holds', width: 2 },
      ],
      asNested(design).map((boundary): readonly Words[] => [
        [strong(boundary.name), copiesWords(boundary), aroundWords(boundary, design)],
        facet(boundary, 'trust'),
        facet(boundary, 'organisation'),
        facet(boundary, 'region'),
        facet(boundary, 'network'),
        listWords(
          [...(design.components ?? []), ...boundaries]
            .filter((element) => element.in === boundary.id)
            .map(({ name }) => name),
          5,
        ),
      ]),
      'Trust runs from 0 (hostile) to 100 (ours, hardened); a facet that is not stated is inherited.',
    ),
  ]
}

/** Each boundary right after the one around it, so that what nests stands together. */
function asNested(design: Design): readonly Boundary[] {
  const { boundaries = [] } = design
  const within = (around: Id | undefined): readonly Boundary[] =>
    boundaries
      .filter(({ id }) => ancestorsOf(design, id)[0]?.id === around)
      .flatMap((boundary) => [boundary, ...within(boundary.id)])
  const nested = within(undefined)
  return [...nested, ...boundaries.filter((boundary) => !nested.includes(boundary))]
}

function aroundWords({ id }: Boundary, design: Design): string {
  const [around] = ancestorsOf(design, id)
  return around === undefined ? '' : `, inside ${around.name}`
}

function copiesWords({ copies }: Boundary): string {
  if (copies === undefined) return ''
  const count = known(copies.count)
  return ` (${count === undefined ? 'an unknown number of copies' : `${count} copies`}, one per ${copies.of})`
}

/** Data assets with their sensitivity: stated, or from what they are derived from. */
export function assetBlocks({ design, graph }: DocumentContext): readonly Block[] {
  const assets = design.data ?? []
  if (assets.length === 0)
    return [paragraph('No data asset has been named, so nothing is known about what the arrows carry.')]
  const inherited = (asset: DataAsset, name: 'classification' | 'personal' | 'writers'): Text => {
    const { [name]: own, derivedFrom } = asset
    if (own !== undefined || derivedFrom === undefined) return valueWords(own, dataFields[name])
    return [
      `from ${listWords(
        derivedFrom.map((origin) => graph.name(origin)),
        2,
      )}`,
    ]
  }
  return [
    table(
      [
        { title: 'Data', width: 1.7 },
        { title: 'Classification' },
        { title: 'Personal' },
        { title: 'Who can write it', width: 1.2 },
        { title: 'Kept in', width: 1.6 },
      ],
      assets.map((asset): readonly Words[] => [
        [strong(asset.name), asset.type === undefined ? '' : ` (${asset.type})`],
        inherited(asset, 'classification'),
        inherited(asset, 'personal'),
        inherited(asset, 'writers'),
        listWords(
          (design.components ?? []).filter(({ holds }) => holds?.includes(asset.id) === true).map(({ name }) => name),
          3,
        ) || '–',
      ]),
      'What is not stated for derived data comes from what it is made of.',
    ),
  ]
}

/** Who begins something, and what. */
export function actorBlocks({ design, graph }: DocumentContext): readonly Block[] {
  const actors = (design.components ?? []).filter(
    (component) => graph.has(component, 'starts-requests') || graph.has(component, 'person'),
  )
  const actions = design.actions ?? []
  const doing = (id: Id): string => {
    const names = actions
      .filter(
        ({ starts }) => starts === id || (design.flows ?? []).some((flow) => flow.id === starts && flow.from === id),
      )
      .map(({ name }) => name)
    return listWords(names)
  }
  const identities = design.identities ?? []
  return [
    ...(actors.length === 0
      ? [paragraph('No actor has been drawn.')]
      : [
          list(
            actors.map((actor): Words => {
              const place = graph.boundariesOf(actor.id)[0]
              const does = doing(actor.id)
              return [
                strong(actor.name),
                place === undefined ? '' : `, in ${place.name}`,
                does === '' ? '' : `: ${does}`,
              ]
            }),
          ),
        ]),
    ...(identities.length === 0
      ? [paragraph('No identity has been named: under whose name the calls run is unknown.')]
      : [
          table(
            [
              { title: 'Identity', width: 1.5 },
              { title: 'Type' },
              { title: 'Credential' },
              { title: 'Used by', width: 1.5 },
              { title: 'May', width: 2.5 },
            ],
            identities.map((identity): readonly Words[] => [
              [strong(identity.name)],
              capitalWords(identity.type),
              capitalWords(identity.credential),
              listWords(
                placeNames(
                  [...(design.components ?? []), ...(design.flows ?? [])]
                    .filter((user) => user.as === identity.id)
                    .map(({ id }) => id),
                  graph,
                ),
                3,
              ),
              listWords(
                (identity.grants ?? []).map(
                  (grant) => `${grant.can.join(', ')} on ${graph.name(grant.on)}${limitWords(grant.where)}`,
                ),
              ),
            ]),
            'Identities and what they are granted',
          ),
        ]),
  ]
}

function capitalWords(value: Value | undefined): readonly Inline[] {
  const word = known(value)
  return typeof word === 'string' ? [capital(splitWords(word))] : valueWords(value)
}

function limitWords(where: Value<string> | undefined): string {
  const limit = known(where)
  return limit === undefined ? '' : ` (${limit})`
}
