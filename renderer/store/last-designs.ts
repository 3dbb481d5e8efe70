import type { Id } from '../../shared/design/design.ts'
import { readHistory } from './histories.ts'
import { loadDesign } from './library.ts'
import { activateDesign, openDesigns } from './open-designs.ts'
import { openStored } from './open-stored.ts'
import { forget, readRememberedJson, rememberJson } from './remembered.ts'

interface LastDesigns {
  readonly workspaceId: string
  readonly ids: readonly Id[]
  readonly active?: Id
}

const storageKey = 'lintel:open'

/** Opens the tabs of the last time, those of this workspace only. */
export async function openLastDesigns(workspaceId: string): Promise<void> {
  const last = read()
  if (last === undefined || last.workspaceId !== workspaceId) return
  const designs = await Promise.all(last.ids.map((id) => loadDesign(workspaceId, id)))
  for (const stored of designs) if (stored !== undefined) openStored(stored, await readHistory(stored))
  activateDesign(last.active)
}

/** Remembers the tabs from now on. */
export function rememberOpenDesigns(): () => void {
  return openDesigns.subscribe(({ tabs, active }) => {
    const [first] = tabs
    if (first === undefined) return forget(storageKey)
    const last: LastDesigns = {
      workspaceId: first.workspaceId,
      ids: tabs.map((tab) => tab.id),
      ...(active === undefined ? {} : { active }),
    }
    rememberJson(storageKey, last)
  })
}

function read(): LastDesigns | undefined {
  const value = readRememberedJson(storageKey)
  return isLast(value) ? value : undefined
}

function isLast(value: unknown): value is LastDesigns {
  if (typeof value !== 'object' || value === null || !('ids' in value) || !('workspaceId' in value)) return false
  return Array.isArray(value.ids) && value.ids.every((id) => typeof id === 'string')
}
