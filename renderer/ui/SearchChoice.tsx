import { Command } from 'cmdk'
import { Check, ChevronDown } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ChoiceOption } from './Choice.tsx'
import { classNames } from './class-names.ts'

export interface SearchedOption extends ChoiceOption {
  readonly icon?: ReactNode
}

export interface OptionGroup {
  readonly heading?: string
  readonly options: readonly SearchedOption[]
}

interface SearchChoiceProps {
  readonly id?: string
  readonly label?: string
  /** Undefined: nothing chosen; the placeholder shows. */
  readonly value: string | undefined
  /** What stands for the value while the list is closed. */
  readonly shown: string | undefined
  readonly placeholder?: string
  /** What the search field asks for: "Find a product". */
  readonly searchLabel: string
  /** The options that match a text, best first; all of them, in their groups, for an empty one. */
  readonly find: (text: string) => readonly OptionGroup[]
  readonly nothingFound: string
  readonly onChange: (value: string) => void
  /** An entry that takes the choice back, with this word. */
  readonly clearLabel?: string
  readonly onClear?: () => void
  readonly onOpen?: () => void
  readonly className?: string
  readonly quiet?: boolean
}

/** One of a long list: typed for, or walked with the arrow keys group by group. */
export function SearchChoice(props: SearchChoiceProps) {
  const { id, label, value, shown, placeholder, onOpen, className, quiet } = props
  const [open, setOpen] = useState(false)
  const list = useId()
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        if (next) onOpen?.()
        setOpen(next)
      }}
    >
      <Popover.Trigger asChild>
        <button
          id={id}
          type="button"
          // A select cannot be typed into; this opens a list that can.
          // eslint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="combobox"
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={list}
          className={classNames(
            'ui-input',
            'ui-choice',
            value === undefined && 'ui-choice-open',
            quiet === true && 'ui-input-quiet',
            className,
          )}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            onOpen?.()
            setOpen(true)
          }}
        >
          <span className="ellipsis">{shown ?? placeholder ?? 'Choose...'}</span>
          <ChevronDown className="ui-choice-icon" size={14} aria-hidden />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          id={list}
          className="ui-menu ui-search-menu"
          aria-label={props.searchLabel}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <SearchList {...props} close={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function SearchList({
  value,
  searchLabel,
  find,
  nothingFound,
  onChange,
  clearLabel,
  onClear,
  close,
}: SearchChoiceProps & { readonly close: () => void }) {
  const [search, setSearch] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const choose = (option: string): void => {
    close()
    if (option !== value) onChange(option)
  }
  return (
    <Command loop shouldFilter={false} label={searchLabel} {...(value === undefined ? {} : { defaultValue: value })}>
      <Command.Input
        className="ui-search-input"
        placeholder={searchLabel}
        value={search}
        onValueChange={(text) => {
          setSearch(text)
          list.current?.scrollTo(0, 0)
        }}
      />
      <Command.List ref={list} className="ui-search-list" label={searchLabel}>
        <Command.Empty className="ui-menu-empty">{nothingFound}</Command.Empty>
        {find(search).map(({ heading, options }) => (
          <Command.Group key={heading ?? ''} heading={heading} className="ui-search-group">
            {options.map((option) => (
              <Command.Item
                key={option.value}
                value={option.value}
                className="ui-menu-item"
                onSelect={() => choose(option.value)}
              >
                <span className="ui-menu-mark">{option.value === value ? <Check size={14} aria-hidden /> : null}</span>
                {option.icon}
                <span className="ui-menu-label">{option.label}</span>
                {option.hint === undefined ? null : <span className="ui-menu-hint">{option.hint}</span>}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {onClear === undefined || value === undefined || search !== '' ? null : (
          <Command.Item
            value="not chosen"
            className="ui-menu-item"
            onSelect={() => {
              close()
              onClear()
            }}
          >
            <span className="ui-menu-mark" />
            <span className="ui-menu-label">{clearLabel ?? 'Not stated'}</span>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  )
}
