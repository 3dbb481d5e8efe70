import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

interface SearchFieldProps extends Pick<ComponentProps<'input'>, 'autoFocus' | 'onKeyDown' | 'ref'> {
  /** What it finds: its name, and what stands in it while it is empty. */
  readonly label: string
  /** Stands in it instead, where its place says already what it finds. */
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly className?: string
}

/** Words that narrow what is shown, at every letter. */
export function SearchField({ label, placeholder = label, onChange, className, ...input }: SearchFieldProps) {
  return (
    <label className={classNames('ui-search', className)}>
      <Search size={14} aria-hidden />
      <input
        {...input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}
