import type { DocumentDefinition, DocumentReader } from '../../shared/documents/document.ts'
import { documents } from '../../shared/documents/index.ts'
import { savePicture } from '../canvas/picture.ts'
import { Button } from '../ui/index.ts'
import { choose, useExport } from './export-store.ts'
import { formatName } from './format-name.ts'

const readers: readonly { readonly id: DocumentReader; readonly title: string }[] = [
  { id: 'board', title: 'Client board' },
  { id: 'engineers', title: 'Engineers' },
  { id: 'security', title: 'Security and governance' },
  { id: 'operations', title: 'Operations' },
  { id: 'finance', title: 'Finance' },
]

/** Every document by who reads it. */
export function DocumentList() {
  return (
    <nav className="export-documents" aria-label="Documents">
      {readers.map(({ id, title }) => (
        <section key={id} aria-labelledby={`export-reader-${id}`}>
          <h3 id={`export-reader-${id}`}>{title}</h3>
          <ul>
            {documents
              .filter(({ reader = 'engineers' }) => reader === id)
              .map((document) => (
                <DocumentEntry key={document.id} document={document} />
              ))}
          </ul>
        </section>
      ))}
      <section aria-label="Picture of the canvas" className="export-picture">
        <h3>Picture of the canvas</h3>
        <Button onClick={() => void savePicture('svg')}>SVG</Button>
        <Button onClick={() => void savePicture('png')}>PNG</Button>
      </section>
    </nav>
  )
}

function DocumentEntry({ document }: { readonly document: DocumentDefinition }) {
  const { id, title, summary, formats } = document
  const isChosen = useExport((state) => state.documentId === id)
  return (
    <li>
      <button
        type="button"
        className="export-document"
        title={summary}
        aria-current={isChosen}
        onClick={() => {
          const [format] = formats
          if (!isChosen && format !== undefined) choose({ documentId: id, format })
        }}
      >
        <span>{title}</span>
        <span className="export-formats">{formats.map(formatName).join(', ')}</span>
      </button>
    </li>
  )
}
