import { ChevronDown, Library, Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Id } from '../../shared/design/design.ts'
import { useDesignState } from '../store/design-store.ts'
import { isEdited } from '../store/design-store.ts'
import type { OpenTab } from '../store/open-designs.ts'
import { activateDesign, closeDesign, useOpenDesigns } from '../store/open-designs.ts'
import { IconButton, Menu } from '../ui/index.ts'
import { runCommand } from './commands/run.ts'
import { useShortcutWords } from './keys.ts'

/** More tabs than this may not all be in sight: a list has every one of them. */
const mostInSight = 3

/** The library and the open designs. */
export function Tabs() {
  const tabs = useOpenDesigns((state) => state.tabs)
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

function DesignTab({ tab, active }: { readonly tab: OpenTab; readonly active: boolean }) {
  const liveName = useDesignState((state) => state.document.name)
  const liveEdited = useDesignState(isEdited)
  const place = useRef<HTMLSpanElement>(null)
  // One of many open designs may lie beyond the edge of the row.
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active])
  const name = active ? liveName : tab.parked.document.name
  const edited = active ? liveEdited : isEdited(tab.parked)
  return (
    <span
      ref={place}
      className="tab"
      data-active={active}
      onAuxClick={(event) => (event.button === 1 ? closeDesign(tab.id) : undefined)}
    >
      <button
        type="button"
        className="tab-name"
        aria-current={active ? 'page' : undefined}
        title={tab.file === undefined ? name : `${name}\n${tab.file.folder}/${tab.file.fileName}`}
        onClick={() => activateDesign(tab.id)}
      >
        <span className="ellipsis">{name}</span>
        {edited ? <i className="tab-dot" title="The linked file lags behind" /> : null}
      </button>
      <button type="button" className="tab-close" aria-label={`Close ${name}`} onClick={() => closeDesign(tab.id)}>
        <X size={12} aria-hidden />
      </button>
    </span>
  )
}
