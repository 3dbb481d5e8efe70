import { lazy, Suspense } from 'react'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'

const RowsView = lazy(async () => ({ default: (await import('./RowsView.tsx')).RowsView }))

/** Rows of a spreadsheet: what each would become, before it does. */
export function RowsDialog() {
  const pasted = useView((view) => view.pastedRows)
  const close = (): void => viewStore.getState().set({ pastedRows: undefined })
  return (
    <Dialog
      title="Rows of a spreadsheet"
      open={pasted !== undefined}
      onOpenChange={(open) => (open ? undefined : close())}
      width={880}
    >
      {pasted === undefined ? null : (
        <Suspense fallback={<p className="muted">Reading the rows...</p>}>
          <RowsView pasted={pasted} onDone={close} />
        </Suspense>
      )}
    </Dialog>
  )
}
