import type { KeyboardEvent, ReactNode } from 'react'
import { useState } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import { manualThreatRule, type Id } from '../../../shared/design/design.ts'
import { letterWords } from '../../../shared/threats/coverage/letter-words.ts'
import { strideLetters } from '../../../shared/threats/coverage/element-type.ts'
import { linddunLetters } from '../../../shared/findings/finding.ts'
import {
  type Cell,
  type Coverage,
  type CoverageCount,
  type CoverageRow,
  type Letter,
  type Method,
} from '../../../shared/threats/coverage/coverage.ts'
import { countEntries } from '../../../shared/threats/coverage/cover-lists.ts'
import { maestroLayers } from '../../../shared/threats/coverage/maestro-layer.ts'
import { layersOfMaestro } from '../../../shared/threats/frameworks/classic.ts'
import { useInquiry } from '../../analysis/use-inquiry.ts'
import { Choice, Segmented, Switch } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'
import { CellDetail } from './CellDetail.tsx'
import { CellMark, cellWords } from './CellMark.tsx'
import { ListView } from './ListView.tsx'

const methods = [
  { value: 'stride', label: 'STRIDE' },
  { value: 'linddun', label: 'LINDDUN' },
  { value: 'lists', label: 'By list' },
] as const
type Shown = (typeof methods)[number]['value']

const groupings = [
  { value: 'type', label: 'By type' },
  { value: 'layer', label: 'By MAESTRO layer' },
] as const
type Grouping = (typeof groupings)[number]['value']

/** Which threat was looked for on which element, and what came of it: decided out of applicable. */
export function CoverageView({ lead }: { readonly lead: ReactNode }) {
  const coverage = useInquiry({ kind: 'coverage' })
  const [view, setView] = useState<Shown>('stride')
  const method: Method = view === 'linddun' ? 'linddun' : 'stride'
  const lists = coverage?.byList ?? []
  const [title, setTitle] = useState<string | undefined>(undefined)
  const list = lists.find((each) => each.title === title) ?? lists[0]
  const [grouping, setGrouping] = useState<Grouping>('type')
  const [openOnly, setOpenOnly] = useState(false)
  const [chosen, setChosen] = useState<{ readonly on: Id; readonly letter: Letter } | undefined>(undefined)
  const total = view === 'lists' ? list && countEntries(list) : coverage?.total[method]
  const letters: readonly Letter[] = method === 'stride' ? strideLetters : linddunLetters
  const cells = coverage?.rows.flatMap((row) => row.cells.map((cell) => ({ row, cell }))) ?? []
  const shown = cells.find(
    ({ cell }) => cell.method === method && cell.on === chosen?.on && cell.letter === chosen.letter,
  )
  return (
    <div className="threat-page">
      <div className="panel-bar">
        {lead}
        <Segmented label="Look at it by" value={view} options={methods} onChange={(next) => setView(next ?? view)} />
        {view === 'lists' ? (
          <Choice
            label="List of threats"
            className="threat-list-choice"
            value={list?.title}
            options={lists.map((each) => ({ value: each.title, label: each.title }))}
            onChange={setTitle}
          />
        ) : (
          <>
            <Segmented
              label="Group rows"
              value={grouping}
              options={groupings}
              onChange={(next) => setGrouping(next ?? grouping)}
            />
            <span className="threat-switch">
              <Switch checked={openOnly} label="Only what is not decided" onChange={setOpenOnly} />
              <span aria-hidden>Not decided</span>
            </span>
          </>
        )}
        {total === undefined ? null : (
          <span className="panel-bar-note threat-total">
            <strong>{percentOf(total)}</strong> decided ({total.decided} of {total.applicable}{' '}
            {view === 'lists' ? 'entries that apply' : 'cells'})
          </span>
        )}
      </div>
      {coverage === undefined ? (
        <p className="panel-empty-line">Looking through what was considered...</p>
      ) : view === 'lists' ? (
        <ListView key={list?.title} entries={list?.entries ?? []} />
      ) : (
        <div className="threat-columns">
          <div className="coverage-scroll">
            <table className="coverage">
              <thead>
                <tr>
                  <th scope="col" className="coverage-name">
                    Element
                  </th>
                  {letters.map((letter) => (
                    <th key={letter} scope="col" title={letterWords({ method, letter })}>
                      <span className="coverage-letter">{letter}</span>
                      <span className="coverage-word">{letterWords({ method, letter })}</span>
                      <span className="coverage-percent">{percentOf(coverage.byLetter[method][letter])}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              {groupsOf(coverage, grouping).map((group) => (
                <tbody key={group.title}>
                  <tr>
                    <th scope="colgroup" colSpan={letters.length + 1} className="coverage-group">
                      {group.title} {group.count === undefined ? null : <span>{percentOf(group.count)} decided</span>}
                    </th>
                  </tr>
                  {group.rows
                    .filter((row) => !openOnly || row.cells.some((cell) => cell.method === method && !isDecided(cell)))
                    .map((row) => (
                      <tr key={row.on}>
                        <th scope="row" className="coverage-name ellipsis" title={row.name}>
                          {row.name}
                          <FlowEnds id={row.on} />
                        </th>
                        {letters.map((letter) => {
                          const cell = row.cells.find((one) => one.method === method && one.letter === letter)
                          if (cell === undefined) return <td key={letter} aria-label="Does not apply to its type" />
                          const isChosen = chosen?.on === row.on && chosen.letter === letter
                          return (
                            <td key={letter}>
                              <button
                                type="button"
                                className="coverage-cell"
                                data-state={cell.state}
                                data-by-hand={cell.reasons.some(({ rule }) => rule === manualThreatRule)}
                                aria-pressed={isChosen}
                                aria-label={`${letterWords(cell)} of ${row.name}: ${cellWords[cell.state]}`}
                                onClick={() => setChosen({ on: row.on, letter })}
                                onKeyDown={walkCells}
                              >
                                <CellMark state={cell.state} />
                              </button>
                            </td>
                          )
                        })}
                      </tr>
                    ))}
                </tbody>
              ))}
            </table>
          </div>
          <CellDetail row={shown?.row} cell={shown?.cell} />
        </div>
      )}
    </div>
  )
}

/** Where an arrow with a name of its own leads: "asks" alone tells nobody. */
function FlowEnds({ id }: { readonly id: Id }) {
  const ends = useDesign((design) => {
    const flow = design.flows?.find((each) => each.id === id)
    return flow?.name === undefined ? undefined : `${nameOf(design, flow.from)} to ${nameOf(design, flow.to)}`
  })
  return ends === undefined ? null : <span className="coverage-ends">{ends}</span>
}

function isDecided({ state }: Cell): boolean {
  return state !== 'unknown' && state !== 'notConsidered'
}

function percentOf(count: CoverageCount | undefined): string {
  if (count === undefined || count.applicable === 0) return '–'
  return `${Math.floor((100 * count.decided) / count.applicable)} %`
}

const typeWords = { actor: 'Actors', process: 'Processes', store: 'Stores', flow: 'Flows' } as const

interface Group {
  readonly title: string
  readonly rows: readonly CoverageRow[]
  readonly count: CoverageCount | undefined
}

function groupsOf({ rows, byLayer }: Coverage, grouping: Grouping): readonly Group[] {
  const groups: readonly Group[] =
    grouping === 'type'
      ? (['actor', 'process', 'store', 'flow'] as const).map((type) => ({
          title: typeWords[type],
          rows: rows.filter((row) => row.type === type),
          count: undefined,
        }))
      : maestroLayers.map((layer) => ({
          title: `${layer} ${layersOfMaestro[layer]}`,
          rows: rows.filter((row) => row.layer === layer),
          count: byLayer[layer],
        }))
  return groups.filter((group) => group.rows.length > 0)
}

/** The arrows go from cell to cell, over rows that have none in that column. */
function walkCells(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
  const at = event.currentTarget.closest('td')
  const table = event.currentTarget.closest('table')
  if (step === undefined || at === null || table === null || !(at.parentElement instanceof HTMLTableRowElement)) return
  event.preventDefault()
  const [down = 0, right = 0] = step
  const rows = [...table.rows]
  let row = rows.indexOf(at.parentElement)
  let column = at.cellIndex
  for (;;) {
    row += down
    column += right
    const cell = rows[row]?.cells[column]
    if (rows[row] === undefined || column < 1 || column >= (rows[0]?.cells.length ?? 0)) return
    const button = cell?.querySelector('button')
    if (button) {
      button.focus()
      return
    }
  }
}
