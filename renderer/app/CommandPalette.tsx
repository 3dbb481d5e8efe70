import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { nameOf } from '../../shared/design/collections.ts'
import type { CommandGroup } from '../../shared/command-shape.ts'
import { commandGroups } from '../../shared/command-shape.ts'
import { commands, findCommand } from '../../shared/commands.ts'
import { findKind } from '../../shared/kinds/index.ts'
import { canvasControls } from '../canvas/canvas-store.ts'
import { useDesign } from '../store/design-store.ts'
import { activateDesign, useOpenDesigns } from '../store/open-designs.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Icon } from '../ui/Icon.tsx'
import { isEnabled, runCommand } from './commands/run.ts'
import { shortcutWords } from './keys.ts'
import { rankEntry } from './rank-entry.ts'

/** Finds an element, an open design or a command, and goes there or runs it. */
export function CommandPalette() {
  const open = useView((view) => view.commandsOpen)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => viewStore.getState().set({ commandsOpen: next })}>
      <Dialog.Portal>
        <Dialog.Overlay className="palette-back" />
        <Dialog.Content className="command-palette" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">Search or run</Dialog.Title>
          <Palette />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function close(): void {
  viewStore.getState().set({ commandsOpen: false })
}

/** Values of entries carry an id after this sign: two may have one name, and nobody searches ids. */
const idSign = '\u0001'

function rank(value: string, typed: string, keywords?: string[]): number {
  return rankEntry(value.split(idSign)[0] ?? '', typed, keywords)
}

function Palette() {
  return (
    <Command loop label="Search or run" filter={rank}>
      <Command.Input className="quick-add-input" placeholder="Search the design, or run a command" />
      <Command.List className="quick-add-list command-palette-list">
        <Command.Empty className="quick-add-empty">Nothing is called that.</Command.Empty>
        <Elements />
        <Designs />
        {Object.entries(commandGroups).map(([group, title]) => (
          <Commands key={group} group={group} title={title} />
        ))}
      </Command.List>
    </Command>
  )
}

function Entry(props: {
  readonly value: string
  readonly keywords?: string[]
  readonly onSelect: () => void
  readonly children: ReactNode
}) {
  const { value, keywords, onSelect, children } = props
  return (
    <Command.Item
      className="quick-add-item"
      value={value}
      {...(keywords === undefined ? {} : { keywords })}
      onSelect={() => {
        close()
        onSelect()
      }}
    >
      {children}
    </Command.Item>
  )
}

function show(id: Id, around: readonly Id[] = [id]): void {
  viewStore.getState().select([id])
  canvasControls()?.fit(around)
}

function Elements() {
  const components = useDesign((design) => design.components)
  const boundaries = useDesign((design) => design.boundaries)
  const flows = useDesign((design) => design.flows)
  const design = useDesign((present) => present)
  return (
    <Command.Group heading="In this design" className="quick-add-group">
      {(components ?? []).map((component) => {
        const kind = findKind(component.kind)
        return (
          <Entry
            key={component.id}
            value={`${component.name}${idSign}${component.id}`}
            keywords={[kind.title, ...kind.keywords]}
            onSelect={() => show(component.id)}
          >
            <span className="kind-icon" data-family={kind.family}>
              <Icon name={kind.icon} size={16} />
            </span>
            <span className="ellipsis">{component.name}</span>
            <span className="entry-hint">{kind.title}</span>
          </Entry>
        )
      })}
      {(boundaries ?? []).map((boundary) => (
        <Entry key={boundary.id} value={`${boundary.name}${idSign}${boundary.id}`} onSelect={() => show(boundary.id)}>
          <Icon name="square-dashed" size={16} className="muted" />
          <span className="ellipsis">{boundary.name}</span>
          <span className="entry-hint">Boundary</span>
        </Entry>
      ))}
      {(flows ?? []).map((flow) => (
        <Entry
          key={flow.id}
          value={`${nameOf(design, flow.id)}${idSign}${flow.id}`}
          onSelect={() => show(flow.id, [flow.from, flow.to])}
        >
          <Icon name="arrow-right" size={16} className="muted" />
          <span className="ellipsis">{nameOf(design, flow.id)}</span>
          <span className="entry-hint">Arrow</span>
        </Entry>
      ))}
    </Command.Group>
  )
}

function Designs() {
  const tabs = useOpenDesigns((state) => state.tabs)
  const active = useOpenDesigns((state) => state.active)
  const others = tabs.filter((tab) => tab.id !== active)
  if (others.length === 0) return null
  return (
    <Command.Group heading="Open designs" className="quick-add-group">
      {others.map((tab) => (
        <Entry
          key={tab.id}
          value={`${tab.parked.document.name}${idSign}${tab.id}`}
          onSelect={() => activateDesign(tab.id)}
        >
          <Icon name="file" size={16} className="muted" />
          <span className="ellipsis">{tab.parked.document.name}</span>
        </Entry>
      ))}
    </Command.Group>
  )
}

function Commands({ group, title }: { readonly group: string; readonly title: string }) {
  const runnable = commands.filter((command) => command.group === group && isEnabled(findCommand(command.id)))
  if (runnable.length === 0) return null
  return (
    <Command.Group heading={title} className="quick-add-group">
      {runnable.map(({ id, label }) => (
        <Entry
          key={id}
          value={`${label}${idSign}${id}`}
          keywords={[commandGroups[group as CommandGroup], ...(findCommand(id).words ?? [])]}
          onSelect={() => runCommand(id)}
        >
          <span className="ellipsis">{label}</span>
          <kbd className="entry-hint">{shortcutWords(findCommand(id))}</kbd>
        </Entry>
      ))}
    </Command.Group>
  )
}
