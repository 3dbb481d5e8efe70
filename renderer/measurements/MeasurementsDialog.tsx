import { lazy, Suspense } from 'react'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'

const MeasurementsView = lazy(async () => ({ default: (await import('./MeasurementsView.tsx')).MeasurementsView }))

/** Own measurements, pasted or from a file: what they would state where, before they do. */
export function MeasurementsDialog() {
  const measuring = useView((view) => view.measuring)
  const close = (): void => viewStore.getState().set({ measuring: undefined })
  return (
    <Dialog
      title="Own measurements"
      open={measuring !== undefined}
      onOpenChange={(open) => (open ? undefined : close())}
      width={880}
    >
      {measuring === undefined ? null : (
        <Suspense fallback={<p className="muted">Opening</p>}>
          <MeasurementsView {...(measuring.on === undefined ? {} : { on: measuring.on })} onDone={close} />
        </Suspense>
      )}
    </Dialog>
  )
}
