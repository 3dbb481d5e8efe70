import './measurements.css'
import { FileUp } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useMemo, useRef } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { applyMeasurements } from '../../shared/estimate/measurements/apply-measurements.ts'
import { matchMeasurements } from '../../shared/estimate/measurements/match-measurements.ts'
import type { MeasuredField } from '../../shared/estimate/measurements/match-measurements.ts'
import { findProduct } from '../../shared/kinds/index.ts'
import { todayIso } from '../panels/edits.ts'
import { graphOf, useGraph } from '../store/graph-of.ts'
import { editDesign } from '../store/design-store.ts'
import { tellStep } from '../store/tell-step.ts'
import { Button, TextFileButton } from '../ui/index.ts'
import { useMeasurementsDraft } from './use-measurements-draft.ts'
import { MeasurementsPreview } from './MeasurementsPreview.tsx'

const example = `model; ttft_p50_ms; ttft_p95_ms; tokens_per_second; n
Answer model; 540; 1300; 118; 250`

const exampleOfOne = `ttft_p50: 540 ms
ttft_p95: 1.3 s
tokens_per_second: 118`

/** Paste or file, what was understood, and one button that states it all in one edit. */
export function MeasurementsView({ on, onDone }: { readonly on?: Id; readonly onDone: () => void }) {
  const { text, by, setText, setBy, forget } = useMeasurementsDraft(on)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const graph = useGraph()
  const pasted = useDeferredValue(text)
  const reading = useMemo(() => {
    const options = { today: todayIso(), by, ...(on === undefined ? {} : { on }) }
    return matchMeasurements(graph, pasted, options, findProduct)
  }, [graph, pasted, by, on])
  const ids = { text: useId(), by: useId() }
  const count = reading.fields.length
  return (
    <div className="measurements">
      <p className="muted">
        {on === undefined
          ? 'Medians and 95th percentiles by component or product, or one row per call.'
          : `Medians, 95th percentiles or one row per call. Rows that name nobody are of ${graph.name(on)}.`}
      </p>
      <div className="measurements-source">
        <label htmlFor={ids.text}>Table or list</label>
        <TextFileButton
          label="File with measurements"
          accept=".csv,.tsv,.txt"
          icon={FileUp}
          onChoose={(file) => setText(file.text)}
        >
          Choose a file...
        </TextFileButton>
      </div>
      <textarea
        id={ids.text}
        className="ui-input measurements-text"
        spellCheck={false}
        ref={field}
        rows={7}
        placeholder={on === undefined ? example : exampleOfOne}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <MeasurementsPreview reading={reading} nameOf={(id) => graph.name(id)} />
      <div className="measurements-foot">
        <label htmlFor={ids.by}>Measured by</label>
        <input
          id={ids.by}
          type="text"
          className="ui-input"
          placeholder="load test of the platform team"
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
        <Button
          tone="primary"
          disabled={count === 0}
          onClick={() => {
            forget()
            state(reading.fields, onDone)
          }}
        >
          {count === 0 ? 'Apply' : `Apply ${values(count)}`}
        </Button>
      </div>
    </div>
  )
}

function state(fields: readonly MeasuredField[], onDone: () => void): void {
  const done = editDesign('Apply measurements', (design) => applyMeasurements(design, graphOf(design), fields))
  onDone()
  if (done) {
    const are = fields.length === 1 ? 'is' : 'are'
    tellStep(`${values(fields.length)} ${are} measured now.`)
  }
}

function values(count: number): string {
  return count === 1 ? '1 value' : `${count} values`
}
