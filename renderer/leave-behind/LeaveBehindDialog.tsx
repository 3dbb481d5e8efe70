import { lazy, Suspense } from 'react'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'

// The writers are large: they come when somebody wants documents.
const LeaveBehindPanel = lazy(async () => ({ default: (await import('./LeaveBehindPanel.tsx')).LeaveBehindPanel }))

/** All documents of the design at once. */
export function LeaveBehindDialog() {
  const open = useView((view) => view.leaveBehindOpen)
  return (
    <Dialog
      title="Leave everything behind"
      open={open}
      onOpenChange={(leaveBehindOpen) => viewStore.getState().set({ leaveBehindOpen })}
      width={680}
    >
      <Suspense fallback={<p className="muted">Reading the design...</p>}>
        <LeaveBehindPanel />
      </Suspense>
    </Dialog>
  )
}
