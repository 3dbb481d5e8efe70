import type { Id } from '../../shared/design/design.ts'
import { readHistory } from './histories.ts'
import { loadDesign } from './library.ts'
import { activateDesign, openDesigns } from './open-designs.ts'
import { openStored } from './open-stored.ts'

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
    try {
      if (first === undefined) localStorage.removeItem(storageKey)
      else {
        const last: LastDesigns = {
          workspaceId: first.workspaceId,
          ids: tabs.map((tab) => tab.id),
          ...(active === undefined ? {} : { active }),
        }
        localStorage.setItem(storageKey, JSON.stringify(last))
      }
    } catch {
      // A refused storage costs the memory of open tabs, nothing else.
    }
  })
}

function read(): LastDesigns | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    return isLast(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isLast(value: unknown): value is LastDesigns {
  if (typeof value !== 'object' || value === null || !('ids' in value) || !('workspaceId' in value)) return false
  return Array.isArray(value.ids) && value.ids.every((id) => typeof id === 'string')
}
