import { FileText, FileUp, FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import {
  decisionFrom,
  numbersFor,
  previewRecords,
  takeRecords,
  type RecordPreview,
} from '../../../shared/decisions/import/take-records.ts'
import { useDesignState } from '../../store/design-store.ts'
import { tellStep } from '../../store/tell-step.ts'
import { Badge, Button, Dialog, IconButton, Menu } from '../../ui/index.ts'
import { freshId } from '../edits.ts'
import { editDocument } from '../stores.ts'
import { statusWords } from './decision-edits.ts'

/** Larger texts are no decision records. */
const mostBytes = 1_000_000
const what = 'MADR or Nygard records, a folder of them or single files'
const isRecordFile = ({ name }: File): boolean => /\.(?:md|markdown)$/i.test(name)

/** Asks for a folder or files of MADR or Nygard records, shows what would be taken over, and takes it over. */
export function ImportRecords({ iconOnly = false }: { readonly iconOnly?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const choose = (isFolder: boolean): void => {
    if (input.current === null) return
    input.current.webkitdirectory = isFolder
    input.current.click()
  }
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
          const chosen = [...(target.files ?? [])]
          // A folder of records has pictures and the like beside them, which nobody chose.
          const files = target.webkitdirectory ? chosen.filter(isRecordFile) : chosen
          target.value = ''
          if (chosen.length > 0) void read(files)
        }}
      />
      <Menu
        align="start"
        trigger={
          iconOnly ? (
            <IconButton label={`Import ${what}`} icon={FileUp} />
          ) : (
            <Button tone="quiet" icon={FileUp} title={`Import ${what}`}>
              Import
            </Button>
          )
        }
        entries={[
          { label: 'Folder of records', icon: FolderOpen, onSelect: () => choose(true) },
          { label: 'Single files', icon: FileText, onSelect: () => choose(false) },
        ]}
      />
      {preview === undefined ? null : <Preview preview={preview} onClose={() => setPreview(undefined)} />}
    </>
  )
}

function Preview({ preview, onClose }: { readonly preview: RecordPreview; readonly onClose: () => void }) {
  const { refused } = preview
  const document = useDesignState((state) => state.document)
  const isHere = (record: RecordPreview['records'][number]): boolean => decisionFrom(document, record) !== undefined
  const records = preview.records.filter((record) => !isHere(record))
  const here = preview.records.filter(isHere)
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
      return takeRecords(design, preview.records, fresh)
    })
    if (taken) tellStep(`Took over ${count}.`)
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
      {preview.records.length + refused.length > 0 ? null : (
        <p className="muted">There is no Markdown file in this folder. Choose the one that holds the records.</p>
      )}
      {here.length === 0 ? null : (
        <>
          <p className="muted small">Already here, so they stay as they are:</p>
          <ul className="record-refused small">
            {here.map((record) => (
              <li key={record.fileName}>
                {decisionFrom(document, record)?.number}: {record.name}
              </li>
            ))}
          </ul>
        </>
      )}
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
