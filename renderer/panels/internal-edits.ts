import { findElement } from '../../shared/design/collections.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import { addQuestion, removeElements, setField } from '../../shared/design/edit/index.ts'
import { internalQuestions, questionPlace } from '../../shared/documents/internal-elements.ts'
import type { QuestionGroup } from '../../shared/findings/finding.ts'
import { freshId } from './edits.ts'
import { editDesign } from './stores.ts'

export function isInternal(design: Design, id: Id): boolean {
  return findElement(design, id)?.element.internal === true
}

/** Keeps an element out of every document, or lets it out again. */
export function setInternal(id: Id, on: boolean): void {
  editDesign(on ? 'Keep it internal' : 'Let it out', (design) =>
    setField(design, id, 'internal', on ? true : undefined),
  )
}

/** Where the rules ask a question: its elements, or the design itself. */
function placesOf(
  design: Design,
  { id, elements }: QuestionGroup,
): readonly { readonly on: Id; readonly field: string }[] {
  return elements.length === 0
    ? [{ on: design.id, field: id }]
    : elements.map(({ on, field }) => ({ on, field: field ?? id }))
}

export function isQuestionInternal(design: Design, group: QuestionGroup): boolean {
  const asked = internalQuestions(design)
  return asked.size > 0 && placesOf(design, group).every(({ on, field }) => asked.has(questionPlace(on, field)))
}

/** A question of rules is no element: what keeps it internal is a record of it in the design. */
export function withQuestionInternal(design: Design, group: QuestionGroup, isOn: boolean): Design {
  const places = placesOf(design, group)
  const kept = new Set(places.map(({ on, field }) => questionPlace(on, field)))
  const held = (design.questions ?? []).filter(
    ({ about, internal }) => internal === true && about !== undefined && kept.has(questionPlace(about.on, about.field)),
  )
  if (!isOn)
    return removeElements(
      design,
      held.map(({ id }) => id),
    )
  const known = new Set(held.map(({ about }) => questionPlace(about?.on ?? '', about?.field)))
  return places
    .filter(({ on, field }) => !known.has(questionPlace(on, field)))
    .reduce(
      (next, about) => addQuestion(next, { id: freshId(next, 'question'), text: group.text, about, internal: true }),
      design,
    )
}

export function setQuestionInternal(group: QuestionGroup, isOn: boolean): void {
  editDesign(isOn ? 'Keep a question internal' : 'Let a question out', (design) =>
    withQuestionInternal(design, group, isOn),
  )
}
