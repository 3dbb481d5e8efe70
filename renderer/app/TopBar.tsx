import { ChevronDown, Redo2, Search, Share2, Undo2 } from 'lucide-react'
import { type Command, commands, findCommand } from '../../shared/commands.ts'
import { useDesignState } from '../store/design-store.ts'
import { useOpenDesigns } from '../store/open-designs.ts'
import { useShortcuts } from '../store/shortcut-store.ts'
import { useView } from '../store/view-store.ts'
import type { MenuEntry } from '../ui/index.ts'
import { Badge, IconButton, Menu } from '../ui/index.ts'
import { runCommand } from './commands/run.ts'
import { shortcutWords, useShortcutWords } from './keys.ts'
import { Logo } from './Logo.tsx'
import { Tabs } from './Tabs.tsx'

/** The name, the open designs, search, and what leaves the studio. */
export function TopBar() {
  const open = useDesignState((state) => state.open)
  const readOnly = useDesignState((state) => state.readOnly)
  const active = useOpenDesigns((state) => state.active)
  const roomMode = useView((view) => view.roomMode)
  const searchKeys = useShortcutWords('go.palette')
  // The menu shows them.
  useShortcuts((own) => own)
  return (
    <header className="top-bar">
      <Logo />
      <Tabs />
      <span className="top-space" />
      {readOnly ? <Badge tone="atRisk">Read only</Badge> : null}
      {roomMode ? <Badge tone="accent">Room mode</Badge> : null}
      {active === undefined ? null : <HistoryButtons />}
      <button
        type="button"
        className="search-button"
        aria-label="Search or run..."
        onClick={() => runCommand('go.palette')}
      >
        <Search size={14} aria-hidden />
        <span>Search or run...</span>
        <kbd>{searchKeys}</kbd>
      </button>
      {open ? (
        <Menu
          trigger={
            <button type="button" className="ui-button ui-button-primary">
              <Share2 size={14} aria-hidden />
              Share
              <ChevronDown size={12} aria-hidden />
            </button>
          }
          entries={shareEntries()}
        />
      ) : null}
    </header>
  )
}

/** The way out, short enough for the smallest window: what the menu's path names further is a list of its own. */
function shareEntries(): readonly MenuEntry[] {
  const shared = commands.filter((command) => command.group === 'share').map(({ id }) => findCommand(id))
  const groups = [...new Set(shared.map(({ menu }) => menu?.split('/')[1] ?? ''))]
  return groups.flatMap((group): readonly MenuEntry[] => {
    const own = shared.filter(({ menu }) => (menu?.split('/')[1] ?? '') === group).map(entryOf)
    return group === '' ? own : [{ label: group, onSelect: () => undefined, entries: own }]
  })
}

function entryOf(command: Command): MenuEntry {
  return {
    label: command.label,
    onSelect: () => runCommand(command.id),
    shortcut: shortcutWords(command),
    ...(command.startsSection === undefined ? {} : { startsSection: command.startsSection }),
  }
}

function HistoryButtons() {
  const undoLabel = useDesignState((state) => state.past.at(-1)?.label)
  const redoLabel = useDesignState((state) => state.future[0]?.label)
  const undoKeys = useShortcutWords('edit.undo')
  const redoKeys = useShortcutWords('edit.redo')
  return (
    <span className="history">
      <IconButton
        label={undoLabel === undefined ? 'Undo' : `Undo: ${undoLabel}`}
        icon={Undo2}
        shortcut={undoKeys}
        disabled={undoLabel === undefined}
        onClick={() => runCommand('edit.undo')}
      />
      <IconButton
        label={redoLabel === undefined ? 'Redo' : `Redo: ${redoLabel}`}
        icon={Redo2}
        shortcut={redoKeys}
        disabled={redoLabel === undefined}
        onClick={() => runCommand('edit.redo')}
      />
    </span>
  )
}
