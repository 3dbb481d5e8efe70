import { X } from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import { editDesign, isEdited, useDesignState } from '../store/design-store.ts'
import type { OpenTab } from '../store/open-designs.ts'
import { activateDesign, closeDesign } from '../store/open-designs.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { NameField } from '../ui/index.ts'
import { CommandMenu } from './CommandMenu.tsx'
import { runCommand } from './commands/run.ts'
import { commandOfKey } from './keys.ts'

const menuSections: readonly (readonly CommandId[])[] = [
  ['file.rename-design', 'file.duplicate-design', 'file.show-in-library', 'view.compare'],
  ['file.save', 'file.save-as'],
  ['file.close-design', 'file.close-others', 'file.close-right'],
]

/** The tab of an open design. A double click types its name; the right button has what can be done with it. */
export function DesignTab({ tab, active }: { readonly tab: OpenTab; readonly active: boolean }) {
  const liveName = useDesignState((state) => state.document.name)
  const liveEdited = useDesignState(isEdited)
  const renaming = useView((view) => view.renamingDesign) && active
  const room = useView((view) => view.roomMode)
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | undefined>(undefined)
  const place = useRef<HTMLSpanElement>(null)
  // One of many open designs may lie beyond the edge of the row.
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active])
  const button = useRef<HTMLButtonElement>(null)
  const wasRenaming = useRef(false)
  // Enter and Esc leave the field, and the keyboard goes on from the tab.
  useEffect(() => {
    if (wasRenaming.current && !renaming && document.activeElement === document.body) button.current?.focus()
    wasRenaming.current = renaming
  }, [renaming])
  const name = active ? liveName : tab.parked.document.name
  const edited = active ? liveEdited : isEdited(tab.parked)
  const openMenu = (event: MouseEvent): void => {
    // In the field the system's own menu cuts and pastes.
    if (renaming) return
    event.preventDefault()
    // The commands are about the design in front.
    if (!active) activateDesign(tab.id)
    setMenu({ x: event.clientX, y: event.clientY })
  }
  return (
    <span
      ref={place}
      className="tab"
      data-active={active}
      onAuxClick={(event) => (event.button === 1 ? closeDesign(tab.id) : undefined)}
      onContextMenu={openMenu}
    >
      {renaming ? (
        <RenameField name={name} />
      ) : (
        <button
          ref={button}
          type="button"
          className="tab-name"
          aria-current={active ? 'page' : undefined}
          title={room || tab.file === undefined ? name : `${name}\n${tab.file.folder}/${tab.file.fileName}`}
          onClick={() => activateDesign(tab.id)}
          onDoubleClick={() => runCommand('file.rename-design')}
          onKeyDown={renameByKey}
        >
          <span className="ellipsis">{name}</span>
          {edited ? <i className="tab-dot" title="The linked file lags behind" /> : null}
        </button>
      )}
      <button type="button" className="tab-close" aria-label={`Close ${name}`} onClick={() => closeDesign(tab.id)}>
        <X size={12} aria-hidden />
      </button>
      {menu === undefined ? null : (
        <CommandMenu place={menu} sections={menuSections} onClose={() => setMenu(undefined)} />
      )}
    </span>
  )
}

/** Where the focus is on a tab, the keys that rename on the canvas rename the design. */
function renameByKey(event: KeyboardEvent): void {
  if (commandOfKey(event.nativeEvent) !== 'edit.rename') return
  event.preventDefault()
  runCommand('file.rename-design')
}

function RenameField({ name }: { readonly name: string }) {
  return (
    <NameField
      ref={selectAll}
      quiet={false}
      className="tab-rename"
      aria-label="Name of the design"
      value={name}
      onCommit={(next) => editDesign('Rename the design', (design) => ({ ...design, name: next }))}
      onBlurCapture={() => viewStore.getState().set({ renamingDesign: false })}
    />
  )
}

function selectAll(field: HTMLInputElement | null): void {
  field?.select()
}
