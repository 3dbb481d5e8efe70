import type { Design } from '../../shared/design/design.ts'
import { applyEdit, type DesignEdit, editBetween } from '../../shared/design/design-edit.ts'

/** A design on its way to the worker: the first time all of it, then what an edit changed. */
export type SentDesign = { readonly whole: Design } | { readonly edit: DesignEdit }

/** In the page. `before`: what was sent last; the worker has to hold it. */
export function sendDesign(before: Design | undefined, now: Design): SentDesign {
  return before === undefined || before.id !== now.id ? { whole: now } : { edit: editBetween(before, now) }
}

/** In the worker. */
export function receiveDesign(before: Design | undefined, sent: SentDesign): Design {
  if ('whole' in sent) return sent.whole
  if (before === undefined) throw new Error('An edit came before the design that it changes.')
  return applyEdit(before, sent.edit)
}
