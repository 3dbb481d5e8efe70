import './quick-add.css'
import { Command } from 'cmdk'
import { MoveRight } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useRef, useState } from 'react'
import type { Component, Design, Id } from '../../shared/design/design.ts'
import { known } from '../../shared/design/value.ts'
import { findKind, findProduct, kinds, products } from '../../shared/kinds/index.ts'
import { takesArrows, whyNotConnect } from '../../shared/kinds/connectable.ts'
import { type Neighbours, usualBetween, usualness } from '../../shared/kinds/usual-neighbours.ts'
import { Icon } from '../ui/Icon.tsx'
import { useDesign } from '../store/design-store.ts'
import type { QuickAdd as Wanted } from '../store/view-parts.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { addKind, connect } from './canvas-edits.ts'
import { canvasControls } from './canvas-store.ts'
import type { Found } from '../panels/palette/search-kinds.ts'
import { families, searchCatalogue } from '../panels/palette/search-kinds.ts'

const listed = kinds.filter((kind) => !kind.traits.includes('unknown-kind'))

/**
 * A list of kinds where the hand is: opened by `/`, by Ctrl and an arrow key, by a double click, or by an arrow let go
 * over empty canvas. What may not take the other end of the arrow is not in it.
 */
export function QuickAdd() {
  const wanted = useView((view) => view.quickAdd)
  if (wanted === undefined) return null
  return <QuickAddList key={`${wanted.from ?? ''}:${wanted.to ?? ''}:${wanted.at?.x ?? ''}`} wanted={wanted} />
}

function QuickAddList({ wanted }: { readonly wanted: Wanted }) {
  const [search, setSearch] = useState('')
  const [more, setMore] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const shiftHeld = useRef(false)
  const other = wanted.from ?? wanted.to
  const otherName = useDesign((design) => design.components?.find((component) => component.id === other)?.name)
  const screen = wanted.screen ?? { x: window.innerWidth / 2 - 160, y: window.innerHeight / 4 }
  const close = (): void => {
    // The list is still there when the canvas takes the focus, and would close once more over that, without end.
    if (viewStore.getState().quickAdd === undefined) return
    viewStore.getState().set({ quickAdd: undefined })
    canvasControls()?.focus()
  }
  const done = (): void => {
    // One arrow after another from the same component: with Shift the list stays for the next.
    if (!shiftHeld.current) {
      close()
      return
    }
    setMore(true)
    setSearch('')
  }
  const add = ({ kind, product }: Found): void => {
    const { at, onArrow, ...beside } = wanted
    const spot = more ? beside : { ...beside, ...(at && { at }), ...(onArrow !== undefined && { onArrow }) }
    addKind(kind.id, { ...spot, ...(product === undefined ? {} : { product: product.id }) })
    done()
  }
  // An arrow that is let go over empty ground asks for something new: whoever means a card lets go over it.
  const isDropped = wanted.at !== undefined && !more
  const existing = (which: ExistingProps['which']) =>
    other === undefined ? null : <Existing other={other} wanted={wanted} search={search} which={which} done={done} />
  const offered = other === undefined ? listed : listed.filter(takesArrows)
  const ends = useDesign((design) => endsOf(design, wanted))
  const usual = usualBetween(offered, kindsOf(ends)).slice(0, mostUsual)
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : close())}>
      <Popover.Anchor style={{ position: 'fixed', left: screen.x, top: screen.y }} />
      <Popover.Portal>
        <Popover.Content
          className="quick-add"
          align="start"
          side="bottom"
          collisionPadding={12}
          aria-label="Add a component"
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Command
            loop
            shouldFilter={false}
            label="Add a component"
            onKeyDownCapture={(event) => (shiftHeld.current = event.shiftKey)}
            onClickCapture={(event) => (shiftHeld.current = event.shiftKey)}
          >
            <Command.Input
              className="quick-add-input"
              placeholder={question(wanted, otherName)}
              value={search}
              onValueChange={(value) => {
                setSearch(value)
                list.current?.scrollTo(0, 0)
              }}
            />
            <Command.List ref={list} className="quick-add-list">
              <Command.Empty className="quick-add-empty">Nothing is called that. Try “store” or “model”.</Command.Empty>
              {isDropped ? null : existing(search === '' ? 'likely' : 'all')}
              {search === '' && usual.length > 0 ? (
                <Command.Group heading="Usual here" className="quick-add-group">
                  {usual.map((kind) => (
                    <KindItem key={kind.id} found={{ kind }} add={add} among="usual" />
                  ))}
                </Command.Group>
              ) : null}
              {search === '' ? (
                families.map(({ family, word }) => (
                  <Command.Group key={family} heading={word} className="quick-add-group">
                    {offered
                      .filter((kind) => kind.family === family)
                      .map((kind) => (
                        <KindItem key={kind.id} found={{ kind }} add={add} />
                      ))}
                  </Command.Group>
                ))
              ) : (
                <Command.Group
                  heading={other === undefined ? 'Components' : 'New component'}
                  className="quick-add-group"
                >
                  {searchCatalogue(offered, products, search).map((found) => (
                    <KindItem key={`${found.kind.id} ${found.product?.id ?? ''}`} found={found} add={add} />
                  ))}
                </Command.Group>
              )}
              {isDropped ? existing('all') : search === '' ? existing('others') : null}
            </Command.List>
            <p className="quick-add-foot">
              <kbd>Enter</kbd> adds <span aria-hidden>·</span> <kbd>Shift+Enter</kbd>{' '}
              {other === undefined ? 'adds and asks for the next' : `adds and stays at ${otherName}`}
            </p>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** A handful to choose from at one look. */
const mostUsual = 6

/** The kinds at the ends of the arrows that the newcomer gets, as one text: what stands still is not drawn again. */
function endsOf({ components = [], flows = [] }: Design, { from, to, onArrow }: Wanted): string {
  const arrow = flows.find(({ id }) => id === onArrow)
  const kindOf = (wanted: Id | undefined): string => components.find(({ id }) => id === wanted)?.kind ?? ''
  return `${kindOf(arrow?.from ?? from)} ${kindOf(arrow?.to ?? to)}`
}

function kindsOf(ends: string): Neighbours {
  const [from, to] = ends.split(' ').map((id) => (id === '' ? undefined : findKind(id)))
  return { from, to }
}

function question({ from, onArrow }: Wanted, otherName: string | undefined): string {
  if (onArrow !== undefined) return 'Insert on this arrow'
  if (otherName === undefined) return 'Add a component'
  return from === undefined ? `Connect to ${otherName} from` : `Connect ${otherName} to`
}

interface KindItemProps {
  readonly found: Found
  readonly add: (found: Found) => void
  /** Which list it is in, where the same kind is in another one as well. */
  readonly among?: string
}

function KindItem({ found, add, among = '' }: KindItemProps) {
  const { kind, product } = found
  const value = `${among} ${kind.id} ${product?.id ?? ''}`.trim()
  return (
    <Command.Item value={value} className="quick-add-item" onSelect={() => add(found)}>
      <span className="kind-icon" data-family={kind.family}>
        <Icon name={kind.icon} size={16} />
      </span>
      <span className="ellipsis">{product?.title ?? kind.title}</span>
      {product === undefined ? null : <span className="entry-hint">{kind.title}</span>}
    </Command.Item>
  )
}

interface ExistingProps {
  readonly other: Id
  readonly wanted: Wanted
  readonly search: string
  /** Those that are usually joined there and are not yet, or the rest of them. */
  readonly which: 'all' | 'likely' | 'others'
  readonly done: () => void
}

/** By its name, its kind and its product: whoever chose "Weaviate" finds the store by it again. */
function calledLike({ name, kind, product }: Component): string {
  return `${name} ${findKind(kind).title} ${findProduct(known(product))?.title ?? ''}`.toLowerCase()
}

/** What is not joined yet and usually stands at that end, the likeliest first: so many as are seen at one look. */
function likeliest(
  { components = [], flows = [] }: Design,
  fitting: readonly Component[],
  ends: (id: Id) => readonly [Id, Id],
): readonly Component[] {
  const kindOf = new Map(components.map(({ id, kind }) => [id, findKind(kind)]))
  const joined = new Set(flows.map(({ from, to }) => `${from} ${to}`))
  const likelihood = (id: Id): number => {
    const [from, to] = ends(id)
    const [caller, callee] = [kindOf.get(from), kindOf.get(to)]
    if (caller === undefined || callee === undefined || joined.has(`${from} ${to}`)) return 0
    return usualness(caller, callee)
  }
  return fitting
    .map((component) => ({ component, score: likelihood(component.id) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostUsual)
    .map(({ component }) => component)
}

/** The components that are there already: how one connects two of them by keyboard. */
function Existing({ other, wanted, search, which, done }: ExistingProps) {
  const design = useDesign((one) => one)
  const words = search.toLowerCase().split(/\s+/)
  const ends = (id: Id) => (wanted.from === undefined ? ([id, other] as const) : ([other, id] as const))
  const fitting = (design.components ?? []).filter(
    (component) =>
      words.every((word) => calledLike(component).includes(word)) &&
      whyNotConnect(design, ...ends(component.id)) === undefined,
  )
  const likely = which === 'all' ? [] : likeliest(design, fitting, ends)
  const found = which === 'all' ? fitting : which === 'likely' ? likely : fitting.filter((one) => !likely.includes(one))
  if (found.length === 0) return null
  return (
    <Command.Group heading={which === 'others' ? 'Others on the canvas' : 'On the canvas'} className="quick-add-group">
      {found.map((component) => (
        <Command.Item
          key={component.id}
          value={component.id}
          className="quick-add-item"
          onSelect={() => {
            connect(...ends(component.id))
            done()
          }}
        >
          <MoveRight size={16} className="muted" aria-hidden />
          <span className="ellipsis">{component.name}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}
