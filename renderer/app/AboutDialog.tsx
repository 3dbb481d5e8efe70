import { useEffect, useState } from 'react'
import type { AppInfo } from '../../shared/ipc.ts'
import { desktop } from '../desktop.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'

/** What this program is, and what it runs on. */
export function AboutDialog() {
  const open = useView((view) => view.aboutOpen)
  const [info, setInfo] = useState<AppInfo | undefined>()
  useEffect(() => {
    if (open) void desktop.appInfo().then(setInfo)
  }, [open])
  const rows = info === undefined ? [] : Object.entries({ Lintel: info.version, ...info.versions })
  return (
    <Dialog
      title="About Lintel"
      open={open}
      onOpenChange={(next) => viewStore.getState().set({ aboutOpen: next })}
      width={400}
    >
      <p>
        A studio in which architects design, estimate and check AI systems. It works offline: nothing leaves this
        machine.
      </p>
      <dl className="about">
        {rows
          .filter(([, version]) => version !== '')
          .map(([name, version]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{version}</dd>
            </div>
          ))}
      </dl>
      <p className="muted small">Apache-2.0. Estimates are no offers.</p>
    </Dialog>
  )
}
