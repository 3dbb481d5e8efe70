import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Tip } from './Tip.tsx'

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone
  readonly icon?: LucideIcon
  readonly large?: boolean
}

/** A command with a word. `primary` at most once in a view; `quiet` has no frame until pointed at. */
export function Button({ tone = 'plain', icon: Icon, large, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classNames('ui-button', `ui-button-${tone}`, large && 'ui-button-large', className)}
      {...rest}
    >
      {Icon === undefined ? null : <Icon size={14} aria-hidden />}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Read aloud, and shown on hover. */
  readonly label: string
  readonly icon: LucideIcon
  readonly shortcut?: string | undefined
  readonly pressed?: boolean
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
}

/** A command with an icon alone; its word shows on hover. */
export function IconButton({ label, icon: Icon, shortcut, pressed, side, className, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} shortcut={shortcut} {...(side === undefined ? {} : { side })}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={classNames('ui-icon-button', className)}
        {...rest}
      >
        <Icon size={16} aria-hidden />
      </button>
    </Tip>
  )
}

/** A button that reads as text: a name that selects, a number that says why. */
export function LinkButton({
  className,
  children,
  ...rest
}: ComponentProps<'button'> & { readonly children: ReactNode }) {
  return (
    <button type="button" className={classNames('ui-link', className)} {...rest}>
      {children}
    </button>
  )
}
