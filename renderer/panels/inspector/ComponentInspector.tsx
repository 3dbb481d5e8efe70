import { useCallback, useRef } from 'react'
import type { Component, Id, Value } from '../../../shared/design/design.ts'
import { changeProduct } from '../../../shared/design/edit/kind.ts'
import { known } from '../../../shared/design/value.ts'
import { boundaryFields } from '../../../shared/kinds/fields/element-fields.ts'
import { findKind, findProduct } from '../../../shared/kinds/index.ts'
import { isProductOf } from '../../../shared/kinds/product.ts'
import type { Kind } from '../../../shared/kinds/kind.ts'
import { becomeKind } from '../../../shared/kinds/usual-name.ts'
import { Group, NameField } from '../../ui/index.ts'
import { changeElement, withField } from '../edits.ts'
import { KindIcon } from '../KindIcon.tsx'
import { editDesign, useAnalysis } from '../stores.ts'
import { FaultNotes } from '../faults/FaultNotes.tsx'
import { useWantedField, useWantedFocus } from '../use-wanted.ts'
import { About, aboutOf } from './About.tsx'
import { DataPicker } from './DataPicker.tsx'
import { FieldList } from './FieldList.tsx'
import { IdentityPicker } from './IdentityPicker.tsx'
import { InResults } from './InResults.tsx'
import { KindPicker, ProductPicker } from './KindPicker.tsx'
import { PasteMeasurements } from './PasteMeasurements.tsx'
import { PlanEditor } from './PlanEditor.tsx'
import { setSetting } from './settings-edits.ts'
import { StandsIn } from './StandsIn.tsx'
import { useComponent } from './use-component.ts'
import { ValueField } from './ValueField.tsx'

interface PartProps {
  readonly id: Id
}

/**
 * A component: what it is, what it holds, whom it runs as, and what it calls. Each part reads what it shows by itself, so
 * that an edit draws one part and not the whole form.
 */
export function ComponentInspector({ id }: PartProps) {
  const kindId = useComponent(id, ({ kind }) => kind)
  if (kindId === undefined) return null
  const kind = findKind(kindId)
  return (
    <>
      <Head id={id} kind={kindId} />
      <FaultNotes on={id} notAt={['settings']} />
      <Group title="Settings">
        <ProductOf id={id} kind={kind} />
        <SettingsOf id={id} kind={kind} />
        <StandsIn ids={[id]} />
        <RegionOf id={id} />
        <PasteMeasurements id={id} />
      </Group>
      <PlanEditor component={id} />
      <Group title="Data and identity">
        <HeldBy id={id} />
        <IdentityOf id={id} />
      </Group>
      <InResults id={id} />
      <AboutOf id={id} />
    </>
  )
}

function edit(id: Id, label: string, change: (component: Component) => Component): void {
  editDesign(label, (design) => changeElement(design, 'components', id, change))
}

function Head({ id, kind }: PartProps & { readonly kind: string }) {
  const name = useComponent(id, (component) => component.name) ?? ''
  return (
    <header className="inspector-head">
      <KindIcon kind={kind} size={18} tile />
      <div className="inspector-title">
        <NameField
          className="inspector-name"
          aria-label="Name"
          title={name}
          value={name}
          onCommit={(next) => edit(id, 'Rename', (one) => ({ ...one, name: next }))}
        />
        <KindPicker
          value={kind}
          onChange={(next, looked) =>
            editDesign('Change the kind', (design) => {
              const changed = becomeKind(design, id, next)
              return looked === undefined ? changed : changeProduct(changed, id, looked)
            })
          }
        />
      </div>
    </header>
  )
}

/** What it was before its kind changed is kept, and stands for nothing here until that kind returns. */
function useProduct(id: Id, kind: Kind) {
  const stated = useComponent(id, ({ product }) => product)
  const named = findProduct(known(stated))
  const isForeign = named !== undefined && !isProductOf(named, kind)
  return isForeign ? { stated: undefined, product: undefined } : { stated, product: named }
}

function ProductOf({ id, kind }: PartProps & { readonly kind: Kind }) {
  const place = useRef<HTMLDivElement>(null)
  useWantedFocus(place, useWantedField(id) === 'product')
  const { stated } = useProduct(id, kind)
  return (
    <div ref={place}>
      <ProductPicker
        kind={kind}
        value={stated}
        onChange={(next) => editDesign('Change the product', (design) => changeProduct(design, id, next))}
      />
    </div>
  )
}

function SettingsOf({ id, kind }: PartProps & { readonly kind: Kind }) {
  const settings = useComponent(id, (component) => component.settings)
  const { product } = useProduct(id, kind)
  // The same function for as long as the kind is: with a new one every field would be drawn again.
  const change = useCallback(
    (name: string, value: Value | undefined) =>
      edit(id, `Change ${kind.settings[name]?.label ?? name}`, (one) =>
        withField(one, 'settings', setSetting(one.settings, name, value)),
      ),
    [id, kind],
  )
  const workedOut = useAnalysis((analysis) => analysis?.estimate.workedOut)?.filter(({ on }) => on === id)
  return (
    <FieldList
      fields={kind.settings}
      settings={[settings]}
      product={product}
      workedOut={workedOut}
      on={id}
      onChange={change}
    />
  )
}

/** Where it runs, unless its boundary says so. */
function RegionOf({ id }: PartProps) {
  const region = useComponent(id, (component) => component.region)
  const home = useComponent(id, (component) => component.in)
  if (home !== undefined && region === undefined) return null
  return (
    <ValueField
      field={boundaryFields.region}
      value={region}
      onChange={(next) => edit(id, 'Change the region', (one) => withField(one, 'region', next as Component['region']))}
    />
  )
}

function HeldBy({ id }: PartProps) {
  const held = useComponent(id, ({ holds }) => holds)
  return (
    <DataPicker
      label="Data kept here"
      ids={held ?? []}
      onChange={(holds) =>
        edit(id, 'Change the data kept', (one) => withField(one, 'holds', holds.length === 0 ? undefined : holds))
      }
    />
  )
}

function IdentityOf({ id }: PartProps) {
  const component = useComponent(id, (one) => one)
  return (
    <IdentityPicker
      of={component}
      value={component?.as}
      change={(design, as) => changeElement(design, 'components', id, (one) => withField(one, 'as', as))}
    />
  )
}

function AboutOf({ id }: PartProps) {
  const component = useComponent(id, (one) => one)
  return component === undefined ? null : <About {...aboutOf(component)} collection="components" />
}
