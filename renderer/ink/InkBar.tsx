import { Check, Eraser, Eye, EyeOff, Pencil, Trash2 } from 'lucide-react'
import { runCommand } from '../app/commands/run.ts'
import { canvasControls } from '../canvas/canvas-store.ts'
import { useShortcutWords } from '../app/keys.ts'
import type { Ink } from '../../shared/design/design.ts'
import { strokesOf } from '../../shared/design/edit/index.ts'
import { useDesignState } from '../store/design-store.ts'
import { useView } from '../store/view-store.ts'
import { Button, IconButton } from '../ui/index.ts'
import { takeTool } from './ink-edits.ts'
import { inkStore, useInk } from './ink-store.ts'

const inks: readonly { readonly id: Ink; readonly label: string }[] = [
  { id: 'red', label: 'Red ink' },
  { id: 'blue', label: 'Blue ink' },
  { id: 'green', label: 'Green ink' },
]

/** What can be done with the pen while it is in the hand. */
export function InkBar() {
  const tool = useView((view) => view.tool)
  const shown = useView((view) => view.inkShown)
  const chosen = useInk((state) => state.ink)
  const isBare = useDesignState(({ document }) => strokesOf(document).length === 0)
  const eraserKeys = useShortcutWords('view.eraser')
  if (tool !== 'pen' && tool !== 'eraser') return null
  return (
    <div className="canvas-bar ink-bar" role="toolbar" aria-label="Pen">
      <span className="strong">
        <Pencil size={14} aria-hidden /> Pen
      </span>
      <fieldset className="ink-choices" aria-label="Ink">
        {inks.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="ink-choice"
            data-ink={id}
            aria-label={label}
            title={label}
            aria-pressed={tool === 'pen' && chosen === id}
            onClick={() => {
              inkStore.setState({ ink: id })
              takeTool('pen')
              // So that the keys of the tools work at once.
              canvasControls()?.focus()
            }}
          />
        ))}
      </fieldset>
      <IconButton
        label="Eraser"
        icon={Eraser}
        shortcut={eraserKeys}
        pressed={tool === 'eraser'}
        onClick={() => runCommand('view.eraser')}
      />
      <IconButton
        label={shown ? 'Hide pen strokes' : 'Show pen strokes'}
        icon={shown ? EyeOff : Eye}
        disabled={isBare}
        onClick={() => runCommand('view.toggle-ink')}
      />
      <IconButton
        label="Erase all pen strokes"
        icon={Trash2}
        disabled={isBare}
        onClick={() => runCommand('edit.erase-ink')}
      />
      <Button icon={Check} onClick={() => takeTool('select')}>
        Done
      </Button>
    </div>
  )
}
