import { Database, Plus, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { DataAsset, Value } from '../../../shared/design/design.ts'
import { dataFields } from '../../../shared/kinds/fields/element-fields.ts'
import { Button, Choice, Choices, EmptyState, IconButton, NameField } from '../../ui/index.ts'
import { runCommand } from '../commands.ts'
import { changeElement, withField } from '../edits.ts'
import { ValueControl } from '../inspector/ValueControl.tsx'
import { ValuePopover } from '../inspector/ValuePopover.tsx'
import { setSetting } from '../inspector/settings-edits.ts'
import { removeFromDesign } from '../remove.ts'
import { editDesign, useDesign } from '../stores.ts'
import { useWantedField, useWantedFocus } from '../use-wanted.ts'
import { AssetFacts, isMoreFact } from './AssetFacts.tsx'
import { typeOptions } from './data-fields.ts'

const none: readonly DataAsset[] = []

const addAsset = () => runCommand('insert.data-asset')

/** The data of the design: how sensitive, about whom, who can put words into it, how long it is kept. */
export function DataPanel() {
  const assets = useDesign((design) => design.data) ?? none
  if (assets.length === 0) {
    return (
      <EmptyState
        icon={Database}
        text="Name the data that travels and is kept; classification, personal data and who writes it decide what is a threat."
        action={
          <Button tone="primary" icon={Plus} onClick={addAsset}>
            New data asset
          </Button>
        }
      />
    )
  }
  return (
    <div className="panel-list">
      <div className="panel-bar">
        <Button icon={Plus} onClick={addAsset}>
          New data asset
        </Button>
      </div>
      <table className="panel-table panel-table-edit">
        <thead>
          <tr>
            <th>Name</th>
            <th>Type</th>
            <th>Classification</th>
            <th>Personal data</th>
            <th>Written by</th>
            <th>Derived from</th>
            <th>Kept for</th>
            <th aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {assets.map((asset) => (
            <AssetRow key={asset.id} asset={asset} assets={assets} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AssetRow({ asset, assets }: { readonly asset: DataAsset; readonly assets: readonly DataAsset[] }) {
  const [pressed, setPressed] = useState(false)
  const wanted = useWantedField(asset.id)
  const namePlace = useRef<HTMLTableCellElement>(null)
  useWantedFocus(namePlace, wanted === 'name')
  const open = pressed || (wanted !== undefined && isMoreFact(wanted))
  const edit = (label: string, change: (asset: DataAsset) => DataAsset) =>
    editDesign(label, (design) => changeElement(design, 'data', asset.id, change))
  const setFact = (name: 'classification' | 'personal' | 'writers') => (value: Value | undefined) =>
    edit(`Change ${dataFields[name].label.toLowerCase()}`, (one) =>
      withField(one, name, value as DataAsset[typeof name]),
    )
  const setRetention = (value: Value | undefined) =>
    edit('Change how long it is kept', (one) => withField(one, 'facts', setSetting(one.facts, 'retentionDays', value)))
  const isType = (text: string): text is NonNullable<DataAsset['type']> =>
    typeOptions.some((option) => option.value === text)
  return (
    <>
      <tr className="panel-row" data-open={open}>
        <td className="cell-name" ref={namePlace}>
          <span className="cell-value">
            <button type="button" className="disclosure" aria-expanded={open} onClick={() => setPressed(!open)}>
              <span className="visually-hidden">More about {asset.name}</span>
            </button>
            <NameField
              aria-label="Name"
              title={asset.name}
              value={asset.name}
              onCommit={(name) => edit('Rename', (one) => ({ ...one, name }))}
            />
          </span>
        </td>
        <td>
          <Choice
            label="Type"
            value={asset.type}
            options={typeOptions}
            placeholder="–"
            onChange={(type) => isType(type) && edit('Change the type', (one) => ({ ...one, type }))}
            onClear={() => edit('Change the type', (one) => withField(one, 'type', undefined))}
          />
        </td>
        {(['classification', 'personal', 'writers'] as const).map((name) => (
          <td key={name}>
            <span className="cell-value">
              <ValueControl field={dataFields[name]} value={asset[name]} onChange={setFact(name)} />
              <ValuePopover field={dataFields[name]} value={asset[name]} onChange={setFact(name)} />
            </span>
          </td>
        ))}
        <td>
          <Choices
            label="Derived from"
            value={asset.derivedFrom ?? []}
            options={assets.filter((one) => one.id !== asset.id).map((one) => ({ value: one.id, label: one.name }))}
            placeholder="–"
            onChange={(from) =>
              edit('Change what it is derived from', (one) =>
                withField(one, 'derivedFrom', from.length === 0 ? undefined : from),
              )
            }
          />
        </td>
        <td>
          <span className="cell-value">
            <ValueControl
              field={dataFields.retentionDays}
              value={asset.facts?.['retentionDays']}
              onChange={setRetention}
            />
            <ValuePopover
              field={dataFields.retentionDays}
              value={asset.facts?.['retentionDays']}
              onChange={setRetention}
            />
          </span>
        </td>
        <td className="cell-end">
          <IconButton
            label={`Delete ${asset.name}`}
            icon={Trash2}
            onClick={() => removeFromDesign(asset.id, asset.name)}
          />
        </td>
      </tr>
      {open ? (
        <tr className="panel-detail">
          <td colSpan={8}>
            <AssetFacts asset={asset} wanted={wanted} onEdit={edit} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
