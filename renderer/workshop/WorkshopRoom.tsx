import './question-room.css'
import { ArrowLeft, ArrowRight, X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { KeyboardEvent, ReactNode } from 'react'
import { undo, useDesign } from '../panels/stores.ts'
import { Button, giveFocusBack, IconButton } from '../ui/index.ts'

/** A key and what it does: "Y", "yes". */
export type RoomKey = readonly [name: string, word: string]

interface WorkshopRoomProps {
  /** Where in the walk it is, in words. */
  readonly count: string
  /** The walk: how many stations lie behind, and how many there are. */
  readonly walk: { readonly at: number; readonly order: readonly string[] }
  readonly progressLabel: string
  readonly isOver: boolean
  /** Shown at the foot; pressing does what `onKey` says. */
  readonly keys: readonly RoomKey[]
  readonly onBack: () => void
  readonly onForward: () => void
  /** A letter was pressed outside of every field; answers whether it meant something. */
  readonly onKey: (letter: string) => boolean
  /** What Escape closes before it closes the room; absent: nothing. */
  readonly onEscape: (() => void) | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The whole screen for one thing after another, in large type: arrows walk, letters answer, nothing else is there. */
export function WorkshopRoom(props: WorkshopRoomProps) {
  const { count, walk, progressLabel, isOver, keys, onBack, onForward, onKey, onEscape, onClose, children } = props
  const design = useDesign((one) => one.name)
  const press = (event: KeyboardEvent) => {
    if (takesKey(event.target, event.key)) return
    const key = event.key.toLowerCase()
    if ((event.ctrlKey || event.metaKey) && key === 'z') undo()
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (key === 'arrowright') onForward()
    else if (key === 'arrowleft') onBack()
    else if (!onKey(key)) return
    event.preventDefault()
  }
  return (
    <RadixDialog.Root open onOpenChange={onClose}>
      <RadixDialog.Portal>
        <RadixDialog.Content
          className="question-room"
          aria-describedby={undefined}
          onKeyDown={press}
          onEscapeKeyDown={(event) => {
            if (onEscape === undefined) return
            event.preventDefault()
            onEscape()
          }}
          // The room is all there is on the screen: whatever is pressed beside it, a note with its undo, leaves it open.
          onInteractOutside={(event) => event.preventDefault()}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={giveFocusBack}
        >
          <header className="question-room-head">
            <RadixDialog.Title className="question-room-title ellipsis">{design}</RadixDialog.Title>
            <span className="question-room-count">{count}</span>
            <IconButton label="Close" icon={X} onClick={onClose} />
          </header>
          <progress
            className="question-room-progress"
            aria-label={progressLabel}
            value={walk.at}
            max={Math.max(1, walk.order.length)}
          />
          {children}
          <footer className="question-room-foot">
            <Button tone="quiet" large icon={ArrowLeft} onClick={onBack} disabled={walk.at === 0}>
              Back
            </Button>
            <span className="question-room-keys">
              {keys.map(([name, word]) => (
                <span key={name}>
                  <kbd>{name}</kbd> {word}
                </span>
              ))}
            </span>
            <Button tone="quiet" large icon={ArrowRight} onClick={onForward} disabled={isOver}>
              Skip
            </Button>
          </footer>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

/** Fields and open lists have all keys to themselves, a choice of a few its arrows. */
function takesKey(target: EventTarget, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('input, textarea, [role=combobox], [role=listbox] *, [role=option]')) return true
  return key.startsWith('Arrow') && target.matches('[role=radio]')
}
