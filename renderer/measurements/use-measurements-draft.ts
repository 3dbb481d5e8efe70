import type { Id } from '../../shared/design/design.ts'
import { designStore } from '../store/design-store.ts'
import { forgetDraftsWhere, useDrafts } from '../store/drafts.ts'

export interface MeasurementsDraft {
  readonly text: string
  /** Who measured. */
  readonly by: string
  readonly setText: (text: string) => void
  readonly setBy: (by: string) => void
  /** They are applied. */
  readonly forget: () => void
}

/** What was pasted of one component or of the whole design: kept with the open design until it is applied. */
export function useMeasurementsDraft(on: Id | undefined): MeasurementsDraft {
  const [drafts, setDraft] = useDrafts()
  const place = `measurements:${on ?? ''}:`
  return {
    text: drafts[`${place}text`] ?? '',
    by: drafts[`${place}by`] ?? '',
    setText: (text) => setDraft(`${place}text`, text),
    setBy: (by) => setDraft(`${place}by`, by),
    forget: () => forgetDraftsWhere(designStore.getState().design.id, (key) => key.startsWith(place)),
  }
}
