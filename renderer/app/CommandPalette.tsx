import { Command } from 'cmdk'
import { File, History, MoveRight, SquareDashed } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { startTransition, useEffect, useMemo, useState } from 'react'
import type { Design, Id } from '../../shared/design/design.ts'
import { nameOf } from '../../shared/design/collections.ts'
import { commandGroups } from '../../shared/commands/command-shape.ts'
import { commands, findCommand } from '../../shared/commands.ts'
import { findKind } from '../../shared/kinds/index.ts'
import { canvasControls } from '../canvas/canvas-store.ts'
import { useDesign } from '../store/design-store.ts'
import { formatWhen } from '../library/format-when.ts'
import type { NamedDesign } from '../store/library.ts'
import type { OpenTab } from '../store/open-designs.ts'
import { activateDesign, useOpenDesigns } from '../store/open-designs.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { openedWorkspace } from '../store/workspace-store.ts'
import { Icon } from '../ui/Icon.tsx'
import { giveFocusBack } from '../ui/focus-return.ts'
import { isEnabled, runCommand } from './commands/run.ts'
import { shortcutWords } from './keys.ts'
import type { Findable } from './palette-entries.ts'
import { findEntries, firstEntries } from './palette-entries.ts'
import { openRecentDesign, useRecentDesigns } from './use-recent-designs.ts'
import { useTabsInSight } from './use-tabs-in-sight.ts'

/** Finds an element, an open design or a command, and goes there or runs it. */
export function CommandPalette() {
  const open = useView((view) => view.commandsOpen)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => viewStore.getState().set({ commandsOpen: next })}>
      <Dialog.Portal>
        <Dialog.Overlay className="palette-back" />
        <Dialog.Content
          className="command-palette"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            const chosen = found
            found = undefined
            if (chosen === undefined && giveFocusBack(event)) return
            // An element was chosen; or room mode, say, has taken away what had the keyboard before.
            event.preventDefault()
            canvasControls()?.focus(chosen)
          }}
        >
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

/** The element that was chosen, until the palette has gone: while it is open it keeps the focus to itself. */
let found: Id | undefined

function show(id: Id, around: readonly Id[] = [id]): void {
  viewStore.getState().select([id])
  canvasControls()?.fit(around)
  found = id
}

interface Entry extends Findable {
  readonly id: string
  readonly icon?: ReactNode
  readonly hint?: ReactNode
  readonly run: () => void
}

/** What the list shows without scrolling, and a few more. */
const firstSight = 24

/** Whether the rest of the list may be drawn: after the first sight of it, and never before a letter that was typed. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(true)), 150)
    return () => clearTimeout(timer)
  }, [])
  return settled
}

function Palette() {
  const [typed, setTyped] = useState('')
  const settled = useSettled()
  const design = useDesign((present) => present)
  const tabs = useTabsInSight()
  const recent = useRecentDesigns()
  const active = useOpenDesigns((state) => state.active)
  const sections = useMemo(
    () => [
      { title: 'In this design', entries: elementsOf(design) },
      { title: 'Open designs', entries: tabs.filter((tab) => tab.id !== active).map(designEntry) },
      { title: 'Recent designs', entries: recent.map(recentEntry) },
      ...Object.entries(commandGroups).map(([group, title]) => ({ title, entries: commandsOf(group, title) })),
    ],
    [design, tabs, active, recent],
  )
  const answers = useMemo(() => findEntries(sections, typed), [sections, typed])
  return (
    <Command loop label="Search or run" shouldFilter={false}>
      <Command.Input
        className="quick-add-input"
        placeholder="Search the design, or run a command"
        value={typed}
        onValueChange={setTyped}
      />
      <Command.List className="quick-add-list command-palette-list">
        <Command.Empty className="quick-add-empty">Nothing is called that.</Command.Empty>
        {(settled ? answers : firstEntries(answers, firstSight)).map(({ title, entries }) => (
          <Command.Group key={title} heading={title} className="quick-add-group">
            {entries.map(({ id, name, icon, hint, run }) => (
              <Command.Item
                key={id}
                className="quick-add-item"
                value={id}
                onSelect={() => {
                  close()
                  run()
                }}
              >
                {icon}
                <span className="ellipsis">{name}</span>
                {hint}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}

function elementsOf(design: Design): readonly Entry[] {
  const components = (design.components ?? []).map(({ id, name, kind: kindId }): Entry => {
    const kind = findKind(kindId)
    return {
      id,
      name,
      words: [kind.title, ...kind.keywords],
      icon: (
        <span className="kind-icon" data-family={kind.family}>
          <Icon name={kind.icon} size={16} />
        </span>
      ),
      hint: <span className="entry-hint">{kind.title}</span>,
      run: () => show(id),
    }
  })
  const boundaries = (design.boundaries ?? []).map(({ id, name }): Entry => ({
    id,
    name,
    icon: <SquareDashed size={16} className="muted" aria-hidden />,
    hint: <span className="entry-hint">Boundary</span>,
    run: () => show(id),
  }))
  const arrows = (design.flows ?? []).map(({ id, from, to }): Entry => ({
    id,
    name: nameOf(design, id),
    icon: <MoveRight size={16} className="muted" aria-hidden />,
    hint: <span className="entry-hint">Arrow</span>,
    run: () => show(id, [from, to]),
  }))
  return [...components, ...boundaries, ...arrows]
}

function designEntry({ id, parked }: OpenTab): Entry {
  return {
    id: `design ${id}`,
    name: parked.document.name,
    icon: <File size={16} className="muted" aria-hidden />,
    run: () => activateDesign(id),
  }
}

function recentEntry({ id, name, updatedAt }: NamedDesign): Entry {
  return {
    id: `recent ${id}`,
    name,
    words: ['recent', 'designs', 'open', 'library'],
    icon: <History size={16} className="muted" aria-hidden />,
    hint: <span className="entry-hint">{formatWhen(updatedAt, Date.now())}</span>,
    run: () => void openedWorkspace().then((workspaceId) => openRecentDesign(workspaceId, id)),
  }
}

function commandsOf(group: string, title: string): readonly Entry[] {
  return commands
    .map(({ id }) => findCommand(id))
    .filter((command) => command.group === group && isEnabled(command))
    .map((command) => ({
      id: `command ${command.id}`,
      name: command.label,
      words: [title, ...(command.words ?? [])],
      hint: <kbd className="entry-hint">{shortcutWords(command)}</kbd>,
      run: () => runCommand(command.id),
    }))
}
