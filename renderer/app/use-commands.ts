import { useEffect } from 'react'
import { commands, findCommand } from '../../shared/commands.ts'
import type { CommandShape } from '../../shared/commands/command-shape.ts'
import { desktop } from '../desktop.ts'
import { designStore } from '../store/design-store.ts'
import { openDesigns } from '../store/open-designs.ts'
import { shortcutStore } from '../store/shortcut-store.ts'
import { viewStore } from '../store/view-store.ts'
import { workspaceStore } from '../store/workspace-store.ts'
import { handlers } from './commands/index.ts'
import { isEnabled, mountHandlers, runCommand } from './commands/run.ts'
import { belongsToText, commandOfKey } from './keys.ts'
import { listenToClipboard } from './listen-to-clipboard.ts'

/** These arrive as clipboard events, which need no permission. */
const clipboardCommands = new Set(['edit.copy', 'edit.cut', 'edit.paste'])
/** Commands that a held key repeats. */
const repeating = new Set(['edit.undo', 'edit.redo', 'view.zoom-in', 'view.zoom-out', 'edit.duplicate'])

const openLayers = '[role="dialog"][data-state="open"], [role="menu"][data-state="open"]'

/** Connects keys, the native menu and the clipboard with the commands. */
export function useCommands(): void {
  useEffect(() => {
    mountHandlers(handlers)
    window.addEventListener('keydown', onKey)
    const stopMenu = desktop.on('command', runCommand)
    const stopClipboard = listenToClipboard()
    const stopState = reportMenuState()
    return () => {
      window.removeEventListener('keydown', onKey)
      stopMenu()
      stopClipboard()
      stopState()
    }
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || belongsToText(event, document.activeElement)) return
  const id = commandOfKey(event)
  if (id === undefined || clipboardCommands.has(id)) return
  const command: CommandShape = findCommand(id)
  if (command.keysOnCanvas === true && !isCanvasFocused()) return
  // An open dialog or menu has the keys to itself.
  if (document.querySelector(openLayers) !== null) return
  if (event.repeat && !repeating.has(id)) {
    event.preventDefault()
    return
  }
  if (!isEnabled(command)) return
  event.preventDefault()
  runCommand(id)
}

function isCanvasFocused(): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || focused.closest('.canvas') !== null
}

/** The menu is told no later than this: whoever opens it needs longer. */
const longestRestMs = 200

/** Tells the native menu what is possible now, once the page rests; only when that changed. */
function reportMenuState(): () => void {
  let last = ''
  const report = (): void => {
    const { id: workspaceId } = workspaceStore.getState()
    const { own } = shortcutStore.getState()
    const all = commands.map(({ id }) => findCommand(id))
    const state = {
      disabled: all.filter((command) => !isEnabled(command)).map((command) => command.id),
      checked: all.filter((command) => handlers[command.id]?.checked?.() === true).map((command) => command.id),
      ...(workspaceId === undefined ? {} : { workspaceId }),
      shortcuts: commands.flatMap(({ id }) => (own[id] === undefined ? [] : [{ id, keys: own[id][0] }])),
    }
    const text = JSON.stringify(state)
    if (text === last) return
    last = text
    void desktop.setMenuState(state)
  }
  let waiting: number | undefined
  // One edit changes several stores, and asking every command takes part of the time in which its picture is due.
  const reportSoon = (): void => {
    waiting ??= requestIdleCallback(
      () => {
        waiting = undefined
        report()
      },
      { timeout: longestRestMs },
    )
  }
  report()
  const stores = [designStore, viewStore, openDesigns, workspaceStore, shortcutStore]
  const stops = stores.map((store) => store.subscribe(reportSoon))
  return () => {
    if (waiting !== undefined) cancelIdleCallback(waiting)
    for (const stop of stops) stop()
  }
}
