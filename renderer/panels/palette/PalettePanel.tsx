import { ChevronDown, ChevronRight, PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useMemo, useRef, useState } from 'react'
import { kinds, products } from '../../../shared/kinds/index.ts'
import type { Family } from '../../../shared/kinds/kind.ts'
import { IconButton, SearchField, Tip, classNames } from '../../ui/index.ts'
import { addKind } from '../../canvas/canvas-edits.ts'
import { canvasControls } from '../../canvas/canvas-store.ts'
import { startKindDrag } from '../../canvas/kind-drag.ts'
import { KindIcon } from '../KindIcon.tsx'
import { shownSides, useView, viewStore } from '../stores.ts'
import { StandingMark, standingWord, standingWords, useStanding } from '../TechnologyMark.tsx'
import type { Found } from './search-kinds.ts'
import { families, searchCatalogue } from './search-kinds.ts'

/** Kinds that stand for something else are not offered. */
const offered = kinds.filter((kind) => !kind.traits.includes('unknown-kind'))

/** The components to draw with, by family; while somebody searches, products by any of their names too. */
export function PalettePanel() {
  const folded = useView((view) => shownSides(view).folded)
  const [text, setText] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<Family>>(new Set())
  const search = useRef<HTMLInputElement>(null)
  const wanted = folded ? '' : text
  const found = useMemo(() => searchCatalogue(offered, products, wanted), [wanted])
  const [best] = found
  const fold = (paletteFolded: boolean) => viewStore.getState().set({ paletteFolded, roomSides: true })
  const toggle = (family: Family) =>
    setClosed((before) => {
      const after = new Set(before)
      if (!after.delete(family)) after.add(family)
      return after
    })
  return (
    <div className={classNames('palette', folded && 'palette-folded')}>
      <div className="palette-head">
        {folded ? null : (
          <SearchField
            ref={search}
            label="Find a component"
            placeholder="Find..."
            className="palette-search"
            value={text}
            onChange={setText}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && best !== undefined && text !== '') {
                add(best, 0)
                setText('')
              } else if (event.key === 'ArrowDown') {
                event.preventDefault()
                event.currentTarget.closest('.palette')?.querySelector<HTMLElement>(stops)?.focus()
              } else if (event.key === 'Escape') {
                setText('')
                event.currentTarget.blur()
              }
            }}
          />
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
        {wanted === '' ? (
          <Families folded={folded} closed={closed} toggle={toggle} />
        ) : found.length === 0 ? (
          <p className="palette-none">Nothing matches “{text}”.</p>
        ) : (
          found.map((each) => (
            <Entry
              key={`${each.kind.id} ${each.product?.id ?? ''}`}
              found={each}
              folded={false}
              first={each === best}
              stop={each === best}
            />
          ))
        )}
      </div>
    </div>
  )
}

interface FamiliesProps {
  readonly folded: boolean
  readonly closed: ReadonlySet<Family>
  readonly toggle: (family: Family) => void
}

function Families({ folded, closed, toggle }: FamiliesProps) {
  const isOpen = (family: Family): boolean => folded || !closed.has(family)
  const firstOpen = families.find(({ family }) => isOpen(family))?.family
  return families.map(({ family, word }) => {
    const own = offered.filter((kind) => kind.family === family)
    return (
      <section key={family} aria-label={word} className="palette-family">
        {folded ? null : (
          <h3>
            <button
              type="button"
              className="palette-family-word"
              aria-expanded={isOpen(family)}
              data-stop={isOpen(family) ? undefined : 'true'}
              tabIndex={-1}
              onClick={() => toggle(family)}
            >
              {isOpen(family) ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
              <span className="ellipsis">{word}</span>
              <span className="palette-count">{own.length}</span>
            </button>
          </h3>
        )}
        {isOpen(family)
          ? own.map((kind) => (
              <Entry key={kind.id} found={{ kind }} folded={folded} stop={family === firstOpen && kind === own[0]} />
            ))
          : null}
      </section>
    )
  })
}

/** What the arrow keys stop at: components, and families that are closed over theirs. */
const stops = '.palette-kind, [data-stop="true"]'

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const here = document.activeElement
  const word = here?.closest('.palette-family')?.querySelector<HTMLElement>('.palette-family-word')
  const isClosed = word?.getAttribute('aria-expanded') === 'false'
  if (word && ((event.key === 'ArrowLeft' && !isClosed) || (event.key === 'ArrowRight' && isClosed))) {
    event.preventDefault()
    word.click()
    word.focus()
    return
  }
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(`${stops}, .palette-family-word`)]
  const entries = all.filter((entry) => entry.matches(stops) || entry === here)
  const at = entries.findIndex((entry) => entry === here)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  event.stopPropagation()
  entries[Math.max(0, Math.min(entries.length - 1, next))]?.focus()
}

/** `clicks`: none when a key did it. The next keys of a hand at the mouse mean what it has just drawn, not this entry. */
function add({ kind, product }: Found, clicks: number): void {
  const id = addKind(kind.id, product === undefined ? {} : { product: product.id })
  if (id !== undefined && clicks > 0) canvasControls()?.focus(id)
}

interface EntryProps {
  readonly found: Found
  readonly folded: boolean
  readonly first?: boolean
  /** Whether Tab stops here. */
  readonly stop: boolean
}

function Entry({ found, folded, first, stop }: EntryProps) {
  const { kind, product } = found
  const title = product?.title ?? kind.title
  const standing = useStanding(product?.id)
  const said = standing === undefined ? '' : ` ${standingWords(standing)}`
  const tip = product === undefined ? kind.summary : `${product.title}, ${product.vendor}. ${kind.title}.${said}`
  return (
    <Tip text={folded ? `${kind.title}. ${kind.summary}` : tip} side="right">
      <button
        type="button"
        className={classNames('palette-kind', product !== undefined && 'palette-product')}
        aria-label={
          product === undefined ? `Add ${title}` : `Add ${title} as ${kind.title}.${said}`.replace(/\.$/u, '')
        }
        data-kind={kind.id}
        data-product={product?.id}
        data-first={first}
        tabIndex={stop ? 0 : -1}
        draggable
        onClick={({ detail }) => add(found, detail)}
        onDragStart={(event) => startKindDrag(event.dataTransfer, kind.id, product?.id)}
      >
        <KindIcon kind={kind.id} size={16} />
        {folded ? null : product === undefined ? (
          <span className="ellipsis">{title}</span>
        ) : (
          <span className="palette-names">
            <span className="ellipsis">{title}</span>
            <small className="ellipsis">
              {standing === undefined ? kind.title : `${standingWord(standing)} · ${kind.title}`}
            </small>
          </span>
        )}
        {folded || standing === undefined ? null : <StandingMark standing={standing} />}
      </button>
    </Tip>
  )
}
