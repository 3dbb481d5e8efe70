import { lazy, Suspense } from 'react'
import { useView } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'
import { DiscardDialog } from './DiscardDialog.tsx'
import { closeStandards } from './leave.ts'

const StandardsView = lazy(async () => ({ default: (await import('./StandardsView.tsx')).StandardsView }))

/** What a house adds to the rules and changes of them: all rules, packs, the technology list, mandatory controls. */
export function StandardsDialog() {
  const open = useView((view) => view.standardsOpen)
  return (
    <>
      <Dialog
        title="Rules and standards"
        open={open}
        onOpenChange={(next) => (next ? undefined : closeStandards())}
        width={1080}
      >
        {open ? (
          <Suspense fallback={<p className="muted">Opening the standards</p>}>
            <StandardsView />
          </Suspense>
        ) : null}
      </Dialog>
      <DiscardDialog />
    </>
  )
}
