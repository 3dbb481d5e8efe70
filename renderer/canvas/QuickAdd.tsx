import { Command } from 'cmdk'
import { Popover } from 'radix-ui'
import { useRef, useState } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { kinds } from '../../shared/kinds/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { useDesign } from '../store/design-store.ts'
import type { QuickAdd as Wanted } from '../store/view-store.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { addKind, connect } from './canvas-edits.ts'
import { canvasControls, canvasStore } from './canvas-store.ts'
import { families } from '../panels/palette/search-kinds.ts'

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
  const add = (kind: string): void => {
    addKind(kind, wanted)
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
          <Command loop label="Add a component">
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
              <Command.Empty className="quick-add-empty">No kind is called that. Try "store" or "model".</Command.Empty>
              {other === undefined ? null : <Existing other={other} wanted={wanted} close={close} />}
              {families.map(({ family, word }) => (
                <Command.Group key={family} heading={word} className="quick-add-group">
                  {listed
                    .filter((kind) => kind.family === family)
                    .map((kind) => (
                      <Command.Item
                        key={kind.id}
                        value={kind.title}
                        keywords={[...kind.keywords]}
                        className="quick-add-item"
                        onSelect={() => add(kind.id)}
                      >
                        <span className="kind-icon" data-family={kind.family}>
                          <Icon name={kind.icon} size={16} />
                        </span>
                        <span>{kind.title}</span>
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The components that are there already: how one connects two of them by keyboard. */
function Existing({
  other,
  wanted,
  close,
}: {
  readonly other: Id
  readonly wanted: Wanted
  readonly close: () => void
}) {
  const components = useDesign((design) => design.components)
  return (
    <Command.Group heading="On the canvas" className="quick-add-group">
      {(components ?? [])
        .filter((component) => component.id !== other && canvasStore.getState().places[component.id] !== undefined)
        .map((component) => (
          <Command.Item
            key={component.id}
            value={`${component.name} ${component.id}`}
            className="quick-add-item"
            onSelect={() => {
              if (wanted.from === undefined) connect(component.id, other)
              else connect(other, component.id)
              close()
            }}
          >
            <Icon name="arrow-right" size={16} className="muted" />
            <span>{component.name}</span>
          </Command.Item>
        ))}
    </Command.Group>
  )
}
