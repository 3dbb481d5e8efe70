import { ChevronRight, type LucideIcon } from 'lucide-react'
import { DropdownMenu, Popover as RadixPopover } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface PopoverProps {
  readonly trigger: ReactNode
  readonly label: string
  readonly children: ReactNode
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly width?: number
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** A small surface beside what it explains or edits. */
export function Popover({
  trigger,
  label,
  children,
  align = 'end',
  side = 'bottom',
  width = 280,
  open,
  onOpenChange,
}: PopoverProps) {
  return (
    <RadixPopover.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          className="ui-popover"
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          style={{ width }}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  )
}

export interface MenuEntry {
  readonly label: string
  readonly icon?: LucideIcon
  readonly shortcut?: string | undefined
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly checked?: boolean
  readonly startsSection?: boolean
  readonly onSelect: () => void
  /** A list of its own beside this line; selecting the line opens it. */
  readonly entries?: readonly MenuEntry[]
}

interface MenuProps {
  readonly trigger: ReactNode
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'center' | 'end'
}

/** A short list of commands. */
export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="ui-menu" align={align} sideOffset={4} collisionPadding={8}>
          {entries.map((entry, index) => (
            <MenuLine key={`${index} ${entry.label}`} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function SubMenu({ entry }: { readonly entry: MenuEntry }) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="ui-menu-item" disabled={entry.disabled ?? false}>
        <span className="ui-menu-label">{entry.label}</span>
        <ChevronRight size={14} aria-hidden />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="ui-menu" sideOffset={2} collisionPadding={8}>
          {(entry.entries ?? []).map((each) => (
            <MenuLine key={each.label} entry={each} />
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  )
}

function MenuLine({ entry }: { readonly entry: MenuEntry }) {
  if (entry.entries !== undefined) {
    return (
      <>
        {entry.startsSection === true ? <DropdownMenu.Separator className="ui-menu-line" /> : null}
        <SubMenu entry={entry} />
      </>
    )
  }
  const Icon = entry.icon
  const marks = entry.checked === undefined ? null : entry.checked ? '✓' : ''
  return (
    <>
      {entry.startsSection === true ? <DropdownMenu.Separator className="ui-menu-line" /> : null}
      <DropdownMenu.Item
        className={classNames('ui-menu-item', entry.danger && 'ui-menu-danger')}
        disabled={entry.disabled ?? false}
        onSelect={entry.onSelect}
      >
        {marks === null ? null : <span className="ui-menu-mark">{marks}</span>}
        {Icon === undefined ? null : <Icon size={14} aria-hidden />}
        <span className="ui-menu-label">{entry.label}</span>
        {entry.shortcut === undefined ? null : <kbd>{entry.shortcut}</kbd>}
      </DropdownMenu.Item>
    </>
  )
}
