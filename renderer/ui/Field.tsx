import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names.ts'

interface FieldRowProps {
  readonly label: string
  /** Longer explanation, on hover of the label. */
  readonly help?: string | undefined
  /** Small type under the control: where a default comes from. */
  readonly note?: ReactNode
  /** Controls at the right of the label. */
  readonly aside?: ReactNode
  /** Label above the control instead of beside it. */
  readonly wide?: boolean
  readonly children: (id: string) => ReactNode
}

/** A label with its control. The control gets the id that ties the two together. */
export function FieldRow({ label, help, note, aside, wide, children }: FieldRowProps) {
  const id = useId()
  return (
    <div className={classNames('ui-field', wide === true && 'ui-field-wide')}>
      <div className="ui-field-label">
        <label htmlFor={id} title={help ?? label}>
          {label}
        </label>
      </div>
      <div className="ui-field-control">
        {children(id)}
        {aside}
      </div>
      {note === undefined || note === null ? null : <div className="ui-field-note">{note}</div>}
    </div>
  )
}

/** A titled part of a panel that folds. */
export function Group({
  title,
  aside,
  open = true,
  children,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly open?: boolean
  readonly children: ReactNode
}) {
  return (
    <details className="ui-group" open={open}>
      <summary className="ui-group-head">
        <span className="ui-group-title">{title}</span>
        {aside === undefined ? null : <span className="ui-group-aside">{aside}</span>}
      </summary>
      <div className="ui-group-body">{children}</div>
    </details>
  )
}
