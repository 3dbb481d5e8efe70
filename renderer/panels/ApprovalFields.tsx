import { DateField, TextField } from '../ui/index.ts'

interface Approval {
  readonly approver: string
  readonly until: string
}

/** Who lets a decision stand, and how long. */
export function ApprovalFields({
  approver,
  until,
  onChange,
}: Approval & { readonly onChange: (change: Partial<Approval>) => void }) {
  return (
    <>
      <TextField
        aria-label="Approver"
        placeholder="Approver"
        value={approver}
        onCommit={(name) => onChange({ approver: name })}
      />
      <span className="treatment-until">
        <span className="muted">Until</span>
        <DateField aria-label="Until" value={until} onCommit={(day) => onChange({ until: day })} />
      </span>
    </>
  )
}
