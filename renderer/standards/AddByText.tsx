import { Plus } from 'lucide-react'
import { Button, TextField } from '../ui/index.ts'

interface AddByTextProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  /** Why what is written cannot be added. */
  readonly fault: string | undefined
  readonly onChange: (value: string) => void
  readonly onAdd: () => void
}

/** A line of a list is added by what is written here, once nothing speaks against it. */
export function AddByText({ label, placeholder, value, fault, onChange, onAdd }: AddByTextProps) {
  return (
    <>
      <TextField
        aria-label={label}
        aria-invalid={fault !== undefined}
        className="standards-new"
        placeholder={placeholder}
        value={value}
        onCommit={onChange}
      />
      <Button
        icon={Plus}
        // The field commits when it loses the focus: before the press counts.
        onMouseDown={(event) => event.currentTarget.focus()}
        disabled={fault !== undefined}
        onClick={onAdd}
      >
        Add
      </Button>
      {fault === undefined ? null : (
        <span role="alert" className="form-gap">
          {fault}
        </span>
      )}
    </>
  )
}
