import { ArrowDown, ArrowUp, MoreHorizontal, Pencil, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { View } from '../../shared/design/design.ts'
import { keyWords } from '../app/keys.ts'
import { useDesignState } from '../store/design-store.ts'
import { useSight } from '../store/sight-store.ts'
import { IconButton, Menu, TextField } from '../ui/index.ts'
import { moveViewTo, openView, removeView, renameView, updateToWhatIsSeen, viewWords } from './view-edits.ts'

/** What a dragged row carries: the id of its view. */
const viewDragType = 'application/x-lintel-view'

interface ViewRowProps {
  readonly view: View
  /** Its place in the list, and how many there are. */
  readonly at: number
  readonly of: number
  readonly readOnly: boolean
}

/** A saved view: opened by a press, moved by dragging it or with Alt and the arrow keys. */
export function ViewRow({ view, at, of, readOnly }: ViewRowProps) {
  const variants = useDesignState((state) => state.document.variants)
  const isOpen = useSight((sight) => sight.view === view.id)
  const [renaming, setRenaming] = useState(false)
  const [takes, setTakes] = useState(false)
  const words = viewWords(view, (id) => variants?.find((each) => each.id === id)?.name)
  if (renaming) {
    return (
      <li className="view-row">
        <TextField
          // Whoever asked for a new name types it now.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label="Name of the view"
          value={view.name}
          onCommit={(name) => renameView(view.id, name)}
          onBlurCapture={() => setRenaming(false)}
        />
      </li>
    )
  }
  return (
    // The pointer's way of moving it; the keyboard has keys on the button within.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className="view-row"
      data-open={isOpen}
      data-takes={takes}
      draggable={!readOnly}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(viewDragType, view.id)
        dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(viewDragType)) return
        event.preventDefault()
        setTakes(true)
      }}
      onDragLeave={() => setTakes(false)}
      onDrop={(event) => {
        event.preventDefault()
        setTakes(false)
        moveViewTo(event.dataTransfer.getData(viewDragType), at)
      }}
    >
      <button
        type="button"
        className="view-open"
        aria-current={isOpen ? 'true' : undefined}
        aria-keyshortcuts={readOnly ? undefined : 'Alt+ArrowUp Alt+ArrowDown'}
        onClick={() => openView(view.id)}
        onKeyDown={(event) => {
          if (readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          moveViewTo(view.id, at + (event.key === 'ArrowUp' ? -1 : 1))
          // What moves in the list loses the focus on the way.
          const button = event.currentTarget
          requestAnimationFrame(() => button.focus())
        }}
      >
        <span className="ellipsis">{view.name}</span>
        {words === '' ? null : <span className="muted ellipsis">{words}</span>}
      </button>
      {readOnly ? null : (
        <Menu
          trigger={<IconButton label={`More about ${view.name}`} icon={MoreHorizontal} />}
          entries={[
            { label: 'Update to what I see', icon: RefreshCw, onSelect: () => updateToWhatIsSeen(view) },
            { label: 'Rename', icon: Pencil, onSelect: () => setRenaming(true) },
            ...(at === 0
              ? []
              : [
                  {
                    label: 'Move up',
                    icon: ArrowUp,
                    shortcut: keyWords('Alt+↑'),
                    onSelect: () => moveViewTo(view.id, at - 1),
                  },
                ]),
            ...(at === of - 1
              ? []
              : [
                  {
                    label: 'Move down',
                    icon: ArrowDown,
                    shortcut: keyWords('Alt+↓'),
                    onSelect: () => moveViewTo(view.id, at + 1),
                  },
                ]),
            { label: 'Delete', icon: Trash2, danger: true, startsSection: true, onSelect: () => removeView(view) },
          ]}
        />
      )}
    </li>
  )
}
