import { useState } from 'react'
import type { ImportReview } from '../store/import-review.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Button, Dialog } from '../ui/index.ts'
import { ImportLeftOut, ImportReadings } from './ImportReadings.tsx'

/** What another tool's file or text was taken for, to be corrected before it lands. To close it leaves everything as it was. */
export function ImportDialog() {
  const review = useView((view) => view.importReview)
  return review === undefined ? null : <Review review={review} key={review.design.id} />
}

function close(): void {
  viewStore.getState().set({ importReview: undefined })
}

function Review({ review }: { readonly review: ImportReview }) {
  const [design, setDesign] = useState(review.design)
  const { readings, leftOut, from, isFile, isAdded, format, summary } = review
  const land = (): void => {
    close()
    void review.land(design)
  }
  return (
    <Dialog
      title={`What was read from ${from}`}
      open
      onOpenChange={(open) => (open ? undefined : close())}
      width={860}
      footer={
        <>
          <Button tone="quiet" onClick={close}>
            Cancel
          </Button>
          <Button tone="primary" onClick={land}>
            {isAdded ? 'Add to this design' : 'Import'}
          </Button>
        </>
      }
    >
      <p className="muted">
        {`${isFile ? 'A file' : 'Text'} of ${format}: ${summary}. Correct what was taken for something else.`}
        {isFile ? ' The file stays as it is.' : ''}
      </p>
      <section className="import-part" aria-label="Could not be mapped">
        <h3>{leftOut.length === 0 ? 'Everything found a place' : `Could not be mapped (${leftOut.length})`}</h3>
        <ImportLeftOut sentences={leftOut} />
      </section>
      <section className="import-part">
        <h3>Taken over</h3>
        <ImportReadings readings={readings} design={design} onDesign={setDesign} />
      </section>
    </Dialog>
  )
}
