import { ChevronsUpDown } from 'lucide-react'
import { Tabs as RadixTabs } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from './Button.tsx'
import { Menu } from './Floating.tsx'

export interface TabEntry {
  readonly id: string
  readonly label: string
  /** Shown beside the label when it is above zero. */
  readonly count?: number
}

interface TabListProps {
  readonly label: string
  readonly tabs: readonly TabEntry[]
  readonly value: string
  readonly onChange: (id: string) => void
  /** The open tab's content; the others are not kept alive. */
  readonly children: ReactNode
  /** Controls at the right end of the row of tabs. */
  readonly end?: ReactNode
}

/** A row of tabs; where it is too narrow it scrolls, and all of them are in a list at its end. */
export function TabList({ label, tabs, value, onChange, children, end }: TabListProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    row.current?.querySelector(`[data-tab="${value}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [value])
  const overflows = useOverflow(row)
  return (
    <RadixTabs.Root className="ui-tabs" value={value} onValueChange={onChange}>
      <div className="ui-tab-row">
        <RadixTabs.List ref={row} className="ui-tab-list" aria-label={label}>
          {tabs.map((tab) => (
            <RadixTabs.Trigger key={tab.id} value={tab.id} data-tab={tab.id} className="ui-tab">
              {tab.label}
              {tab.count === undefined || tab.count === 0 ? null : <span className="ui-count">{tab.count}</span>}
            </RadixTabs.Trigger>
          ))}
        </RadixTabs.List>
        <div className="ui-tab-end">
          {overflows ? (
            <Menu
              trigger={<IconButton label={`All ${label.toLowerCase()}`} icon={ChevronsUpDown} side="top" />}
              entries={tabs.map((tab) => ({
                label: tab.label,
                checked: tab.id === value,
                onSelect: () => onChange(tab.id),
              }))}
            />
          ) : null}
          {end}
        </div>
      </div>
      <RadixTabs.Content value={value} className="ui-tab-content" tabIndex={-1}>
        {children}
      </RadixTabs.Content>
    </RadixTabs.Root>
  )
}

/** Whether a row holds more than it shows: again when the window changes, and when a count makes a tab wider. */
function useOverflow(row: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const element = row.current
    if (element === null) return undefined
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const tab of element.children) observer.observe(tab)
    return () => observer.disconnect()
  }, [row])
  return overflows
}
