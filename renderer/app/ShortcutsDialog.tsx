import { commandGroups } from '../../shared/command-shape.ts'
import { commands, findCommand } from '../../shared/commands.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'
import { shortcutWords } from './keys.ts'

/** Gestures of the canvas, which are no commands. */
const gestures: readonly (readonly [string, string])[] = [
  ['Pan', 'Space + drag, middle button, wheel'],
  ['Zoom', 'Ctrl + wheel, pinch'],
  ['Select several', 'Drag over them, or Shift + click'],
  ['Draw an arrow', 'Drag from the edge of a card'],
  ['Copy by dragging', 'Alt + drag'],
  ['Keep to one axis', 'Shift while dragging'],
  ['Move by steps', 'Arrow keys, Shift for larger steps'],
  ['Rename', 'F2, Enter or a double click'],
  ['Hand, pointer', 'H, V'],
  ['Clear the selection', 'Esc'],
]

/** Every key of the studio, generated from the list of commands. */
export function ShortcutsDialog() {
  const open = useView((view) => view.shortcutsOpen)
  return (
    <Dialog
      title="Keyboard shortcuts"
      open={open}
      onOpenChange={(next) => viewStore.getState().set({ shortcutsOpen: next })}
      width={760}
    >
      <div className="shortcuts">
        {Object.entries(commandGroups).map(([group, title]) => {
          const rows = commands.filter((command) => command.group === group && 'shortcut' in command)
          return rows.length === 0 ? null : (
            <section key={group}>
              <h3>{title}</h3>
              <dl>
                {rows.map(({ id, label }) => (
                  <div key={id}>
                    <dt>{label}</dt>
                    <dd>
                      <kbd>{shortcutWords(findCommand(id))}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
        <section>
          <h3>Canvas</h3>
          <dl>
            {gestures.map(([what, how]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd className="muted">{how}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
