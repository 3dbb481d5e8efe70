import { Button, Dialog } from '../ui/index.ts'
import { answerLeaving, useLeaving } from './leave.ts'

/** Asks before a pack that was changed and not kept is lost. */
export function DiscardDialog() {
  const leaving = useLeaving()
  return (
    <Dialog
      title="Discard the changes to this pack?"
      open={leaving !== undefined}
      onOpenChange={(open) => (open ? undefined : answerLeaving('stay'))}
      width={420}
      footer={
        <>
          <Button onClick={() => answerLeaving('discard')}>Discard</Button>
          <Button tone="primary" onClick={() => answerLeaving('stay')}>
            Keep editing
          </Button>
        </>
      }
    >
      <p className="muted">What you wrote has not been kept. Discarded, it is gone.</p>
    </Dialog>
  )
}
