import { Command } from 'cmdk'
import { Popover } from 'radix-ui'
import { useRef, useState } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { kinds, products } from '../../shared/kinds/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { useDesign } from '../store/design-store.ts'
import type { QuickAdd as Wanted } from '../store/view-store.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { addKind, connect } from './canvas-edits.ts'
import { canvasControls } from './canvas-store.ts'
import type { Found } from '../panels/palette/search-kinds.ts'
import { families, searchCatalogue } from '../panels/palette/search-kinds.ts'

const listed = kinds.filter((kind) => !kind.traits.includes('unknown-kind'))

/** A list of kinds where the hand is: opened by `/`, by a double click, or by an arrow let go over empty canvas. */
export function QuickAdd() {
  const wanted = useView((view) => view.quickAdd)
  if (wanted === undefined) return null
  return <QuickAddList key={`${wanted.from ?? ''}:${wanted.to ?? ''}:${wanted.at?.x ?? ''}`} wanted={wanted} />
}

function QuickAddList({ wanted }: { readonly wanted: Wanted }) {
  const [search, setSearch] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const other = wanted.from ?? wanted.to
  const otherName = useDesign((design) => design.components?.find((component) => component.id === other)?.name)
  const screen = wanted.screen ?? { x: window.innerWidth / 2 - 160, y: window.innerHeight / 4 }
  const close = (): void => {
    viewStore.getState().set({ quickAdd: undefined })
    canvasControls()?.focus()
  }
  const add = ({ kind, product }: Found): void => {
    addKind(kind.id, { ...wanted, ...(product === undefined ? {} : { product: product.id }) })
    close()
  }
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
        >
          <Command loop shouldFilter={false} label="Add a component">
            <Command.Input
              className="quick-add-input"
              placeholder={otherName === undefined ? 'Add a component' : `Connect ${otherName} to`}
              value={search}
              onValueChange={(value) => {
                setSearch(value)
                list.current?.scrollTo(0, 0)
              }}
            />
            <Command.List ref={list} className="quick-add-list">
              <Command.Empty className="quick-add-empty">Nothing is called that. Try "store" or "model".</Command.Empty>
              {other === undefined ? null : <Existing other={other} wanted={wanted} search={search} close={close} />}
              {search === '' ? (
                families.map(({ family, word }) => (
                  <Command.Group key={family} heading={word} className="quick-add-group">
                    {listed
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
                  {searchCatalogue(listed, products, search).map((found) => (
                    <KindItem key={`${found.kind.id} ${found.product?.id ?? ''}`} found={found} add={add} />
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function KindItem({ found, add }: { readonly found: Found; readonly add: (found: Found) => void }) {
  const { kind, product } = found
  const value = product === undefined ? kind.id : `${kind.id} ${product.id}`
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
  readonly close: () => void
}

/** The components that are there already: how one connects two of them by keyboard. */
function Existing({ other, wanted, search, close }: ExistingProps) {
  const components = useDesign((design) => design.components)
  const text = search.toLowerCase()
  const found = (components ?? []).filter(
    (component) => component.id !== other && component.name.toLowerCase().includes(text),
  )
  if (found.length === 0) return null
  return (
    <Command.Group heading="On the canvas" className="quick-add-group">
      {found.map((component) => (
        <Command.Item
          key={component.id}
          value={component.id}
          className="quick-add-item"
          onSelect={() => {
            if (wanted.from === undefined) connect(component.id, other)
            else connect(other, component.id)
            close()
          }}
        >
          <Icon name="arrow-right" size={16} className="muted" />
          <span className="ellipsis">{component.name}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}
