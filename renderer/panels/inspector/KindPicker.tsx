import type { Value } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { findProduct, kinds, productsOf } from '../../../shared/kinds/index.ts'
import type { Kind } from '../../../shared/kinds/kind.ts'
import { Choice, FieldRow } from '../../ui/index.ts'
import { restate } from './value-edits.ts'

/** What a component is; settings of the old kind are kept and count again when it returns. */
export function KindPicker({ value, onChange }: { readonly value: string; readonly onChange: (kind: string) => void }) {
  const options = kinds.map((kind) => ({ value: kind.id, label: kind.title }))
  const listed = options.some((option) => option.value === value)
  return (
    <Choice
      quiet
      label="Kind"
      className="inspector-kind"
      value={value}
      options={listed ? options : [...options, { value, label: `${value} (unknown kind)` }]}
      onChange={onChange}
    />
  )
}

interface ProductPickerProps {
  readonly kind: Kind
  readonly value: Value<string> | undefined
  readonly onChange: (product: Value<string> | undefined) => void
}

/** Which product it is: its facts fill what settings leave open. */
export function ProductPicker({ kind, value, onChange }: ProductPickerProps) {
  const product = known(value)
  const listed = productsOf(kind).map(({ id, title, vendor }) => ({ value: id, label: title, hint: vendor }))
  if (listed.length === 0 && product === undefined) return null
  const options =
    product === undefined || listed.some((option) => option.value === product)
      ? listed
      : [...listed, { value: product, label: findProduct(product)?.title ?? product }]
  return (
    <FieldRow label="Product">
      {(id) => (
        <Choice
          id={id}
          value={product}
          options={options}
          placeholder="Not chosen"
          clearLabel="Not chosen"
          onClear={() => onChange(undefined)}
          onChange={(next) => onChange(restate(value, next) as Value<string>)}
        />
      )}
    </FieldRow>
  )
}
