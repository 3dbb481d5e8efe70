import type { Reading } from '../../shared/interchange/format.ts'
import { kinds } from '../../shared/kinds/index.ts'
import { canvasControls } from '../canvas/canvas-store.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Badge, Dialog, LinkButton } from '../ui/index.ts'
import type { BadgeTone } from '../ui/index.ts'

type Confidence = Reading['confidence']

/** Those to look at first come first. */
const confidences: readonly Confidence[] = ['guess', 'likely', 'certain']
const tones: Readonly<Record<Confidence, BadgeTone>> = { guess: 'atRisk', likely: 'neutral', certain: 'pass' }
const why: Readonly<Record<Confidence, string>> = {
  guess: 'Nothing in the file said what it is',
  likely: 'Recognised by its name or type',
  certain: 'The file says so',
}

/** What each element of another tool's file was taken for, how sure that is, and what was left out. */
export function ImportDialog() {
  const shown = useView((view) => view.importReview)
  const close = (): void => viewStore.getState().set({ importReview: undefined })
  const show = (id: string): void => {
    close()
    viewStore.getState().select([id])
    canvasControls()?.fit([id])
  }
  return (
    <Dialog
      title={`What was read from ${shown?.fileName ?? 'the file'}`}
      open={shown !== undefined}
      onOpenChange={(open) => (open ? undefined : close())}
      width={680}
    >
      <p className="muted">
        {shown === undefined ? null : `A file of ${shown.format}. It stays as it is: saving writes a file of Lintel.`}
      </p>
      {shown === undefined || shown.leftOut.length === 0 ? null : (
        <section className="import-part">
          <h3>Left out</h3>
          <ul className="import-left-out">
            {shown.leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="import-part">
        <h3>Taken over</h3>
        <table className="import-readings">
          <thead>
            <tr>
              <th scope="col">Element</th>
              <th scope="col">Taken for</th>
              <th scope="col">How sure</th>
            </tr>
          </thead>
          <tbody>
            {confidences
              .flatMap((confidence) => shown?.readings.filter((reading) => reading.confidence === confidence) ?? [])
              .map((reading) => (
                <tr key={reading.id}>
                  <td>
                    <LinkButton onClick={() => show(reading.id)}>{reading.name}</LinkButton>
                  </td>
                  <td>{kinds.find((kind) => kind.id === reading.takenFor)?.title ?? reading.takenFor}</td>
                  <td title={why[reading.confidence]}>
                    <Badge tone={tones[reading.confidence]}>{reading.confidence}</Badge>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  )
}
