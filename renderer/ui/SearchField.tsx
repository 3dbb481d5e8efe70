import { Search } from 'lucide-react'
import { classNames } from './class-names.ts'

interface SearchFieldProps {
  /** What it finds: its name, and what stands in it while it is empty. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly className?: string
}

/** Words that narrow what is shown, at every letter. */
export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  return (
    <label className={classNames('ui-search', className)}>
      <Search size={14} aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  )
}
