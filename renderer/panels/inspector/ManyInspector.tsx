import { Layers } from 'lucide-react'
import type { Component, Design, Id, Value } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { findKind, findProduct } from '../../../shared/kinds/index.ts'
import type { Field, Fields } from '../../../shared/kinds/field.ts'
import { FieldRow, Group, TextField } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { ElementChips } from '../ElementChips.tsx'
import { editDesign, useDesign } from '../stores.ts'
import { FieldList } from './FieldList.tsx'
import { setSetting } from './settings-edits.ts'
import { StandsIn } from './StandsIn.tsx'

const none: readonly Component[] = []

/** Several elements at once: what they share is shown, what differs reads "mixed", an edit makes all alike. */
export function ManyInspector({ ids }: { readonly ids: readonly Id[] }) {
  const components = (useDesign((design) => design.components) ?? none).filter((one) => ids.includes(one.id))
  const arrows = useDesign((design) => design.flows?.filter((one) => ids.includes(one.id)).length)
  const kindIds = [...new Set(components.map((one) => one.kind))]
  const [first] = components
  const edit = (label: string, change: (component: Component) => Component) =>
    editDesign(label, (design) => changeAll(design, ids, change))
  const owners = new Set(components.map((one) => one.owner ?? ''))
  const product = kindIds.length === 1 ? findProduct(sameProduct(components)) : undefined
  return (
    <>
      <header className="inspector-head">
        <span className="kind-icon kind-icon-tile" data-family="operations">
          <Layers size={18} aria-hidden />
        </span>
        <div className="inspector-title">
          <span className="inspector-name inspector-name-plain">{ids.length} selected</span>
          <span className="inspector-sub">
            {arrows === ids.length ? 'All arrows' : summary(components, kindIds, ids.length)}
          </span>
        </div>
      </header>
      <div className="inspector-chips">
        <ElementChips ids={ids} most={12} />
      </div>
      {first === undefined ? null : (
        <>
          <Group title="All of them">
            <StandsIn components={components} />
            <FieldRow label="Owner">
              {(id) => (
                <TextField
                  id={id}
                  value={owners.size === 1 ? (first.owner ?? '') : ''}
                  placeholder={owners.size > 1 ? 'mixed' : 'A team or a person'}
                  onCommit={(owner) =>
                    edit('Change the owner', (one) => withField(one, 'owner', owner.trim() === '' ? undefined : owner))
                  }
                />
              )}
            </FieldRow>
          </Group>
          <Group title={kindIds.length === 1 ? 'Settings' : 'Settings they share'}>
            <FieldList
              fields={sharedFields(kindIds)}
              settings={components.map((one) => one.settings)}
              product={product}
              onChange={(name, value: Value | undefined) =>
                edit('Change a setting of all', (one) =>
                  withField(one, 'settings', setSetting(one.settings, name, value)),
                )
              }
            />
          </Group>
        </>
      )}
    </>
  )
}

function changeAll(design: Design, ids: readonly Id[], change: (component: Component) => Component): Design {
  return { ...design, components: (design.components ?? []).map((one) => (ids.includes(one.id) ? change(one) : one)) }
}

function summary(components: readonly Component[], kindIds: readonly string[], count: number): string {
  const [kind] = kindIds
  if (kind !== undefined && kindIds.length === 1 && components.length === count)
    return `All of kind ${findKind(kind).title}`
  return components.length === count ? `${kindIds.length} kinds` : `${components.length} components among them`
}

function sameProduct(components: readonly Component[]): string | undefined {
  const products = new Set(components.map((one) => known(one.product)))
  return products.size === 1 ? [...products][0] : undefined
}

/** Fields that every one of the kinds has, of one type. */
export function sharedFields(kindIds: readonly string[]): Fields {
  const [first, ...rest] = kindIds.map((id) => findKind(id).settings)
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, field]: [string, Field]) =>
      rest.every((fields) => fields[name]?.type === field.type),
    ),
  )
}
