import './views.css'
import { Bookmark, MoreHorizontal, Pencil, RefreshCw, Trash2 } from 'lucide-react'
import type { FormEvent } from 'react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { View } from '../../shared/design/design.ts'
import { savedViews } from '../../shared/design/edit/index.ts'
import { findCommand } from '../../shared/commands.ts'
import { shortcutWords } from '../app/keys.ts'
import { useDesignState } from '../store/design-store.ts'
import { useSight } from '../store/sight-store.ts'
import { Button, IconButton, Menu, Popover, TextField } from '../ui/index.ts'
import {
  newViewName,
  openView,
  removeView,
  renameView,
  saveWhatIsSeen,
  updateToWhatIsSeen,
  viewWords,
} from './view-edits.ts'
import { viewsMenu } from './views-menu.ts'

/** The saved views of the design, and the way to save one more. */
export function ViewsPopover() {
  const open = useStore(viewsMenu, (menu) => menu.open)
  const document = useDesignState((state) => state.document)
  const count = savedViews(document).length
  return (
    <Popover
      label="Saved views"
      side="top"
      align="center"
      width={320}
      open={open}
      onOpenChange={(next) => viewsMenu.setState({ open: next })}
      trigger={
        <button type="button" className="canvas-toolbar-menu" aria-label="Saved views">
          <Bookmark size={14} aria-hidden />
          <span className="toolbar-word">Views</span>
          {count === 0 ? null : count}
        </button>
      }
    >
      <ViewList />
    </Popover>
  )
}

function ViewList() {
  const document = useDesignState((state) => state.document)
  const readOnly = useDesignState((state) => state.readOnly)
  const views = useMemo(() => savedViews(document), [document])
  return (
    <>
      {/* First, so that it has the focus: the key that opens the list saves with one more press. */}
      {readOnly ? null : <SaveForm key={views.length} />}
      {views.length === 0 ? (
        <p className="muted view-empty">
          A view keeps the perspective, the overlay, what is hidden, the option and where you are.
        </p>
      ) : (
        <ul className="view-list" aria-label="Saved views">
          {views.map((view) => (
            <ViewRow key={view.id} view={view} readOnly={readOnly} />
          ))}
        </ul>
      )}
      {views.length < 2 ? null : (
        <p className="muted view-hint">
          {shortcutWords(findCommand('view.previous-view'))} and {shortcutWords(findCommand('view.next-view'))} go from
          one to the next; F7 shows them as a walkthrough.
        </p>
      )}
    </>
  )
}

function ViewRow({ view, readOnly }: { readonly view: View; readonly readOnly: boolean }) {
  const variants = useDesignState((state) => state.document.variants)
  const isOpen = useSight((sight) => sight.view === view.id)
  const [renaming, setRenaming] = useState(false)
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
    <li className="view-row" data-open={isOpen}>
      <button
        type="button"
        className="view-open"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => openView(view.id)}
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
            { label: 'Delete', icon: Trash2, danger: true, startsSection: true, onSelect: () => removeView(view) },
          ]}
        />
      )}
    </li>
  )
}

function SaveForm() {
  const [name, setName] = useState(newViewName)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    saveWhatIsSeen(name.trim() === '' ? newViewName() : name.trim())
  }
  return (
    <form className="view-save" onSubmit={save}>
      <input
        className="ui-input"
        aria-label="Name of the new view"
        value={name}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit">Save view</Button>
    </form>
  )
}
