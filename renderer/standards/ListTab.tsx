import { Download, FileUp, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, EmptyState } from '../ui/index.ts'
import { ChooseFile } from './ChooseFile.tsx'

interface ListTabProps {
  /** What adds a line, and what is said of the list as a whole. */
  readonly bar: ReactNode
  /** What the columns of a table are called that can be imported. */
  readonly fileColumns: string
  readonly onImport: (fileName: string, text: string) => void
  readonly onExport: () => void
  readonly icon: LucideIcon
  /** What to do while the list is empty. */
  readonly whenEmpty: string
  readonly columns: readonly string[]
  readonly rows: readonly ReactNode[]
}

/** A list of the house: lines written here or imported as a table, each with its fields and a way to remove it. */
export function ListTab({ bar, fileColumns, onImport, onExport, icon, whenEmpty, columns, rows }: ListTabProps) {
  return (
    <>
      <div className="standards-bar">
        {bar}
        <ChooseFile
          label="Import CSV..."
          title={`A table. Columns: ${fileColumns}`}
          icon={FileUp}
          onChoose={onImport}
        />
        <Button icon={Download} disabled={rows.length === 0} onClick={onExport}>
          Export CSV...
        </Button>
      </div>
      {rows.length === 0 ? (
        <EmptyState icon={icon} text={whenEmpty} />
      ) : (
        <div className="standards-scroll">
          <table className="ui-records standards-table">
            <thead>
              <tr>
                {columns.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>{rows}</tbody>
          </table>
        </div>
      )}
    </>
  )
}
