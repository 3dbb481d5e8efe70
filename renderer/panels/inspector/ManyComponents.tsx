import type { Component, Value } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { findKind, findProduct } from '../../../shared/kinds/index.ts'
import { FieldRow, Group, TextField } from '../../ui/index.ts'
import { changeElements, withField } from '../edits.ts'
import { editDesign } from '../stores.ts'
import { FieldList } from './FieldList.tsx'
import { setSetting } from './settings-edits.ts'
import { onlyOne, sharedFields } from './shared-fields.ts'
import { StandsIn } from './StandsIn.tsx'

/** What several components share; an edit makes all alike, as one step. */
export function ManyComponents({
  components,
  title,
}: {
  readonly components: readonly Component[]
  readonly title: string
}) {
  const ids = components.map(({ id }) => id)
  const edit = (label: string, change: (component: Component) => Component) =>
    editDesign(label, (design) => changeElements(design, 'components', ids, change))
  const kinds = [...new Set(components.map(({ kind }) => kind))].map(findKind)
  const owners = new Set(components.map(({ owner }) => owner ?? ''))
  const shared = sharedFields(kinds.map(({ settings }) => settings))
  const product = kinds.length === 1 ? findProduct(onlyOne(components.map((one) => known(one.product)))) : undefined
  return (
    <>
      <Group title={title}>
        <StandsIn ids={ids} />
        <FieldRow label="Owner">
          {(id) => (
            <TextField
              id={id}
              value={onlyOne(owners) ?? ''}
              placeholder={owners.size > 1 ? 'mixed' : 'A team or a person'}
              onCommit={(owner) =>
                edit('Change the owner', (one) => withField(one, 'owner', owner.trim() === '' ? undefined : owner))
              }
            />
          )}
        </FieldRow>
      </Group>
      {Object.keys(shared).length === 0 ? null : (
        <Group title={kinds.length === 1 ? 'Settings' : 'Settings they share'}>
          <FieldList
            fields={shared}
            settings={components.map((one) => one.settings)}
            product={product}
            onChange={(name, value: Value | undefined) =>
              edit('Change a setting of all', (one) =>
                withField(one, 'settings', setSetting(one.settings, name, value)),
              )
            }
          />
        </Group>
      )}
    </>
  )
}
