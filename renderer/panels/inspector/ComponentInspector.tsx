import { useRef } from 'react'
import type { Component, Id, Value } from '../../../shared/design/design.ts'
import { changeKind, changeProduct } from '../../../shared/design/edit/kind.ts'
import { known } from '../../../shared/design/value.ts'
import { boundaryFields } from '../../../shared/kinds/element-fields.ts'
import { findKind, findProduct } from '../../../shared/kinds/index.ts'
import { isProductOf } from '../../../shared/kinds/product.ts'
import { Group, TextField } from '../../ui/index.ts'
import { changeElement, withField } from '../edits.ts'
import { KindIcon } from '../KindIcon.tsx'
import { editDesign, useDesign } from '../stores.ts'
import { useWantedField, useWantedFocus } from '../use-wanted.ts'
import { About } from './About.tsx'
import { DataPicker } from './DataPicker.tsx'
import { FieldList } from './FieldList.tsx'
import { IdentityPicker } from './IdentityPicker.tsx'
import { InResults } from './InResults.tsx'
import { KindPicker, ProductPicker } from './KindPicker.tsx'
import { PasteMeasurements } from './PasteMeasurements.tsx'
import { PlanEditor } from './PlanEditor.tsx'
import { setSetting } from './settings-edits.ts'
import { StandsIn } from './StandsIn.tsx'
import { ValueField } from './ValueField.tsx'

/** A component: what it is, what it holds, whom it runs as, and what it calls. */
export function ComponentInspector({ id }: { readonly id: Id }) {
  const component = useDesign((design) => design.components?.find((one) => one.id === id))
  const productPlace = useRef<HTMLDivElement>(null)
  useWantedFocus(productPlace, useWantedField(id) === 'product')
  if (component === undefined) return null
  const kind = findKind(component.kind)
  const named = findProduct(known(component.product))
  // What it was before its kind changed is kept, and stands for nothing here until that kind returns.
  const isForeign = named !== undefined && !isProductOf(named, kind)
  const product = isForeign ? undefined : named
  const edit = (label: string, change: (component: Component) => Component) =>
    editDesign(label, (design) => changeElement(design, 'components', id, change))
  const setSettingOf = (name: string, value: Value | undefined) =>
    edit(`Change ${kind.settings[name]?.label ?? name}`, (one) =>
      withField(one, 'settings', setSetting(one.settings, name, value)),
    )
  return (
    <>
      <header className="inspector-head">
        <KindIcon kind={component.kind} size={18} tile />
        <div className="inspector-title">
          <TextField
            quiet
            className="inspector-name"
            aria-label="Name"
            title={component.name}
            value={component.name}
            onCommit={(name) => edit('Rename', (one) => ({ ...one, name }))}
          />
          <KindPicker
            value={component.kind}
            onChange={(next, looked) =>
              editDesign('Change the kind', (design) => {
                const changed = changeKind(design, id, next)
                return looked === undefined ? changed : changeProduct(changed, id, looked)
              })
            }
          />
        </div>
      </header>
      <Group title="Settings">
        <div ref={productPlace}>
          <ProductPicker
            kind={kind}
            value={isForeign ? undefined : component.product}
            onChange={(next) => editDesign('Change the product', (design) => changeProduct(design, id, next))}
          />
        </div>
        <FieldList
          fields={kind.settings}
          settings={[component.settings]}
          product={product}
          on={id}
          onChange={setSettingOf}
        />
        <StandsIn components={[component]} />
        {component.in === undefined || component.region !== undefined ? (
          <ValueField
            field={boundaryFields.region}
            value={component.region}
            onChange={(region) =>
              edit('Change the region', (one) => withField(one, 'region', region as Component['region']))
            }
          />
        ) : null}
        <PasteMeasurements id={id} />
      </Group>
      <PlanEditor component={component} />
      <Group title="Data and identity">
        <DataPicker
          label="Data kept here"
          ids={component.holds ?? []}
          onChange={(holds) =>
            edit('Change the data kept', (one) => withField(one, 'holds', holds.length === 0 ? undefined : holds))
          }
        />
        <IdentityPicker
          value={component.as}
          onChange={(as) => edit('Change the identity', (one) => withField(one, 'as', as))}
        />
      </Group>
      <InResults id={id} />
      <About element={component} collection="components" />
    </>
  )
}
