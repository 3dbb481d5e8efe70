import './shortcuts.css'
import { useRef, useState } from 'react'
import { commandGroups } from '../../shared/commands/command-shape.ts'
import { commands, findCommand } from '../../shared/commands.ts'
import { setShortcuts, useShortcuts } from '../store/shortcut-store.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Button, Dialog, SearchField } from '../ui/index.ts'
import { rankEntry } from './rank-entry.ts'
import { ShortcutRow } from './ShortcutRow.tsx'

/** Gestures of the canvas, which are no commands. */
const gestures: readonly (readonly [string, string])[] = [
  ['Pan', 'Space + drag, middle button, wheel'],
  ['Zoom', 'Ctrl + wheel, pinch'],
  ['Select several', 'Drag over them, or Shift + click'],
  ['Draw an arrow', 'Drag from the edge of a card'],
  ['Copy by dragging', 'Alt + drag'],
  ['Keep to one axis', 'Shift while dragging'],
  ['Move by steps', 'Arrow keys, Shift for larger steps'],
  ['Rename', 'Enter, or a double click'],
  ['Clear the selection', 'Esc'],
]

/** Every key of the studio, generated from the list of commands; a press on one changes it. */
export function ShortcutsDialog() {
  const open = useView((view) => view.shortcutsOpen)
  // Esc ends the recording of keys before it closes the sheet.
  const cancelRecording = useRef<(() => void) | undefined>(undefined)
  return (
    <Dialog
      title="Keyboard shortcuts"
      open={open}
      onOpenChange={(next) => {
        if (!next && cancelRecording.current !== undefined) cancelRecording.current()
        else viewStore.getState().set({ shortcutsOpen: next })
      }}
      width={880}
    >
      <Sheet
        onRecording={(cancel) => {
          cancelRecording.current = cancel
        }}
      />
    </Dialog>
  )
}

function Sheet({ onRecording }: { readonly onRecording: (cancel: (() => void) | undefined) => void }) {
  const [text, setText] = useState('')
  const changed = useShortcuts((own) => Object.keys(own).length)
  const wanted = (words: string, more: readonly string[] = []): boolean => rankEntry(words, text, more) > 0
  const shownGestures = gestures.filter(([what, how]) => wanted(what, [how]))
  const groups = Object.entries(commandGroups).map(([group, title]) => ({
    title,
    rows: commands.filter(({ id, label, group: own }) => own === group && wanted(label, findCommand(id).words)),
  }))
  return (
    <>
      <div className="shortcuts-head">
        <SearchField
          // Whoever opens the sheet looks for a command.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          label="Find a command"
          value={text}
          onChange={setText}
        />
        <p className="faint small">Press the keys of a command to change them. They are kept on this computer.</p>
        <Button tone="quiet" disabled={changed === 0} onClick={() => setShortcuts({})}>
          Reset all
        </Button>
      </div>
      <div className="shortcuts">
        {groups.map(({ title, rows }) =>
          rows.length === 0 ? null : (
            <section key={title} aria-label={title}>
              <h3>{title}</h3>
              <ul>
                {rows.map(({ id }) => (
                  <ShortcutRow key={id} id={id} onRecording={onRecording} />
                ))}
              </ul>
            </section>
          ),
        )}
        {shownGestures.length === 0 ? null : (
          <section aria-label="Canvas">
            <h3>Canvas</h3>
            <dl>
              {shownGestures.map(([what, how]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd className="muted">{how}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
    </>
  )
}
