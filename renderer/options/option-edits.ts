import type { Id, Variant } from '../../shared/design/design.ts'
import { removeElements } from '../../shared/design/edit/remove.ts'
import { updateElement } from '../../shared/design/edit/element.ts'
import { addVariant, setShown } from '../../shared/design/edit/variant.ts'
import { shorten } from '../../shared/design/wording.ts'
import { decisionOn } from '../../shared/decisions/propose.ts'
import { decisionLabel } from '../../shared/decisions/status.ts'
import { adoptSide, variantLike } from '../../shared/options/adopt.ts'
import { type Side, sideName, sidesOf } from '../../shared/options/outcome.ts'
import { freshId } from '../canvas/canvas-edits.ts'
import { recordAdoption, showDecision } from '../panels/decisions/decision-edits.ts'
import { designStore, editDocument } from '../store/design-store.ts'
import { showToast } from '../ui/toasts.ts'

/** Draws a side; what is edited from now on lands there. */
export function showSide(side: Side): void {
  const { document } = designStore.getState()
  editDocument(`Show ${sideName(document, side)}`, (design) => setShown(design, side ?? undefined), {
    key: 'show side',
  })
}

/** The side after the drawn one, or before it; round at the end. */
export function showNextSide(step: 1 | -1): void {
  const { document } = designStore.getState()
  const sides = sidesOf(document)
  if (sides.length < 2) {
    showToast('There is no option yet. “New option” makes one.')
    return
  }
  const at = sides.indexOf(document.shown ?? null)
  showSide(sides[(at + step + sides.length) % sides.length] ?? null)
}

/** A new option or phase with the picture that is drawn, and draws it; answers its id. */
export function makeVariant(type: Variant['type']): Id | undefined {
  const { document } = designStore.getState()
  const id = freshId(document, type)
  const variant = variantLike(document, document.shown ?? null, { id, name: newName(document.variants, type), type })
  const label = type === 'option' ? 'New option' : 'New phase'
  const made = editDocument(label, (design) => setShown(addVariant(design, variant), id))
  if (made && Object.keys(variant.changes).length > 0) tellOrigin(id, sideName(document, document.shown ?? null))
  return made ? id : undefined
}

/** Who draws the third option expects the base as often as the second one: it is said, and one click away. */
function tellOrigin(id: Id, name: string): void {
  const run = (): void => changeVariant(id, 'Start from the base', ({ of: _of, ...one }) => ({ ...one, changes: {} }))
  showToast(`The new option starts from “${shorten(name)}”.`, { action: { label: 'Start from the base', run } })
}

/** "Option A", "Option B" ...; phases come as people speak of them. */
function newName(variants: readonly Variant[] = [], type: Variant['type']): string {
  const taken = new Set(variants.map(({ name }) => name))
  const names =
    type === 'phase'
      ? ['Transition', 'Target', ...Array.from({ length: 60 }, (_, index) => `Phase ${index + 3}`)]
      : Array.from({ length: 60 }, (_, index) =>
          index < 26 ? `Option ${String.fromCodePoint(65 + index)}` : `Option ${index + 1}`,
        )
  return names.find((name) => !taken.has(name)) ?? 'Another one'
}

export function changeVariant(id: Id, label: string, change: (variant: Variant) => Variant): void {
  editDocument(label, (design) => updateElement(design, 'variants', id, change))
}

export function removeVariant(id: Id): void {
  const { document } = designStore.getState()
  const name = sideName(document, id)
  if (editDocument(`Delete ${name}`, (design) => removeElements(design, [id])))
    showToast(`Deleted “${name}”. What it changed went with it; undo brings it back.`)
}

/**
 * The variant becomes the base, and what was the base stays as an option. A choice belongs on record: the message leads
 * to the decision that speaks for it, or writes one down.
 */
export function adoptVariantAsBase(id: Id): void {
  const { document } = designStore.getState()
  const name = sideName(document, id)
  const keep = { id: freshId(document, 'option'), name: `Before ${shorten(name)}` }
  if (!editDocument(`Adopt ${name}`, (design) => adoptSide(design, id, keep))) return
  const words = `“${name}” is the base now. The old base stays as the option “${keep.name}”.`
  const known = decisionOn(document, id)
  const isChoice = document.variants?.some((variant) => variant.id === id && variant.type === 'option') === true
  if (known !== undefined)
    showToast(words, { action: { label: `Open ${decisionLabel(known)}`, run: () => showDecision(known.id) } })
  else if (isChoice)
    showToast(words, { action: { label: 'Record the decision', run: () => recordAdoption(name, keep.id) } })
  else showToast(words)
}
