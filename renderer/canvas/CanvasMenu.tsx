import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import { findCommand } from '../../shared/commands.ts'
import { isEnabled, runCommand } from '../app/commands/run.ts'
import { shortcutWords } from '../app/keys.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import type { XY } from './hit-test.ts'
import { menuCommands, menuSubject } from './menu-commands.ts'

/** The commands that make sense where the right button was pressed. */
export function CanvasMenu({ place, onClose }: { readonly place: XY; readonly onClose: () => void }) {
  const [subject] = useState(() => menuSubject(designStore.getState().design, viewStore.getState().selection))
  return (
    <DropdownMenu.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DropdownMenu.Trigger asChild>
        <span className="canvas-menu-spot" style={{ left: place.x, top: place.y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="ui-menu" align="start" sideOffset={2} collisionPadding={8}>
          {menuCommands[subject].map((ids, index) => (
            <Section key={ids[0]} ids={ids} first={index === 0} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Section({ ids, first }: { readonly ids: readonly CommandId[]; readonly first: boolean }) {
  return (
    <>
      {first ? null : <DropdownMenu.Separator className="ui-menu-line" />}
      {ids.map((id) => {
        const command = findCommand(id)
        return (
          <Line
            key={id}
            label={command.label}
            shortcut={shortcutWords(command)}
            disabled={!isEnabled(command)}
            run={() => runCommand(id)}
          />
        )
      })}
    </>
  )
}

interface LineProps {
  readonly label: string
  readonly shortcut: string | undefined
  readonly disabled?: boolean
  readonly run: () => void
}

function Line({ label, shortcut, disabled = false, run }: LineProps) {
  return (
    <DropdownMenu.Item
      className="ui-menu-item"
      disabled={disabled}
      // After the menu has gone, or the name field would lose the focus to it again.
      onSelect={() => setTimeout(run, 0)}
    >
      <span className="ui-menu-label">{label}</span>
      {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
    </DropdownMenu.Item>
  )
}
