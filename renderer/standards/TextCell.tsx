import { TextField } from '../ui/index.ts'

interface TextCellProps {
  readonly label: string
  readonly value: string | undefined
  /** Undefined: the cell was emptied. */
  readonly onChange: (value: string | undefined) => void
}

/** A cell of a list that is edited where it stands. */
export function TextCell({ label, value, onChange }: TextCellProps) {
  return (
    <td>
      <TextField
        quiet
        aria-label={label}
        className="standards-cell"
        title={value}
        value={value ?? ''}
        onCommit={(text) => onChange(text.trim() === '' ? undefined : text.trim())}
      />
    </td>
  )
}

/** An entry with one of its optional texts set, or left out when it is empty. */
export function withText<T extends object>(entry: T, key: keyof T & string, value: string | undefined): T {
  const { [key]: _before, ...rest } = entry
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}
