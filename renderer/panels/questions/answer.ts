import type { Design, Id, Treatment, Value } from '../../../shared/design/design.ts'
import { answerQuestion } from '../../../shared/design/edit/intent.ts'
import { contextFields } from '../../../shared/kinds/context-fields.ts'
import type { Field, Fields } from '../../../shared/kinds/field.ts'
import { findKind } from '../../../shared/kinds/index.ts'
import type { QuestionGroup } from '../../../shared/findings/finding.ts'
import { addElement, freshId } from '../edits.ts'
import { dataFields } from '../data/data-fields.ts'
import { boundaryFields } from '../inspector/boundary-fields.ts'
import { flowFields } from '../inspector/flow-fields.ts'
import type { Said } from '../inspector/value-edits.ts'

interface Place {
  readonly record: 'settings' | 'call' | 'facts' | 'context' | undefined
  readonly name: string
}

/** 'settings.encryptedAtRest' is a setting of that name; 'encrypted' is a field of the element itself. */
export function placeOf(field: string): Place {
  const dot = field.indexOf('.')
  const record = dot < 0 ? undefined : field.slice(0, dot)
  if (record === 'settings' || record === 'call' || record === 'facts' || record === 'context')
    return { record, name: field.slice(dot + 1) }
  return { record: undefined, name: field }
}

/** The schema of the field a group asks for, so that the answer gets the right control. Undefined for topics. */
export function fieldOf(design: Design, group: QuestionGroup): Field | undefined {
  for (const { on, field } of group.elements) {
    if (field === undefined) continue
    const found = fieldsAround(design, on, placeOf(field))[placeOf(field).name]
    if (found !== undefined) return found
  }
  return undefined
}

function fieldsAround(design: Design, on: Id, place: Place): Fields {
  if (place.record === 'context') return contextFields
  const component = design.components?.find((one) => one.id === on)
  if (place.record === 'settings') return component === undefined ? {} : findKind(component.kind).settings
  const flow = design.flows?.find((one) => one.id === on)
  if (place.record === 'call') {
    const callee = design.components?.find((one) => one.id === flow?.to)
    return callee === undefined ? {} : findKind(callee.kind).call
  }
  if (flow !== undefined) return flowFields
  if (design.boundaries?.some((one) => one.id === on) === true) return boundaryFields
  return dataFields
}

/** Writes one answer to every element of the group: one edit. `said` is kept where the answer has no field of its own. */
export function answerAll(design: Design, group: QuestionGroup, value: Value | undefined, said?: Said): Design {
  const background = said === undefined ? {} : { ...(said.by === '' ? {} : { by: said.by }), date: said.on }
  return group.elements.reduce(
    (next, { on, field }) => (field === undefined ? next : answerQuestion(next, [on], field, value, background)),
    design,
  )
}

/** Settles the rules that wait for this answer, where they asked: recorded with its reason, as every judgement. */
export function doesNotApply(design: Design, group: QuestionGroup, reason: string): Design {
  const pairs = group.elements.flatMap(({ on }) => group.rules.map((rule) => ({ on, rule })))
  return pairs.reduce((next, { on, rule }) => {
    const treatment: Treatment = { id: freshId(next, 'treatment'), rule, on: [on], response: 'dispute', reason }
    return addElement(next, 'treatments', treatment)
  }, design)
}
