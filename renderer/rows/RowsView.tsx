import './rows.css'
import { CircleHelp, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { count } from '../../shared/findings/wording.ts'
import { addRows, readRows, type RowTarget } from '../../shared/rows/read-rows.ts'
import { freshId } from '../panels/edits.ts'
import { KindPicker } from '../panels/inspector/KindPicker.tsx'
import { editDesign, tellStep, viewStore } from '../panels/stores.ts'
import { canvasControls } from '../canvas/canvas-store.ts'
import { Button, Segmented } from '../ui/index.ts'
import { correctRow, forgetRows, takeRows, useRowsDraft } from './rows-draft.ts'

const targets: readonly { readonly value: RowTarget; readonly label: string }[] = [
  { value: 'components', label: 'Components' },
  { value: 'workloads', label: 'Workloads' },
  { value: 'data', label: 'Data assets' },
  { value: 'requirements', label: 'Requirements' },
]
const mostShown = 200

/** The rows, what they are taken for, and what is left to doubt. */
export function RowsView({ pasted, onDone }: { readonly pasted: string; readonly onDone: () => void }) {
  const { text, corrected } = useRowsDraft()
  const [chosen, setChosen] = useState<RowTarget | undefined>(undefined)
  const read = useMemo(() => readRows(text, chosen, corrected), [text, chosen, corrected])
  const addable = read?.rows.filter(({ add }) => add !== undefined).length ?? 0
  const end = (): void => {
    forgetRows()
    onDone()
  }
  const add = (): void => {
    if (read === undefined) return
    const added = count(addable, 'row')
    editDesign(`Add ${added}`, (design) => addRows(design, read, freshId))
    end()
    if (read.target === 'components') requestAnimationFrame(() => canvasControls()?.fit())
    else viewStore.getState().showPanel(read.target)
    tellStep(`Added ${added}.`)
  }
  return (
    <>
      {pasted === '' ? (
        <textarea
          // Nothing else can be done here before there are rows.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          className="ui-input ui-textarea rows-text"
          aria-label="Rows, pasted"
          placeholder={'Component\tType\tZone\nAnswer model\tLLM\tVendor'}
          rows={5}
          value={text}
          onChange={(event) => takeRows(event.target.value)}
        />
      ) : null}
      <div className="rows-bar">
        <Segmented
          label="What the rows become"
          value={read?.target ?? chosen ?? 'components'}
          options={targets}
          onChange={(next) => setChosen(next)}
        />
        <span className="muted">{summary(read, addable)}</span>
      </div>
      {read === undefined ? null : (
        // Scrolled with the keys as well.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="rows-list" aria-label="What the rows become" tabIndex={0}>
          <table className="rows-table">
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Name</th>
                <th scope="col">Taken for</th>
                <th scope="col">Doubts</th>
              </tr>
            </thead>
            <tbody>
              {read.rows.slice(0, mostShown).map(({ line, name, kind, product, takenFor, doubts, add: adds }) => (
                <tr key={line} data-left-out={adds === undefined}>
                  <td className="faint">{line}</td>
                  <td>{name}</td>
                  <td>
                    {kind === undefined || adds === undefined ? (
                      <span className="rows-taken">{adds === undefined ? 'left out' : takenFor}</span>
                    ) : (
                      <>
                        <KindPicker
                          label={`Kind of ${name}`}
                          value={kind}
                          onChange={(next, made) =>
                            correctRow(line, { kind: next, ...(made === undefined ? {} : { product: made }) })
                          }
                        />
                        {product === undefined ? null : <span className="rows-taken muted">{product}</span>}
                      </>
                    )}
                  </td>
                  <td className="muted">
                    {doubts.length === 0 ? null : <CircleHelp size={14} aria-hidden />} {doubts.join(' ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <footer className="rows-foot">
        <Button tone="primary" icon={Plus} disabled={addable === 0} onClick={add}>
          {addable === 0 ? 'Add rows' : `Add ${count(addable, 'row')}`}
        </Button>
        <Button tone="quiet" onClick={end}>
          Cancel
        </Button>
      </footer>
    </>
  )
}

function summary(read: ReturnType<typeof readRows>, addable: number): string {
  if (read === undefined) return 'Paste a table: a row of headings, then one row each.'
  const unknown = read.headings.filter(({ field }) => field === undefined).map(({ title }) => `“${title}”`)
  const parts = [
    `${addable} of ${read.rows.length} can be added`,
    ...(unknown.length === 0 ? [] : [`columns not read: ${unknown.join(', ')}`]),
    ...(read.leftOut === 0 ? [] : [`${read.leftOut} more rows than are read at once`]),
  ]
  return `${parts.join('; ')}.`
}
