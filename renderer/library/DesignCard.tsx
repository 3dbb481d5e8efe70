import { Copy, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { StoredDesign } from '../store/stored.ts'
import { moneyFormatter, shownCurrency } from '../../shared/kinds/figures/money-format.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Badge, IconButton, Menu, SeverityMark, TextField } from '../ui/index.ts'
import { cardFacts } from './card-facts.ts'
import { formatWhen } from './format-when.ts'
import { openStored } from '../store/open-stored.ts'
import { copyStored, deleteStored, renameStored } from './library-actions.ts'
import { useNow } from './use-now.ts'
import { Thumbnail } from './Thumbnail.tsx'

/** A design of the library: a click opens it. */
export function DesignCard({ stored }: { readonly stored: StoredDesign }) {
  const [renaming, setRenaming] = useState(false)
  const readOnly = stored.readOnlyText !== undefined
  const wanted = useView((view) => view.wantedCard === stored.id)
  const card = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!wanted) return
    card.current?.scrollIntoView({ block: 'center' })
    card.current?.focus({ preventScroll: true })
    viewStore.getState().set({ wantedCard: undefined })
  }, [wanted])
  return (
    <li className="design-card" data-design={stored.id}>
      <button
        ref={card}
        type="button"
        className="design-card-open"
        aria-label={`Open ${stored.name}`}
        onClick={() => openStored(stored)}
      >
        <Thumbnail design={stored.document} />
      </button>
      <div className="design-card-foot">
        <div className="design-card-words">
          {renaming ? (
            <TextField
              ref={focusOnce}
              aria-label="Name of the design"
              value={stored.name}
              onCommit={(name) => void renameStored(stored, name)}
              onBlurCapture={() => setRenaming(false)}
            />
          ) : (
            <button
              type="button"
              className="design-card-name ellipsis"
              title={stored.name}
              onClick={() => openStored(stored)}
            >
              {stored.name}
            </button>
          )}
          <Numbers stored={stored} />
        </div>
        <Menu
          trigger={<IconButton label={`More about ${stored.name}`} icon={MoreHorizontal} />}
          entries={[
            ...(readOnly ? [] : [{ label: 'Rename', icon: Pencil, onSelect: () => setRenaming(true) }]),
            { label: 'Duplicate', icon: Copy, onSelect: () => void copyStored(stored) },
            {
              label: 'Delete',
              icon: Trash2,
              danger: true,
              startsSection: true,
              onSelect: () => void deleteStored(stored),
            },
          ]}
        />
      </div>
    </li>
  )
}

function Numbers({ stored }: { readonly stored: StoredDesign }) {
  const now = useNow()
  const room = useView((view) => view.roomMode)
  const headlines = room ? undefined : stored.headlines
  const money = moneyFormatter(shownCurrency(stored.document))
  const facts = headlines === undefined ? [] : cardFacts(headlines, money)
  return (
    <div className="design-card-facts">
      {stored.readOnlyText === undefined ? null : <Badge tone="atRisk">Read only</Badge>}
      <span>{formatWhen(stored.updatedAt, now)}</span>
      {facts.map(({ text, band }) => (
        <span key={text} title={band === undefined ? undefined : `Likely between ${band}`}>
          {text}
        </span>
      ))}
      {headlines?.worst === undefined ? null : (
        <span className="design-card-findings" title={`${headlines.openFindings} open findings`}>
          <SeverityMark severity={headlines.worst} size={10} /> {headlines.openFindings}
        </span>
      )}
    </div>
  )
}

/** The person asked to rename: the field has the focus, its text selected. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.select()
}
