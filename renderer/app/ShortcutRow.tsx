import { RotateCcw, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import { findCommand } from '../../shared/commands.ts'
import { canChange, holderOf, refusalOf, withKeys, withListedKeys, withoutKeys } from '../../shared/shortcuts.ts'
import { setShortcuts, useShortcuts } from '../store/shortcut-store.ts'
import { Button, IconButton } from '../ui/index.ts'
import { keyWords, shortcutOfPress, useShortcutWords } from './keys.ts'

/** What the last keys that were pressed led to. */
type Answer =
  | { readonly is: 'refused'; readonly keys: string; readonly reason: string }
  | { readonly is: 'taken'; readonly keys: string; readonly by: CommandId }

interface ShortcutRowProps {
  readonly id: CommandId
  /** Told how to end the recording while it runs, and nothing once it has ended. */
  readonly onRecording: (cancel: (() => void) | undefined) => void
}

/** A command with its keys: a press records others, which are refused with the reason or taken over from who has them. */
export function ShortcutRow({ id, onRecording }: ShortcutRowProps) {
  const own = useShortcuts((all) => all)
  const words = useShortcutWords(id)
  const [recording, setRecording] = useState(false)
  const [answer, setAnswer] = useState<Answer | undefined>(undefined)
  const { label } = findCommand(id)

  const button = useRef<HTMLButtonElement>(null)
  const record = (on: boolean): void => {
    setRecording(on)
    setAnswer(undefined)
    onRecording(on ? () => record(false) : undefined)
  }
  const take = (keys: string): void => {
    setShortcuts(withKeys(own, id, keys))
    leave()
  }
  const leave = (): void => {
    record(false)
    button.current?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!recording || event.key === 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    const keys = shortcutOfPress(event.nativeEvent)
    if (keys === undefined) return
    const reason = refusalOf(keys, own)
    const by = holderOf(keys, own)
    if (reason !== undefined) setAnswer({ is: 'refused', keys, reason })
    else if (by !== undefined && by !== id) setAnswer({ is: 'taken', keys, by })
    else take(keys)
  }
  if (!canChange(id)) {
    return (
      <li className="shortcut" title="The clipboard has these keys on every system">
        <span className="shortcut-label">{label}</span>
        <kbd>{words}</kbd>
      </li>
    )
  }
  return (
    <li className="shortcut" data-recording={recording}>
      <span className="shortcut-label">{label}</span>
      <span className="shortcut-acts">
        {own[id] === undefined ? null : (
          <IconButton
            label={`Reset the keys of ${label}`}
            icon={RotateCcw}
            onClick={() => setShortcuts(withListedKeys(own, id))}
          />
        )}
        {words === undefined ? null : (
          <IconButton
            label={`Clear the keys of ${label}`}
            icon={X}
            onClick={() => setShortcuts(withoutKeys(own, id))}
          />
        )}
      </span>
      <button
        ref={button}
        type="button"
        className="shortcut-keys"
        aria-label={recording ? `Press the keys for ${label}` : `Keys of ${label}: ${words ?? 'none'}. Change them`}
        aria-pressed={recording}
        data-changed={own[id] !== undefined}
        onClick={() => record(!recording)}
        onKeyDown={onKey}
        // Whoever takes the keys over presses a button of this row.
        onBlur={() => (answer?.is === 'taken' ? undefined : record(false))}
      >
        {recording ? 'Press keys' : words === undefined ? 'None' : <kbd>{words}</kbd>}
      </button>
      <output className="shortcut-answer" hidden={answer === undefined}>
        {answer === undefined ? null : answer.is === 'refused' ? (
          `Not ${keyWords(answer.keys)}: ${answer.reason}.`
        ) : (
          <>
            {keyWords(answer.keys)} belongs to “{findCommand(answer.by).label}”.
            <Button onClick={() => take(answer.keys)}>Take it over</Button>
            <Button tone="quiet" onClick={leave}>
              Leave it
            </Button>
          </>
        )}
      </output>
    </li>
  )
}
