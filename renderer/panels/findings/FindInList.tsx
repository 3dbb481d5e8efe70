import { Search } from 'lucide-react'

interface FindInListProps {
  readonly words: string
  readonly onWords: (words: string) => void
}

/** Words that narrow a list; Esc takes them back before it does anything else. */
export function FindInList({ words, onWords }: FindInListProps) {
  return (
    <span className="findings-search">
      <Search size={13} aria-hidden />
      <input
        type="text"
        className="ui-input"
        aria-label="Find in the list"
        placeholder="Find"
        spellCheck={false}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || words === '') return
          event.stopPropagation()
          onWords('')
        }}
      />
    </span>
  )
}
