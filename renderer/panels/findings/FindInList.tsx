import { SearchField } from '../../ui/index.ts'

interface FindInListProps {
  readonly words: string
  readonly onWords: (words: string) => void
}

/** Words that narrow a list; Esc takes them back before it does anything else. */
export function FindInList({ words, onWords }: FindInListProps) {
  return (
    <SearchField
      className="findings-search"
      label="Find in the list"
      placeholder="Find"
      value={words}
      onChange={onWords}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || words === '') return
        event.stopPropagation()
        onWords('')
      }}
    />
  )
}
