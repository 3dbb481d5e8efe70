import { History } from 'lucide-react'
import { Button } from '../ui/index.ts'
import { formatWhen } from './format-when.ts'
import { dismissRecovery, restoreAll, useRecovery } from './recovery.ts'
import { useNow } from './use-now.ts'

/** Shown when the library was empty at the start and backups are there: offers every design back. */
export function Recovery() {
  const lost = useRecovery()
  const now = useNow()
  if (lost.length === 0) return null
  return (
    <section className="recovery" role="alert" aria-label="Designs that can be brought back">
      <History size={18} aria-hidden />
      <div className="recovery-words">
        <p className="strong">{lost.length === 1 ? 'One design' : `${lost.length} designs`} can be brought back</p>
        <p className="muted">
          The library was empty when Lintel started, but there are backups on this computer. They stay where they are.
        </p>
        <ul className="recovery-list">
          {lost.map((backup) => (
            <li key={backup.backupId}>
              {backup.designName} <span className="faint">{formatWhen(Date.parse(backup.savedAt), now)}</span>
            </li>
          ))}
        </ul>
      </div>
      <Button tone="quiet" onClick={dismissRecovery}>
        Not now
      </Button>
      <Button tone="primary" onClick={() => void restoreAll(lost)}>
        Bring {lost.length === 1 ? 'it' : 'all'} back
      </Button>
    </section>
  )
}
