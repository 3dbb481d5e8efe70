import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react'
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
      <div className="palette-list">
        {text !== '' && !folded ? (
          found.length === 0 ? (
            <p className="palette-none">No component matches “{text}”.</p>
          ) : (
            found.map((kind) => <KindEntry key={kind.id} kind={kind} folded={false} first={kind === best} />)
          )
        ) : (
          families.map(({ family, word }) => (
            <section key={family} aria-label={word} className="palette-family">
              {folded ? null : <h3>{word}</h3>}
              {found
                .filter((kind) => kind.family === family)
                .map((kind) => (
                  <KindEntry key={kind.id} kind={kind} folded={folded} />
                ))}
            </section>
          ))
        )}
      </div>
    </div>
  )
}

function KindEntry({
  kind,
  folded,
  first,
}: {
  readonly kind: Kind
  readonly folded: boolean
  readonly first?: boolean
}) {
  return (
    <Tip text={folded ? `${kind.title}. ${kind.summary}` : kind.summary} side="right">
      <button
        type="button"
        className="palette-kind"
        aria-label={`Add ${kind.title}`}
        data-kind={kind.id}
        data-first={first}
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
