import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import { giveFocusBack } from './focus-return.ts'

interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly width?: number
  /** As high as the window allows: a screen of its own, whose parts scroll by themselves. */
  readonly high?: boolean
}

/** Only where nothing inline, no popover and no undo will do. */
export function Dialog({ title, open, onOpenChange, children, footer, width = 480, high }: DialogProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="ui-dialog-back" />
        <RadixDialog.Content
          className={high === true ? 'ui-dialog ui-dialog-high' : 'ui-dialog'}
          style={{ width }}
          aria-describedby={undefined}
          // The first Escape belongs to a field that is being typed in, and takes that back.
          onEscapeKeyDown={(event) => {
            if (event.target instanceof Element && event.target.closest('[data-keeps-escape]') !== null)
              event.preventDefault()
          }}
          // Not on the first button: its tip would open, and the first Esc would close the tip only.
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={giveFocusBack}
        >
          <header className="ui-dialog-head">
            <RadixDialog.Title className="ui-dialog-title">{title}</RadixDialog.Title>
            <IconButton label="Close" icon={X} onClick={() => onOpenChange(false)} />
          </header>
          {/* Long texts without a control in them are scrolled with the keys as well. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className="ui-dialog-body" aria-label={title} tabIndex={0}>
            {children}
          </section>
          {footer === undefined ? null : <footer className="ui-dialog-foot">{footer}</footer>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
