import { type ReactNode, memo, useCallback, useMemo, useState } from 'react'
import { changeKind } from '../../shared/design/edit/kind.ts'
import type { Design } from '../../shared/design/design.ts'
import type { Reading } from '../../shared/interchange/format.ts'
import { KindPicker } from '../panels/inspector/KindPicker.tsx'
import { Badge, Button } from '../ui/index.ts'
import type { BadgeTone } from '../ui/index.ts'
import { formatNumber } from '../ui/numbers.ts'

type Confidence = Reading['confidence']

/** Those to look at first come first. */
const confidences: readonly Confidence[] = ['guess', 'likely', 'certain']
const tones: Readonly<Record<Confidence, BadgeTone>> = { guess: 'atRisk', likely: 'neutral', certain: 'pass' }

/** More than these at once would keep the window from answering when a file holds thousands. */
const shownAtOnce = 200

interface ReadingsProps {
  readonly readings: readonly Reading[]
  /** As it was corrected so far. */
  readonly design: Design
  readonly onDesign: (change: (design: Design) => Design) => void
}

/** What each element was taken for, guesses first; the kind of a component can be chosen here. */
export function ImportReadings({ readings, design, onDesign }: ReadingsProps) {
  const rows = useMemo(
    () => confidences.flatMap((confidence) => readings.filter((reading) => reading.confidence === confidence)),
    [readings],
  )
  const { shown, more } = useSteps(rows)
  const kinds = useMemo(() => new Map(design.components?.map(({ id, kind }) => [id, kind])), [design])
  const choose = useCallback(
    (id: string, kind: string) => onDesign((before) => changeKind(before, id, kind)),
    [onDesign],
  )
  return (
    <>
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
          {shown.map((reading, index) => (
            <Row
              key={`${reading.id} ${index}`}
              reading={reading}
              kind={reading.collection === 'components' ? kinds.get(reading.id) : undefined}
              onKind={choose}
            />
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}

/** What could not be mapped, a sentence each. */
export function ImportLeftOut({ sentences }: { readonly sentences: readonly string[] }) {
  const { shown, more } = useSteps(sentences)
  return (
    <>
      <ul className="import-left-out">
        {shown.map((sentence, index) => (
          <li key={`${index} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
      {more}
    </>
  )
}

/** The first of a list, and a button that shows more of them where there are. */
function useSteps<Item>(all: readonly Item[]): { readonly shown: readonly Item[]; readonly more: ReactNode } {
  const [count, setCount] = useState(shownAtOnce)
  const rest = all.length - count
  if (rest <= 0) return { shown: all, more: null }
  const next = Math.min(rest, shownAtOnce)
  const more = (
    <p className="import-more muted">
      {`${formatNumber(count)} of ${formatNumber(all.length)} are shown.`}
      <Button tone="quiet" onClick={() => setCount(count + shownAtOnce)}>
        {`Show ${formatNumber(next)} more`}
      </Button>
    </p>
  )
  return { shown: all.slice(0, count), more }
}

interface RowProps {
  readonly reading: Reading
  /** What the component is by now; undefined for what is none. */
  readonly kind: string | undefined
  readonly onKind: (id: string, kind: string) => void
}

/** One element: its kind can be chosen here, and is then as certain as the person. */
const Row = memo(function Row({ reading, kind, onKind }: RowProps) {
  const { id, name, takenFor, confidence, why } = reading
  const isChosen = kind !== undefined && kind !== takenFor
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {kind === undefined ? (
          takenFor
        ) : (
          <KindPicker label={`Kind of ${name}`} value={kind} onChange={(chosen) => onKind(id, chosen)} />
        )}
      </td>
      <td className="muted">{isChosen ? 'You said so.' : why}</td>
      <td>
        <Badge tone={isChosen ? 'pass' : tones[confidence]}>{isChosen ? 'certain' : confidence}</Badge>
      </td>
    </tr>
  )
})
