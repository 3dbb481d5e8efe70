import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { kinds } from '../../../shared/kinds/index.ts'
import type { Kind } from '../../../shared/kinds/kind.ts'
import { IconButton, Tip, classNames } from '../../ui/index.ts'
import { addKind } from '../../canvas/canvas-edits.ts'
import { startKindDrag } from '../../canvas/kind-drag.ts'
import { KindIcon } from '../KindIcon.tsx'
import { useView, viewStore } from '../stores.ts'
import { families, searchKinds } from './search-kinds.ts'

/** Kinds that stand for something else are not offered. */
const offered = kinds.filter((kind) => !kind.traits.includes('unknown-kind'))

/** The components to draw with, by family. */
export function PalettePanel() {
  const folded = useView((view) => view.paletteFolded)
  const [text, setText] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const found = searchKinds(offered, folded ? '' : text)
  const [best] = found
  const firstShown = families.map(({ family }) => found.find((kind) => kind.family === family)).find((kind) => kind)
  const fold = (paletteFolded: boolean) => viewStore.getState().set({ paletteFolded })
  return (
    <div className={classNames('palette', folded && 'palette-folded')}>
      <div className="palette-head">
        {folded ? null : (
          <label className="palette-search">
            <Search size={14} aria-hidden />
            <input
              ref={search}
              type="search"
              aria-label="Find a component"
              placeholder="Find..."
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && best !== undefined && text !== '') {
                  addKind(best.id)
                  setText('')
                } else if (event.key === 'ArrowDown') {
                  event.preventDefault()
                  event.currentTarget.closest('.palette')?.querySelector<HTMLElement>('.palette-kind')?.focus()
                } else if (event.key === 'Escape') {
                  setText('')
                  event.currentTarget.blur()
                }
              }}
            />
          </label>
        )}
        <IconButton
          label={folded ? 'Show names' : 'Icons only'}
          icon={folded ? PanelLeftOpen : PanelLeftClose}
          side="right"
          onClick={() => fold(!folded)}
        />
      </div>
      {/* One stop for Tab, however many kinds there are; the arrow keys go on from there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="palette-list" onKeyDown={moveFocus}>
        {text !== '' && !folded ? (
          found.length === 0 ? (
            <p className="palette-none">No component matches “{text}”.</p>
          ) : (
            found.map((kind) => (
              <KindEntry key={kind.id} kind={kind} folded={false} first={kind === best} stop={kind === best} />
            ))
          )
        ) : (
          families.map(({ family, word }) => (
            <section key={family} aria-label={word} className="palette-family">
              {folded ? null : <h3>{word}</h3>}
              {found
                .filter((kind) => kind.family === family)
                .map((kind) => (
                  <KindEntry key={kind.id} kind={kind} folded={folded} stop={kind === firstShown} />
                ))}
            </section>
          ))
        )}
      </div>
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('.palette-kind')]
  const at = entries.findIndex((entry) => entry === document.activeElement)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  event.stopPropagation()
  entries[Math.max(0, Math.min(entries.length - 1, next))]?.focus()
}

function KindEntry({
  kind,
  folded,
  first,
  stop,
}: {
  readonly kind: Kind
  readonly folded: boolean
  readonly first?: boolean
  /** Whether Tab stops here. */
  readonly stop: boolean
}) {
  return (
    <Tip text={folded ? `${kind.title}. ${kind.summary}` : kind.summary} side="right">
      <button
        type="button"
        className="palette-kind"
        aria-label={`Add ${kind.title}`}
        data-kind={kind.id}
        data-first={first}
        tabIndex={stop ? 0 : -1}
        draggable
        onClick={() => addKind(kind.id)}
        onDragStart={(event) => startKindDrag(event.dataTransfer, kind.id)}
      >
        <KindIcon kind={kind.id} size={16} />
        {folded ? null : <span className="ellipsis">{kind.title}</span>}
      </button>
    </Tip>
  )
}
