import type { Design, Id, Value } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { contextFields } from '../../kinds/fields/context-fields.ts'
import { boundaryFields, dataFields, flowFields } from '../../kinds/fields/element-fields.ts'
import type { Field, Fields } from '../../kinds/fields/field.ts'
import { findKind } from '../../kinds/index.ts'
import { edited } from './mini-design.ts'

/** A fact that a design states: yes or no, one of several, or a number; what somebody could have answered instead. */
export interface StatedFact {
  readonly on: Id
  /** "settings.encryptedAtRest", "writers". */
  readonly path: string
  readonly others: readonly Value[]
}

/** All facts that are stated in a design, of its boxes, arrows, boundaries, data and as a whole. */
export function statedFacts(design: Design): readonly StatedFact[] {
  const { components = [], flows = [], boundaries = [], data = [], context = {} } = design
  return [
    ...factsAmong(design.id, 'context.', context, contextFields),
    ...components.flatMap(({ id, kind, settings = {} }) =>
      factsAmong(id, 'settings.', settings, findKind(kind).settings),
    ),
    ...flows.flatMap((flow) => factsAmong(flow.id, '', flow, flowFields)),
    ...boundaries.flatMap((boundary) => factsAmong(boundary.id, '', boundary, boundaryFields)),
    ...data.flatMap((asset) => factsAmong(asset.id, '', asset, dataFields)),
  ]
}

function factsAmong(on: Id, record: string, stated: object, fields: Fields): readonly StatedFact[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = Reflect.get(stated, name) as Value | undefined
    if (field.fact !== true || known(value) === undefined) return []
    const others = answersTo(field).filter((other) => JSON.stringify(other) !== JSON.stringify(known(value)))
    return others.length === 0 ? [] : [{ on, path: `${record}${name}`, others }]
  })
}

function answersTo(field: Field): readonly Value[] {
  if (field.type === 'boolean') return [true, false]
  if (field.type === 'choice') return (field.options ?? []).map(({ value }) => value)
  if (field.type === 'number') return [field.min ?? 0, field.max ?? 1_000_000]
  return []
}

/** The design with another answer, or with none that anybody knows. */
export function withFact(design: Design, { on, path }: StatedFact, value: Value): Design {
  const [record = '', name] = path.split('.')
  return edited(design, on, name === undefined ? { [record]: value } : { [record]: { [name]: value } })
}
