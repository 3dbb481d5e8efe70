import { lazy, Suspense } from 'react'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog, showToast } from '../ui/index.ts'
import { useMeasurementsDraft } from './use-measurements-draft.ts'

const MeasurementsView = lazy(async () => ({ default: (await import('./MeasurementsView.tsx')).MeasurementsView }))

/** Own measurements, pasted or from a file: what they would state where, before they do. */
export function MeasurementsDialog() {
  const measuring = useView((view) => view.measuring)
  const { text } = useMeasurementsDraft(measuring?.on)
  const show = (next: typeof measuring): void => viewStore.getState().set({ measuring: next })
  const leave = (): void => {
    show(undefined)
    if (text.trim() === '') return
    showToast('Nothing was applied. What was pasted is kept.', {
      action: { label: 'Open again', run: () => show(measuring) },
    })
  }
  return (
    <Dialog
      title="Own measurements"
      open={measuring !== undefined}
      onOpenChange={(open) => (open ? undefined : leave())}
      width={880}
    >
      {measuring === undefined ? null : (
        <Suspense fallback={<p className="muted">Opening</p>}>
          <MeasurementsView
            {...(measuring.on === undefined ? {} : { on: measuring.on })}
            onDone={() => show(undefined)}
          />
        </Suspense>
      )}
    </Dialog>
  )
}
