import type { Id, Identity } from '../../../shared/design/design.ts'
import { Choice, FieldRow } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'

const none: readonly Identity[] = []

interface IdentityPickerProps {
  readonly value: Id | undefined
  /** Offers to pass the asking user's identity on. */
  readonly caller?: boolean
  /** It is of several, which differ. */
  readonly mixed?: boolean
  readonly onChange: (id: Id | undefined) => void
}

/** Whom calls run as. */
export function IdentityPicker({ value, caller, mixed = false, onChange }: IdentityPickerProps) {
  const identities = useDesign((design) => design.identities) ?? none
  const options = identities.map((identity) => ({ value: identity.id, label: identity.name }))
  return (
    <FieldRow
      label="Runs as"
      note={caller === true && value === 'caller' ? 'The asking user’s identity is passed on.' : undefined}
    >
      {(id) => (
        <Choice
          id={id}
          value={value}
          options={caller === true ? [{ value: 'caller', label: 'The caller’s identity' }, ...options] : options}
          placeholder={mixed ? 'mixed' : options.length === 0 && caller !== true ? 'No identities yet' : 'Not stated'}
          onChange={onChange}
          onClear={() => onChange(undefined)}
        />
      )}
    </FieldRow>
  )
}
