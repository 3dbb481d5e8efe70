import { useId } from 'react'
import type { OpenPlace } from '../../shared/documents/choices/open-places.ts'
import { useDesignState } from '../store/design-store.ts'
import { Button, DateField } from '../ui/index.ts'
import { useDrafts } from '../store/drafts.ts'
import { answer } from './export-store.ts'

/** More questions of one kind than this are folded. */
const mostOpen = 6

/** Everything that the document has words for and nobody has said; the answers go into the design together. */
export function NeedsForm({ needs }: { readonly needs: readonly OpenPlace[] }) {
  const [drafts, setDraft] = useDrafts()
  const readOnly = useDesignState((state) => state.readOnly)
  const topics = [...new Set(needs.map(({ topic }) => topic))]
  const answered = needs.filter(({ key }) => (drafts[key] ?? '').trim() !== '')
  const send = (): void => answer(answered.map((place) => ({ place, words: drafts[place.key] ?? '' })))
  if (readOnly) return <p className="muted">The design is open for reading only: its answers cannot be taken down.</p>
  return (
    <form
      className="export-needs"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {topics.map((topic) => {
        const own = needs.filter((need) => need.topic === topic)
        return (
          <details key={topic} open={own.length <= mostOpen}>
            <summary>
              {topic} <span className="muted">{own.length}</span>
            </summary>
            {own.map((need) => (
              <NeedField
                key={need.key}
                need={need}
                value={drafts[need.key] ?? ''}
                onChange={(words) => setDraft(need.key, words)}
              />
            ))}
          </details>
        )
      })}
      <Button type="submit" disabled={answered.length === 0}>
        {answered.length < 2 ? 'Write the answer into the design' : `Write ${answered.length} answers into the design`}
      </Button>
    </form>
  )
}

function NeedField({
  need: { question, who, type },
  value,
  onChange,
}: {
  readonly need: OpenPlace
  readonly value: string
  readonly onChange: (words: string) => void
}) {
  const id = useId()
  const field = { id, value, className: 'ui-input' }
  return (
    <div className="export-need">
      <label htmlFor={id}>{question}</label>
      {type === 'date' ? (
        <DateField id={id} value={value} onCommit={onChange} />
      ) : type === 'text' ? (
        <textarea
          {...field}
          className="ui-input ui-textarea"
          rows={2}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <input
          {...field}
          type="text"
          placeholder={type === 'names' ? 'Names, with commas between them' : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <span className="muted">Who would know: {who}</span>
    </div>
  )
}
