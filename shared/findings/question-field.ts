import type { Design, Id } from '../design/design.ts'
import { contextFields } from '../kinds/fields/context-fields.ts'
import {
  boundaryFields,
  dataFields,
  factFields,
  flowFields,
  identityFields,
  textFields,
} from '../kinds/fields/element-fields.ts'
import type { Field, Fields } from '../kinds/fields/field.ts'
import { findKind } from '../kinds/index.ts'
import type { QuestionGroup } from './finding.ts'

/** The field that a group of questions asks for, so that the answer gets its control; undefined where no field holds it. */
export function fieldOfQuestion(design: Design, group: Pick<QuestionGroup, 'elements'>): Field | undefined {
  for (const { on, field } of group.elements) {
    if (field === undefined) continue
    const dot = field.indexOf('.')
    const found = fieldsOf(design, on, dot < 0 ? '' : field.slice(0, dot))[field.slice(dot + 1)]
    if (found !== undefined) return found
  }
  return undefined
}

/** The fields of a record of an element ('settings', 'call', 'facts', 'context'), or its own. */
function fieldsOf(design: Design, on: Id, record: string): Fields {
  const component = design.components?.find(({ id }) => id === on)
  const flow = design.flows?.find(({ id }) => id === on)
  switch (record) {
    case 'context':
      return contextFields
    case 'settings':
      return component === undefined ? {} : findKind(component.kind).settings
    case 'call': {
      // Whoever answers has the field: the head, or the tail where the head pulls.
      const ends = flow === undefined ? [] : [flow.from, flow.to]
      const kinds = (design.components ?? []).filter(({ id }) => ends.includes(id)).map(({ kind }) => findKind(kind))
      return Object.assign({}, ...kinds.map(({ call }) => call))
    }
    case 'facts':
      return factFields
    case '':
      if (flow !== undefined) return { ...flowFields, ...textFields }
      if (design.data?.some(({ id }) => id === on) === true) return { ...dataFields, ...textFields }
      if (design.identities?.some(({ id }) => id === on) === true) return { ...identityFields, ...textFields }
      return { ...boundaryFields, ...textFields }
    default:
      return {}
  }
}
