import { CircleAlert, FolderDown, FolderOpen, RotateCcw } from 'lucide-react'
import { findDocument } from '../../shared/documents/index.ts'
import { desktop } from '../desktop.ts'
import { useDesign } from '../store/design-store.ts'
import { Button, Choice, EmptyState, Segmented } from '../ui/index.ts'
import { exportDocument } from './export-document.ts'
import { choose, make, save, stopMaking, useExport } from './export-store.ts'
import { formatName } from './format-name.ts'
import { PreviewBody } from './PreviewBody.tsx'

/** The chosen document as it will come out, and the way to the file. */
export function PreviewPane() {
  const { documentId, format, phase, step, made, problem, saved } = useExport((state) => state)
  const document = findDocument(documentId)
  if (document === undefined) return null
  const isBusy = phase === 'making' || phase === 'saving'
  return (
    <section className="export-preview" aria-label="Preview" aria-busy={isBusy}>
      <header className="export-preview-head">
        <div className="export-preview-title">
          <h3 className="ellipsis">{document.title}</h3>
          <p className="muted ellipsis" title={document.summary}>
            {document.summary}
          </p>
        </div>
        {document.perDecision === true ? <DecisionChoice /> : null}
        <Segmented
          label="Format"
          value={format}
          options={document.formats.map((id) => ({ value: id, label: formatName(id) }))}
          onChange={(next) => {
            if (next !== undefined) choose({ format: next })
          }}
        />
      </header>
      <div className="export-preview-body">
        {made === undefined ? (
          <Waiting step={step} phase={phase} problem={problem} />
        ) : (
          <PreviewBody preview={made.preview} title={made.title} />
        )}
      </div>
      <footer className="export-foot">
        <output className="export-status">
          {made !== undefined && problem !== undefined ? (
            <span className="export-problem">
              <CircleAlert size={14} aria-hidden /> {problem}
            </span>
          ) : saved === undefined ? (
            (made?.fileName ?? '')
          ) : (
            `Saved ${saved.fileName}.`
          )}
        </output>
        {saved === undefined ? null : (
          <Button icon={FolderOpen} onClick={() => void desktop.revealFile(saved.handle)}>
            Show in folder
          </Button>
        )}
        {document.perDecision === true ? (
          <Button onClick={() => void exportDocument(documentId, format)}>Save one for each decision...</Button>
        ) : null}
        <Button
          tone="primary"
          icon={FolderDown}
          disabled={made === undefined || phase === 'saving'}
          onClick={() => void save()}
        >
          {phase === 'saving' ? 'Saving' : `Save as ${formatName(format)}...`}
        </Button>
      </footer>
    </section>
  )
}

function Waiting({
  step,
  phase,
  problem,
}: {
  readonly step: string
  readonly phase: string
  readonly problem: string | undefined
}) {
  if (phase === 'failed') return <EmptyState text={problem ?? 'The document could not be made.'} />
  if (phase === 'stopped') {
    return (
      <EmptyState
        text="Stopped. Nothing was written."
        action={
          <Button icon={RotateCcw} onClick={make}>
            Make it
          </Button>
        }
      />
    )
  }
  return (
    <div className="export-waiting">
      <progress aria-label="Making the document" />
      <p className="muted">{step}</p>
      <Button onClick={stopMaking}>Stop</Button>
    </div>
  )
}

function DecisionChoice() {
  const decisions = useDesign((design) => design.decisions)
  const decisionId = useExport((state) => state.decisionId ?? state.made?.decisionId)
  const options = (decisions ?? [])
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, name }) => ({ value: id, label: `${number}: ${name}` }))
  if (options.length === 0) return null
  return (
    <Choice
      label="Decision"
      className="export-decision"
      value={decisionId}
      options={options}
      onChange={(next) => choose({ decisionId: next })}
    />
  )
}
