import './views.css'
import { Bookmark } from 'lucide-react'
import type { FormEvent } from 'react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { savedViews } from '../../shared/design/edit/index.ts'
import { useShortcutWords } from '../app/keys.ts'
import { useDesignState } from '../store/design-store.ts'
import { Button, Popover } from '../ui/index.ts'
import { newViewName, saveWhatIsSeen } from './view-edits.ts'
import { ViewRow } from './ViewRow.tsx'
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
          {views.map((view, at) => (
            <ViewRow key={view.id} view={view} at={at} of={views.length} readOnly={readOnly} />
          ))}
        </ul>
      )}
      {views.length < 2 ? null : <KeyHint />}
    </>
  )
}

/** Nothing is said of a command that somebody took the keys from. */
function KeyHint() {
  const before = useShortcutWords('view.previous-view')
  const next = useShortcutWords('view.next-view')
  const walk = useShortcutWords('view.walk')
  const hints = [
    ...(before === undefined || next === undefined ? [] : [`${before} and ${next} go from one to the next`]),
    ...(walk === undefined ? [] : [`${walk} shows them as a walkthrough`]),
  ].join('; ')
  return hints === '' ? null : <p className="muted view-hint">{hints}.</p>
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
