import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import {
  numbersFor,
  previewRecords,
  takeRecords,
  type RecordPreview,
} from '../../../shared/decisions/import/take-records.ts'
import { useDesignState } from '../../store/design-store.ts'
import { Badge, Button, Dialog, IconButton, showToast } from '../../ui/index.ts'
import { freshId } from '../edits.ts'
import { editDocument } from '../stores.ts'
import { statusWords } from './decision-edits.ts'

/** Larger texts are no decision records. */
const mostBytes = 1_000_000
const what = 'all Markdown files of a folder of MADR or Nygard records'

/** Asks for Markdown files of MADR or Nygard, shows what would be taken over, and takes it over. */
export function ImportRecords({ iconOnly = false }: { readonly iconOnly?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const choose = (): void => input.current?.click()
  const [preview, setPreview] = useState<RecordPreview | undefined>(undefined)
  const read = async (files: readonly File[]): Promise<void> => {
    const small = files.filter(({ size }) => size <= mostBytes)
    const texts = await Promise.all(small.map(async (file) => ({ fileName: file.name, text: await file.text() })))
    const { records, refused } = previewRecords(texts)
    const large = files.filter((file) => !small.includes(file))
    setPreview({
      records,
      refused: [...refused, ...large.map(({ name }) => ({ fileName: name, reason: 'It is larger than 1 MB.' }))],
    })
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        accept=".md,.markdown"
        className="ui-file record-files"
        aria-label="Markdown files of decision records"
        // The button beside it is the way for everybody: it would be read twice.
        aria-hidden
        tabIndex={-1}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          if (files.length > 0) void read(files)
        }}
      />
      {iconOnly ? (
        <IconButton label={`Import ${what}`} icon={FileUp} onClick={choose} />
      ) : (
        <Button tone="quiet" icon={FileUp} title={`Import ${what}`} onClick={choose}>
          Import
        </Button>
      )}
      {preview === undefined ? null : <Preview preview={preview} onClose={() => setPreview(undefined)} />}
    </>
  )
}

function Preview({ preview, onClose }: { readonly preview: RecordPreview; readonly onClose: () => void }) {
  const { records, refused } = preview
  const document = useDesignState((state) => state.document)
  const numbers = numbersFor(document, records)
  const count = records.length === 1 ? 'one record' : `${records.length} records`
  const take = (): void => {
    const taken = editDocument('Import decision records', (design) => {
      const used = new Set<string>()
      const fresh = (stem: string): string => {
        let id = freshId(design, stem)
        while (used.has(id)) id = freshId(design, stem)
        used.add(id)
        return id
      }
      return takeRecords(design, records, fresh)
    })
    if (taken) showToast(`Took over ${count}.`)
    onClose()
  }
  return (
    <Dialog
      title="Import decision records"
      open
      width={640}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={records.length === 0} onClick={take}>
            {records.length === 0 ? 'Nothing to take over' : `Take over ${count}`}
          </Button>
        </>
      }
    >
      <ul className="record-preview">
        {records.map((record, index) => (
          <li key={record.fileName}>
            <span className="record-number">{numbers[index]}</span>
            <span>
              <span className="strong">{record.name}</span>{' '}
              <Badge>{`${statusWords[record.status]}, ${record.format}`}</Badge>
              <span className="muted small record-facts">
                {record.options.length === 1 ? 'one option' : `${record.options.length} options`}
                {record.chosen === undefined ? ', none chosen' : ''}
                {record.number !== undefined && record.number !== numbers[index] ? `, was ${record.number}` : ''}
                {record.kept === undefined ? '' : '; the rest is kept as notes'}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {refused.length === 0 ? null : (
        <>
          <p className="muted small">Left out:</p>
          <ul className="record-refused small">
            {refused.map(({ fileName, reason }) => (
              <li key={fileName}>
                {fileName}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
