import { Tabs as RadixTabs } from 'radix-ui'
import type { ReactNode } from 'react'

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

export function TabList({ label, tabs, value, onChange, children, end }: TabListProps) {
  return (
    <RadixTabs.Root className="ui-tabs" value={value} onValueChange={onChange}>
      <div className="ui-tab-row">
        <RadixTabs.List className="ui-tab-list" aria-label={label}>
          {tabs.map((tab) => (
            <RadixTabs.Trigger key={tab.id} value={tab.id} className="ui-tab">
              {tab.label}
              {tab.count === undefined || tab.count === 0 ? null : <span className="ui-count">{tab.count}</span>}
            </RadixTabs.Trigger>
          ))}
        </RadixTabs.List>
        {end === undefined ? null : <div className="ui-tab-end">{end}</div>}
      </div>
      <RadixTabs.Content value={value} className="ui-tab-content" tabIndex={-1}>
        {children}
      </RadixTabs.Content>
    </RadixTabs.Root>
  )
}
