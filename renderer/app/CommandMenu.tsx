import { DropdownMenu } from 'radix-ui'
import type { CommandId } from '../../shared/commands.ts'
import { findCommand } from '../../shared/commands.ts'
import { giveFocusBack } from '../ui/index.ts'
import { isEnabled, runCommand } from './commands/run.ts'
import { shortcutWords } from './keys.ts'

interface CommandMenuProps {
  /** Where on the screen it opens. */
  readonly place: { readonly x: number; readonly y: number }
  readonly sections: readonly (readonly CommandId[])[]
  readonly onClose: () => void
}

/** Commands in a menu where the right button was pressed, or the key for it; the focus goes back to where it was. */
export function CommandMenu({ place, sections, onClose }: CommandMenuProps) {
  return (
    <DropdownMenu.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DropdownMenu.Trigger asChild>
        <span className="command-menu-spot" style={{ left: place.x, top: place.y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="ui-menu"
          align="start"
          sideOffset={2}
          collisionPadding={8}
          onCloseAutoFocus={giveFocusBack}
        >
          {sections.map((ids, index) => (
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
      {ids.map((id) => (
        <Line key={id} id={id} />
      ))}
    </>
  )
}

function Line({ id }: { readonly id: CommandId }) {
  const command = findCommand(id)
  const shortcut = shortcutWords(command)
  return (
    <DropdownMenu.Item
      className="ui-menu-item"
      disabled={!isEnabled(command)}
      // After the menu has gone, or the name field would lose the focus to it again.
      onSelect={() => setTimeout(() => runCommand(id), 0)}
    >
      <span className="ui-menu-label">{command.label}</span>
      {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
    </DropdownMenu.Item>
  )
}
