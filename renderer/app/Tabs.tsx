import { ChevronDown, Library, Plus } from 'lucide-react'
import type { Id } from '../../shared/design/design.ts'
import type { OpenTab } from '../store/open-designs.ts'
import { activateDesign, useOpenDesigns } from '../store/open-designs.ts'
import { IconButton, Menu } from '../ui/index.ts'
import { runCommand } from './commands/run.ts'
import { DesignTab } from './DesignTab.tsx'
import { useShortcutWords } from './keys.ts'
import { useTabsInSight } from './use-tabs-in-sight.ts'

/** More tabs than this may not all be in sight: a list has every one of them. */
const mostInSight = 3

/** The library and the open designs. */
export function Tabs() {
  const tabs = useTabsInSight()
  const active = useOpenDesigns((state) => state.active)
  const newKeys = useShortcutWords('file.new')
  return (
    <nav className="tabs" aria-label="Open designs">
      <button
        type="button"
        className="tab tab-library"
        aria-current={active === undefined ? 'page' : undefined}
        onClick={() => activateDesign(undefined)}
      >
        <Library size={14} aria-hidden />
        Library
      </button>
      {tabs.map((tab) => (
        <DesignTab key={tab.id} tab={tab} active={tab.id === active} />
      ))}
      <span className="tabs-end">
        {tabs.length > mostInSight ? <AllTabs tabs={tabs} active={active} /> : null}
        <IconButton label="New design" icon={Plus} shortcut={newKeys} onClick={() => runCommand('file.new')} />
      </span>
    </nav>
  )
}

function AllTabs({ tabs, active }: { readonly tabs: readonly OpenTab[]; readonly active: Id | undefined }) {
  return (
    <Menu
      align="start"
      trigger={<IconButton label="All open designs" icon={ChevronDown} />}
      entries={tabs.map(({ id, parked }) => ({
        label: parked.document.name,
        checked: id === active,
        onSelect: () => activateDesign(id),
      }))}
    />
  )
}
