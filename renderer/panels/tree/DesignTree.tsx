import './tree.css'
import { ChevronDown, ChevronRight, MoveRight, SquareDashed } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { deleteElements } from '../../canvas/canvas-edits.ts'
import { classNames, TextField } from '../../ui/index.ts'
import { changeElement } from '../edits.ts'
import { KindIcon } from '../KindIcon.tsx'
import { editDesign, useDesign, useView, viewStore } from '../stores.ts'
import { afterKey, type TreeRow, treeRows } from './tree-rows.ts'

/** The design without its picture: all that is on the canvas, in reading order, for keys and screen readers. */
export function DesignTree() {
  const design = useDesign((one) => one)
  const selection = useView((view) => view.selection)
  const [closed, setClosed] = useState<ReadonlySet<Id>>(new Set())
  const [focus, setFocus] = useState<Id | undefined>(undefined)
  const [naming, setNaming] = useState<Id | undefined>(undefined)
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => treeRows(design, closed), [design, closed])
  const stop = rows.some(({ id }) => id === focus) ? focus : rows[0]?.id
  const goTo = (id: Id): void => {
    setFocus(id)
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus()
  }
  const toggle = (id: Id, open: boolean): void =>
    setClosed((before) => new Set(open ? [...before].filter((one) => one !== id) : [...before, id]))
  const onKey = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows.find(({ id }) => id === stop)
    if (row === undefined) return
    const { go, open, close } = afterKey(rows, rows.indexOf(row), event.key)
    if (go !== undefined) goTo(go)
    else if (open !== undefined) toggle(open, true)
    else if (close !== undefined) toggle(close, false)
    else if (event.key === 'Enter' || event.key === ' ') pick(row.id, event.shiftKey, selection)
    else if (event.key === 'F2') setNaming(row.id)
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const next = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1]
      deleteElements([row.id])
      if (next !== undefined) requestAnimationFrame(() => goTo(next.id))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  if (rows.length === 0) return <p className="palette-none">Nothing is drawn yet.</p>
  return (
    <div
      ref={list}
      className="design-tree"
      role="tree"
      aria-label="Design"
      aria-multiselectable
      tabIndex={-1}
      onKeyDown={onKey}
    >
      {rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          stop={row.id === stop}
          selected={selection.includes(row.id)}
          naming={row.id === naming}
          onNamed={() => {
            setNaming(undefined)
            requestAnimationFrame(() => goTo(row.id))
          }}
          onFocus={() => setFocus(row.id)}
          onPick={(more) => pick(row.id, more, selection)}
          onToggle={() => toggle(row.id, row.open === false)}
        />
      ))}
    </div>
  )
}

/** A name that is about to be typed is marked, so that typing replaces it. */
function takeFocus(input: HTMLInputElement | null): void {
  input?.focus()
  input?.select()
}

/** Selects it, and the canvas shows it; with `more` it joins what is selected. */
function pick(id: Id, more: boolean, selection: readonly Id[]): void {
  viewStore.getState().select(more ? [...selection.filter((one) => one !== id), id] : [id])
}

interface RowProps {
  readonly row: TreeRow
  readonly stop: boolean
  readonly selected: boolean
  readonly naming: boolean
  readonly onNamed: () => void
  readonly onFocus: () => void
  readonly onPick: (more: boolean) => void
  readonly onToggle: () => void
}

function Row({ row, stop, selected, naming, onNamed, onFocus, onPick, onToggle }: RowProps) {
  const { id, type, level, name, open, place, of } = row
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={selected}
      {...(open === undefined ? {} : { 'aria-expanded': open })}
      aria-label={`${name}, ${type === 'flow' ? 'arrow' : type}`}
      tabIndex={stop ? 0 : -1}
      data-row={id}
      className={classNames('tree-row', selected && 'tree-row-selected')}
      style={{ paddingLeft: 4 + (level - 1) * 14 }}
      onFocus={onFocus}
      onClick={(event) => onPick(event.shiftKey || event.ctrlKey || event.metaKey)}
      // The keys are those of the tree around it.
      onKeyDown={() => undefined}
    >
      <button
        type="button"
        className="tree-toggle"
        aria-hidden
        tabIndex={-1}
        disabled={open === undefined}
        onClick={(event) => {
          event.stopPropagation()
          onToggle()
        }}
      >
        {open === undefined ? null : open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
      </button>
      <Mark row={row} />
      {naming && type !== 'flow' ? (
        <TextField
          quiet
          ref={takeFocus}
          aria-label="Name"
          value={name}
          onCommit={(next) => rename(row, next)}
          onBlurCapture={onNamed}
          onKeyUp={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') onNamed()
          }}
        />
      ) : (
        <span className="ellipsis" title={name}>
          {name}
        </span>
      )}
    </div>
  )
}

function Mark({ row: { id, type } }: { readonly row: TreeRow }) {
  const kind = useDesign((design) => design.components?.find((one) => one.id === id)?.kind)
  if (type === 'boundary') return <SquareDashed size={14} aria-hidden />
  if (type === 'flow' || kind === undefined) return <MoveRight size={14} aria-hidden />
  return <KindIcon kind={kind} size={14} />
}

function rename({ id, type }: TreeRow, name: string): void {
  if (name.trim() === '' || type === 'flow') return
  const collection = type === 'boundary' ? 'boundaries' : 'components'
  editDesign('Rename', (design) => changeElement(design, collection, id, (one) => ({ ...one, name: name.trim() })))
}
