import { isEmpty } from '../../shared/standards/edit-standards.ts'
import type { Standards } from '../../shared/standards/standards.ts'
import { keepStandards } from '../store/standards-store.ts'
import { showToast } from '../ui/index.ts'

/** Makes standards count; with `said`, what was done is told and can be taken back. */
export async function change(before: Standards, after: Standards, said?: string): Promise<void> {
  await keepStandards(isEmpty(after) ? undefined : after)
  if (said === undefined) return
  showToast(said, {
    action: { label: 'Undo', run: () => void keepStandards(isEmpty(before) ? undefined : before) },
  })
}
