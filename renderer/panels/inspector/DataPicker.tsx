import type { DataAsset, Id } from '../../../shared/design/design.ts'
import { Choices, FieldRow } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'

const none: readonly DataAsset[] = []

interface DataPickerProps {
  readonly label: string
  readonly ids: readonly Id[]
  readonly placeholder?: string
  readonly onChange: (ids: readonly Id[]) => void
}

/** Data assets of the design, by name. */
export function DataPicker({ label, ids, placeholder = 'None stated', onChange }: DataPickerProps) {
  const assets = useDesign((design) => design.data) ?? none
  return (
    <FieldRow label={label} wide note={assets.length === 0 ? 'Data assets are named in the Data panel.' : undefined}>
      {(id) => (
        <Choices
          id={id}
          value={ids}
          options={assets.map((asset) => ({ value: asset.id, label: asset.name }))}
          placeholder={placeholder}
          onChange={onChange}
        />
      )}
    </FieldRow>
  )
}
