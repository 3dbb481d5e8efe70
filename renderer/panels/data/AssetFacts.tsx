import type { DataAsset } from '../../../shared/design/design.ts'
import { factFields } from '../../../shared/kinds/fields/element-fields.ts'
import type { Field } from '../../../shared/kinds/fields/field.ts'
import { FieldRow, TextField } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { setSetting } from '../inspector/settings-edits.ts'
import { ValueField } from '../inspector/ValueField.tsx'

/** How long data are kept has a column of its own. */
const { retentionDays: _ownColumn, ...moreFacts } = factFields

/** Whether a question for this field leads to what opens below the line of an asset. */
export function isMoreFact(name: string): boolean {
  return name === 'owner' || name in moreFacts
}

interface AssetFactsProps {
  readonly asset: DataAsset
  readonly wanted: string | undefined
  readonly onEdit: (label: string, change: (asset: DataAsset) => DataAsset) => void
}

/** What opens below the line of a data asset: who answers for it, about whom it is, and on which right it is used. */
export function AssetFacts({ asset, wanted, onEdit }: AssetFactsProps) {
  const setOwner = (text: string) =>
    onEdit('Change the owner', (one) => withField(one, 'owner', text.trim() === '' ? undefined : text.trim()))
  return (
    <div className="asset-facts">
      <FieldRow label="Owner" help="Who answers for it?">
        {(id) => <TextField id={id} value={asset.owner ?? ''} placeholder="Team or role" onCommit={setOwner} />}
      </FieldRow>
      {Object.entries<Field>(moreFacts).map(([name, field]) => (
        <ValueField
          key={name}
          field={field}
          value={asset.facts?.[name]}
          wanted={name === wanted}
          onChange={(value) =>
            onEdit(`Change ${field.label.toLowerCase()}`, (one) =>
              withField(one, 'facts', setSetting(one.facts, name, value)),
            )
          }
        />
      ))}
    </div>
  )
}
