import { lazy, Suspense } from 'react'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'

// The documents and what draws them are large: they come when somebody wants one.
const ExportScreen = lazy(async () => ({ default: (await import('./ExportScreen.tsx')).ExportScreen }))

/** One screen for every document: which, how it looks, what it still asks, and what stays inside. */
export function ExportDialog() {
  const open = useView((view) => view.shareOpen)
  return (
    <Dialog
      title="Export"
      open={open}
      onOpenChange={(shareOpen) => viewStore.getState().set({ shareOpen })}
      width={1480}
      high
    >
      {open ? (
        <Suspense fallback={<p className="muted">Opening the documents</p>}>
          <ExportScreen />
        </Suspense>
      ) : null}
    </Dialog>
  )
}
