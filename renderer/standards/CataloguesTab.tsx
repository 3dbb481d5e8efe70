import { FileUp, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Framework } from '../../shared/threats/frameworks/framework.ts'
import { type CatalogueUpdate, heldWith } from '../../shared/threats/frameworks/read-update.ts'
import { cataloguesStore, dropCatalogues, importCatalogues } from '../store/catalogues-store.ts'
import { Badge, Button, showToast } from '../ui/index.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { count, type Import } from './files.ts'
import { ImportProblems } from './ImportProblems.tsx'

/** The catalogues that findings refer to, each edition by itself; a local file adds editions and changes no meaning. */
export function CataloguesTab() {
  const { update, fileName } = useStore(cataloguesStore)
  const [imported, setImported] = useState<Import | undefined>(undefined)
  const added = new Set(update?.catalogues.map(({ id }) => id))
  const { frameworks } = heldWith(update)
  const read = (name: string, text: string): void => {
    void importCatalogues(name, text).then(({ kept, problems }) => {
      const taken = kept === undefined ? '' : sizeOf(kept)
      setImported({ fileName: name, problems, ...(taken === '' ? {} : { taken }) })
      if (taken !== '') showToast(`Took ${taken} from ${name}.`)
    })
  }
  return (
    <div className="standards-scroll">
      <div className="standards-head">
        <p className="standards-line muted">
          Every reference names catalogue, edition and id. {fileName === undefined ? null : `Added from ${fileName}.`}
        </p>
        <ChooseFile label="Update..." title="A file of catalogues (JSON)" icon={FileUp} onChoose={read} />
        {update === undefined ? null : (
          <Button tone="quiet" icon={RotateCcw} onClick={() => void dropCatalogues()}>
            As shipped
          </Button>
        )}
      </div>
      {imported === undefined ? null : <ImportProblems imported={imported} onClose={() => setImported(undefined)} />}
      <table className="ui-records standards-table standards-catalogues">
        <thead>
          <tr>
            <th scope="col">Catalogue</th>
            <th scope="col">Editions, with entries</th>
            <th scope="col">Read at</th>
          </tr>
        </thead>
        <tbody>
          {frameworks.map((framework) => (
            <tr key={framework.id}>
              <td>
                {framework.title} {added.has(framework.id) ? <Badge tone="accent">updated</Badge> : null}
              </td>
              <td>{editionsOf(framework)}</td>
              <td className="muted">{framework.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** "12 entries and 3 renumberings"; nothing where the file brings neither. */
function sizeOf({ catalogues, aliases }: CatalogueUpdate): string {
  const entries = catalogues.flatMap(({ editions }) => Object.values(editions).flatMap((each) => Object.keys(each)))
  return [
    entries.length === 0 ? '' : count(entries.length, 'entry', 'entries'),
    aliases.length === 0 ? '' : count(aliases.length, 'renumbering'),
  ]
    .filter((part) => part !== '')
    .join(' and ')
}

/** "2025 (10 entries), 2026 (10 entries, to be checked at its publisher)" */
function editionsOf({ editions, secondHand = [] }: Framework): string {
  return Object.entries(editions)
    .map(([name, entries]) => {
      const size = count(Object.keys(entries).length, 'entry', 'entries')
      return `${name} (${size}${secondHand.includes(name) ? ', to be checked at its publisher' : ''})`
    })
    .join('; ')
}
