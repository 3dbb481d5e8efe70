import { lazy, Suspense } from 'react'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog, showToast } from '../ui/index.ts'
import { useRowsDraft } from './rows-draft.ts'

const RowsView = lazy(async () => ({ default: (await import('./RowsView.tsx')).RowsView }))

/** Rows of a spreadsheet: what each would become, before it does. */
export function RowsDialog() {
  const pasted = useView((view) => view.pastedRows)
  const { text } = useRowsDraft()
  const show = (rows: string | undefined): void => viewStore.getState().set({ pastedRows: rows })
  const leave = (): void => {
    show(undefined)
    if (text.trim() === '') return
    showToast('Nothing was added. The rows are kept.', { action: { label: 'Open again', run: () => show('') } })
  }
  return (
    <Dialog
      title="Rows of a spreadsheet"
      open={pasted !== undefined}
      onOpenChange={(open) => (open ? undefined : leave())}
      width={880}
    >
      {pasted === undefined ? null : (
        <Suspense fallback={<p className="muted">Reading the rows...</p>}>
          <RowsView pasted={pasted} onDone={() => show(undefined)} />
        </Suspense>
      )}
    </Dialog>
  )
}
