import { Check, EyeOff, Trash2 } from 'lucide-react'
import { Button, IconButton } from '../ui/index.ts'
import { toggleUnderlay } from './lay-picture.ts'
import { adjustKeys } from './adjust-keys.ts'
import { beginUnderlayStep, changeUnderlay, removeUnderlay, setAdjusting, useUnderlay } from './underlay-store.ts'

const sliderKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'])

/** What can be done with the picture under the drawing while it is moved and scaled. */
export function UnderlayBar() {
  const adjusting = useUnderlay((state) => state.adjusting)
  const opacity = useUnderlay((state) => state.underlay?.opacity)
  if (!adjusting || opacity === undefined) return null
  return (
    <div
      className="canvas-bar underlay-bar"
      role="toolbar"
      aria-label="Picture under the drawing"
      tabIndex={-1}
      onKeyDown={adjustKeys}
    >
      <span className="strong">Picture to trace</span>
      <label className="underlay-opacity">
        Opacity
        <input
          type="range"
          min={10}
          max={100}
          step={5}
          value={Math.round(opacity * 100)}
          // A step is a press of a key, or a pull of the hand from where it came down.
          onPointerDown={beginUnderlayStep}
          onKeyDown={({ key }) => sliderKeys.has(key) && beginUnderlayStep()}
          onChange={({ target }) => changeUnderlay({ opacity: Number(target.value) / 100 })}
        />
        <span className="underlay-percent">{Math.round(opacity * 100)} %</span>
      </label>
      <IconButton label="Hide the picture" icon={EyeOff} onClick={toggleUnderlay} />
      <IconButton label="Remove the picture" icon={Trash2} onClick={() => void removeUnderlay()} />
      <Button icon={Check} onClick={() => setAdjusting(false)}>
        Done
      </Button>
    </div>
  )
}
