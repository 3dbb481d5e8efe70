import { useState } from 'react'
import { changeKind } from '../../shared/design/edit/kind.ts'
import type { Design } from '../../shared/design/design.ts'
import type { Reading } from '../../shared/interchange/format.ts'
import { KindPicker } from '../panels/inspector/KindPicker.tsx'
import type { ImportReview } from '../store/import-review.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Badge, Button, Dialog } from '../ui/index.ts'
import type { BadgeTone } from '../ui/index.ts'

type Confidence = Reading['confidence']

/** Those to look at first come first. */
const confidences: readonly Confidence[] = ['guess', 'likely', 'certain']
const tones: Readonly<Record<Confidence, BadgeTone>> = { guess: 'atRisk', likely: 'neutral', certain: 'pass' }

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
  const { readings, leftOut, from, isFile, isAdded, format } = review
  const rows = confidences.flatMap((confidence) => readings.filter((reading) => reading.confidence === confidence))
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
        {`${isFile ? 'A file' : 'Text'} of ${format}: ${summaryOf(readings)}. Correct what was taken for something else.`}
        {isFile ? ' The file stays as it is.' : ''}
      </p>
      <section className="import-part" aria-label="Could not be mapped">
        <h3>{leftOut.length === 0 ? 'Everything found a place' : `Could not be mapped (${leftOut.length})`}</h3>
        <ul className="import-left-out">
          {leftOut.map((sentence, index) => (
            <li key={`${index} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section className="import-part">
        <h3>Taken over</h3>
        <table className="import-readings">
          <thead>
            <tr>
              <th scope="col">Element</th>
              <th scope="col">Taken for</th>
              <th scope="col">Why</th>
              <th scope="col">How sure</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((reading, index) => (
              <Row key={`${reading.id} ${index}`} reading={reading} design={design} onDesign={setDesign} />
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  )
}

interface RowProps {
  readonly reading: Reading
  readonly design: Design
  readonly onDesign: (design: Design) => void
}

/** One element: its kind can be chosen here, and is then as certain as the person. */
function Row({ reading, design, onDesign }: RowProps) {
  const { id, name, takenFor, confidence, why, collection } = reading
  const component = collection === 'components' ? design.components?.find((each) => each.id === id) : undefined
  const isChosen = component !== undefined && component.kind !== takenFor
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {component === undefined ? (
          takenFor
        ) : (
          <KindPicker
            label={`Kind of ${name}`}
            value={component.kind}
            onChange={(kind) => onDesign(changeKind(design, id, kind))}
          />
        )}
      </td>
      <td className="muted">{isChosen ? 'You said so.' : why}</td>
      <td>
        <Badge tone={isChosen ? 'pass' : tones[confidence]}>{isChosen ? 'certain' : confidence}</Badge>
      </td>
    </tr>
  )
}

/** "14 elements, 2 of them guesses": rows, so that nothing is counted that is not shown. */
function summaryOf(readings: readonly Reading[]): string {
  const guesses = readings.filter(({ confidence }) => confidence === 'guess').length
  const all = readings.length === 1 ? 'one element' : `${readings.length} elements`
  if (guesses === 0) return `${all}, none of them a guess`
  return `${all}, ${guesses === 1 ? 'one of them a guess' : `${guesses} of them guesses`}`
}
