import type { AnswerKind, Design, Id, Measure } from '../../../shared/design/design.ts'
import {
  addAnswerKind,
  addMeasure,
  addRequirement,
  changeAnswerKind,
  changeMeasure,
} from '../../../shared/design/edit/index.ts'
import { requirementFromMeasure } from '../../../shared/requirements/from-measure.ts'
import { freshId, withField } from '../edits.ts'
import { editDesign, viewStore } from '../stores.ts'

export function newMeasure(): void {
  editDesign('Add a measure', (design) =>
    addMeasure(design, { id: freshId(design, 'measure'), name: 'Measure of success' }),
  )
}

export function editMeasure(id: Id, field: 'name' | 'baseline' | 'aim', text: string): void {
  const trimmed = text.trim()
  if (field === 'name' && trimmed === '') return
  editDesign('Change the measure', (design) =>
    changeMeasure(design, id, (measure) => withField(measure, field, trimmed === '' ? undefined : trimmed)),
  )
}

export function removeMeasure({ id, name }: Measure): void {
  editDesign(`Delete ${name}`, (design) => changeMeasure(design, id, () => undefined))
}

/** The design with a requirement that holds the measure, and the measure naming it. */
export function withMeasureHeld(design: Design, measure: Measure, id: Id): Design {
  const held = addRequirement(design, requirementFromMeasure(measure, id))
  return changeMeasure(held, measure.id, (one) => ({ ...one, requirement: id }))
}

/** One edit: the requirement, and the measure that names it. The requirement shows, ready to be read. */
export function holdMeasure(measure: Measure): void {
  let id: Id | undefined
  const done = editDesign(`Make a requirement of “${measure.name}”`, (design) => {
    id = freshId(design, 'nfr')
    return withMeasureHeld(design, measure, id)
  })
  if (done && id !== undefined) showRequirement(id)
}

export function showRequirement(id: Id): void {
  viewStore.getState().select([id])
  viewStore.getState().showPanel('requirements')
}

export function newAnswerKind(name: string, action?: Id): void {
  editDesign('Add a kind of answer', (design) =>
    addAnswerKind(design, {
      id: freshId(design, 'answer'),
      name,
      ...(action === undefined ? {} : { action }),
    }),
  )
}

export type AnswerText = 'wrong' | 'noticedBy' | 'shown' | 'fallback'

export function editAnswerKind(id: Id, label: string, change: (answer: AnswerKind) => AnswerKind): void {
  editDesign(label, (design) => changeAnswerKind(design, id, change))
}

export function removeAnswerKind({ id, name }: AnswerKind): void {
  editDesign(`Delete ${name}`, (design) => changeAnswerKind(design, id, () => undefined))
}
