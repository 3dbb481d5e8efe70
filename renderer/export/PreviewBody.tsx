import { useState } from 'react'
import type { Preview } from '../../shared/documents/preview/preview.ts'
import type { SheetTable } from '../../shared/documents/preview/sheet-tables.ts'
import { Segmented } from '../ui/index.ts'

/** What comes out: the page itself, the slides, the sheets, or the text. */
export function PreviewBody({ preview, title }: { readonly preview: Preview; readonly title: string }) {
  switch (preview.type) {
    case 'page':
      return (
        <>
          {preview.paged === true ? (
            <p className="export-note">
              The same words and pictures; page breaks, contents and page numbers are Word's own.
            </p>
          ) : null}
          {/* No script, no form and no window: the page is looked at and nothing else. */}
          <iframe className="export-page" title={`Preview of ${title}`} sandbox="" srcDoc={preview.html} />
        </>
      )
    case 'sheets':
      return <Sheets sheets={preview.sheets} />
    case 'text':
      return (
        <>
          {preview.isCut ? <p className="export-note">The beginning; the file holds all of it.</p> : null}
          {/* Scrolled with the keys as well. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className="export-text" aria-label={`Preview of ${title}`} tabIndex={0}>
            {preview.text}
          </pre>
        </>
      )
    default:
      return preview satisfies never
  }
}

function Sheets({ sheets }: { readonly sheets: readonly SheetTable[] }) {
  const [name, setName] = useState(sheets[0]?.name)
  const sheet = sheets.find((one) => one.name === name) ?? sheets[0]
  if (sheet === undefined) return null
  return (
    <div className="export-sheets">
      <Segmented
        label="Sheet"
        className="export-sheet-names"
        value={sheet.name}
        options={sheets.map((one) => ({ value: one.name, label: one.name }))}
        onChange={setName}
      />
      {/* Scrolled with the keys as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="export-sheet" aria-label={`Sheet ${sheet.name}`} tabIndex={0}>
        <table>
          <tbody>
            {sheet.rows.map((row, at) => (
              // Rows have no name of their own, and never move.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                {row.map(({ words, look, isNumber, formula }, column) => (
                  <td
                    // oxlint-disable-next-line react/no-array-index-key
                    key={column}
                    data-look={look}
                    data-number={isNumber}
                    title={formula === undefined ? undefined : `=${formula}`}
                  >
                    {words}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {sheet.charts.map((svg) => (
          <img key={svg} alt="Chart" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
        ))}
        {sheet.left === 0 ? null : <p className="muted">{sheet.left} more rows in the file.</p>}
      </section>
    </div>
  )
}
